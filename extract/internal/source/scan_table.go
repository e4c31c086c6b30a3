package source

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// What tables do (13.2.6.4.9 to 13.2.6.4.15). The functions loop as the
// standard reprocesses a tag in another insertion mode.

// startInTable handles a start tag inside a table. It reports false for what
// is treated as in the body.
func (s *scanner) startInTable() bool {
	tag, pos := s.tag.tag, s.tag.pos
	part := rules[tag] == ruleTablePart && tag != block.TagFrame
	cell := tag == block.TagTd || tag == block.TagTh
	for {
		switch m := s.top().mode; m {
		case inBody:
			return false
		case inCell, inCaption:
			if !part {
				return false
			}
			if m == inCell && !s.closeCell() || m == inCaption && !s.closeCaption() {
				return true
			}
			continue
		case inColgroup:
			switch {
			case tag == block.TagCol:
				s.insertVoid()
				return true
			case tag == block.TagTemplate:
				return false
			case s.top().tag != block.TagColgroup || tag == block.TagHtml:
				return true
			}
			s.pop()
			continue
		case inRow:
			if cell {
				s.clearTo(block.TagTr, 0)
				s.insertAs(inCell)
				s.mark()
				return true
			}
			if part {
				if !s.closeRow() {
					return true
				}
				continue
			}
		case inSection:
			switch {
			case tag == block.TagTr:
				s.clearTo(block.Unknown, section)
				s.insertAs(inRow)
				return true
			case cell:
				s.clearTo(block.Unknown, section)
				s.imply(block.TagTr, inRow, pos)
				continue
			case part:
				if !s.closeSection() {
					return true
				}
				continue
			}
		case inTable:
			switch tag {
			case block.TagCaption:
				s.clearTo(block.TagTable, 0)
				s.mark()
				s.insertAs(inCaption)
				return true
			case block.TagColgroup:
				s.clearTo(block.TagTable, 0)
				s.insertAs(inColgroup)
				return true
			case block.TagCol:
				s.clearTo(block.TagTable, 0)
				s.imply(block.TagColgroup, inColgroup, pos)
				continue
			case block.TagTbody, block.TagThead, block.TagTfoot:
				s.clearTo(block.TagTable, 0)
				s.insertAs(inSection)
				return true
			case block.TagTr, block.TagTd, block.TagTh:
				s.clearTo(block.TagTable, 0)
				s.imply(block.TagTbody, inSection, pos)
				continue
			}
		}
		switch tag {
		case block.TagTable:
			if !s.popScope(tableScope, tag) {
				return true
			}
		case block.TagForm:
			if s.form == 0 {
				s.insertForm()
				s.pop()
			}
			return true
		case block.TagInput:
			if s.hiddenInput() {
				s.insertVoid()
				return true
			}
			return false
		default:
			return false
		}
	}
}

// hiddenInput reports whether the input tag at hand has the type hidden.
func (s *scanner) hiddenInput() bool {
	end, _, _ := s.attributes(s.tag.names, false)
	attrs := strings.ToLower(s.in[s.tag.names:end])
	return strings.Contains(attrs, `type="hidden"`) || strings.Contains(attrs, "type=hidden") || strings.Contains(attrs, "type='hidden'")
}

// endInTable handles an end tag inside a table. It reports false for what is
// treated as in the body.
func (s *scanner) endInTable(tag block.Tag) bool {
	for {
		switch s.top().mode {
		case inBody:
			return false
		case inCell:
			switch tag {
			case block.TagTd, block.TagTh:
				if s.popScope(tableScope, tag) {
					s.clearToMark()
				}
				return true
			case block.TagBody, block.TagCaption, block.TagCol, block.TagColgroup, block.TagHtml:
				return true
			case block.TagTable, block.TagTbody, block.TagThead, block.TagTfoot, block.TagTr:
				if s.inScope(tableScope, tag) < 0 || !s.closeCell() {
					return true
				}
				continue
			}
			return false
		case inCaption:
			switch tag {
			case block.TagCaption:
				s.closeCaption()
				return true
			case block.TagTable:
				if !s.closeCaption() {
					return true
				}
				continue
			}
			return partOrPage(tag)
		case inColgroup:
			if s.top().tag == block.TagColgroup && tag != block.TagCol {
				s.pop()
				if tag != block.TagColgroup {
					continue
				}
			}
			return true
		case inRow:
			switch tag {
			case block.TagTr:
				s.closeRow()
				return true
			case block.TagTable:
				if !s.closeRow() {
					return true
				}
				continue
			case block.TagTbody, block.TagThead, block.TagTfoot:
				if s.inScope(tableScope, tag) < 0 || !s.closeRow() {
					return true
				}
				continue
			}
		case inSection:
			switch tag {
			case block.TagTbody, block.TagThead, block.TagTfoot:
				if s.inScope(tableScope, tag) >= 0 {
					s.clearTo(block.Unknown, section)
					s.pop()
				}
				return true
			case block.TagTable:
				if !s.closeSection() {
					return true
				}
				continue
			}
		case inTable:
			if tag == block.TagTable {
				s.popScope(tableScope, tag)
				return true
			}
		}
		return partOrPage(tag)
	}
}

// partOrPage are the end tags that do nothing inside a table.
func partOrPage(tag block.Tag) bool {
	return rules[tag] == ruleTablePart && tag != block.TagFrame || tag == block.TagBody || tag == block.TagHtml
}

func (s *scanner) closeCell() bool {
	if i := max(s.inScope(tableScope, block.TagTd), s.inScope(tableScope, block.TagTh)); i >= 0 {
		s.popTo(i)
		s.clearToMark()
		return true
	}
	return false
}

func (s *scanner) closeCaption() bool {
	if s.popScope(tableScope, block.TagCaption) {
		s.clearToMark()
		return true
	}
	return false
}

func (s *scanner) closeRow() bool {
	if s.inScope(tableScope, block.TagTr) < 0 {
		return false
	}
	s.clearTo(block.TagTr, 0)
	s.pop()
	return true
}

func (s *scanner) closeSection() bool {
	i := max(s.inScope(tableScope, block.TagTbody), s.inScope(tableScope, block.TagThead), s.inScope(tableScope, block.TagTfoot))
	if i >= 0 {
		s.popTo(i)
	}
	return i >= 0
}

// clearTo closes elements up to the innermost one with the tag or the trait.
func (s *scanner) clearTo(tag block.Tag, t trait) {
	for {
		e := s.top()
		if e.space == htmlSpace && (tag != block.Unknown && e.tag == tag || traits[e.tag]&t != 0 || e.tag == block.TagHtml || e.tag == block.TagTemplate) {
			return
		}
		s.pop()
	}
}

// textInTable handles text inside a table where that has no room for it, and
// reports whether it is done with it. Text other than white space belongs
// before the table.
func (s *scanner) textInTable(from, to int) bool {
	switch e := s.top(); {
	case e.mode == inColgroup:
		if s.isBlank(from, to) || e.tag != block.TagColgroup {
			return true
		}
		s.pop()
	case traits[e.tag]&fosters != 0 && e.space == htmlSpace:
		return s.isBlank(from, to)
	}
	return false
}

func (s *scanner) isBlank(from, to int) bool {
	text := s.in[from:to]
	if strings.IndexByte(text, '&') >= 0 {
		text = html.UnescapeString(text)
	}
	return strings.TrimLeft(text, " \t\r\n\f") == ""
}
