package meta

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// readTime reads the time of day that follows the date in toks[begin:end], or
// stands right before it, into m. It returns the token after it.
func readTime(toks []token, low, begin, end int, text string, m *mention) int {
	// up to four tokens of glue ("at", ",", "|", "Uhr") may lie between
	pm := 0
	for j := end; j < len(toks) && j <= end+4; j++ {
		t := toks[j]
		if t.kind == word {
			if yearWord(t, text) {
				continue
			}
			switch strings.ToLower(textOf(t, text)) {
			case "t", "at", "um", "à", "às", "as", "a", "ore", "alle", "om", "kl", "klo", "godz", "o", "в", "о", "ob", "pada", "lúc", "at:", "las", "hs", "jam", "pukul", "saat", "ώρα", "h", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "في", "الساعة", "เวลา":
				continue
			case "오전":
				pm = 1
				continue
			case "오후":
				pm = 2
				continue
			}
			return end
		}
		if t.kind == mark {
			switch t.val {
			case ',', '|', '-', '–', '—', '·', '•', '.', '(', '@', '/', '،', '日', '星', '期', '周', '曜', ')', '（', '）':
				continue
			case '上':
				pm = 1
				continue
			case '下':
				pm = 2
				continue
			case '午':
				continue
			}
			if t.val == ':' && j == end {
				continue
			}
			return end
		}
		if h, mi, s, prec, next := clockAt(toks, j, text); next > j {
			h, next = meridiem(toks, next, h, pm, text)
			loc, hasZone, next := zoneAt(toks, next, text)
			setClock(&m.date, h, mi, s, prec, loc, hasZone)
			m.end = int(toks[next-1].end)
			return next
		}
		return end
	}
	// "9:41 PM, April 25, 2025": look back over at most three tokens of glue
	for j := begin - 3; j >= low && j >= begin-9; j-- {
		if h, mi, s, prec, next := clockAt(toks, j, text); next > j {
			if j > 0 && (toks[j-1].is(':') || toks[j-1].is('.')) && !toks[j].spaced {
				continue
			}
			h, next = meridiem(toks, next, h, 0, text)
			loc, hasZone, next := zoneAt(toks, next, text)
			if begin-next > 2 {
				break
			}
			for k := next; k < begin; k++ {
				if toks[k].kind == number {
					return end
				}
			}
			setClock(&m.date, h, mi, s, prec, loc, hasZone)
			m.start = int(toks[j].start)
			break
		}
	}
	return end
}

func setClock(d *Date, h, mi, s int, prec Precision, loc *time.Location, hasZone bool) {
	y, mo, day := d.Time.Date()
	d.Time = time.Date(y, mo, day, h, mi, s, 0, loc)
	d.Precision, d.HasZone = prec, hasZone
}

// clockAt reads 21:41, 21:41:05, 21.41, 21h41, 9 pm or 21时41分 at token i.
func clockAt(toks []token, i int, text string) (h, mi, s int, prec Precision, next int) {
	t := toks[i]
	if t.kind != number || t.digits > 2 || t.val > 24 {
		return 0, 0, 0, NoDate, i
	}
	h = int(t.val)
	if i+2 < len(toks) && toks[i+2].kind == number && toks[i+2].digits == 2 && toks[i+2].val < 60 && !toks[i+1].spaced {
		sep := toks[i+1]
		sepOK := sep.kind == mark && (sep.val == ':' || sep.val == '.' && h < 24 || sep.val == '时' || sep.val == '時' || sep.val == '：' || sep.val == '点') ||
			sep.kind == word && (textOf(sep, text) == "h" || textOf(sep, text) == "H")
		if sepOK {
			mi, next, prec = int(toks[i+2].val), i+3, Minute
			if next < len(toks) && toks[next].is('分') {
				next++
			}
			if next+1 < len(toks) && (toks[next].is(rune(sep.val)) && sep.kind == mark || toks[next-1].is('分')) {
				k := next
				if !toks[next-1].is('分') {
					k++
				}
				if toks[k].kind == number && toks[k].digits == 2 && toks[k].val < 61 && !toks[k].spaced {
					s, next, prec = int(toks[k].val), k+1, Second
					if next+1 < len(toks) && toks[next].is('.') && toks[next+1].kind == number && !toks[next+1].spaced {
						next += 2 // fractions of a second
					}
				}
			}
			return h, mi, s, prec, next
		}
	}
	// 9 pm, 9pm
	if i+1 < len(toks) && h >= 1 && h <= 12 && isMeridiem(textOf(toks[i+1], text)) > 0 {
		return h, 0, 0, Minute, i + 1
	}
	return 0, 0, 0, NoDate, i
}

