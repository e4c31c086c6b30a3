package render

import "unicode"

// unspaced are the scripts that write no spaces between words: each of their
// characters counts as a word.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer,
}

const firstUnspaced = '\u0e00' // Thai's

// countWords counts runs of letters, digits and what binds them.
func countWords(s string) int {
	n, inside := 0, false
	for _, r := range s {
		var binds bool
		switch {
		case r < 0x80:
			binds = r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
		case r < firstUnspaced && unicode.IsLetter(r):
			binds = true
		case unicode.IsMark(r): // belongs to the letter before
			continue
		case unicode.In(r, unspaced...):
			n++
		default:
			binds = unicode.IsLetter(r) || unicode.IsNumber(r)
		}
		if binds && !inside {
			n++
		}
		inside = binds
	}
	return n
}
