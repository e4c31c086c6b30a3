package meta

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A locale is what the reading of a date depends on besides its own words.
type locale struct {
	lang  string    // primary language subtag, "" if unknown
	order order     // of the numbers in 04/05/2025
	now   time.Time // the time of the crawl; zero if unknown
}

// order is the order of day and month in a date of three numbers whose year
// comes last.
type order uint8

const (
	dayFirst order = iota
	monthFirst
)

// localeOf is the locale of a declared language tag. Only the United States
// and a few places with them put the month first.
func localeOf(tag string, now time.Time) locale {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	l := locale{lang: primary(tag), now: now}
	switch tag {
	case "en", "en-us", "en-ph", "fil", "tl", "es-us", "es-pr", "":
		l.order = monthFirst
	}
	return l
}

// primary is the language subtag of a language tag.
func primary(tag string) string {
	for i := 0; i < len(tag); i++ {
		if tag[i] == '-' || tag[i] == '_' {
			tag = tag[:i]
			break
		}
	}
	return strings.ToLower(tag)
}

// A mention is a date found inside a text.
type mention struct {
	date       Date
	start, end int  // byte offsets into the text
	ambiguous  bool // day and month might be the other way round
	short      bool // the year has two digits
}

// maxScan bounds how much of one text is searched for dates, in bytes.
const maxScan = 600

// maxDateTokens bounds the tokens of one searched text.
const maxDateTokens = 160

// findDates returns the dates that text states, in order. A text without a
// digit states none but for phrases such as "yesterday", which are read only
// when loc.now is known.
func findDates(text string, loc locale) []mention {
	if len(text) > maxScan {
		text = text[:maxScan]
	}
	if !mayHoldDate(text) && loc.now.IsZero() {
		return nil
	}
	var buf [maxDateTokens]token
	toks := tokenize(text, buf[:0])
	var found []mention
	low := 0 // the token after the last date
	for i := 0; i < len(toks); {
		m, next := dateAt(toks, low, i, text, loc)
		if next == i {
			i++
			continue
		}
		found = append(found, m)
		i, low = next, next
	}
	if len(found) == 0 && !loc.now.IsZero() {
		if m, ok := relative(toks, text, loc); ok {
			found = append(found, m)
		}
	}
	return found
}

// mayHoldDate is the cheap test before a text is cut into tokens: it has a
// digit of some script.
func mayHoldDate(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'0' <= 9 {
			return true
		}
		if c >= 0xd9 { // scripts with digits of their own, and Han numerals
			return true
		}
	}
	return false
}

type tokenKind uint8

const (
	number tokenKind = iota
	word
	mark // one punctuation character
)

// A token is a run of digits, a run of letters or one mark of a text.
type token struct {
	kind       tokenKind
	digits     uint8 // number: how many
	month      uint8 // word: 1 to 12 in the Gregorian, 21 to 32 in the Persian calendar
	spaced     bool  // white space stands before it
	val        int32 // number: its value; mark: its character
	start, end int32
}

func (t token) is(r rune) bool { return t.kind == mark && t.val == r }

// tokenize cuts text into at most cap(dst) tokens. Words are cut where a
// capital follows a small letter ("BeyondApril"), and Han characters stand
// alone.
func tokenize(text string, dst []token) []token {
	spaced := false
	for i := 0; i < len(text) && len(dst) < cap(dst); {
		r, w := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(text[i:])
		}
		t := token{start: int32(i), spaced: spaced}
		spaced = false
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == 0xa0 || r >= 0x2000 && r <= 0x200f || r == 0x202f || r == 0x3000 || r == 0xfeff:
			i += w
			spaced = true
			continue
		case digitOf(r) >= 0:
			t.kind = number
			for i < len(text) {
				r, w = utf8.DecodeRuneInString(text[i:])
				d := digitOf(r)
				if d < 0 || t.digits == 9 {
					break
				}
				t.val = t.val*10 + int32(d)
				t.digits++
				i += w
			}
		case hanDigit(r) >= 0 && hanNumber(text[i:], &t):
			i = int(t.end)
		case isHan(r):
			t.kind, t.val = mark, r
			i += w
		case unicode.IsLetter(r) || unicode.IsMark(r):
			t.kind = word
			lower := false
			for i < len(text) {
				r, w = rune(text[i]), 1
				if r >= utf8.RuneSelf {
					r, w = utf8.DecodeRuneInString(text[i:])
				}
				upper := unicode.IsUpper(r)
				if upper && lower || isHan(r) || r != '\'' && r != '’' && !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				if r == '\'' || r == '’' { // d'agost, l'11: the letter before goes with the word
					if i-int(t.start) > 2 {
						break
					}
					i += w
					break
				}
				lower = !upper
				i += w
			}
			t.month = monthOf(text[t.start:i])
		default:
			t.kind, t.val = mark, r
			i += w
		}
		t.end = int32(i)
		dst = append(dst, t)
	}
	return dst
}

