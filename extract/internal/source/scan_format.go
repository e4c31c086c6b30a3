package source

import "github.com/pithtext/pith/extract/internal/block"

// maxFormats is the largest number of active formatting elements. The standard
// has no limit, but a page that never closes them would make each paragraph
// as large as all the page before it.
const maxFormats = 128

// format is an entry of the list of active formatting elements (13.2.4.3). A
// marker has the tag Unknown.
type format struct {
	tag     block.Tag
	open    bool // its element is open
	id      int32
	element int32  // the builder's, -1 if it was not shown
	name    string // as in the input
	names   int    // where the attributes of its start tag begin
	attrs   string // they, as in the input
}

func (s *scanner) mark() { s.formats = append(s.formats, format{}) }

// clearToMark forgets the formatting elements that were begun since the last
// mark, with the mark.
func (s *scanner) clearToMark() {
	for n := len(s.formats) - 1; n >= 0; n-- {
		marker := s.formats[n].tag == block.Unknown
		s.formats = s.formats[:n]
		if marker {
			return
		}
	}
}

// insertFormatting opens the element of the start tag at hand, which formats
// all that follows up to its end tag.
func (s *scanner) insertFormatting() {
	s.ids++
	f := format{tag: s.tag.tag, open: true, id: s.ids, element: -1, name: s.tag.name, names: s.tag.names}
	s.insert()
	f.attrs = s.in[s.tag.names:s.tag.end]
	e := s.top()
	e.id = f.id
	if e.shown {
		f.element = s.b.innermost()
	}
	same := 0
	for i := len(s.formats) - 1; i >= 0 && s.formats[i].tag != block.Unknown; i-- {
		if g := &s.formats[i]; g.tag == f.tag && g.attrs == f.attrs {
			if same++; same == 3 { // the Noah's Ark clause
				s.forget(i)
				break
			}
		}
	}
	if len(s.formats) == maxFormats {
		s.forget(0)
	}
	s.formats = append(s.formats, f)
}

// forget takes the entry at index i off the list.
func (s *scanner) forget(i int) { s.formats = append(s.formats[:i], s.formats[i+1:]...) }

// closeFormat notes that the element of an entry is not open any more.
func (s *scanner) closeFormat(id int32) {
	if i := s.formatIndex(id); i >= 0 {
		s.formats[i].open = false
	}
}

// lastFormat returns the index of the last entry with the tag since the last
// mark, -1 if there is none.
func (s *scanner) lastFormat(tag block.Tag) int {
	for i := len(s.formats) - 1; i >= 0 && s.formats[i].tag != block.Unknown; i-- {
		if s.formats[i].tag == tag {
			return i
		}
	}
	return -1
}

// reconstruct opens the formatting elements again that were closed by the end
// of an element around them.
func (s *scanner) reconstruct(pos int) {
	if n := len(s.formats); n > 0 && !s.formats[n-1].open { // a marker is not, either
		s.reopen(pos)
	}
}

func (s *scanner) reopen(pos int) {
	i := len(s.formats)
	for i > 0 && !s.formats[i-1].open && s.formats[i-1].tag != block.Unknown {
		i--
	}
	for ; i < len(s.formats); i++ {
		f := &s.formats[i]
		if s.clones -= 1 + len(f.attrs)/64; s.clones < 0 { // no honest page gets here
			s.formats = s.formats[:0]
			return
		}
		if s.shows() {
			if f.element >= 0 {
				s.b.announce(f.element)
			} else {
				s.attributes(f.names, true)
			}
		}
		e := s.push(f.tag, s.top().mode, htmlSpace, f.name, pos)
		e.id, f.open = f.id, true
		if e.shown {
			f.element = s.b.innermost()
		}
	}
}

// endFormatting handles the end tag of a formatting element: the adoption
// agency algorithm (13.2.6.4.7). Where blocks were begun inside the element,
// the standard moves them out of it, each with a copy of the element around
// what it had so far. In a stream of events that is the same as ending the
// element at the blocks that stay open.
func (s *scanner) endFormatting(tag block.Tag, name string) {
	if e := s.top(); e.tag == tag && e.space == htmlSpace && !s.isActive(e.id) {
		s.pop()
		return
	}
	f := s.lastFormat(tag)
	if f < 0 {
		s.endOther(tag, name)
		return
	}
	id := s.formats[f].id
	i := len(s.open) - 1
	for i >= 0 && s.open[i].id != id {
		i--
	}
	if i < 0 {
		s.forget(f)
		return
	}
	if s.inScope(scopeStop, tag) < 0 {
		return
	}
	blocks := 0
	last := i // the innermost block that is moved
	for j := i + 1; j < len(s.open) && blocks < 8; j++ {
		if s.open[j].isSpecial() {
			last = j
			blocks++
		}
	}
	if blocks < 8 {
		s.popTo(last + 1)
	}
	s.forget(f)
	// What is between the blocks goes with the element, but for other
	// formatting elements, up to three of which each block keeps.
	kept := 0
	for j := last; j > i; j-- {
		switch e := &s.open[j]; {
		case e.isSpecial():
			kept = 0
		case kept < 3 && s.isActive(e.id):
			kept++
		default:
			if g := s.formatIndex(e.id); g >= 0 {
				s.forget(g)
			}
			s.lift(j)
		}
	}
	if last > i {
		s.lift(i)
	} else {
		s.popTo(i)
	}
}

// formatIndex returns the index of the entry of an element, -1 if there is none.
func (s *scanner) formatIndex(id int32) int {
	if id == 0 {
		return -1
	}
	for i := len(s.formats) - 1; i >= 0; i-- {
		if s.formats[i].id == id {
			return i
		}
	}
	return -1
}

func (s *scanner) isActive(id int32) bool { return s.formatIndex(id) >= 0 }
