package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleKey makes titles comparable: letters and digits in lower case, single
// spaces between words.
func titleKey(s string) string {
	if isKey(s) {
		return s
	}
	var sb strings.Builder
	sb.Grow(len(s))
	writeKey(&sb, s)
	return sb.String()
}

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
	for _, r := range s {
		if len(out)+utf8.UTFMax >= len(room) {
			sb.Write(out)
			out = room[:0]
		}
		if r < utf8.RuneSelf {
			c := byte(r)
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c-'a' > 'z'-'a' && c-'0' > 9 {
				gap = begun
				continue
			}
			if gap {
				out = append(out, ' ')
			}
			gap, begun = false, true
			out = append(out, c)
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = begun
			continue
		}
		if gap {
			out = append(out, ' ')
		}
		gap, begun = false, true
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	sb.Write(out)
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
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}
