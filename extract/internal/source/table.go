package source

import "github.com/pithtext/pith/extract/internal/block"

// table is what the builder sees of one table element: enough to tell a table
// of data from a table that lays out the page.
type table struct {
	outer    int32 // number of the table around it
	row, col int32 // of the current cell, from 0
	cols     int32
	headers  int32
	cells    int32
	crowded  int32 // cells of more than three blocks
	inCell   int32 // blocks in the current cell
	headings bool  // h1 to h6 in a cell
	layout   bool  // role="presentation"
	nested   bool  // another table inside
}

func (t *table) nextRow() { t.row, t.col = t.row+1, -1 }

func (t *table) nextCell(header bool) {
	t.row = max(t.row, 0)
	t.col++
	t.cols = max(t.cols, t.col+1)
	t.cells++
	t.inCell = 0
	if header {
		t.headers++
	}
}

func (t *table) add(k block.Kind) {
	if t.inCell++; t.inCell == 4 {
		t.crowded++
	}
	t.headings = t.headings || k == block.Heading
}

// data reports whether the table holds data: more than one row and column,
// and cells that are values rather than regions of the page.
func (t *table) data() bool {
	if t.layout || t.nested || t.row < 1 || t.cols < 2 {
		return false
	}
	return t.headers > 0 || !t.headings && t.crowded*4 <= t.cells
}
