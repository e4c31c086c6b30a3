package source

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// maxDepth is the largest number of open elements. html.Parse gives up there;
// like browsers, the scanner puts a further element in the place of the
// innermost.
const maxDepth = 512

// phase is how far the page's own structure has got.
type phase uint8

const (
	initial phase = iota
	beforeHTML
	beforeHead
	headOpen
	headNoscript
	afterHead // the head stays open for what belongs in it
	bodyOpen
	framesetOpen // nothing is shown any more
)

// mode is how an open element treats what comes inside it. The insertion mode
// of the standard is that of the innermost open element.
type mode uint8

const (
	inBody mode = iota
	inTable
	inCaption
	inColgroup
	inSection // tbody, thead or tfoot
	inRow
	inCell
)

type namespace uint8

const (
	htmlSpace namespace = iota
	svgSpace
	mathSpace
)

type openElement struct {
	tag   block.Tag
	mode  mode
	space namespace
	point bool   // foreign, but what is inside is HTML: an integration point
	shown bool   // the builder has it open
	hides bool   // the builder wants nothing of what is inside
	gone  bool   // closed for the rules, but it holds elements that are open
	id    int32  // of formatting elements and forms
	name  string // as in the input
}

// startedTag is the start tag being handled.
type startedTag struct {
	tag         block.Tag
	name        string
	pos, names  int // where it and its attributes begin
	end         int // behind it, -1 until the attributes were read
	selfClosing bool
}

func (s *scanner) top() *openElement { return &s.open[len(s.open)-1] }

// shows reports whether the builder gets what comes inside the innermost
// element.
func (s *scanner) shows() bool {
	return !s.cut && (len(s.open) == 0 || s.top().shown && !s.top().hides)
}

// insideForeign reports whether text and start tags here are SVG or MathML.
func (s *scanner) insideForeign() bool {
	return len(s.open) > 0 && s.top().space != htmlSpace && !s.top().point
}

// push opens an element whose attributes were announced to the builder, and
// returns it for what only some elements have: an id, HTML inside.
func (s *scanner) push(tag block.Tag, m mode, space namespace, name string, pos int) *openElement {
	shown := s.shows()
	if len(s.open) >= maxDepth {
		s.pop()
	}
	e := grow(&s.open)
	e.tag, e.mode, e.space, e.name, e.id = tag, m, space, name, 0
	e.point, e.shown, e.hides, e.gone = false, shown, false, false
	if shown {
		tag := shownTag(tag)
		s.b.open(tag, pos)
		e.hides = actions[tag] == skipped && tag != block.TagHead
	}
	if space == htmlSpace {
		s.counts[tag]++
	}
	return e
}

func (s *scanner) pop() {
	e := s.top()
	if e.space == htmlSpace {
		s.counts[e.tag]--
	}
	if e.id != 0 {
		s.closeFormat(e.id)
	}
	if e.shown {
		s.b.close()
	}
	s.open = s.open[:len(s.open)-1]
	if n := len(s.open); n > 0 && s.open[n-1].gone {
		s.pop()
	}
}

// popTo closes the element at index i of the stack and all inside it.
func (s *scanner) popTo(i int) {
	for len(s.open) > i {
		s.pop()
	}
}

// retire closes the element at index i of the stack for all that follows,
// though what is open inside it stays open, and inside it.
func (s *scanner) retire(i int) {
	if i == len(s.open)-1 {
		s.pop()
		return
	}
	e := &s.open[i]
	if e.space == htmlSpace {
		s.counts[e.tag]--
		s.counts[block.Unknown]++
	}
	if e.id != 0 {
		s.closeFormat(e.id)
	}
	e.tag, e.name, e.id, e.gone = block.Unknown, "", 0, true
}

// lift takes the element at index i off the stack, and what is open inside it
// out of it.
func (s *scanner) lift(i int) {
	e := s.open[i]
	if e.space == htmlSpace {
		s.counts[e.tag]--
	}
	if e.id != 0 {
		s.closeFormat(e.id)
	}
	switch {
	case e.shown && s.open[i+1].shown:
		s.b.drop(i)
	case e.shown:
		s.b.close()
	}
	s.open = append(s.open[:i], s.open[i+1:]...)
}

// insert opens the element of the start tag at hand.
func (s *scanner) insert() { s.insertAs(s.top().mode) }

func (s *scanner) insertAs(m mode) {
	s.readAttributes(s.shows())
	s.push(s.tag.tag, m, htmlSpace, s.tag.name, s.tag.pos)
}

// insertVoid opens and closes an element.
func (s *scanner) insertVoid() {
	s.insert()
	s.pop()
}

// imply opens an element that the input leaves out.
func (s *scanner) imply(tag block.Tag, m mode, pos int) {
	s.push(tag, m, htmlSpace, tag.String(), pos)
}

// readAttributes reads the start tag at hand to its end.
func (s *scanner) readAttributes(show bool) {
	var complete bool
	s.tag.end, s.tag.selfClosing, complete = s.attributes(s.tag.names, show)
	s.cut = !complete
}

