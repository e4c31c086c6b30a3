package meta

import (
	"strings"
	"unicode/utf8"
)

// A sieve holds the first three letters of words that are looked for, whatever
// their case: most places of a text are passed with one look. It takes some
// others for them.
type sieve [1 << 15 / 64]uint64

// sieveOf is the sieve of words in ASCII.
func sieveOf(words string) *sieve {
	s := new(sieve)
	for w := range strings.FieldsSeq(words) {
		s.enter(w)
	}
	return s
}

func (s *sieve) enter(word string) {
	t := newTrio(word).and(word[2])
	s[t>>6] |= 1 << (t & 63)
}

// has reports whether words may begin with the three letters.
func (s *sieve) has(t trio) bool { return s[t>>6]>>(t&63)&1 == 1 }

// mayBegin reports whether a word may begin with the letters of text, which has
// three bytes at least. What is not ASCII may always.
func (s *sieve) mayBegin(text string) bool {
	return text[0]|text[1]|text[2] >= utf8.RuneSelf || s.has(newTrio(text).and(text[2]))
}

// mayHold reports whether one of the words may stand in an ASCII text.
func (s *sieve) mayHold(text string) bool {
	if len(text) < 3 {
		return false
	}
	t := newTrio(text)
	for i := 2; i < len(text); i++ {
		if t = t.and(text[i]); s.has(t) {
			return true
		}
	}
	return false
}

// A trio is the last three letters that were read.
type trio uint16

// newTrio has read the first two bytes of a text.
func newTrio(text string) trio { return trio(0).and(text[0]).and(text[1]) }

func (t trio) and(c byte) trio { return (t<<5 | trio(c&31)) & (1<<15 - 1) }
