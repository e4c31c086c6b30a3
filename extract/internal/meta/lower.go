package meta

import (
	"unicode"
	"unicode/utf8"
)

// A lowered is room for a word in lower case that need not outlive its use.
type lowered [64]byte

// lower writes s in lower case into the room and returns it; what does not
// fit is cut off. The result changes with the next use of the room.
func (b *lowered) lower(s string) []byte {
	out := b[:0]
	for _, r := range s {
		if len(out)+utf8.UTFMax > len(b) {
			break
		}
		if r < utf8.RuneSelf {
			if r >= 'A' && r <= 'Z' {
				r |= 0x20
			}
			out = append(out, byte(r))
			continue
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return out
}

// has reports whether a set of lower-case words has s, whatever its case.
func has(set map[string]bool, s string) bool {
	var room lowered
	return set[string(room.lower(s))]
}

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
