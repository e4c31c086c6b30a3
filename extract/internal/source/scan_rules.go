package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// startTag handles the start tag at in[i:], with its content if that is raw
// text, and returns the offset behind it.
func (s *scanner) startTag(i int) int {
	n, packed := readName(s.in, i+1, &tagLetters)
	t := &s.tag // field by field, as in grow
	t.name, t.pos, t.names, t.end, t.selfClosing = s.in[i+1:n], i, n, -1, false
	t.tag = lookupPackedTag(t.name, packed)
	foreign := s.insideForeign()
	switch {
	case s.templates > 0:
		if s.tag.tag == block.TagTemplate {
			s.templates++
		}
	case foreign && s.startForeign():
	default:
		s.start()
	}
	if s.tag.end < 0 { // nothing was made of it
		s.readAttributes(false)
		if isRaw(s.tag.tag) {
			s.skipRaw()
		}
	}
	return s.tag.end
}

// isRaw reports whether the content of an HTML element is text up to its end
// tag.
func isRaw(tag block.Tag) bool {
	switch tag {
	case block.TagScript, block.TagStyle, block.TagTitle, block.TagTextarea, block.TagXmp, block.TagIframe,
		block.TagNoembed, block.TagNoframes, block.TagPlaintext:
		return true
	}
	return false
}

// start handles a start tag of HTML.
func (s *scanner) start() {
	if s.tag.tag == tagImage {
		s.tag.tag = block.TagImg
	}
	switch {
	case s.phase == framesetOpen:
	case s.phase < bodyOpen && s.startBeforeBody():
	case s.top().mode != inBody && s.startInTable():
	default:
		s.startInBody()
	}
}

// isTextOnly reports whether the element with the content in[i:] has one piece
// of text and nothing else inside. In a noscript, that is markup which was
// escaped, or a request to turn scripts on.
func (s *scanner) isTextOnly(i int, name string) bool {
	n := strings.IndexByte(s.in[i:], '<')
	return n > 0 && isEndTag(s.in[i+n:], name)
}

// openHTML, openHead and openBody open what is open in every page from some
// point on.
func (s *scanner) openHTML(pos int) {
	if s.phase < beforeHead {
		s.imply(block.TagHtml, inBody, pos)
		s.phase = beforeHead
	}
}

func (s *scanner) openHead(pos int) {
	s.openHTML(pos)
	if s.phase < headOpen {
		s.imply(block.TagHead, inBody, pos)
		s.phase = headOpen
	}
}

func (s *scanner) closeHeadNoscript() {
	s.pop()
	s.phase = headOpen
}

func (s *scanner) closeHead(pos int) {
	s.openHead(pos)
	s.popTo(1)
}

func (s *scanner) openBody(pos int) {
	s.closeHead(pos)
	s.imply(block.TagBody, inBody, pos)
	s.phase = bodyOpen
}

// startBeforeBody handles a start tag before the body (13.2.6.4.1 to 13.2.6.4.6).
// It reports false once it opened the body for what belongs there.
func (s *scanner) startBeforeBody() bool {
	pos := s.tag.pos
	if s.phase == headNoscript {
		switch s.tag.tag {
		case tagBasefont, tagBgsound, block.TagLink, block.TagMeta, block.TagNoframes, block.TagStyle:
			s.startInBody()
			return true
		case block.TagHtml:
			s.mergeAttributes(0)
			return true
		case block.TagHead, block.TagNoscript:
			return true
		}
		s.closeHeadNoscript()
	}
	switch rules[s.tag.tag] {
	case ruleHTML:
		if s.phase < beforeHead {
			s.insertAs(inBody)
			s.phase = beforeHead
		} else {
			s.mergeAttributes(0)
		}
	case ruleHead:
		s.openHTML(pos)
		if s.phase == beforeHead {
			s.insert()
			s.phase = headOpen
		}
	case ruleInHead, ruleTemplate:
		s.openHead(pos)
		s.startInBody()
	case ruleBody:
		s.closeHead(pos)
		s.insert()
		s.phase = bodyOpen
	case ruleFrameset:
		s.closeHead(pos)
		s.insert()
		s.phase = framesetOpen
	default:
		if s.tag.tag == block.TagNoscript && s.phase <= headOpen {
			s.openHead(pos)
			s.insert()
			s.phase = headNoscript
			return true
		}
		s.openBody(pos)
		return false
	}
	return true
}

