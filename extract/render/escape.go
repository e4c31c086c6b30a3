package render

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pithtext/pith/extract"
)

// place is where inline Markdown stands, which decides what must be escaped.
type place uint8

const (
	flow    place = iota // a paragraph: lines begin anew after a hard break
	item                 // a list item: a paragraph that may open with a task's box
	heading              // one line
	cell                 // one line between pipes
)

// inliner writes the inline Markdown of one text.
type inliner struct {
	text  string
	place place
}

// markdownInline returns the text with its spans as Markdown.
func markdownInline(text string, spans []extract.Span, at place) string {
	text = strings.ReplaceAll(text, "\r", "\n")
	w := inliner{text, at}
	return w.run(inline(text, spans), true, false)
}

// run writes what is inside n. fresh: the output begins a line here.
func (w inliner) run(n node, fresh, inLink bool) string {
	var out strings.Builder
	at := n.start
	for _, k := range n.kids {
		w.escape(&out, at, k.start, fresh, inLink)
		w.mark(&out, k, inLink)
		at = k.end
	}
	w.escape(&out, at, n.end, fresh, inLink)
	return out.String()
}

// mark writes one span.
func (w inliner) mark(out *strings.Builder, n node, inLink bool) {
	switch n.kind {
	case extract.Link:
		out.WriteString("[" + w.run(n, false, true) + "](" + w.destination(n.url) + ")")
	case extract.CodeSpan:
		out.WriteString(w.code(w.text[n.start:n.end]))
	case extract.Strong:
		w.emphasis(out, n, "**", inLink)
	case extract.Emphasis:
		w.emphasis(out, n, "*", inLink)
	}
}

// emphasis writes a span between delimiters where CommonMark's flanking rules
// read them as such, and plain where not: right after another emphasis, or
// between a letter and punctuation.
// https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
func (w inliner) emphasis(out *strings.Builder, n node, delimiter string, inLink bool) {
	inner := w.run(n, false, inLink)
	before, _ := utf8.DecodeLastRuneInString(w.text[:n.start])
	after, _ := utf8.DecodeRuneInString(w.text[n.end:])
	opens := n.start == 0 || !isWord(before)
	closes := n.end == len(w.text) || !isWord(after)
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	if strings.HasSuffix(out.String(), "*") ||
		!opens && (isMark(first) || first == '\\') || !closes && isMark(last) {
		if out.Len() == 0 || strings.HasSuffix(out.String(), "\n") {
			// What was not at the beginning of a line is now.
			inner = w.run(n, true, inLink)
		}
		out.WriteString(inner)
		return
	}
	out.WriteString(delimiter + inner + delimiter)
}

