package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pithtext/pith/extract"
)

// A node is a run of a block's text, with the runs inside it that are marked.
// Nodes nest properly, whatever the spans did.
type node struct {
	kind       extract.SpanKind
	url        string
	start, end int // byte offsets into the text, at rune borders
	kids       []node
}

// inline nests the spans of a text inside its root. A span that sticks out of
// the one around it ends with it; white space, and emphasis in emphasis of its
// own kind, is left unmarked.
func inline(text string, spans []extract.Span) node {
	root := node{start: len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))}
	root.end = root.start + len(strings.TrimSpace(text))
	var marks []node
	for _, s := range spans {
		n := node{kind: s.Kind}
		n.start = runeStart(text, max(int(s.Start), root.start))
		n.end = runeStart(text, min(int(s.End), root.end))
		if n = trim(text, n); n.start >= n.end {
			continue
		}
		if s.Kind == extract.Link {
			if n.url = safeURL(s.URL); n.url == "" {
				continue
			}
		}
		marks = append(marks, n)
	}
	slices.SortStableFunc(marks, func(a, b node) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.kind, b.kind))
	})
	nest(text, &root, marks)
	return root
}

// nest gives parent the marks that begin inside it and returns the rest. It
// goes as deep as there are kinds.
func nest(text string, parent *node, marks []node, around ...extract.SpanKind) []node {
	for len(marks) > 0 && marks[0].start < parent.end {
		n := marks[0]
		marks = marks[1:]
		n.end = min(n.end, parent.end)
		if n = trim(text, n); n.start >= n.end || slices.Contains(around, n.kind) {
			continue
		}
		if k := len(parent.kids); k > 0 && n.start < parent.kids[k-1].end {
			continue
		}
		marks = nest(text, &n, marks, append(around, n.kind)...)
		if n.kind == extract.CodeSpan || n.kind == extract.Formula {
			n.kids = nil
		}
		if k := len(parent.kids) - 1; k >= 0 && parent.kids[k].continues(n) {
			parent.kids[k].end = n.end
			parent.kids[k].kids = append(parent.kids[k].kids, n.kids...)
			continue
		}
		parent.kids = append(parent.kids, n)
	}
	return marks
}

// continues reports whether b is the same mark as a, right after it.
func (a node) continues(b node) bool {
	return a.end == b.start && a.kind == b.kind && a.url == b.url && a.kind != extract.Formula
}

// trim takes white space off both ends of a node, and off an emphasis the
// punctuation that stands between it and a letter outside: Markdown's
// delimiters do not work there.
func trim(text string, n node) node {
	emphasis := n.kind == extract.Strong || n.kind == extract.Emphasis
	for n.start < n.end {
		before, _ := utf8.DecodeLastRuneInString(text[:n.start])
		first, size := utf8.DecodeRuneInString(text[n.start:])
		if !unicode.IsSpace(first) && !(emphasis && n.start > 0 && isWord(before) && isMark(first)) {
			break
		}
		n.start += size
	}
	for n.start < n.end {
		after, _ := utf8.DecodeRuneInString(text[n.end:])
		last, size := utf8.DecodeLastRuneInString(text[:n.end])
		if !unicode.IsSpace(last) && !(emphasis && n.end < len(text) && isWord(after) && isMark(last)) {
			break
		}
		n.end -= size
	}
	return n
}

// isMark holds for punctuation and symbols, isWord for what is neither that nor
// white space. CommonMark's versions differ in symbols.
func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
func isWord(r rune) bool { return !unicode.IsPunct(r) && !unicode.IsSpace(r) }

// runeStart moves i back to the beginning of the rune that it is in.
func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// safeURL returns an address that is safe and useful to link to, or "": a
// relative one, http, https or mailto. Links inside the page itself lead
// nowhere once the page is gone.
func safeURL(raw string) string {
	url := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f { // browsers read over these: "java\nscript:"
			return -1
		}
		return r
	}, strings.TrimSpace(raw))
	if url == "" || url[0] == '#' {
		return ""
	}
	if i := strings.IndexAny(url, ":/?#"); i >= 0 && url[i] == ':' {
		switch strings.ToLower(url[:i]) {
		case "http", "https", "mailto":
		default:
			return ""
		}
	}
	return url
}