// startInBody handles a start tag in the body (13.2.6.4.7).
func (s *scanner) startInBody() {
	tag, pos := s.tag.tag, s.tag.pos
	switch rules[tag] {
	case ruleOrdinary:
		s.reconstruct(pos)
		s.insert()
		if tag == block.TagNoscript {
			s.top().hides = s.top().hides || s.isTextOnly(s.tag.end, "noscript")
		}
	case ruleBlock:
		s.popScope(pScope, block.TagP)
		s.insert()
	case ruleHeading:
		s.popScope(pScope, block.TagP)
		if e := s.top(); e.space == htmlSpace && rules[e.tag] == ruleHeading {
			s.pop()
		}
		s.insert()
	case rulePre:
		s.popScope(pScope, block.TagP)
		s.insert()
		s.afterPre = s.tag.end
	case ruleForm:
		if s.form == 0 {
			s.popScope(pScope, block.TagP)
			s.insertForm()
		}
	case ruleItem:
		s.closeItem(tag)
		s.popScope(pScope, block.TagP)
		s.insert()
	case rulePlaintext:
		s.popScope(pScope, block.TagP)
		s.insertRaw()
	case ruleButton:
		if s.inScope(scopeStop, tag) >= 0 {
			s.implyEnds(block.Unknown)
			s.popScope(scopeStop, tag)
		}
		s.reconstruct(pos)
		s.insert()
	case ruleAnchor:
		if f := s.lastFormat(tag); f >= 0 {
			id := s.formats[f].id
			s.endFormatting(tag, s.tag.name)
			s.abandon(id)
		}
		s.reconstruct(pos)
		s.insertFormatting()
	case ruleFormatting:
		s.reconstruct(pos)
		s.insertFormatting()
	case ruleNobr:
		s.reconstruct(pos)
		if s.inScope(scopeStop, tag) >= 0 {
			s.endFormatting(tag, s.tag.name)
			s.reconstruct(pos)
		}
		s.insertFormatting()
	case ruleMarker:
		s.reconstruct(pos)
		s.insert()
		s.mark()
	case ruleTable:
		if !s.quirks {
			s.popScope(pScope, block.TagP)
		}
		s.insertAs(inTable)
	case ruleVoid:
		s.reconstruct(pos)
		s.insertVoid()
	case ruleInput:
		s.popScope(scopeStop, block.TagSelect)
		s.reconstruct(pos)
		s.insertVoid()
	case ruleVoidApart:
		s.insertVoid()
	case ruleHr:
		if s.inScope(pScope, block.TagP) >= 0 {
			s.implyEnds(block.TagP)
			s.popScope(scopeStop, block.TagP)
		}
		if s.inScope(scopeStop, block.TagSelect) >= 0 {
			s.implyEnds(block.Unknown)
		}
		s.insertVoid()
	case ruleRaw:
		s.insertRaw()
	case ruleXmp:
		s.popScope(pScope, block.TagP)
		s.reconstruct(pos)
		s.insertRaw()
	case ruleSelect:
		if !s.popScope(scopeStop, tag) {
			s.reconstruct(pos)
			s.insert()
		}
	case ruleOption, ruleOptgroup:
		if s.inScope(scopeStop, block.TagSelect) < 0 {
			if s.top().tag == block.TagOption {
				s.pop()
			}
		} else if tag == block.TagOption {
			s.implyEnds(block.TagOptgroup)
		} else {
			s.implyEnds(block.Unknown)
		}
		s.reconstruct(pos)
		s.insert()
	case ruleRuby, ruleRubyText:
		if s.inScope(scopeStop, block.TagRuby) >= 0 {
			if rules[tag] == ruleRuby {
				s.implyEnds(block.Unknown)
			} else {
				s.implyEnds(tagRtc)
			}
		}
		s.insert()
	case ruleForeign:
		s.reconstruct(pos)
		if tag == block.TagSvg {
			s.insertForeign(svgSpace)
		} else {
			s.insertForeign(mathSpace)
		}
	case ruleInHead:
		if isRaw(tag) {
			s.insertRaw()
		} else {
			s.insertVoid()
		}
	case ruleTemplate:
		s.insert()
		s.mark()
		s.templates = 1
	case ruleHTML:
		s.mergeAttributes(0)
	case ruleBody:
		s.mergeAttributes(1)
	case ruleFrameset:
		if len(s.open) == 2 && !s.b.hasText() {
			s.popTo(1)
			s.insert()
			s.phase = framesetOpen
		}
	}
}

