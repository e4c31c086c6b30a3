package meta

import (
	"unicode"
	"unicode/utf8"
)

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
				if text[i]-'a' <= 'z'-'a' { // as most letters are
					lower = true
					i++
					continue
				}
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
