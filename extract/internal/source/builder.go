package source

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// A builder makes a Page from the events of a feeder: attributes, then the
// element they belong to, its text, its end. Feeders resolve character
// references and balance the elements; the builder knows what they mean.
type builder struct {
	page  *block.Page
	flow  []byte
	ends  []int32   // where the spans of each block end in page.Spans
	stack []context // the open elements, innermost last

	attrs  int    // attributes seen since the last open begin here in page.Attrs
	seen   uint32 // they, as a set of attr
	hidden bool   // one of them hides the element
	drawn  bool   // aria-hidden: what is in it is for those who look
	tex    bool   // encoding: what is in it is TeX

	block      bool   // the last block of page.Blocks is still open
	first      int    // the number of elements when it began
	began      int32  // the innermost of them
	space      bool   // white space is due before the next text of the open block
	picture    bool   // something else than text stands before it
	breaks     int    // line breaks are due before it
	lead       []byte // preformatted white space that is due at the start of a block
	links      []activeSpan
	idle       bool // some of links have no text yet
	formulaEnd int  // the length of flow when the last formula ended

	tables []table
	lists  []int32 // the last ordinal of every list ever opened, 0 in unordered ones
	skip   int     // depth of skipped elements around
}

// context is what an open element gives to the text inside it.
type context struct {
	element int32
	kind    block.Kind
	level   int8 // of a heading, or the depth of lists
	depth   int8 // of lists
	tag     block.Tag
	act     action
	quoted  bool
	header  bool
	pre     bool
	cell    bool
	math    bool  // MathML
	span    bool  // it opened an activeSpan
	formula int32 // index of the formula around into the builder's links plus one
	list    int32 // index into lists plus one
	item    int32 // the first block of its list item, -1 for none yet
	table   int32 // number of the table around
}

type activeSpan struct {
	kind  block.SpanKind
	url   string
	start int32 // in flow
	tex   bool  // a formula's text is its source
}

// builders are used again, for what they have grown to.
var builders = sync.Pool{New: func() any { return new(builder) }}

func newBuilder(input string) *builder {
	b := builders.Get().(*builder)
	b.page = newPage(input, block.HTML)
	return b
}

// release makes b ready for another page. It keeps nothing of the last one,
// nor what a very large one took.
func (b *builder) release() {
	clear(b.links[:cap(b.links)])
	if !isLarge(cap(b.flow)/16, cap(b.ends), cap(b.tables), cap(b.lists), cap(b.lead)/16, cap(b.stack), cap(b.links)) {
		*b = builder{
			flow: b.flow[:0], ends: b.ends[:0], stack: b.stack[:0], lead: b.lead[:0],
			links: b.links[:0], tables: b.tables[:0], lists: b.lists[:0],
		}
		builders.Put(b)
	}
}

// attr announces an attribute of the element that is opened next. Of those
// with the same name the first counts.
func (b *builder) attr(a attr, value string) {
	if b.seen&(1<<a) != 0 {
		return
	}
	b.seen |= 1 << a
	switch a {
	case attrHidden:
		b.hidden = b.hidden || !strings.EqualFold(value, "until-found")
	case attrAriaHidden:
		b.drawn = value == "true"
	case attrEncoding:
		b.tex = isTeX(value)
	case attrOpen:
	case attrStyle:
		b.hidden = b.hidden || hides(value)
	default:
		at := grow(&b.page.Attrs)
		at.Name, at.Value = attrNames[a], value
	}
}

// announce announces the attributes of element e again, for a copy of it.
func (b *builder) announce(e int32) {
	p := b.page
	p.Attrs = append(p.Attrs, p.Attrs[p.Elements[e].Attrs.Start:p.Elements[e].Attrs.End]...)
	parent := p.Elements[e].Parent
	b.hidden = p.Elements[e].Hidden && (parent < 0 || !p.Elements[parent].Hidden)
}

