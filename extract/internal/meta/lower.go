package meta

import (
	"unicode"
	"unicode/utf8"
)

// foldPrefix reports whether s begins with the lower-case prefix whatever its
// case, and how long the prefix is in s.
func foldPrefix(s, prefix string) (int, bool) {
	i := 0
	for i < len(prefix) && i < len(s) && s[i]|prefix[i] < utf8.RuneSelf {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != prefix[i] {
			return 0, false
		}
		i++
	}
	for _, p := range prefix[i:] {
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