// isMeridiem is 1 for am and 2 for pm.
func isMeridiem(s string) int {
	switch s {
	case "am", "AM", "Am", "a", "A", "ص", "π":
		return 1
	case "pm", "PM", "Pm", "p", "P", "م", "μ":
		return 2
	}
	return 0
}

// meridiem applies an am or pm at token i to the hour h.
func meridiem(toks []token, i, h, half int, text string) (int, int) {
	if i < len(toks) && toks[i].kind == word {
		if n := isMeridiem(textOf(toks[i], text)); n > 0 {
			one := toks[i].end-toks[i].start == 1
			if !one || i+2 < len(toks) && toks[i+1].is('.') && toks[i+2].kind == word {
				half = n
				i++
				if one {
					i += 2 // a.m
				}
				if i < len(toks) && toks[i].is('.') && !toks[i].spaced {
					i++
				}
			}
		}
	}
	switch {
	case half == 2 && h < 12:
		h += 12
	case half == 1 && h == 12:
		h = 0
	}
	return h, i
}

// zoneAt reads Z, +02:00, GMT+2, CEST and the like at token i.
func zoneAt(toks []token, i int, text string) (*time.Location, bool, int) {
	if i >= len(toks) {
		return time.UTC, false, i
	}
	j := i
	if toks[j].is('(') || toks[j].is(',') {
		j++
	}
	if j < len(toks) && toks[j].kind == word {
		name := textOf(toks[j], text)
		off, ok := zoneOffset(name)
		if !ok {
			return time.UTC, false, i
		}
		j++
		if name == "GMT" || name == "UTC" {
			if loc, next := offsetAt(toks, j); next > j {
				return loc, true, next
			}
			return time.UTC, true, j
		}
		if name == "Z" || name == "z" {
			return time.UTC, true, j
		}
		return time.FixedZone(name, off), true, j
	}
	if loc, next := offsetAt(toks, j); next > j {
		return loc, true, next
	}
	return time.UTC, false, i
}

// offsetAt reads +02:00, -0500 or +2 at token i.
func offsetAt(toks []token, i int) (*time.Location, int) {
	if i+1 >= len(toks) || !(toks[i].is('+') || toks[i].is('-') || toks[i].is('−')) || toks[i+1].kind != number || toks[i+1].spaced {
		return nil, i
	}
	n, h, m := toks[i+1], 0, 0
	next := i + 2
	switch {
	case n.digits == 4:
		h, m = int(n.val)/100, int(n.val)%100
	case n.digits <= 2:
		h = int(n.val)
		if next+1 < len(toks) && toks[next].is(':') && toks[next+1].kind == number && toks[next+1].digits == 2 {
			m = int(toks[next+1].val)
			next += 2
		}
	default:
		return nil, i
	}
	if h > 14 || m > 59 {
		return nil, i
	}
	off := h*3600 + m*60
	if !toks[i].is('+') {
		off = -off
	}
	if off == 0 {
		return time.UTC, next
	}
	return time.FixedZone("", off), next
}

// zoneOffset is the offset in seconds east of UTC of a zone's abbreviation.
// IST and CST have several meanings: the most common in print is taken.
func zoneOffset(name string) (int, bool) {
	const h = 3600
	switch name {
	case "Z", "z", "UTC", "GMT", "WET":
		return 0, true
	case "BST", "CET", "MEZ", "WEST", "WIB ":
		return 1 * h, true
	case "CEST", "MESZ", "EET", "SAST", "CAT":
		return 2 * h, true
	case "EEST", "MSK", "EAT", "AST ", "МСК":
		return 3 * h, true
	case "GST":
		return 4 * h, true
	case "PKT":
		return 5 * h, true
	case "IST":
		return 5*h + h/2, true
	case "WIB", "ICT":
		return 7 * h, true
	case "SGT", "HKT", "WITA", "PHT", "AWST", "MYT":
		return 8 * h, true
	case "JST", "KST", "WIT":
		return 9 * h, true
	case "ACST":
		return 9*h + h/2, true
	case "AEST":
		return 10 * h, true
	case "AEDT":
		return 11 * h, true
	case "NZST":
		return 12 * h, true
	case "NZDT":
		return 13 * h, true
	case "BRT", "ART", "ADT":
		return -3 * h, true
	case "EDT", "AST":
		return -4 * h, true
	case "EST", "CDT", "ET", "COT":
		return -5 * h, true
	case "CST", "MDT":
		return -6 * h, true
	case "MST", "PDT", "PT":
		return -7 * h, true
	case "PST", "AKDT":
		return -8 * h, true
	case "AKST":
		return -9 * h, true
	case "HST":
		return -10 * h, true
	}
	return 0, false
}

