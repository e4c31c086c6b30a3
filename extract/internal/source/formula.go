package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// A formula may stand on a page three times: as MathML, as its TeX source in an
// annotation of that (https://www.w3.org/TR/mathml-core/#semantics-and-presentation),
// and drawn with styled letters for those who look. The source is taken if it is
// there, else the MathML.

// isTeX reports whether a media type is that of TeX: of annotations, and of
// scripts that are there to be typeset.
func isTeX(kind string) bool {
	return strings.EqualFold(kind, "application/x-tex") || hasPrefixFold(kind, "math/tex")
}

// formula is the innermost open formula, nil if there is none.
func (b *builder) formula() *activeSpan {
	for i := len(b.links) - 1; i >= 0; i-- {
		if b.links[i].kind == block.Formula {
			return &b.links[i]
		}
	}
	return nil
}

// beginSource takes back the MathML of the innermost formula, for its source to
// stand there instead.
func (b *builder) beginSource() {
	f, p := b.formula(), b.page
	if f == nil || f.tex {
		return
	}
	f.tex = true
	if f.start < 0 {
		return
	}
	b.flow, b.space, b.breaks = b.flow[:f.start], false, 0
	for n := len(p.Spans); n > int(b.spansBegin()) && p.Spans[n-1].Start >= f.start-b.last().Flow.Start; n-- {
		p.Spans = p.Spans[:n-1]
	}
	i := len(b.stack) - 1
	for b.stack[i].tag != block.TagMath || !b.stack[i].span {
		i--
	}
	for e := int(b.stack[i].element) + 1; e < len(p.Elements); e++ {
		t := &p.Elements[e].Text
		t.Start, t.End = min(t.Start, f.start), min(t.End, f.start)
	}
}

// displayed is a command around all of a formula that says how large it is.
const displayed = `{\displaystyle `

// endSource ends what beginSource began.
func (b *builder) endSource() {
	f := b.formula()
	if f == nil || !f.tex || f.start < 0 {
		return
	}
	tex := string(b.flow[f.start:])
	if rest, ok := strings.CutPrefix(tex, displayed); ok && strings.HasSuffix(rest, "}") {
		b.flow = append(b.flow[:f.start], rest[:len(rest)-1]...)
	}
}

// afterFormula reports whether nothing stands between a formula and what is
// opened: if that is hidden from those who do not look, it is the drawing.
func (b *builder) afterFormula() bool {
	return b.block && !b.space && b.breaks == 0 && b.formulaEnd == len(b.flow)
}

// script takes the text of a script, which is at input[pos:end]: metadata, or a
// formula that is to be typeset.
func (b *builder) script(s string, pos, end int) {
	kind, _ := b.page.Attr(b.innermost(), "type")
	switch kind = strings.TrimSpace(kind); {
	case strings.EqualFold(kind, "application/ld+json"):
		b.page.JSONLD = append(b.page.JSONLD, s)
	case isTeX(kind) && b.skip == 1 && len(b.stack) > 1 && b.formulaEnd != len(b.flow):
		around := &b.stack[len(b.stack)-2]
		b.skip = 0
		b.links = append(b.links, activeSpan{kind: block.Formula, start: -1, tex: true})
		b.idle = true
		b.textIn(around, strings.ReplaceAll(s, "\x00", "\ufffd"), pos, end)
		b.endSpan(len(b.links) - 1)
		b.links = b.links[:len(b.links)-1]
		b.skip = 1
		b.formulaEnd = len(b.flow)
	}
}
