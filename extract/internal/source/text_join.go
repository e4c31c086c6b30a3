package source

import "unicode/utf8"

// joins says whether line j goes on with the block that began at line i.
func (c *cutter) joins(i, j int) bool {
	first, a, b := &c.lines[i], &c.lines[j-1], &c.lines[j]
	if b.blanks > 0 || b.start == b.end || b.quoted != a.quoted || first.mark == headingMark {
		return false
	}
	if b.mark != noMark && !(b.mark == numberMark && b.indent == 0) {
		return false
	}
	if c.layout.wrap > 0 {
		room := c.layout.wrap - a.width
		if !a.wide {
			room--
		}
		return b.word > room && (b.column == a.column || j-1 == i)
	}
	if !c.layout.broken {
		return false
	}
	switch b.first {
	case commaGlyph, stopGlyph, closeGlyph, colonGlyph:
		return true
	case lowerGlyph:
		return a.last != stopGlyph
	}
	switch a.last {
	case commaGlyph, openGlyph:
		return true
	}
	return false
}

// glued says whether line j follows the one before it without a space, in
// scripts that have none.
func (c *cutter) glued(j int) bool {
	if !c.lines[j-1].wide {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.in[c.lines[j].start:])
	return isUnspaced(r)
}
