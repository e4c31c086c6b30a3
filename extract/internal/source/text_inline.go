package source

import (
	"bytes"
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// isMarkdown tells Markdown from other text by its links and headings.
func isMarkdown(in string, lines []textLine) bool {
	headings := 0
	for i := range lines {
		l := &lines[i]
		if l.start < l.end && in[l.start] == '#' && setOff(lines, i) && hashes(in[l.start:l.end]) > 0 {
			headings++
		}
	}
	links := 0
	for rest := in; links < 2; links++ {
		_, after, found := strings.Cut(rest, "](")
		if !found {
			break
		}
		if rest = after; after == "" || strings.IndexByte("h/#m.<", after[0]) < 0 {
			links--
		}
	}
	return links >= 2 || links+headings >= 3
}

// setOff says whether blank lines set line i off, as a heading is from text
// and a comment in a program is not.
func setOff(lines []textLine, i int) bool {
	return (i == 0 || lines[i].blanks > 0) && (i+1 == len(lines) || lines[i+1].blanks > 0)
}

// inline takes the inline marks of Markdown out of the block that was written
// last: links and emphasis become spans, images go, escaped characters stand
// for themselves. It says whether text is left.
func (c *cutter) inline(b *block.Block) bool {
	written := c.flow[b.Flow.Start:]
	if !bytes.ContainsAny(written, `\[*_`) {
		return true
	}
	m := &c.inliner
	*m = inliner{text: written, spans: m.spans[:0], open: m.open[:0]}
	for m.read < len(m.text) {
		m.next()
	}
	text := m.text[:m.write]
	for len(text) > 0 && text[len(text)-1] == ' ' {
		text = text[:len(text)-1]
	}
	c.flow = c.flow[:int(b.Flow.Start)+len(text)]
	for _, s := range m.spans {
		if s.End = min(s.End, int32(len(text))); s.Start < s.End {
			c.page.Spans = append(c.page.Spans, s)
		}
	}
	return len(text) > 0
}

// An inliner rewrites a text in place.
type inliner struct {
	text        []byte
	read, write int
	spans       []block.Span // in order of Start; those not closed yet have End 0
	open        []int        // spans that may become links, outermost first
	strong      int          // index+1 of the open span of each kind, 0 if none
	emphasis    int
	seen        [4]int // no "*", "**", "_" or "__" before this closes what is not open yet
}

// maxOpen is how many brackets may be open at once: an image in a link in text
// that was in brackets needs three.
const maxOpen = 8

// next reads one character or mark.
func (m *inliner) next() {
	ch := m.text[m.read]
	switch {
	case ch == '\\' && isPunct(m.at(1)):
		m.read++
		m.put(m.text[m.read])
	case ch == '[':
		if len(m.open) == maxOpen {
			m.open = append(m.open[:0], m.open[1:]...)
		}
		m.open = append(m.open, len(m.spans))
		m.spans = append(m.spans, block.Span{Kind: block.Link, Start: int32(m.write)})
		m.put(ch)
	case ch == ']' && len(m.open) > 0:
		m.closeLink()
	case ch == '*' && m.at(1) == '*':
		m.mark(block.Strong, &m.strong, 2)
	case ch == '_' && m.at(1) == '_':
		m.mark(block.Strong, &m.strong, 2)
	case ch == '_' || ch == '*':
		m.mark(block.Emphasis, &m.emphasis, 1)
	case ch == ' ' && (m.write == 0 || m.text[m.write-1] == ' '):
		m.read++
	default:
		n := 1
		for m.read+n < len(m.text) && !isInline(m.text[m.read+n]) {
			n++
		}
		copy(m.text[m.write:], m.text[m.read:m.read+n])
		m.read += n
		m.write += n
	}
}

// isInline says whether a byte may be more than itself.
func isInline(ch byte) bool {
	switch ch {
	case '\\', '[', ']', '*', '_', ' ':
		return true
	}
	return false
}

// at is the byte n after the one at hand, a space beyond the end.
func (m *inliner) at(n int) byte {
	if m.read+n < 0 || m.read+n >= len(m.text) {
		return ' '
	}
	return m.text[m.read+n]
}

func (m *inliner) put(ch byte) {
	m.text[m.write] = ch
	m.read++
	m.write++
}

// closeLink makes a link of the innermost open bracket if an address follows,
// or takes it away if it is an image or a permalink.
func (m *inliner) closeLink() {
	i := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	address, size := linkAddress(m.text[m.read+1:])
	if size == 0 {
		m.put(']')
		return
	}
	m.read += 1 + size
	s := &m.spans[i]
	from := int(s.Start)
	image := from > 0 && m.text[from-1] == '!'
	if image || isPermalink(string(m.text[from+1:m.write]), address) {
		m.write = from
		if image {
			m.write--
		}
		m.spans = m.spans[:i]
		m.strong, m.emphasis = m.kept(m.strong), m.kept(m.emphasis)
		return
	}
	// The bracket goes, and a space that would begin or be doubled: what was
	// written behind them moves up.
	n := 1
	if from+1 < m.write && m.text[from+1] == ' ' && (from == 0 || m.text[from-1] == ' ') {
		n = 2
	}
	copy(m.text[from:], m.text[from+n:m.write])
	m.write -= n
	for j := i + 1; j < len(m.spans); j++ {
		m.spans[j].Start -= int32(n)
		if m.spans[j].End > 0 {
			m.spans[j].End -= int32(n)
		}
	}
	s.End, s.URL = int32(m.write), address
}

// kept is an open span's index+1 unless the span is gone.
func (m *inliner) kept(i int) int {
	if i > len(m.spans) {
		return 0
	}
	return i
}

// mark opens or closes a span at a mark of n characters, or writes the mark if
// it can do neither.
func (m *inliner) mark(kind block.SpanKind, open *int, n int) {
	before, after := m.at(-1), m.at(n)
	switch {
	case *open > 0 && before != ' ' && !(m.text[m.read] == '_' && isWordByte(after)):
		m.spans[*open-1].End = int32(m.write)
		*open = 0
		m.read += n
	case *open == 0 && after != ' ' && !isWordByte(before) && m.closes(n):
		m.spans = append(m.spans, block.Span{Kind: kind, Start: int32(m.write)})
		*open = len(m.spans)
		m.read += n
	default:
		for range n {
			m.put(m.text[m.read])
		}
	}
}

// closes says whether the mark of n characters at hand has a counterpart.
func (m *inliner) closes(n int) bool {
	ch := m.text[m.read]
	seen := &m.seen[n-1]
	if ch == '_' {
		seen = &m.seen[n+1]
	}
	for i := max(m.read+n+1, *seen); i+n <= len(m.text); i++ {
		if m.text[i] != ch || m.text[i+n-1] != ch || m.text[i-1] == ' ' {
			continue
		}
		if ch == '*' || i+n == len(m.text) || !isWordByte(m.text[i+n]) {
			*seen = i
			return true
		}
	}
	*seen = len(m.text)
	return false
}

// linkAddress reads "(address)" or `(address "title")` at the beginning of s
// and returns the address and the bytes read, 0 if there is none. A renderer
// may have broken the address over lines.
func linkAddress(s []byte) (address string, size int) {
	if len(s) == 0 || s[0] != '(' {
		return "", 0
	}
	depth := 0
	for i, ch := range s {
		switch ch {
		case '(':
			depth++
		case '[', '\n':
			return "", 0
		case ')':
			if depth--; depth == 0 {
				address = string(s[1:i])
				if j := strings.IndexByte(address, '"'); j > 0 {
					address = address[:j]
				}
				address = strings.Trim(strings.ReplaceAll(address, " ", ""), "<>")
				return address, i + 1
			}
		}
	}
	return "", 0
}

func isPunct(ch byte) bool {
	return ch > ' ' && ch < 0x7f && !isWordByte(ch)
}

func isWordByte(ch byte) bool {
	return ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch >= 0x80
}
