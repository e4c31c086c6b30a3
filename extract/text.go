package extract

import "strings"

// Text returns the body as plain text, made of the page's own words alone: no
// bullets, numbers or markup. Blocks stand a blank line apart; list items,
// terms with their definitions, and rows of a table take a line each, the cells
// of a row a tab apart. Code keeps its white space.
func (a *Article) Text() string {
	var sb strings.Builder
	sb.Grow(a.textSize())
	var last *Block
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if !b.Content || strings.TrimSpace(b.Text) == "" {
			continue
		}
		if last != nil {
			sb.WriteString(gap(last, b))
		}
		if inRow(b) {
			sb.WriteString(strings.Join(strings.Fields(b.Text), " "))
		} else {
			sb.WriteString(strings.Trim(b.Text, "\r\n"))
		}
		last = b
	}
	return sb.String()
}

// textSize is the size of the body's text at most.
func (a *Article) textSize() (size int) {
	for i := range a.Blocks {
		if b := &a.Blocks[i]; b.Content {
			size += len(b.Text) + len("\n\n")
		}
	}
	return size
}

// gap is the white space between two blocks that follow each other.
func gap(a, b *Block) string {
	if inRow(a) && inRow(b) && a.Table == b.Table {
		switch {
		case a.Row != b.Row:
			return "\n"
		case a.Col != b.Col:
			return "\t"
		}
		return " " // paragraphs of one cell
	}
	if a.Kind == ListItem && b.Kind == ListItem ||
		b.Kind == Definition && (a.Kind == Term || a.Kind == Definition) {
		return "\n"
	}
	return "\n\n"
}

// inRow reports whether a block is part of a table's row; captions stand
// beside the rows, and code keeps its lines.
func inRow(b *Block) bool { return b.Table > 0 && b.Kind != Caption && b.Kind != Code }