// zeros are the digits zero of the scripts with digits of their own.
var zeros = [...]rune{0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10}

// digitOf is the value of a decimal digit of any of the scripts of zeros, else -1.
func digitOf(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	if r < 0x660 {
		return -1
	}
	for _, z := range zeros {
		if r >= z && r <= z+9 {
			return int(r - z)
		}
	}
	return -1
}

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9fff }

// hanDigit is the value of a Han numeral, 10 for ten, else -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '○', '零':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return -1
}

// hanNumber reads a number in Han numerals (二〇二五, 二十五) that stands
// before a unit of a date.
func hanNumber(s string, t *token) bool {
	start, val, digits, i, tens := t.start, int32(0), uint8(0), 0, false
	for i < len(s) && digits < 5 {
		r, w := utf8.DecodeRuneInString(s[i:])
		d := hanDigit(r)
		if d < 0 {
			if r != '年' && r != '月' && r != '日' {
				return false
			}
			break
		}
		switch {
		case d == 10:
			val, tens = 10*max(val, 1), true
		case tens:
			val += int32(d)
		default:
			val = val*10 + int32(d)
		}
		digits++
		i += w
	}
	if digits == 0 || i == len(s) {
		return false
	}
	t.kind, t.val, t.digits, t.end = number, val, digits, start+int32(i)
	return true
}

// dateAt reads the date that begins at token i. next is i if there is none.
// Its time of day may stand before it, but not before token low.
func dateAt(toks []token, low, i int, text string, loc locale) (m mention, next int) {
	t := toks[i]
	var y, mo, d, end int
	switch {
	case t.kind == number:
		y, mo, d, end = numberFirst(toks, i, text, loc, &m)
	case t.month > 0:
		y, mo, d, end = monthNameFirst(toks, i, text, &m)
	case t.kind == mark && isHan(rune(t.val)):
		y, mo, d, end = eraFirst(toks, i)
	}
	if end == 0 {
		return m, i
	}
	y, mo, d = gregorian(y, mo, d, loc)
	if !validDay(y, mo, d) {
		return m, i
	}
	m.date = Date{Time: time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC), Precision: Day}
	m.start = int(t.start)
	m.end = int(toks[end-1].end)
	if m.end > m.start && end > 0 {
		if cut := cutYear(toks[end-1]); cut > 0 {
			m.end = int(toks[end-1].start) + cut
			return m, end
		}
	}
	end = readTime(toks, low, i, end, text, &m)
	return m, end
}

// cutYear: a year with more digits glued to it ("2025005 Mins Read") ends
// after its fourth digit.
func cutYear(t token) int {
	if t.kind == number && t.digits > 4 && t.digits < 8 && int(t.end-t.start) == int(t.digits) {
		return 4
	}
	return 0
}

// yearOf is the year that a number token states, 0 if it is none. Two digits
// are read as a year only when short is allowed.
func yearOf(t token, short bool) int {
	if t.kind != number {
		return 0
	}
	v := int(t.val)
	switch {
	case t.digits == 4 && v >= 1300 && v <= 2700:
		return v
	case t.digits > 4 && t.digits < 8: // glued
		for n := t.digits; n > 4; n-- {
			v /= 10
		}
		if v >= 1970 && v <= 2100 {
			return v
		}
	case t.digits == 2 && short:
		if v < 70 {
			return 2000 + v
		}
		return 1900 + v
	}
	return 0
}

func isDay(t token) bool {
	return t.kind == number && t.digits <= 2 && t.val >= 1 && t.val <= 31
}
func isMonth(t token) bool {
	return t.kind == number && t.digits <= 2 && t.val >= 1 && t.val <= 12
}