// merge gives the announced attributes to element e, which is open already,
// but for those that it has.
func (b *builder) merge(e int32) {
	p := b.page
	old := p.Elements[e].Attrs
	more := slices.DeleteFunc(slices.Clone(p.Attrs[b.attrs:]), func(a block.Attr) bool {
		_, has := p.Attr(e, a.Name)
		return has
	})
	p.Attrs = p.Attrs[:b.attrs]
	if len(more) > 0 {
		p.Attrs = append(append(p.Attrs, p.Attrs[old.Start:old.End]...), more...)
		p.Elements[e].Attrs = block.Range{Start: int32(b.attrs), End: int32(len(p.Attrs))}
	}
	b.endAttrs()
}

// endAttrs ends the attributes of one element.
func (b *builder) endAttrs() {
	b.attrs, b.seen, b.hidden, b.drawn, b.tex = len(b.page.Attrs), 0, false, false, false
}

// innermost is the index of the innermost open element.
func (b *builder) innermost() int32 { return b.stack[len(b.stack)-1].element }

// inPre reports whether white space of the next text is kept.
func (b *builder) inPre() bool { return len(b.stack) > 0 && b.stack[len(b.stack)-1].pre }

// hasText reports whether the page has shown any text so far.
func (b *builder) hasText() bool { return len(b.flow) > 0 }

