package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isKey reports whether s is its own key, as far as ASCII tells.
func isKey(s string) bool {
	gap := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' {
			if gap {
				return false
			}
			gap = true
			continue
		}
		if c-'a' > 'z'-'a' && c-'0' > 9 {
			return false
		}
		gap = false
	}
	return s == "" || !gap
}

func writeKey(sb *strings.Builder, s string) {
	var room [128]byte
	out := room[:0]
	gap, begun := false, false
	for i := 0; i < len(s); {
		if len(out)+utf8.UTFMax >= len(room) {
			sb.Write(out)
			out = room[:0]
		}
		r, w := keyRune(s, i)
		i += w
		if r == 0 {
			gap = begun
			continue
		}
		if gap {
			out = append(out, ' ')
		}
		gap, begun = false, true
		out = utf8.AppendRune(out, r)
		for i < len(s) && s[i]-'a' <= 'z'-'a' && len(out) < len(room) { // as most letters are
			out = append(out, s[i])
			i++
		}
	}
	sb.Write(out)
}

// keyRune is what the character at s[i:] is in a key, 0 if it only parts
// words, and how many bytes it has in s.
func keyRune(s string, i int) (r rune, width int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(keyBytes[c]), 1
	}
	return foreignRune(s[i:])
}

// foreignRune is keyRune for what is not ASCII.
func foreignRune(s string) (r rune, width int) {
	r, width = utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
		return 0, width
	}
	return unicode.ToLower(r), width
}

// keyBytes are the ASCII characters as keys have them, 0 for those that they
// have not.
var keyBytes = func() (t [utf8.RuneSelf]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	return t
}()

// spelled is how many bytes of a key the text spells, -1 if the text goes on
// with something else.
func spelled(key, text string) (n int) {
	gap := false
	for i := 0; i < len(text); {
		r, w := keyRune(text, i)
		i += w
		if r == 0 {
			gap = n > 0
			continue
		}
		if gap {
			if n == len(key) || key[n] != ' ' {
				return -1
			}
			n++
			gap = false
		}
		k, w := utf8.DecodeRuneInString(key[n:])
		if k != r {
			return -1
		}
		n += w
	}
	return n
}

// A lettersRoom is room for the letters and digits of a short text.
type lettersRoom [240]byte

// of is s without anything but letters and digits, in lower case. What does
// not fit is cut off; the result changes with the next use of the room.
func (room *lettersRoom) of(s string) []byte {
	out := room[:0]
	for _, r := range s {
		if len(out)+utf8.UTFMax > len(room) {
			break
		}
		if r < utf8.RuneSelf {
			if c := keyBytes[r]; c != 0 {
				out = append(out, c)
			}
		} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}