// numberFirst reads the dates that begin with a number.
func numberFirst(toks []token, i int, text string, loc locale, m *mention) (y, mo, d, end int) {
	t := toks[i]
	if i > 0 && !t.spaced {
		p := toks[i-1]
		if p.kind == mark && (p.val == '.' || p.val == '/' || p.val == '-' || p.val == '$' || p.val == '€' || p.val == '£' || p.val == '#') && i > 1 && toks[i-2].kind == number {
			return // in the middle of a longer number
		}
	}
	if t.digits == 8 { // 20250425
		v := int(t.val)
		if v/10000 >= 1980 && v/10000 <= 2100 && validDay(v/10000, v/100%100, v%100) {
			return v / 10000, v / 100 % 100, v % 100, i + 1
		}
		return
	}
	if t.digits == 4 && yearOf(t, false) > 0 {
		return yearFirst(toks, i, text)
	}
	if t.digits > 2 {
		return
	}
	// 民國114年 and 令和7年 come through eraFirst; 25年4月12日 is a short year.
	if i+5 < len(toks) && toks[i+1].is('年') && isMonth(toks[i+2]) && toks[i+3].is('月') && isDay(toks[i+4]) && t.digits == 2 {
		m.short = true
		return yearOf(t, true), int(toks[i+2].val), int(toks[i+4].val), i + 6
	}
	if !isDay(t) {
		return
	}
	j := i + 1
	if j >= len(toks) {
		return
	}
	// 25/04/2025, 25.4.2025, 25-04-25, 25. 4. 2025
	if sep := toks[j]; j+3 < len(toks) && sep.kind == mark && (sep.val == '/' || sep.val == '.' || sep.val == '-' || sep.val == '–' || sep.val == '‑') &&
		toks[j+1].kind == number && toks[j+2].is(rune(sep.val)) && toks[j+1].digits <= 2 {
		a, b, yt := t, toks[j+1], toks[j+3]
		spacedOut := b.spaced || yt.spaced
		year := yearOf(yt, sep.val != '-' && !spacedOut || yt.digits == 4)
		if yt.digits == 2 && (a.digits != 2 && sep.val == '.' || yt.val < 2) {
			year = 0 // a version or section number such as 1.2.15
		}
		if year == 0 || sep.val != '.' && spacedOut {
			return
		}
		if j+5 < len(toks) && !toks[j+4].spaced && toks[j+4].is(rune(sep.val)) && toks[j+5].kind == number && !toks[j+5].spaced {
			return // an address such as 10.12.20.15
		}
		m.short = yt.digits == 2
		x, z := int(a.val), int(b.val)
		switch {
		case x > 12 && z <= 12:
			return year, z, x, j + 4
		case z > 12 && x <= 12:
			return year, x, z, j + 4
		}
		m.ambiguous = x != z
		if loc.order == monthFirst && sep.val != '.' {
			return year, x, z, j + 4
		}
		return year, z, x, j + 4
	}
	// 25 April 2025, 25. April 2025, 25 de abril de 2025, 25th of April, 2025, 25-Apr-2025
	k := j
	for n := 0; n < 3 && k < len(toks) && toks[k].month == 0; n++ {
		if !glue(toks[k], text) {
			return
		}
		k++
	}
	if k >= len(toks) || toks[k].month == 0 {
		return
	}
	mo, d = int(toks[k].month), int(t.val)
	k++
	for n := 0; n < 4 && k < len(toks); n++ {
		if y := yearOf(toks[k], n > 0 && toks[k-1].val == '-' || toks[k-1].kind == mark && (toks[k-1].val == '\'' || toks[k-1].val == '’')); y > 0 {
			m.short = toks[k].digits == 2
			return y, mo, d, k + 1
		}
		if !glue(toks[k], text) && !yearWord(toks[k], text) {
			break
		}
		k++
	}
	return 0, 0, 0, 0
}

