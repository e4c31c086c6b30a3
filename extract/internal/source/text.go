package source

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// Text cuts text that someone scraped from a page into blocks: paragraphs,
// headings and list items as far as the text marks them. Lines that a renderer
// wrapped, or broke at links, are joined again. The input must be valid UTF-8;
// the page has no elements.
//
// How the text was made is told from the text itself: see layout. If each byte
// of it was once taken for a character, Page.Input is the text before that.
func Text(input string) *block.Page { return TextUpTo(input, 0) }

// TextUpTo is Text that ends as soon as the page has more than most blocks;
// zero or less: only at the end of the input.
func TextUpTo(input string, most int) *block.Page {
	input = unmangle(input)
	c := cutters.Get().(*cutter)
	lines := scanLines(c.lines, input)
	for i := range lines {
		lines[i].findMark(input)
	}
	markdown := isMarkdown(input, lines)
	for i := range lines {
		if markdown || setOff(lines, i) {
			lines[i].findHeading(input)
		}
		if markdown {
			lines[i].findNumber(input)
		}
		if lines[i].start < lines[i].end {
			lines[i].ends(input)
		}
	}
	*c = cutter{
		page: newPage(input, block.Text), in: input, markdown: markdown,
		lines: lines, layout: measureLayout(lines), flow: slices.Grow(c.flow, len(input)+1), ends: c.ends, depths: c.depths, inliner: c.inliner,
	}
	c.cut(orEndless(most))
	return c.finish()
}

// cutters are used again, for what they have grown to.
var cutters = sync.Pool{New: func() any { return new(cutter) }}

// A cutter makes the blocks of a text page out of its lines.
type cutter struct {
	page   *block.Page
	in     string
	lines  []textLine
	layout layout
	flow   []byte
	ends   []int32 // where the spans of each block end in page.Spans

	inliner  inliner
	markdown bool    // links and emphasis are marked as in Markdown
	blanks   int     // blank lines before the line at hand, rules counted
	bullet   bool    // a list marker stood alone on the line before
	depths   []int16 // columns of the markers of the open lists
	tables   int32   // tables so far
	unfenced bool    // no fence is closed any more
	uncoded  int     // no bare code begins before this line
}

// cut walks over the lines, each block taking as many as belong to it, until
// there are more than most blocks.
func (c *cutter) cut(most int) {
	for i := 0; i < len(c.lines) && len(c.page.Blocks) <= most; {
		l := &c.lines[i]
		c.blanks += int(l.blanks)
		switch {
		case l.mark == ruleMark:
			c.blanks++
			i++
		case l.start == l.end: // nothing but a marker
			c.bullet = true
			i++
		default:
			i = c.block(i)
		}
	}
}

// block makes one or more blocks of line i and of those that belong to it, and
// returns the first line after them.
func (c *cutter) block(i int) int {
	if c.lines[i].mark == fenceMark && !c.unfenced {
		if j := c.fenced(i); j > i {
			return j
		}
	}
	if j := c.table(i); j > i {
		return j
	}
	if j := c.bare(i); j > i {
		return j
	}
	return c.prose(i)
}

// prose makes a block of line i and of those that go on with it, and returns
// the first line after it.
func (c *cutter) prose(i int) int {
	l := &c.lines[i]
	b := c.begin(l)
	j := i + 1
	c.write(l, false)
	for j < len(c.lines) && c.joins(i, j) {
		c.write(&c.lines[j], c.glued(j))
		j++
	}
	b.Line.Lines = int32(j - i)
	switch l.mark {
	case headingMark:
		b.Kind, b.Level = block.Heading, l.level
	case bulletMark, numberMark:
		b.Kind, b.Level, b.Ordinal = block.ListItem, c.depth(l), l.number
	default:
		c.endLists(l)
	}
	if j < len(c.lines) && j == i+1 {
		if level, ok := c.lines[j].isUnderline(c.in, l); ok {
			b.Kind, b.Level = block.Heading, level
		}
	}
	c.end(b, c.lines[j-1].end)
	return j
}

