package meta

import (
	"strings"
	"time"
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