// yearFirst reads 2025-04-25, 2025/4/25, 2025. 4. 25., 2025年4月25日,
// 2025년 4월 25일, 2025. április 25. and 2025 April 25.
func yearFirst(toks []token, i int, text string) (y, mo, d, end int) {
	y = yearOf(toks[i], false)
	j := i + 1
	if j+1 >= len(toks) {
		return 0, 0, 0, 0
	}
	s := toks[j]
	if s.kind == mark && isMonth(toks[j+1]) {
		if j+3 >= len(toks) {
			return 0, 0, 0, 0
		}
		switch s.val {
		case '-', '/', '.', '_', '‑', '–':
			if toks[j+2].is(rune(s.val)) && isDay(toks[j+3]) {
				return y, int(toks[j+1].val), int(toks[j+3].val), j + 4
			}
		case '年':
			if toks[j+2].is('月') && isDay(toks[j+3]) {
				end = j + 4
				if end < len(toks) && (toks[end].is('日') || toks[end].is('号') || toks[end].is('號')) {
					end++
				}
				return y, int(toks[j+1].val), int(toks[j+3].val), end
			}
		}
		return 0, 0, 0, 0
	}
	if s.kind == word && isMonth(toks[j+1]) && j+3 < len(toks) && toks[j+2].kind == word && isDay(toks[j+3]) {
		switch textOf(s, text) {
		case "년":
			end = j + 4
			if end < len(toks) && textOf(toks[end], text) == "일" {
				end++
			}
			return y, int(toks[j+1].val), int(toks[j+3].val), end
		}
		return 0, 0, 0, 0
	}
	// 2025. gada 25. aprīlis, 2025 ж. 25 сәуір
	k := j
	for k < len(toks) && k < j+3 && yearWord(toks[k], text) {
		k++
	}
	if k > j && k+1 < len(toks) && isDay(toks[k]) {
		n := k + 1
		if toks[n].is('.') && n+1 < len(toks) {
			n++
		}
		if toks[n].month > 0 {
			return y, int(toks[n].month), int(toks[k].val), n + 1
		}
	}
	// 2025 m. balandžio 25 d., 2025. április 25.
	k = j
	for n := 0; n < 3 && k < len(toks) && toks[k].month == 0; n++ {
		if t := toks[k]; !(t.kind == mark && (t.val == '.' || t.val == ',' || t.val == '-' || t.val == '/') || yearWord(t, text)) {
			return 0, 0, 0, 0
		}
		k++
	}
	if k+1 < len(toks) && toks[k].month > 0 {
		if toks[k+1].kind == mark && toks[k+1].val == '-' && k+2 < len(toks) {
			k++
		}
		if isDay(toks[k+1]) {
			mo = int(toks[k].month)
			if mo == 0 {
				mo = int(toks[k-1].month)
			}
			// "2024 March 5, 2025" begins with a number that is no year
			if k+3 < len(toks) && toks[k+2].is(',') && yearOf(toks[k+3], false) > 0 {
				return 0, 0, 0, 0
			}
			return y, mo, int(toks[k+1].val), k + 2
		}
	}
	return 0, 0, 0, 0
}

// monthNameFirst reads April 25, 2025; April 25th 2025; Apr-25-2025; tháng 4
// comes through its number.
func monthNameFirst(toks []token, i int, text string, m *mention) (y, mo, d, end int) {
	mo = int(toks[i].month)
	k := i + 1
	for n := 0; n < 2 && k < len(toks) && toks[k].kind == mark && (toks[k].val == '.' || toks[k].val == '-' || toks[k].val == ' '); n++ {
		k++
	}
	if k < len(toks) && toks[k].kind == word && textOf(toks[k], text) == "the" {
		k++
	}
	if k >= len(toks) || !isDay(toks[k]) {
		return 0, 0, 0, 0
	}
	d = int(toks[k].val)
	k++
	// April 5 - 7, 2025 is a span of days: its first day
	if k+1 < len(toks) && (toks[k].is('-') || toks[k].is('–')) && isDay(toks[k+1]) && k+2 < len(toks) && toks[k+2].is(',') {
		k += 2
	}
	for n := 0; n < 4 && k < len(toks); n++ {
		if y := yearOf(toks[k], n > 0 && (toks[k-1].is('\'') || toks[k-1].is('’'))); y > 0 {
			m.short = toks[k].digits == 2
			if k+1 < len(toks) && toks[k+1].is(':') && !toks[k+1].spaced {
				break // April 25 2030: no, the time 20:30
			}
			return y, mo, d, k + 1
		}
		t := toks[k]
		if !(t.kind == mark && (t.val == ',' || t.val == '.' || t.val == '-' || t.val == '/' || t.val == '\'' || t.val == '’' || t.val == '،' || t.val == '|') || ordinal(t, text)) {
			break
		}
		k++
	}
	return 0, 0, 0, 0
}

// eraFirst reads 令和7年4月25日 and 民國114年4月25日.
func eraFirst(toks []token, i int) (y, mo, d, end int) {
	base := 0
	switch {
	case i+1 >= len(toks):
		return
	case toks[i].is('令') && toks[i+1].is('和'):
		base = 2018
	case toks[i].is('平') && toks[i+1].is('成'):
		base = 1988
	case toks[i].is('昭') && toks[i+1].is('和'):
		base = 1925
	case toks[i].is('民') && (toks[i+1].is('國') || toks[i+1].is('国')):
		base = 1911
	default:
		return
	}
	j := i + 2
	if j+5 >= len(toks) || !toks[j+1].is('年') || !isMonth(toks[j+2]) || !toks[j+3].is('月') || !isDay(toks[j+4]) {
		return
	}
	n := int(toks[j].val)
	if toks[j].is('元') {
		n = 1
	} else if toks[j].kind != number || toks[j].digits > 3 {
		return
	}
	return base + n, int(toks[j+2].val), int(toks[j+4].val), j + 6
}

