package render

import (
	"maps"
	"slices"
	"strings"

	"github.com/pithtext/pith/extract"
)

// A section is a run of blocks that are shown as one thing: a list, a table, a
// definition list, or a single block.
type section struct {
	form   form
	quoted bool
	blocks []extract.Block
}

type form uint8

const (
	single form = iota
	list
	table
	definitions
)

// maxDepth is the deepest nesting of lists that is shown: a hostile page's
// thousands of levels would cost indentation by the square.
const maxDepth = 32

// sections groups the blocks.
func sections(blocks []extract.Block) []section {
	var all []section
	for _, b := range blocks {
		f := formOf(b)
		if n := len(all); n > 0 {
			last := &all[n-1]
			same := last.form == f && f != single && (f != table || last.blocks[0].Table == b.Table)
			if last.quoted == b.Quoted && (same || last.form == list && continuesItem(b)) {
				last.blocks = append(last.blocks, b)
				continue
			}
		}
		all = append(all, section{f, b.Quoted, []extract.Block{b}})
	}
	return all
}

func formOf(b extract.Block) form {
	switch {
	case b.Kind == extract.Code:
		return single
	case b.Table > 0:
		return table
	case b.Kind == extract.ListItem:
		return list
	case b.Kind == extract.Term || b.Kind == extract.Definition:
		return definitions
	}
	return single
}

// continuesItem reports whether a block stands in the list item before it: a
// further paragraph, or code.
func continuesItem(b extract.Block) bool {
	return (b.Kind == extract.Paragraph || b.Kind == extract.Code) && b.Level > 0 && b.Table == 0
}

// A grid is a table laid out: rows of cells of blocks.
type grid struct {
	captions []extract.Block
	rows     [][][]extract.Block
	width    int  // cells of the longest row
	header   bool // the first row is a header
}

// newGrid lays out the blocks of one table. Columns that no block is in are
// left away. Empty cells keep the others in their columns, unless there would
// be many more of them than of cells with text.
func newGrid(blocks []extract.Block) grid {
	var g grid
	var cells []extract.Block
	used := map[int]bool{}
	rows := map[int]bool{}
	for _, b := range blocks {
		if b.Kind == extract.Caption {
			g.captions = append(g.captions, b)
			continue
		}
		cells = append(cells, b)
		used[b.Col], rows[b.Row] = true, true
	}
	sparse := len(used)*len(rows) > 8*len(cells)+64
	place := columns(used)
	g.header = len(cells) > 0
	for i, b := range cells {
		switch {
		case i == 0 || cells[i-1].Row != b.Row:
			g.rows = append(g.rows, nil)
		case cells[i-1].Col == b.Col:
			row := g.rows[len(g.rows)-1]
			row[len(row)-1] = append(row[len(row)-1], b)
			continue
		}
		row := g.rows[len(g.rows)-1]
		for !sparse && len(row) < place[b.Col] {
			row = append(row, nil)
		}
		row = append(row, []extract.Block{b})
		g.rows[len(g.rows)-1] = row
		g.width = max(g.width, len(row))
		g.header = g.header && (len(g.rows) > 1 || b.Header)
	}
	return g
}

// columns numbers the columns in use from the left.
func columns(used map[int]bool) map[int]int {
	cols := slices.Sorted(maps.Keys(used))
	place := make(map[int]int, len(cols))
	for i, c := range cols {
		place[c] = i
	}
	return place
}

// textLines splits text at the page's line breaks; empty lines are left away.
func textLines(s string) []string {
	var lines []string
	for line := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// codeText is the text of a code block with plain line ends and no empty lines
// around it.
func codeText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Trim(s, "\n")
}
