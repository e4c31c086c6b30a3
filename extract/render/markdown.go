package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/pithtext/pith/extract"
)

// Markdown writes the article as CommonMark with GitHub's tables: the title as
// a heading of level one, a line of byline and date, then the body. Characters
// of the page's text that would be markup are escaped.
func Markdown(w io.Writer, a *extract.Article, opts Options) error {
	t, shown := parts(a, opts)
	var doc strings.Builder
	write := func(gap, lines string) {
		if lines == "" {
			return
		}
		if doc.Len() > 0 {
			doc.WriteString(gap)
		}
		doc.WriteString(lines)
	}
	if t.title != "" {
		write("", "# "+headingText(t.title, nil))
	}
	write("\n\n", paragraph(join(" · ", t.byline, t.date), nil))
	var lists markers
	quoting := false
	for _, s := range sections(shown) {
		lines := lists.section(s)
		gap := "\n\n"
		if s.quoted {
			lines = "> " + strings.ReplaceAll(lines, "\n", "\n> ")
			lines = strings.ReplaceAll(lines, "> \n", ">\n")
			if quoting {
				gap = "\n>\n"
			}
		}
		write(gap, lines)
		quoting = s.quoted
	}
	if doc.Len() > 0 {
		doc.WriteByte('\n')
	}
	return flush(w, doc.String())
}

func (m *markers) section(s section) string {
	switch s.form {
	case list:
		return m.markdown(s.blocks)
	case table:
		return markdownTable(s.blocks)
	case definitions:
		return markdownDefinitions(s.blocks)
	}
	return markdownBlock(s.blocks[0])
}

func markdownBlock(b extract.Block) string {
	switch b.Kind {
	case extract.Heading:
		return strings.Repeat("#", min(max(b.Level, 1), 6)) + " " + headingText(b.Text, b.Spans)
	case extract.Code:
		return fenced(codeText(b.Text), b.Language)
	}
	return paragraph(b.Text, b.Spans)
}

func paragraph(text string, spans []extract.Span) string {
	return markdownInline(text, spans, flow)
}

// headingText keeps a "#" at the end of a heading from being read as its
// closing sequence.
func headingText(text string, spans []extract.Span) string {
	s := markdownInline(text, spans, heading)
	if bare := strings.TrimRight(s, "#"); bare != s && (bare == "" || strings.HasSuffix(bare, " ")) {
		s = bare + `\` + s[len(bare):]
	}
	return s
}

// fenced fences code with more backticks than it has in a row.
func fenced(code, language string) string {
	fence := strings.Repeat("`", max(3, longestRun(code, '`')+1))
	return fence + language + "\n" + code + "\n" + fence
}

func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// markers draws lists. An ordered list that does not count on from the item
// before takes the other delimiter, which makes it a list of its own.
type markers struct {
	open []openList // from the outermost
}

type openList struct {
	level     int
	indent    int // of the items' markers, in columns
	ordinal   int // of the last item, 0 for an unordered list
	delimiter string
	width     int // of the last item's marker
}

func (m *markers) markdown(items []extract.Block) string {
	var sb strings.Builder
	m.open = m.open[:0]
	var last extract.Block
	for i, b := range items {
		if i > 0 && (continuesItem(b) || continuesItem(last)) {
			sb.WriteString("\n\n")
		} else if i > 0 {
			sb.WriteByte('\n')
		}
		last = b
		if continuesItem(b) {
			indent := m.inside(b.Level)
			sb.WriteString(indent + strings.ReplaceAll(markdownBlock(b), "\n", "\n"+indent))
			continue
		}
		l := m.item(b)
		marker := "- "
		if l.ordinal > 0 {
			marker = strconv.Itoa(l.ordinal) + l.delimiter + " "
		}
		l.width = len(marker)
		indent := strings.Repeat(" ", l.indent)
		hang := "\n" + indent + strings.Repeat(" ", l.width)
		sb.WriteString(indent + marker + strings.ReplaceAll(markdownInline(b.Text, b.Spans, item), "\n", hang))
	}
	return sb.String()
}

// inside closes the lists deeper than level and returns the indentation of what
// stands in the last item.
func (m *markers) inside(level int) string {
	m.closeBelow(level)
	l := m.open[len(m.open)-1]
	return strings.Repeat(" ", l.indent+l.width)
}

func (m *markers) closeBelow(level int) {
	for len(m.open) > 1 && m.open[len(m.open)-1].level > level {
		m.open = m.open[:len(m.open)-1]
	}
}

// item opens and closes lists as far as b needs it and returns b's own.
func (m *markers) item(b extract.Block) *openList {
	const highest = 999_999_999 // CommonMark's largest number of an item
	ordinal := b.Ordinal
	if ordinal < 0 || ordinal > highest {
		ordinal = 0
	}
	m.closeBelow(b.Level)
	n := len(m.open)
	switch {
	case n == 0:
		m.open = append(m.open, openList{level: b.Level, ordinal: ordinal, delimiter: "."})
	case m.open[n-1].level < b.Level && n < maxDepth:
		outer := m.open[n-1]
		m.open = append(m.open, openList{level: b.Level, indent: outer.indent + outer.width, ordinal: ordinal, delimiter: "."})
	default:
		l := &m.open[n-1]
		l.level = min(l.level, b.Level)
		if ordinal > 0 && l.ordinal > 0 && ordinal != l.ordinal+1 {
			l.delimiter = otherDelimiter(l.delimiter)
		}
		l.ordinal = ordinal
	}
	return &m.open[len(m.open)-1]
}

func otherDelimiter(d string) string {
	if d == "." {
		return ")"
	}
	return "."
}

// markdownTable draws a table with its captions above. Markdown knows no table
// without a header, so one without has an empty one.
func markdownTable(blocks []extract.Block) string {
	t := newGrid(blocks)
	var parts []string
	for _, c := range t.captions {
		parts = append(parts, paragraph(c.Text, c.Spans))
	}
	if len(t.rows) == 0 {
		return join("\n\n", parts...)
	}
	rows := t.rows
	var sb strings.Builder
	if t.header {
		writeRow(&sb, rows[0], t.width)
		rows = rows[1:]
	} else {
		writeRow(&sb, nil, t.width)
	}
	sb.WriteString("\n|" + strings.Repeat(" --- |", t.width))
	for _, row := range rows {
		sb.WriteByte('\n')
		writeRow(&sb, row, len(row))
	}
	return join("\n\n", append(parts, sb.String())...)
}

func writeRow(sb *strings.Builder, row [][]extract.Block, width int) {
	sb.WriteByte('|')
	for i := range width {
		var texts []string
		if i < len(row) {
			for _, b := range row[i] {
				texts = append(texts, markdownInline(b.Text, b.Spans, cell))
			}
		}
		sb.WriteString(" " + join("<br>", texts...) + " |")
	}
}

// markdownDefinitions draws terms as lines in bold, for CommonMark has no
// definition lists.
func markdownDefinitions(blocks []extract.Block) string {
	var parts []string
	for _, b := range blocks {
		spans := b.Spans
		if b.Kind == extract.Term {
			spans = append([]extract.Span{{Kind: extract.Strong, End: int32(len(b.Text))}}, spans...)
		}
		parts = append(parts, paragraph(b.Text, spans))
	}
	return join("\n\n", parts...)
}