// glue reports whether a token may stand between a day and its month or a
// month and its year: marks, ordinal endings and the small words for "of".
func glue(t token, text string) bool {
	if t.kind == mark {
		switch t.val {
		case '.', ',', '-', '/', 'º', '°', 'ª', '،', '\'', '’', '–':
			return true
		}
		return false
	}
	if t.kind != word {
		return false
	}
	if ordinal(t, text) {
		return true
	}
	switch textOf(t, text) {
	case "de", "del", "di", "of", "d'", "d’", "ta’", "ta'", "dne", "den", "a", "ya", "ng", "da", "do", "et", "di'", "ในเดือน", "เดือน", "de'", "yil", "ל", "ב":
		return true
	}
	return false
}

// ordinal reports whether a word is the ending of an ordinal number.
func ordinal(t token, text string) bool {
	if t.kind == mark {
		return t.val == 'º' || t.val == '°' || t.val == 'ª'
	}
	if t.kind != word || t.end-t.start > 9 {
		return false
	}
	switch textOf(t, text) {
	case "st", "nd", "rd", "th", "er", "re", "ère", "e", "ste", "de", "ta", "ος", "η", "го", "е", "ый", "TH", "ST", "ND", "RD":
		return true
	}
	return false
}

// yearWord reports whether a word may stand beside a year: "2025 m.", "2025
// г.", "năm 2025", "พ.ศ.", "m", "yil".
func yearWord(t token, text string) bool {
	if t.kind == mark {
		return t.val == '.' || t.val == ','
	}
	if t.kind != word {
		return false
	}
	switch textOf(t, text) {
	case "m", "gada", "năm", "г", "року", "р", "г.", "พ", "ศ", "ค", "ж", "года", "год", "შ", "წ", "yil", "թ", "il", "سنة", "عام", "לשנת", "gads", "aasta", "an", "anul", "the", "year":
		return true
	}
	return false
}

func textOf(t token, text string) string { return text[t.start:t.end] }

// gregorian turns a year, month and day of the Buddhist or the Persian
// calendar into the Gregorian one.
func gregorian(y, mo, d int, loc locale) (int, int, int) {
	if mo > 20 { // a month name of the Persian calendar
		if y < 1300 || y > 1500 {
			return 0, 0, 0
		}
		return fromPersian(y, mo-20, d)
	}
	if y >= 2500 && y <= 2650 { // Buddhist era
		return y - 543, mo, d
	}
	if y >= 1370 && y <= 1450 && (loc.lang == "fa" || loc.lang == "ps" || loc.lang == "") {
		return fromPersian(y, mo, d)
	}
	return y, mo, d
}

// fromPersian converts a day of the solar Hijri calendar. It follows the
// 33-year leap cycle, which is right for the years 1300 to 1472.
func fromPersian(y, m, d int) (int, int, int) {
	days := (y-1)*365 + (8*y+21)/33 + d - 1
	if m <= 7 {
		days += (m - 1) * 31
	} else {
		days += (m-1)*30 + 6
	}
	// 1 Farvardin 1 is 22 March 622 (Gregorian, proleptic: 19 March by the cycle used here)
	epoch := time.Date(1979, 3, 21, 0, 0, 0, 0, time.UTC) // 1 Farvardin 1358
	base := (1358-1)*365 + (8*1358+21)/33
	t := epoch.AddDate(0, 0, days-base)
	return t.Year(), int(t.Month()), t.Day()
}

func validDay(y, mo, d int) bool {
	if y < 1980 || y > 2100 || mo < 1 || mo > 12 || d < 1 || d > 31 {
		return false
	}
	if d <= 28 {
		return true
	}
	return time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// swapped is the date with day and month the other way round.
func (m mention) swapped() (mention, bool) {
	y, mo, d := m.date.Time.Date()
	if !m.ambiguous || d > 12 {
		return m, false
	}
	t := m.date.Time
	m.date.Time = time.Date(y, time.Month(d), int(mo), t.Hour(), t.Minute(), t.Second(), 0, t.Location())
	return m, true
}