// begin opens a block at line l.
func (c *cutter) begin(l *textLine) *block.Block {
	if len(c.flow) > 0 {
		c.flow = append(c.flow, '\n')
	}
	b := grow(&c.page.Blocks)
	*b = block.Block{}
	b.Element, b.Quoted, b.Flow.Start, b.Start = -1, l.quoted, int32(len(c.flow)), l.start
	b.Line.Indent, b.Line.Blanks = l.indent, int16(min(c.blanks, 1<<15-1))
	b.Line.Bullet = l.mark == bulletMark || l.mark == numberMark || c.bullet
	if c.bullet {
		b.Kind, b.Level = block.ListItem, c.depth(l)
	}
	c.blanks, c.bullet = 0, false
	return b
}

// end closes the block at the input's byte end. A block of Markdown that holds
// nothing but images goes.
func (c *cutter) end(b *block.Block, end int32) {
	if c.markdown && b.Kind != block.Code && !c.inline(b) {
		c.flow = c.flow[:max(b.Flow.Start-1, 0)]
		c.page.Blocks = c.page.Blocks[:len(c.page.Blocks)-1]
		return
	}
	b.Flow.End = int32(len(c.flow))
	b.End = end
	c.ends = append(c.ends, int32(len(c.page.Spans)))
}

// depth is the depth of the list that the item at line l is in, from 1.
func (c *cutter) depth(l *textLine) int8 {
	for len(c.depths) > 0 && c.depths[len(c.depths)-1] > l.indent {
		c.depths = c.depths[:len(c.depths)-1]
	}
	if n := len(c.depths); n == 0 || c.depths[n-1] < l.indent {
		c.depths = append(c.depths, l.indent)
	}
	return int8(min(len(c.depths), 1<<7-1))
}

// endLists closes the lists that line l, which is no item, does not stand in.
func (c *cutter) endLists(l *textLine) {
	for len(c.depths) > 0 && c.depths[len(c.depths)-1] >= l.indent {
		c.depths = c.depths[:len(c.depths)-1]
	}
}

// write adds the text of a line to the flow, behind a space unless it is the
// first of its block or glued to the line before.
func (c *cutter) write(l *textLine, glued bool) {
	b := &c.page.Blocks[len(c.page.Blocks)-1]
	if len(c.flow) > int(b.Flow.Start) && !glued {
		c.flow = append(c.flow, ' ')
	}
	text := c.in[l.start:l.end]
	if marked, ok := strings.CutSuffix(text, "¶"); ok && marked != "" { // the link beside a manual's heading
		text = strings.TrimRight(marked, " ")
	}
	if !l.uneven {
		c.flow = append(c.flow, text...)
		return
	}
	c.fold(text)
}

// fold adds text to the flow with runs of white space made single spaces and
// hidden characters left out.
func (c *cutter) fold(text string) {
	space, from := false, 0
	for i := 0; i < len(text); {
		kind, size := byteKinds[text[i]], 1
		if kind == longByte {
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			kind, _ = runeKind(r)
		}
		if kind == blankByte || kind == spaceByte || kind == hiddenByte {
			c.flow = append(c.flow, text[from:i]...)
			from = i + size
			space = space || kind != hiddenByte
		} else if space {
			c.flow = append(c.flow, ' ')
			space = false
		}
		i += size
	}
	c.flow = append(c.flow, text[from:]...)
}

// finish hands over the page.
func (c *cutter) finish() *block.Page {
	p := c.page
	p.Flow, c.flow = handOver(c.flow)
	begin := int32(0)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Text = p.Flow[b.Flow.Start:b.Flow.End]
		if end := c.ends[i]; end > begin {
			b.Spans = p.Spans[begin:end:end]
			begin = end
		}
	}
	if !isLarge(cap(c.lines), cap(c.ends), cap(c.inliner.spans)) {
		clear(c.inliner.spans)
		*c = cutter{lines: c.lines[:0], flow: c.flow[:0], ends: c.ends[:0], depths: c.depths[:0], inliner: inliner{spans: c.inliner.spans[:0], open: c.inliner.open[:0]}}
		cutters.Put(c)
	}
	return p
}
