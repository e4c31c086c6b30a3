package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// references resolves character references and remembers the named ones that
// it met.
type references struct {
	named map[string]string // by the reference as written
	one   [utf8.UTFMax]byte // the last numeric one
}

// at returns the text of the reference that begins with the '&' at s[0] and
// its length in s; text that only looks like one stands for itself. The text
// is valid up to the next call.
func (r *references) at(s string) (text string, n int) {
	if len(s) > 2 && s[1] == '#' {
		return r.numeric(s)
	}
	n = 1
	for n < len(s) && (isLetter(s[n]) || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	if n == 1 {
		return "&", 1
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	ref := s[:n]
	switch ref {
	case "&amp;":
		return "&", n
	case "&nbsp;":
		return "\u00a0", n
	case "&quot;":
		return `"`, n
	case "&lt;":
		return "<", n
	case "&gt;":
		return ">", n
	}
	text, known := r.named[ref]
	if !known {
		text = html.UnescapeString(ref)
		if r.named == nil {
			r.named = make(map[string]string)
		}
		r.named[ref] = text
	}
	return text, n
}

// numeric is at for a reference by number.
func (r *references) numeric(s string) (text string, n int) {
	n = 2
	base := rune(10)
	if s[n]|0x20 == 'x' {
		n++
		base = 16
	}
	begin := n
	x := rune(0)
	for ; n < len(s); n++ {
		d := base
		switch c := s[n]; {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		}
		if d >= base {
			break
		}
		if x <= utf8.MaxRune {
			x = x*base + d
		}
	}
	if n == begin {
		return "&", 1
	}
	digits := n
	if n < len(s) && s[n] == ';' {
		n++
	}
	if x == 0 || 0x80 <= x && x <= 0x9F { // stand for other characters
		return html.UnescapeString(s[:digits] + ";"), n
	}
	b := utf8.AppendRune(r.one[:0], x) // U+FFFD if it is none
	return asString(b), n
}

// inAttribute is at for attribute values, where a name without a semicolon is
// often a parameter of a URL.
func (r *references) inAttribute(s string) (text string, n int) {
	text, n = r.at(s)
	if n == 1 || s[1] == '#' || s[n-1] == ';' && text[len(text)-1] != ';' {
		return text, n
	}
	if s[n-1] != ';' && n < len(s) && s[n] == '=' {
		return "&", 1
	}
	// A name that is one as a whole leaves nothing of itself.
	if last := text[len(text)-1]; last == ';' && text != ";" || isLetter(last) || '0' <= last && last <= '9' {
		return "&", 1
	}
	return text, n
}

// attrValue returns an attribute's value with its references resolved: a part
// of the input if there are none.
func (s *scanner) attrValue(v string) string {
	if strings.IndexByte(v, '&') < 0 && (!s.cr || strings.IndexByte(v, '\r') < 0) && (!s.nul || strings.IndexByte(v, 0) < 0) {
		return v
	}
	const chunk = 4 << 10
	if cap(s.values)-len(s.values) < 2*len(v) { // NUL and a few references grow
		s.values = make([]byte, 0, max(chunk, 2*len(v)))
	}
	begin := len(s.values)
	s.values = s.appendResolved(s.values, v)
	return asString(s.values[begin:])
}

// appendResolved appends an attribute's value to out.
func (s *scanner) appendResolved(out []byte, v string) []byte {
	for i := 0; i < len(v); {
		switch v[i] {
		case '&':
			text, n := s.refs.inAttribute(v[i:])
			out = append(out, text...)
			i += n
		case '\r':
			out = append(out, '\n')
			if i++; i < len(v) && v[i] == '\n' {
				i++
			}
		case 0:
			out = append(out, "\uFFFD"...)
			i++
		default:
			begin := i
			for i < len(v) && v[i] != '&' && v[i] != '\r' && v[i] != 0 {
				i++
			}
			out = append(out, v[begin:i]...)
		}
	}
	return out
}