// parseDate reads a date that a machine wrote (an attribute, a meta tag,
// JSON-LD), else the first one that people would read in it.
func parseDate(s string, loc locale) (Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 120 {
		return Date{}, false
	}
	if d, ok := parseISO(s); ok {
		return d, true
	}
	if d, ok := parseEpoch(s); ok {
		return d, true
	}
	ms := findDates(s, loc)
	if len(ms) == 0 {
		return Date{}, false
	}
	return ms[0].date, true
}

// parseISO reads the forms of ISO 8601 without making tokens: the way nearly
// every machine writes dates.
func parseISO(s string) (Date, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, ok1 := atoi(s[:4])
	mo, ok2 := atoi(s[5:7])
	d, ok3 := atoi(s[8:10])
	if !ok1 || !ok2 || !ok3 || !validDay(y, mo, d) {
		return Date{}, false
	}
	out := Date{Time: time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC), Precision: Day}
	rest := s[10:]
	if rest == "" {
		return out, true
	}
	if rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' {
		return out, rest[0] < '0' || rest[0] > '9'
	}
	rest = strings.TrimLeft(rest[1:], " ")
	if len(rest) < 5 || rest[2] != ':' {
		return out, true
	}
	h, ok1 := atoi(rest[:2])
	mi, ok2 := atoi(rest[3:5])
	if !ok1 || !ok2 || h > 24 || mi > 59 {
		return out, true
	}
	sec, prec := 0, Minute
	rest = rest[5:]
	if len(rest) >= 3 && rest[0] == ':' {
		if v, ok := atoi(rest[1:3]); ok && v < 61 {
			sec, prec = v, Second
			rest = rest[3:]
		}
		if len(rest) > 0 && (rest[0] == '.' || rest[0] == ',') {
			rest = strings.TrimLeft(rest[1:], "0123456789")
		}
	}
	rest = strings.TrimSpace(rest)
	loc, hasZone := time.UTC, false
	if rest != "" {
		var buf [8]token
		toks := tokenize(rest, buf[:0])
		if h, next := meridiemOnly(toks, h, rest); next > 0 {
			setClock(&out, h, mi, sec, prec, time.UTC, false)
			return out, true
		}
		loc, hasZone, _ = zoneAt(toks, 0, rest)
	}
	setClock(&out, h, mi, sec, prec, loc, hasZone)
	return out, true
}

func meridiemOnly(toks []token, h int, text string) (int, int) { return meridiem(toks, 0, h, 0, text) }

// parseEpoch reads seconds or milliseconds since 1970.
func parseEpoch(s string) (Date, bool) {
	if len(s) != 10 && len(s) != 13 {
		return Date{}, false
	}
	var v int64
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return Date{}, false
		}
		v = v*10 + int64(s[i]-'0')
	}
	if len(s) == 13 {
		v /= 1000
	}
	t := time.Unix(v, 0).UTC()
	if t.Year() < 1995 || t.Year() > 2100 {
		return Date{}, false
	}
	return Date{Time: t, Precision: Second, HasZone: true}, true
}

func atoi(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// relative reads "3 hours ago", "vor 2 Tagen", "yesterday" against the time
// of the crawl.
func relative(toks []token, text string, loc locale) (mention, bool) {
	for i, t := range toks {
		if t.kind != number && t.kind != word && t.kind != mark {
			continue
		}
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
		if t.kind == word && (i == 0 || i < 4) {
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

// foldPrefix reports whether s begins with the lower-case prefix whatever its
// case, and how long the prefix is in s.
func foldPrefix(s, prefix string) (int, bool) {
	i := 0
	for _, p := range prefix {
		if i >= len(s) {
			return 0, false
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if unicode.ToLower(r) != p {
			return 0, false
		}
		i += w
	}
	return i, true
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
