package meta

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// relative reads "3 hours ago", "vor 2 Tagen", "yesterday" against the time
// of the crawl.
func relative(toks []token, text string, loc locale) (mention, bool) {
	for i, t := range toks {
		if t.kind == number && t.digits <= 3 && i+1 < len(toks) {
			unit, w := relativeUnit(text[toks[i+1].start:])
			if unit == 0 || !agoNear(toks, i, text) {
				continue
			}
			at := loc.now.Add(-time.Duration(t.val) * unit)
			d := Date{Time: at.Truncate(time.Minute), Precision: Minute, HasZone: true}
			if unit >= 24*time.Hour {
				y, mo, day := at.Date()
				d = Date{Time: time.Date(y, mo, day, 0, 0, 0, 0, time.UTC), Precision: Day}
			}
			return mention{date: d, start: int(t.start), end: int(toks[i+1].start) + w}, true
		}
		if t.kind == word && i < 4 {
			back := -1
			switch strings.ToLower(textOf(t, text)) {
			case "today", "heute", "hoy", "oggi", "hoje", "сегодня", "vandaag", "idag", "dzisiaj", "bugün", "오늘":
				back = 0
			case "yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "вчера", "gisteren", "igår", "wczoraj", "dün", "어제":
				back = 1
			}
			if back >= 0 && len(toks) <= 8 {
				y, mo, day := loc.now.AddDate(0, 0, -back).Date()
				m := mention{start: int(t.start), end: int(t.end)}
				m.date = Date{Time: time.Date(y, mo, day, 0, 0, 0, 0, time.UTC), Precision: Day}
				readTime(toks, i, i, i+1, text, &m)
				return m, true
			}
		}
	}
	return mention{}, false
}

// relativeUnit is the unit of time that begins s, and how long its word is.
func relativeUnit(s string) (time.Duration, int) {
	for _, u := range relativeUnits {
		if w, ok := foldPrefix(s, u.word); ok {
			for w < len(s) { // plural and case endings belong to it
				r, n := utf8.DecodeRuneInString(s[w:])
				if !unicode.IsLetter(r) || isHan(r) || u.whole {
					break
				}
				w += n
			}
			return u.unit, w
		}
	}
	return 0, 0
}

// agoNear reports whether a word for "ago" stands beside the number at i.
func agoNear(toks []token, i int, text string) bool {
	lo, hi := int(toks[max(i-3, 0)].start), int(toks[min(i+4, len(toks)-1)].end)
	near := strings.ToLower(text[lo:hi])
	for _, w := range agoWords {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}
