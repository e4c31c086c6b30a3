package render

import (
	"html"
	"slices"
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
	text   string
	place  place
	labels bool // the text may hold the end of a definition's label
	math   bool // it holds a formula, so that dollars are marks
}

// markdownInline returns the text with its spans as Markdown.
func markdownInline(text string, spans []extract.Span, at place) string {
	text = strings.ReplaceAll(text, "\r", "\n")
	isFormula := func(s extract.Span) bool { return s.Kind == extract.Formula }
	w := inliner{text, at, strings.Contains(text, "]:"), slices.ContainsFunc(spans, isFormula)}
	var out strings.Builder
	w.write(&out, inline(text, spans), true, false)
	return out.String()
}

// write writes what is inside n. fresh: empty output is the beginning of a
// line.
func (w inliner) write(out *strings.Builder, n node, fresh, inLink bool) {
	at := n.start
	for _, k := range n.kids {
		w.escape(out, at, k.start, fresh, inLink)
		w.mark(out, k, fresh, inLink)
		at = k.end
	}
	w.escape(out, at, n.end, fresh, inLink)
}

// mark writes one span.
func (w inliner) mark(out *strings.Builder, n node, fresh, inLink bool) {
	switch n.kind {
	case extract.Link:
		out.WriteByte('[')
		w.write(out, n, false, true)
		out.WriteString("](" + destination(n.url) + ")")
	case extract.CodeSpan:
		s := w.text[n.start:n.end]
		if strings.HasSuffix(out.String(), "`") || inLink && strings.Contains(s, "]") {
			w.escape(out, n.start, n.end, fresh, inLink) // the fence would join the one before, or the bracket end the link
		} else {
			out.WriteString(w.code(s))
		}
	case extract.Formula:
		w.formula(out, n, fresh, inLink)
	case extract.Strong:
		w.emphasis(out, n, "**", fresh, inLink)
	case extract.Emphasis:
		w.emphasis(out, n, "*", fresh, inLink)
	}
}

// emphasis writes a span between delimiters where CommonMark reads them as
// such, and plain where it might not: right after another emphasis, between a
// letter and punctuation, or where emphasis inside it ends together with it.
// https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
func (w inliner) emphasis(out *strings.Builder, n node, delimiter string, fresh, inLink bool) {
	var sb strings.Builder
	w.write(&sb, n, false, inLink)
	inner := sb.String()
	before, _ := utf8.DecodeLastRuneInString(w.text[:n.start])
	after, _ := utf8.DecodeRuneInString(w.text[n.end:])
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	opens := n.start == 0 || !isWord(before) || !isMark(first)
	closes := n.end == len(w.text) || !isWord(after) || !isMark(last)
	tangled := false
	if k := len(n.kids); k > 0 {
		begins := first == '*' && n.kids[0].start == n.start
		ends := last == '*' && n.kids[k-1].end == n.end
		tangled = (begins || ends) && !(k == 1 && begins && ends)
	}
	if !opens || !closes || tangled || strings.HasSuffix(out.String(), "*") {
		w.write(out, n, fresh, inLink)
		return
	}
	out.WriteString(delimiter + inner + delimiter)
}

// formula writes TeX between dollars, two where it stands alone: not plain
// CommonMark, but what most that read Markdown with formulas go by. What would
// end it too early, or the line or cell that it is in, stays plain text.
func (w inliner) formula(out *strings.Builder, n node, fresh, inLink bool) {
	tex, rest := w.text[n.start:n.end], w.text[n.end:]
	switch {
	case strings.ContainsAny(tex, "$`\n") || strings.HasSuffix(tex, `\`) || w.place == cell && strings.Contains(tex, "|") ||
		inLink && strings.ContainsAny(tex, "[]") || rest != "" && isDigit(rest[0]):
		w.escape(out, n.start, n.end, fresh, inLink)
	case w.place == flow && strings.TrimSpace(w.text) == tex:
		out.WriteString("$$" + tex + "$$")
	case strings.HasSuffix(out.String(), "$"): // two would be another mark
		out.WriteString(" $" + tex + "$")
	default:
		out.WriteString("$" + tex + "$")
	}
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
func destination(url string) string {
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
		if strings.HasSuffix(out.String(), `\`) {
			out.WriteString("  \n") // parsers differ on backslashes in a row
		} else {
			out.WriteString("\\\n")
		}
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
		return i == from || i+1 == to || !isBlank(t[i-1]) || t[i+1] != ' '
	case '_':
		return !w.insideWord(i, from, to)
	case '~':
		return i > 0 && (i == from || t[i-1] != ' ') || strings.HasPrefix(rest, "~")
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
	case '$':
		return w.math
	}
	return false
}

// insideWord reports whether the short run of underscores at i has a letter or
// digit on both sides: it is no delimiter then, as in snake_case.
func (w inliner) insideWord(i, from, to int) bool {
	const longest = 4
	a, b := i, i+1
	for a > max(from, i-longest) && w.text[a-1] == '_' {
		a--
	}
	for b < min(to, i+longest) && w.text[b] == '_' {
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
		// A task's box, or the label of a definition that ends inside a code span.
		return w.place == item && len(line) > 2 && line[2] == ']' || w.labels
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
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlnum(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