// hides reports whether an inline style takes the element off the page.
func hides(style string) bool {
	for rest := style; ; {
		i := strings.IndexByte(rest, ':')
		if i < 0 {
			return false
		}
		property := strings.TrimSpace(rest[:i])
		value := rest[i+1:]
		if j := strings.IndexByte(value, ';'); j >= 0 {
			value, rest = value[:j], value[j+1:]
		} else {
			rest = ""
		}
		value = strings.TrimSpace(value)
		if strings.EqualFold(property, "display") && hasPrefixFold(value, "none") ||
			strings.EqualFold(property, "visibility") && hasPrefixFold(value, "hidden") {
			return true
		}
	}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// open begins an element. pos is the byte offset of its start tag in the
// input, -1 if not known.
func (b *builder) open(tag block.Tag, pos int) {
	p := b.page
	act := actions[tag]
	if b.drawn || tag >= block.TagAnnotation { // rarely: who asks each element pays 2%
		act = b.actionOf(tag)
	}
	if act == border {
		b.endBlock()
	}
	parent := int32(-1)
	hidden := b.hidden || tag == block.TagDialog && b.seen&(1<<attrOpen) == 0 || tag == block.TagNoscript
	c := grow(&b.stack)
	if n := len(b.stack) - 1; n > 0 {
		*c = b.stack[n-1]
		parent = c.element
		hidden = hidden || p.Elements[parent].Hidden
	} else {
		*c = context{item: -1}
	}
	c.element, c.tag, c.act, c.span = int32(len(p.Elements)), tag, act, false
	own := block.Range{Start: int32(b.attrs), End: int32(len(p.Attrs))}
	b.endAttrs()
	c.math = c.math || tag == block.TagMath
	if act == border {
		b.enter(c, own)
	}
	e := grow(&p.Elements)
	e.Parent, e.Depth, e.Tag, e.Hidden, e.Attrs, e.Start = parent, 0, tag, hidden, own, int32(pos)
	e.Text = block.Range{Start: int32(len(b.flow))}
	e.Blocks = block.Range{Start: int32(len(p.Blocks))}
	b.picture = b.picture || replaced[tag] && !hidden
	switch act {
	case skipped:
		b.skip++
	case lineBreak:
		b.lineBreak()
	case inline:
		if kind := spanKinds[tag]; kind != 0 && !c.pre && (tag != block.TagMath || c.formula == 0) {
			s := activeSpan{kind: kind - 1, start: -1}
			if s.kind == block.Link {
				s.url, _ = p.Attr(c.element, "href")
			}
			b.links = append(b.links, s)
			b.idle = true
			c.span = true
			if s.kind == block.Formula {
				c.formula = int32(len(b.links))
			}
		}
	}
}

// actionOf is what the element that is opened does to the text inside it, if it
// may belong to a formula.
func (b *builder) actionOf(tag block.Tag) action {
	switch {
	case (tag == block.TagAnnotation || tag == block.TagAnnotationXML) && len(b.stack) > 0:
		around := &b.stack[len(b.stack)-1]
		source := b.tex && tag == block.TagAnnotation && around.formula > 0 && !b.links[around.formula-1].tex
		if around.math && !source {
			return skipped
		}
	case tag == block.TagSpan && b.drawn && b.afterFormula() && !b.space: // the drawing of it
		return skipped
	}
	return actions[tag]
}

// enter changes the context for the text of a block-level element.
func (b *builder) enter(c *context, attrs block.Range) {
	switch tag := c.tag; tag {
	case block.TagH1, block.TagH2, block.TagH3, block.TagH4, block.TagH5, block.TagH6:
		c.kind, c.level = block.Heading, int8(tag-block.TagH1)+1
	case block.TagUl, block.TagOl, block.TagMenu, block.TagDir, block.TagDl:
		if c.depth < 100 {
			c.depth++
		}
		start := int32(0)
		if tag == block.TagOl {
			start = b.number(attrs, "start", 1)
		}
		b.lists = append(b.lists, start-1)
		c.list, c.kind, c.level = int32(len(b.lists)), block.Paragraph, 0
		if tag != block.TagOl {
			b.lists[c.list-1] = -1
		}
	case block.TagLi:
		c.kind, c.level, c.item = block.ListItem, max(c.depth, 1), -1
		if c.list > 0 && b.lists[c.list-1] >= 0 {
			b.lists[c.list-1] = b.number(attrs, "value", b.lists[c.list-1]+1)
		}
	case block.TagDt, block.TagDd:
		c.kind, c.level, c.item = kinds[tag], max(c.depth, 1), -1
	case block.TagBlockquote:
		c.quoted = true
	case block.TagTable:
		b.tables = append(b.tables, table{row: -1, col: -1, outer: c.table, layout: b.layout(attrs)})
		if c.table > 0 {
			b.tables[c.table-1].nested = true
		}
		c.table, c.cell, c.list, c.depth, c.kind, c.level = int32(len(b.tables)), false, 0, 0, block.Paragraph, 0
	case block.TagTr:
		if c.table > 0 {
			b.tables[c.table-1].nextRow()
		}
	case block.TagTd, block.TagTh:
		if c.table > 0 {
			b.tables[c.table-1].nextCell(tag == block.TagTh)
			c.cell, c.kind, c.level, c.header = true, block.Cell, 0, tag == block.TagTh
		}
	case block.TagPre, block.TagListing, block.TagXmp, block.TagPlaintext:
		c.pre, c.kind = true, block.Code
	default:
		if k := kinds[tag]; k != block.Paragraph {
			c.kind, c.level = k, 0
		}
	}
}

// number reads a small integer attribute.
func (b *builder) number(attrs block.Range, name string, otherwise int32) int32 {
	for _, a := range b.page.Attrs[attrs.Start:attrs.End] {
		if a.Name == name {
			if n, err := strconv.ParseInt(strings.TrimSpace(a.Value), 10, 16); err == nil && n > 0 {
				return int32(n)
			}
		}
	}
	return otherwise
}

func (b *builder) layout(attrs block.Range) bool {
	for _, a := range b.page.Attrs[attrs.Start:attrs.End] {
		if a.Name == "role" && (a.Value == "presentation" || a.Value == "none") {
			return true
		}
	}
	return false
}

// close ends the innermost open element.
func (b *builder) close() {
	n := len(b.stack) - 1
	c := &b.stack[n]
	switch c.act {
	case border:
		b.endBlock()
	case skipped:
		b.skip--
	}
	switch c.tag {
	case block.TagAnnotation:
		b.endSource(c)
	case block.TagMath:
		b.formulaEnd = len(b.flow)
	}
	if c.span {
		b.endSpan(len(b.links) - 1)
		b.links = b.links[:len(b.links)-1]
	}
	e := &b.page.Elements[c.element]
	e.Text.End, e.Blocks.End = int32(len(b.flow)), int32(len(b.page.Blocks))
	b.stack = b.stack[:n]
}

// drop ends the open element at index i of the stack as of the one inside it,
// which moves out of it and stays open.
func (b *builder) drop(i int) {
	p := b.page
	c := b.stack[i]
	inner := &p.Elements[b.stack[i+1].element]
	e := &p.Elements[c.element]
	inner.Parent = e.Parent
	e.Text.End, e.Blocks.End = inner.Text.Start, inner.Blocks.Start
	if c.span {
		s := 0
		for j := range i {
			if b.stack[j].span {
				s++
			}
		}
		b.endSpan(s)
		b.links = slices.Delete(b.links, s, s+1)
		for j := i + 1; j < len(b.stack); j++ {
			if b.stack[j].formula > int32(s) {
				b.stack[j].formula--
			}
		}
	}
	b.stack = slices.Delete(b.stack, i, i+1)
}

// title takes the text of a title element, which is read but not shown.
func (b *builder) title(s string) {
	if b.page.Title == "" {
		b.page.Title = strings.Join(strings.Fields(s), " ")
	}
}

// blank adds white space of the innermost open element that ends at
// input[end], and reports false where it matters how much it is.
func (b *builder) blank(end int) bool {
	if b.inPre() {
		return false
	}
	b.space = true
	if b.block {
		b.last().End = int32(end)
	}
	return true
}

// text adds text of the innermost open element, character references
// resolved; it stands at input[pos:end], -1 if not known.
func (b *builder) text(s string, pos, end int) {
	if b.skip > 0 || len(b.stack) == 0 {
		return
	}
	b.textIn(&b.stack[len(b.stack)-1], s, pos, end)
}

// textIn is text of the open element with context c.
func (b *builder) textIn(c *context, s string, pos, end int) {
	if c.pre {
		b.preformatted(c, s, pos, end)
		return
	}
	for i := 0; i < len(s); {
		begin := i
		i += spaceEnd(s[i:])
		if i < len(s) && s[i] == 0xC2 {
			i += spaceAt(s, i)
		}
		if i > begin {
			b.space = true
			continue
		}
		n, odd := wordsEnd(s[i:])
		b.words(c, s[i:i+n], offset(pos, i), odd)
		i += n
	}
	if b.block {
		b.last().End = int32(end)
	}
}

// offset is pos+i, or -1 where pos is not known.
func offset(pos, i int) int {
	if pos < 0 {
		return -1
	}
	return pos + i
}

// spaceAt returns the length of the white space at s[i:], 0 if there is none:
// HTML's own and the no-break space, which pages use for layout.
func spaceAt(s string, i int) int {
	switch c := s[i]; {
	case classes[c]&white != 0:
		return 1
	case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
		return 2
	}
	return 0
}

// wordsEnd returns the length of the words that s begins with and that stand
// one blank apart, and whether they may hold invisible characters. The loop has
// no branch for the end of a single word, which no processor foresees.
func wordsEnd(s string) (end int, odd bool) {
	before := uint8(0) // is white if the byte before is a blank
	for i := range len(s) {
		class := classes[s[i]]
		if class&(before|noBlank) != 0 {
			switch {
			case before != 0:
				return i - 1, odd
			case spaceAt(s, i) > 0:
				return i, odd
			}
			odd = true
		}
		before = class & white
	}
	if before != 0 {
		return len(s) - 1, odd
	}
	return len(s), odd
}

// words adds words that stand one blank apart to the open block, or begins
// one. odd: they may hold invisible characters.
func (b *builder) words(c *context, w string, pos int, odd bool) {
	if odd && (strings.Contains(w, "\u00ad") || strings.Contains(w, "\ufeff")) {
		w = invisible.Replace(w)
		if strings.HasPrefix(w, " ") {
			b.space = true
			w = w[1:]
		}
		if w == "" {
			return
		}
	}
	if b.idle && b.permalink(w) {
		return
	}
	if c.tag == block.TagAnnotation {
		b.beginSource(c)
	}
	if b.block && b.breaks > 1 {
		b.endBlock()
	}
	if !b.block {
		b.beginBlock(c, pos)
	} else if b.breaks > 0 {
		b.flow = append(b.flow, '\n')
	} else if b.space || b.picture && b.parts(w) {
		b.flow = append(b.flow, ' ')
	}
	b.space, b.picture, b.breaks = false, false, 0
	if cap(b.flow)-len(b.flow) < len(w) { // append would grow by a quarter
		b.flow = slices.Grow(b.flow, len(b.flow)+len(w))
	}
	b.widen(c.element)
	if b.idle {
		for i := range b.links {
			if b.links[i].start < 0 {
				b.links[i].start = int32(len(b.flow))
			}
		}
		b.idle = false
	}
	b.flow = append(b.flow, w...)
}

// parts reports whether a picture between the text so far and w stands between
// two words.
func (b *builder) parts(w string) bool {
	before, _ := utf8.DecodeLastRune(b.flow)
	after, _ := utf8.DecodeRuneInString(w)
	return isSpaced(before) && isSpaced(after)
}

// isSpaced reports whether r is part of a word in a script with spaces.
func isSpaced(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isUnspaced(r)
}

// permalink reports whether w is all of a permalink's text so far. It looks at
// the innermost few spans: pages nest them without end.
func (b *builder) permalink(w string) bool {
	return slices.ContainsFunc(b.links[max(len(b.links)-4, 0):], func(s activeSpan) bool {
		return s.kind == block.Link && s.start < 0 && isPermalink(w, s.url)
	})
}

// invisible removes soft hyphens and byte order marks: no reader sees them
// and they split words.
var invisible = strings.NewReplacer("\u00ad", "", "\ufeff", "")

func (b *builder) lineBreak() {
	if b.block && b.skip == 0 {
		b.breaks++
	}
}

func (b *builder) preformatted(c *context, s string, pos, end int) {
	if !b.block {
		if strings.TrimSpace(s) == "" {
			b.lead = append(b.lead, s...)
			return
		}
		b.beginBlock(c, pos)
		b.flow = append(b.flow, b.lead...)
	}
	for ; b.breaks > 0; b.breaks-- {
		b.flow = append(b.flow, '\n')
	}
	b.widen(c.element)
	b.flow = append(b.flow, strings.ReplaceAll(s, "\r\n", "\n")...)
	b.last().End = int32(end)
}

func (b *builder) last() *block.Block { return &b.page.Blocks[len(b.page.Blocks)-1] }

// beginBlock starts a block with the context of the innermost element.
func (b *builder) beginBlock(c *context, pos int) {
	if len(b.flow) > 0 {
		b.flow = append(b.flow, '\n')
	}
	n := int32(len(b.page.Blocks))
	bl := grow(&b.page.Blocks)
	*bl = block.Block{}
	bl.Kind, bl.Level, bl.Quoted, bl.Element = c.kind, c.level, c.quoted, c.element
	bl.Flow.Start, bl.Start, bl.End = int32(len(b.flow)), int32(pos), int32(pos)
	if c.cell {
		t := &b.tables[c.table-1]
		bl.Table, bl.Row, bl.Col, bl.Header = c.table, t.row, t.col, c.header
		t.add(c.kind)
	}
	if c.kind == block.ListItem {
		b.item(bl, c, n)
	}
	b.first, b.began = len(b.page.Elements), c.element
	b.block, b.space, b.picture, b.breaks = true, false, false, 0
}

// item numbers the first block of a list item and makes further ones
// paragraphs that continue it.
func (b *builder) item(bl *block.Block, c *context, n int32) {
	li := len(b.stack) - 1
	for li > 0 && b.stack[li].tag != block.TagLi {
		li--
	}
	if b.stack[li].item >= 0 {
		bl.Kind = block.Paragraph
		return
	}
	b.stack[li].item = n
	if c.list > 0 && b.lists[c.list-1] >= 0 {
		bl.Ordinal = b.lists[c.list-1]
	}
}

// widen keeps Block.Element the innermost element around all of the block.
func (b *builder) widen(element int32) {
	p, bl := b.page, b.last()
	x, y := bl.Element, element
	for x != y {
		if x > y { // parents go before children
			x = p.Elements[x].Parent
		} else {
			y = p.Elements[y].Parent
		}
		if x < 0 || y < 0 {
			return
		}
	}
	bl.Element = x
}

func (b *builder) endBlock() {
	b.space, b.breaks, b.lead = false, 0, b.lead[:0]
	if !b.block {
		return
	}
	b.block = false
	bl := b.last()
	if bl.Kind == block.Code {
		b.trimBlock(bl)
	}
	for i := range b.links {
		b.addSpan(bl, &b.links[i])
	}
	b.idle = len(b.links) > 0
	bl.Flow.End = int32(len(b.flow))
	slices.SortStableFunc(b.page.Spans[b.spansBegin():], func(x, y block.Span) int { return int(x.Start - y.Start) })
	b.ends = append(b.ends, int32(len(b.page.Spans)))
}

// trimBlock takes white space off the end of the last block.
func (b *builder) trimBlock(bl *block.Block) {
	n := int32(len(b.flow))
	for n > bl.Flow.Start && (b.flow[n-1] == '\n' || b.flow[n-1] == ' ') {
		n--
	}
	if n == int32(len(b.flow)) {
		return
	}
	b.flow = b.flow[:n]
	elements := b.page.Elements
	for i := range elements[b.first:] {
		t := &elements[b.first+i].Text
		t.Start, t.End = min(t.Start, n), min(t.End, n)
	}
	for e := b.began; e >= 0; e = elements[e].Parent {
		elements[e].Text.End = min(elements[e].Text.End, n)
	}
}

// endSpan records the active span i, which ends here.
func (b *builder) endSpan(i int) {
	if b.block {
		b.addSpan(b.last(), &b.links[i])
	}
}

func (b *builder) addSpan(bl *block.Block, s *activeSpan) {
	start, end := s.start-bl.Flow.Start, int32(len(b.flow))-bl.Flow.Start
	if s.start >= 0 && start < end && (s.kind != block.Formula || s.tex) && !b.hasSpan(s.kind, start, end) {
		span := grow(&b.page.Spans)
		span.Kind, span.URL, span.Start, span.End = s.kind, s.url, start, end
	}
	s.start = -1
}

// hasSpan reports whether an element just inside marked the same text the
// same way. Pages that nest such elements without end would take memory
// without end.
func (b *builder) hasSpan(kind block.SpanKind, start, end int32) bool {
	for i := len(b.page.Spans) - 1; i >= max(int(b.spansBegin()), len(b.page.Spans)-4); i-- {
		if s := &b.page.Spans[i]; s.Kind == kind && s.Start == start && s.End == end {
			return true
		}
	}
	return false
}

// spansBegin is where the spans of the last block begin in page.Spans.
func (b *builder) spansBegin() int32 {
	if n := len(b.ends); n > 0 {
		return b.ends[n-1]
	}
	return 0
}

// finish closes what is still open and hands over the page.
func (b *builder) finish() *block.Page {
	for len(b.stack) > 0 {
		b.close()
	}
	b.endBlock() // of an inline element that is all there is
	p := b.page
	p.Flow, b.flow = handOver(b.flow)
	for i := range p.Elements {
		if e := &p.Elements[i]; e.Parent >= 0 {
			e.Depth = p.Elements[e.Parent].Depth + 1
		}
	}
	begin := int32(0)
	for i := range p.Blocks {
		bl := &p.Blocks[i]
		bl.Text = p.Flow[bl.Flow.Start:bl.Flow.End]
		if end := b.ends[i]; end > begin {
			bl.Spans = p.Spans[begin:end:end]
			begin = end
		}
		if bl.Table > 0 && !b.tables[bl.Table-1].data() {
			bl.Table, bl.Row, bl.Col, bl.Header = 0, 0, 0, false
			if bl.Kind == block.Cell {
				bl.Kind = block.Paragraph
			}
		}
	}
	b.release()
	return p
}