// insertRaw opens and closes an element whose content is text up to its end
// tag.
func (s *scanner) insertRaw() {
	s.insert()
	begin := s.tag.end
	end := s.skipRaw()
	if e := s.top(); e.shown {
		switch e.tag {
		case block.TagTitle:
			s.b.title(html.UnescapeString(s.in[begin:end]))
		case block.TagScript:
			s.b.script(s.in[begin:end], begin, end)
		default:
			if !e.hides {
				s.show(begin, end, true)
			}
		}
	}
	s.pop()
}

// skipRaw moves the end of the start tag at hand behind its raw text and end
// tag, and returns where the text ends.
func (s *scanner) skipRaw() int {
	begin := s.tag.end
	end := len(s.in)
	switch s.tag.tag {
	case block.TagPlaintext:
	case block.TagScript:
		end = scriptEnd(s.in, begin)
	default:
		end = rawEnd(s.in, begin, s.tag.name)
	}
	s.tag.end = end
	if end < len(s.in) {
		s.tag.end, _, _ = s.attributes(end+2+len(s.tag.name), false)
	}
	return end
}

// implyEnds closes the elements that need no end tag, but for those with the
// tag except.
func (s *scanner) implyEnds(except block.Tag) {
	for {
		e := s.top()
		if e.space != htmlSpace || traits[e.tag]&implied == 0 || e.tag == except {
			return
		}
		s.pop()
	}
}

// inScope returns the index of the innermost open element with the tag, -1 if
// there is none or if one of the elements that bound the scope is inside it.
func (s *scanner) inScope(scope trait, tag block.Tag) int {
	if s.counts[tag] == 0 {
		return -1
	}
	for i := len(s.open) - 1; i >= 0; i-- {
		e := &s.open[i]
		switch {
		case e.space != htmlSpace:
			if e.point && scope&scopeStop != 0 {
				return -1
			}
		case e.tag == tag:
			return i
		case traits[e.tag]&scope != 0:
			return -1
		}
	}
	return -1
}

// popScope closes the innermost element with the tag if it is in scope, and
// reports whether it was.
func (s *scanner) popScope(scope trait, tag block.Tag) bool {
	i := s.inScope(scope, tag)
	if i >= 0 {
		s.popTo(i)
	}
	return i >= 0
}

// isSpecial reports whether the end tags of elements around e do not close it
// in passing.
func (e *openElement) isSpecial() bool {
	if e.space != htmlSpace {
		return e.point
	}
	return traits[e.tag]&special != 0
}

// text handles the text in[from:to], which is white space up to in[words].
func (s *scanner) text(from, words, to int) {
	if s.templates > 0 || s.phase == framesetOpen {
		return
	}
	if s.phase < bodyOpen {
		if words == to {
			return
		}
		from = words
		s.openBody(from) // which ends a noscript in the head, too
	}
	if !s.insideForeign() {
		if s.top().mode != inBody && s.textInTable(from, to) {
			return
		}
		s.reconstruct(from)
	}
	if s.shows() && (words < to || !s.b.blank(to)) {
		s.show(from, to, false)
	}
}

// show gives the text in[from:to], with character references unless it is raw,
// to the builder, which shows the innermost element.
func (s *scanner) show(from, to int, raw bool) {
	switch {
	case s.b.inPre():
		s.showPreformatted(from, to, raw)
	case raw:
		s.b.text(s.in[from:to], from, to)
	case s.nul && strings.IndexByte(s.in[from:to], 0) >= 0:
		s.b.text(strings.ReplaceAll(html.UnescapeString(s.in[from:to]), "\x00", s.forNUL()), from, to)
	default:
		s.showPieces(from, to)
	}
}

// forNUL is what stands for a NUL character: nothing in the body (13.2.6.4.7),
// a replacement character in foreign content (13.2.6.5).
func (s *scanner) forNUL() string {
	if s.insideForeign() {
		return "\uFFFD"
	}
	return ""
}

// showPieces gives text to the builder in pieces: what is between character
// references, and these resolved.
func (s *scanner) showPieces(from, to int) {
	in := s.in
	for from < to {
		i := strings.IndexByte(in[from:to], '&')
		if i < 0 {
			s.b.text(in[from:to], from, to)
			return
		}
		if i > 0 {
			s.b.text(in[from:from+i], from, from+i)
			from += i
		}
		text, n := s.refs.at(in[from:to])
		s.b.text(text, from, from+n)
		from += n
	}
}

// showPreformatted gives text to the builder in one piece, as white space at
// its ends matters.
func (s *scanner) showPreformatted(from, to int, raw bool) {
	text := s.in[from:to]
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if from == s.afterPre {
		text = strings.TrimPrefix(text, "\n")
	}
	if raw {
		text = strings.ReplaceAll(text, "\x00", "\uFFFD")
	} else {
		text = strings.ReplaceAll(html.UnescapeString(text), "\x00", s.forNUL())
	}
	if text != "" { // an empty one would end the line that a <br> left open
		s.b.text(text, from, to)
	}
}

// finish opens what an empty page has, too.
func (s *scanner) finish() {
	if s.phase < bodyOpen {
		s.openBody(len(s.in))
	}
}
