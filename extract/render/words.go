package render

import "unicode"

// unspaced are the scripts that write no spaces between words: each of their
// characters counts as a word.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer,
}

// countWords counts runs of letters, digits and what binds them.
func countWords(s string) int {
	n, inside := 0, false
	for _, r := range s {
		switch {
		case r < 0x80:
			letter := r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
			if letter && !inside {
				n++
			}
			inside = letter
		case unicode.IsMark(r): // belongs to the letter before
		case unicode.In(r, unspaced...):
			n++
			inside = false
		default:
			letter := unicode.IsLetter(r) || unicode.IsNumber(r)
			if letter && !inside {
				n++
			}
			inside = letter
		}
	}
	return n
}
