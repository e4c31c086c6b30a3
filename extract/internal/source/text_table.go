package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// table makes cells of the rows of a table that begins at line i, and returns
// the first line after it: i if there is none. Only what cannot be anything
// else is a table: rows between pipes, rows above a rule that has pipes, and
// rows with the same number of tabs.
func (c *cutter) table(i int) int {
	separator, rows := c.tableAt(i)
	if rows == nil {
		return i
	}
	c.tables++
	j, row := i, int32(0)
	for ; j < len(c.lines) && (j == i || c.lines[j].blanks == 0); j++ {
		l := &c.lines[j]
		if l.mark == ruleMark {
			continue
		}
		if j > i && !rows(l) {
			break
		}
		header := j+1 < len(c.lines) && row == 0 && c.lines[j+1].mark == ruleMark && c.lines[j+1].blanks == 0
		c.row(l, separator, block.Block{Kind: block.Cell, Table: c.tables, Row: row, Header: header})
		row++
	}
	return j
}

// tableAt says what separates the cells of the table that begins at line i and
// which of the lines that follow are rows of it; nil if no table begins there.
func (c *cutter) tableAt(i int) (separator string, rows func(*textLine) bool) {
	l := &c.lines[i]
	if i+1 == len(c.lines) || c.lines[i+1].blanks > 0 {
		return "", nil
	}
	text, next := c.text(l), &c.lines[i+1]
	if n := strings.Count(text, "|"); n > 0 {
		framed := n > 2 && text[0] == '|' && text[len(text)-1] == '|'
		like := func(l *textLine) bool { return strings.Count(c.text(l), "|") == n }
		drawn := next.mark == ruleMark && strings.ContainsRune(c.text(next), '|') && strings.Contains(c.text(next), "--")
		if drawn || framed && next.mark == noMark && c.text(next)[0] == '|' && like(next) {
			return "|", like
		}
	}
	if l.uneven && i+2 < len(c.lines) && c.lines[i+2].blanks == 0 {
		n := strings.Count(text, "\t")
		like := func(l *textLine) bool { return l.mark == noMark && strings.Count(c.text(l), "\t") == n }
		if n > 0 && like(l) && like(next) && like(&c.lines[i+2]) {
			return "\t", like
		}
	}
	return "", nil
}

// text is the text of a line as it stands in the input.
func (c *cutter) text(l *textLine) string { return c.in[l.start:l.end] }

// row makes blocks like cell of the cells of a row that hold text.
func (c *cutter) row(l *textLine, separator string, cell block.Block) {
	text := strings.TrimPrefix(c.text(l), separator)
	start := l.end - int32(len(text))
	for {
		part, rest, more := strings.Cut(text, separator)
		if p, ok := trimmed(l, part, start); ok {
			b := c.begin(&p)
			b.Kind, b.Table, b.Row, b.Col, b.Header = cell.Kind, cell.Table, cell.Row, cell.Col, cell.Header
			b.Level, b.Line.Lines = 0, 1
			c.write(&p, false)
			c.end(b, p.end)
		}
		if !more {
			return
		}
		start += int32(len(part) + len(separator))
		text = rest
		cell.Col++
	}
}

// trimmed is the line that holds only part, which begins at start, without
// white space around it; false if it is blank.
func trimmed(l *textLine, part string, start int32) (textLine, bool) {
	var p textLine
	_, ok := scanLine(&p, part, 0)
	p.indent, p.uneven, p.quoted = l.indent, true, l.quoted
	p.start += start
	p.end += start
	return p, ok
}