// code fences a code span.
func (w inliner) code(s string) string {
	s = fold(s)
	if w.place == cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	fence := strings.Repeat("`", longestRun(s, '`')+1)
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// destination writes the address of a link.
func (w inliner) destination(url string) string {
	var out strings.Builder
	for i, r := range url {
		switch {
		case r == '|' || unicode.IsSpace(r) || strings.ContainsRune(`()<>\`, r):
			for _, b := range []byte(string(r)) {
				const hex = "0123456789ABCDEF"
				out.Write([]byte{'%', hex[b>>4], hex[b&15]})
			}
		case r == '&' && isReference(url[i:]):
			out.WriteString(`\&`)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// escape writes text[from:to] with a backslash before every character that
// would be markup where it stands. fresh: empty output begins a line.
func (w inliner) escape(out *strings.Builder, from, to int, fresh, inLink bool) {
	for i := from; i < to; i++ {
		c := w.text[i]
		if c == '\n' {
			for i+1 < to && isBlank(w.text[i+1]) {
				i++
			}
			w.lineBreak(out)
			continue
		}
		lineStart := fresh && out.Len() == 0 || strings.HasSuffix(out.String(), "\n")
		if w.special(i, from, to, inLink) || lineStart && w.opensBlock(i) {
			out.WriteByte('\\')
		} else if lineStart && w.place <= item {
			if d := digits(w.text[i:]); d > 0 && i+d < to && opensOrdered(w.text[i+d:]) {
				out.WriteString(w.text[i:i+d] + `\`)
				i += d
			}
		}
		out.WriteByte(w.text[i])
	}
}

func (w inliner) lineBreak(out *strings.Builder) {
	switch w.place {
	case heading:
		out.WriteByte(' ')
	case cell:
		out.WriteString("<br>")
	default:
		out.WriteString("\\\n")
	}
}

// special reports whether the character at i is markup inside a line. What
// lies beyond [from, to) may be delimiters of spans in the output.
func (w inliner) special(i, from, to int, inLink bool) bool {
	t := w.text
	rest := t[i+1:]
	switch t[i] {
	case '`':
		return true
	case '\\':
		return i+1 == to || rest[0] < 0x80 && isMark(rune(rest[0])) || rest[0] == '\n'
	case '*':
		return i == from || i+1 == to || !isBlank(t[i-1]) || !isBlank(t[i+1])
	case '_':
		return !w.insideWord(i, from, to)
	case '~':
		return i > 0 && !isBlank(t[i-1]) || strings.HasPrefix(rest, "~")
	case '[':
		return inLink
	case ']':
		return inLink || rest != "" && strings.IndexByte("([:", rest[0]) >= 0
	case '!':
		return i+1 == to && i+1 < len(t) || strings.HasPrefix(rest, "[")
	case '<':
		return rest != "" && (isLetter(rest[0]) || strings.IndexByte("/!?", rest[0]) >= 0)
	case '&':
		return isReference(t[i:])
	case '|':
		return w.place == cell
	}
	return false
}

// insideWord reports whether the run of underscores at i has a letter or digit
// on both sides: it is no delimiter then, as in snake_case.
func (w inliner) insideWord(i, from, to int) bool {
	a, b := i, i+1
	for a > from && w.text[a-1] == '_' {
		a--
	}
	for b < to && w.text[b] == '_' {
		b++
	}
	before, _ := utf8.DecodeLastRuneInString(w.text[from:a])
	after, _ := utf8.DecodeRuneInString(w.text[b:to])
	return isAlnum(before) && isAlnum(after)
}

// opensBlock reports whether the character at i, the first of a line, would
// open something else than text.
func (w inliner) opensBlock(i int) bool {
	if w.place > item {
		return false
	}
	line, _, _ := strings.Cut(w.text[i:], "\n")
	switch c := line[0]; c {
	case '>':
		return true
	case '#':
		level := len(line) - len(strings.TrimLeft(line, "#"))
		return level <= 6 && (level == len(line) || isBlank(line[level]))
	case '-', '+', '*':
		if len(line) == 1 || isBlank(line[1]) {
			return true
		}
		return strings.Trim(line, "-|: \t") == ""
	case '=':
		return strings.Trim(line, "= \t") == ""
	case '|', ':':
		return strings.Trim(line, "-|: \t") == ""
	case '[':
		return w.place == item && len(line) > 2 && line[2] == ']'
	}
	return false
}

// opensOrdered reports whether s, after the digits at the beginning of a line,
// goes on like an ordered list's item.
func opensOrdered(s string) bool {
	return (s[0] == '.' || s[0] == ')') && (len(s) == 1 || isBlank(s[1]))
}

// digits counts the digits that s begins with, 0 if there are more than an
// item's number may have.
func digits(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n > 9 {
		return 0
	}
	return n
}

// isReference reports whether s begins with a character reference.
func isReference(s string) bool {
	const longest = 34 // of the names in HTML
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	return end > 1 && html.UnescapeString(s[:end+1]) != s[:end+1]
}

func isBlank(c byte) bool  { return c == ' ' || c == '\t' || c == '\n' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlnum(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
