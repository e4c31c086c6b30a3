package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// fenced makes a block of the lines between the fence at line i and the next,
// and returns the first line after it: i if nothing closes the fence.
func (c *cutter) fenced(i int) int {
	j := i + 1
	for j < len(c.lines) && c.lines[j].mark != fenceMark {
		j++
	}
	if j == len(c.lines) {
		c.unfenced = true
		return i
	}
	if j > i+1 {
		c.code(i+1, j)
	}
	return j + 1
}

// bare makes a block of the lines of code from line i on that nothing marks as
// such, and returns the first line after it: i if there are none. At least
// three lines must be statements and some of them must have braces.
func (c *cutter) bare(i int) int {
	if i < c.uncoded || !c.statement(&c.lines[i]) {
		return i
	}
	end, statements, braces := i, 0, 0
	j := i
	for ; j < len(c.lines) && j <= end+2; j++ {
		l := &c.lines[j]
		if j > i && (l.blanks > 1 || l.indent < c.lines[i].indent) || l.mark != noMark {
			break
		}
		if !c.statement(l) {
			if l.blanks > 0 && l.first == upperGlyph {
				break
			}
			continue
		}
		statements++
		end = j
		if text := c.text(l); text[0] == '}' || text[len(text)-1] == '{' {
			braces++
		}
	}
	if statements < 3 || braces == 0 || braces*8 < statements {
		c.uncoded = j
		return i
	}
	c.code(i, end+1)
	return end + 1
}

// statement says whether a line looks like one of a program in a language with
// braces.
func (c *cutter) statement(l *textLine) bool {
	text := c.text(l)
	if text == "" {
		return false
	}
	switch text[len(text)-1] {
	case ';', '{', '}':
		return len(text) > 1 || text[0] == '}'
	}
	return text[0] == '}' || strings.HasPrefix(text, "//")
}

// code makes a block of lines i to j, white space as it is.
func (c *cutter) code(i, j int) {
	first, last := &c.lines[i], &c.lines[j-1]
	from := first.start
	for from > 0 && (c.in[from-1] == ' ' || c.in[from-1] == '\t') {
		from--
	}
	b := c.begin(first)
	b.Kind, b.Level, b.Start = block.Code, 0, from
	b.Line.Lines = int32(j - i)
	c.flow = append(c.flow, c.in[from:last.end]...)
	c.end(b, last.end)
}