// mergeAttributes adds the attributes of the start tag at hand, html or body,
// to that element, which is open at index i of the stack.
func (s *scanner) mergeAttributes(i int) {
	s.readAttributes(true)
	s.b.merge(s.b.stack[i].element)
}

func (s *scanner) insertForm() {
	s.ids++
	s.insert()
	s.top().id = s.ids
	s.form = s.ids
}

// closeItem closes the list item, or the part of a definition list, that the
// tag's own follows.
func (s *scanner) closeItem(tag block.Tag) {
	like := [2]block.Tag{tag, tag}
	if tag != block.TagLi {
		like = [2]block.Tag{block.TagDd, block.TagDt}
	}
	if s.counts[like[0]]+s.counts[like[1]] == 0 {
		return
	}
	for i := len(s.open) - 1; i >= 0; i-- {
		e := &s.open[i]
		if e.space == htmlSpace && (e.tag == like[0] || e.tag == like[1]) {
			s.popTo(i)
			return
		}
		if e.isSpecial() && (e.space != htmlSpace || traits[e.tag]&passedByItem == 0) {
			return
		}
	}
}

// abandon takes a formatting element off the stack and the list, if it is
// still there.
func (s *scanner) abandon(id int32) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].id == id {
			s.retire(i)
			break
		}
	}
	if f := s.formatIndex(id); f >= 0 {
		s.forget(f)
	}
}

// end handles the end tag that begins at pos.
func (s *scanner) end(tag block.Tag, name string, pos int) {
	switch {
	case s.templates > 0:
		if tag != block.TagTemplate {
			return
		}
		if s.templates--; s.templates == 0 {
			s.pop()
			s.clearToMark()
		}
		return
	case s.phase == framesetOpen:
		return
	case s.phase < bodyOpen && !s.endBeforeBody(tag, pos):
		return
	case s.top().space != htmlSpace && s.endForeign(name):
		return
	case s.top().mode != inBody && s.endInTable(tag):
		return
	}
	s.endInBody(tag, name, pos)
}

// endBeforeBody handles an end tag before the body, and reports whether it
// opened the body.
func (s *scanner) endBeforeBody(tag block.Tag, pos int) bool {
	if s.phase == headNoscript {
		if tag != block.TagNoscript && tag != block.TagBr {
			return false
		}
		s.closeHeadNoscript()
	}
	switch tag {
	case block.TagHead:
		if s.phase < afterHead {
			s.openHead(pos)
			s.phase = afterHead
		}
	case block.TagBody, block.TagHtml, block.TagBr:
		s.openBody(pos)
		return true
	}
	return false
}

// endInBody handles an end tag in the body (13.2.6.4.7).
func (s *scanner) endInBody(tag block.Tag, name string, pos int) {
	switch rules[tag] {
	case ruleHTML, ruleBody, ruleTemplate:
	case ruleBlock, rulePre, ruleButton, ruleSelect:
		if tag == block.TagP {
			if !s.popScope(pScope, tag) {
				s.closeForeign()
				s.imply(tag, s.top().mode, pos)
				s.pop()
			}
		} else if s.inScope(scopeStop, tag) >= 0 {
			s.implyEnds(block.Unknown)
			s.popScope(scopeStop, tag)
		}
	case ruleForm:
		form := s.form
		s.form = 0
		i := s.inScope(scopeStop, tag)
		if form != 0 && i >= 0 && s.open[i].id == form {
			s.implyEnds(block.Unknown)
			s.retire(i)
		}
	case ruleItem:
		if tag == block.TagLi {
			s.popScope(itemScope, tag)
		} else {
			s.popScope(scopeStop, tag)
		}
	case ruleHeading:
		innermost := -1
		for h := block.TagH1; h <= block.TagH6; h++ {
			innermost = max(innermost, s.inScope(scopeStop, h))
		}
		if innermost >= 0 {
			s.popTo(innermost)
		}
	case ruleAnchor, ruleFormatting, ruleNobr:
		s.endFormatting(tag, name)
	case ruleMarker:
		if s.popScope(scopeStop, tag) {
			s.clearToMark()
		}
	default:
		if tag == block.TagBr {
			s.closeForeign()
			s.reconstruct(pos)
			s.imply(tag, s.top().mode, pos)
			s.pop()
			return
		}
		s.endOther(tag, name)
	}
}

// endOther handles an end tag that has no rule of its own.
func (s *scanner) endOther(tag block.Tag, name string) {
	if s.counts[tag] == 0 {
		return
	}
	for i := len(s.open) - 1; i >= 0; i-- {
		e := &s.open[i]
		if e.space == htmlSpace && e.tag == tag && (tag != block.Unknown && tag != block.Custom || strings.EqualFold(e.name, name)) {
			s.popTo(i)
			return
		}
		if e.isSpecial() {
			return
		}
	}
}

// startForeign handles a start tag inside SVG or MathML (13.2.6.5). It reports
// false once it closed them for a tag of HTML.
func (s *scanner) startForeign() bool {
	if breaksOut(s.tag.tag) || s.tag.tag == block.TagFont && s.fontOfHTML() {
		s.closeForeign()
		return false
	}
	space := s.top().space
	if s.tag.tag == block.TagSvg && strings.EqualFold(s.top().name, "annotation-xml") {
		space = svgSpace
	}
	s.insertForeign(space)
	return true
}

// closeForeign closes SVG or MathML up to where HTML may stand.
func (s *scanner) closeForeign() {
	for s.insideForeign() {
		s.pop()
	}
}

// fontOfHTML reports whether the font tag at hand has an attribute that it
// has in HTML only.
func (s *scanner) fontOfHTML() bool {
	end, _, _ := s.attributes(s.tag.names, false)
	attrs := strings.ToLower(s.in[s.tag.names:end])
	for _, name := range [...]string{"color", "face", "size"} {
		if strings.Contains(attrs, " "+name+"=") {
			return true
		}
	}
	return false
}

func (s *scanner) insertForeign(space namespace) {
	s.readAttributes(s.shows())
	s.push(s.tag.tag, s.top().mode, space, s.tag.name, s.tag.pos).point = s.isPoint(space)
	if s.tag.selfClosing {
		s.pop()
	}
}

// isPoint reports whether the tag at hand opens an integration point: a
// foreign element with HTML inside.
func (s *scanner) isPoint(space namespace) bool {
	name := strings.ToLower(s.tag.name)
	if space == svgSpace {
		return name == "foreignobject" || name == "desc" || name == "title"
	}
	switch name {
	case "mi", "mo", "mn", "ms", "mtext":
		return true
	case "annotation-xml":
		attrs := strings.ToLower(s.in[s.tag.names:s.tag.end])
		return strings.Contains(attrs, "text/html") || strings.Contains(attrs, "application/xhtml+xml")
	}
	return false
}

// endForeign handles an end tag inside SVG or MathML and reports false if it
// is for HTML around them.
func (s *scanner) endForeign(name string) bool {
	for i := len(s.open) - 1; i >= 0; i-- {
		if strings.EqualFold(s.open[i].name, name) {
			s.popTo(i)
			return true
		}
		if i > 0 && s.open[i-1].space == htmlSpace {
			return false
		}
	}
	return false
}
