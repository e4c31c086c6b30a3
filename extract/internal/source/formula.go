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

// beginSource takes back the MathML of the formula around the annotation with
// context c, for its source to stand there instead.
func (b *builder) beginSource(c *context) {
	if c.formula == 0 || b.links[c.formula-1].tex {
		return
	}
	f, p := &b.links[c.formula-1], b.page
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

// endSource ends what beginSource began.
func (b *builder) endSource(c *context) {
	if c.formula == 0 {
		return
	}
	if f := &b.links[c.formula-1]; f.tex && f.start >= 0 {
		b.flow = append(b.flow[:f.start], undisplayed(string(b.flow[f.start:]))...)
	}
}

// undisplayed takes away a command around all of a formula that says how large
// it is.
func undisplayed(tex string) string {
	rest, ok := strings.CutPrefix(tex, `{\displaystyle `)
	if !ok {
		return tex
	}
	depth := 1
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 && i < len(rest)-1 {
				return tex
			}
		}
	}
	if depth != 0 || !strings.HasSuffix(rest, "}") {
		return tex
	}
	return strings.TrimSpace(rest[:len(rest)-1])
}

// uncommented is TeX on one line: without what stands behind a percent sign, as
// the frame does in which kramdown hides it from other parsers.
func uncommented(tex string) string {
	var all []string
	for line := range strings.Lines(tex) {
		for i := 0; i < len(line); i++ {
			if line[i] == '\\' {
				i++
			} else if line[i] == '%' {
				line = line[:i]
			}
		}
		all = append(all, strings.Fields(line)...)
	}
	return strings.Join(all, " ")
}

// afterFormula reports whether no word and no line break stands between MathML
// and what is opened.
func (b *builder) afterFormula() bool {
	return b.block && b.breaks == 0 && b.formulaEnd == len(b.flow)
}

// preview is where the element before the innermost one begins in flow if it
// shows tex as it is, as kramdown has it until that is typeset; else -1.
func (b *builder) preview(tex string) int32 {
	i := len(b.page.Elements) - 2
	if i < 0 || !b.block || b.breaks > 0 {
		return -1
	}
	r, start := b.page.Elements[i].Text, int32(len(b.flow)-len(tex))
	between := start - r.Start // the white space before it, if any
	if int(r.End) != len(b.flow) || between != 0 && between != 1 || string(b.flow[start:]) != tex {
		return -1
	}
	return start
}

// script takes the text of a script, which is at input[pos:end]: metadata, or a
// formula that is to be typeset.
func (b *builder) script(s string, pos, end int) {
	kind, _ := b.page.Attr(b.innermost(), "type")
	switch kind = strings.TrimSpace(kind); {
	case strings.EqualFold(kind, "application/ld+json"):
		b.page.JSONLD = append(b.page.JSONLD, s)
	case isTeX(kind) && b.skip == 1 && len(b.stack) > 1 && !b.afterFormula():
		tex := uncommented(strings.ReplaceAll(s, "\x00", "\ufffd"))
		at := b.preview(tex)
		b.links = append(b.links, activeSpan{kind: block.Formula, start: at, tex: true})
		if at < 0 {
			b.idle, b.skip = true, 0
			b.textIn(&b.stack[len(b.stack)-2], tex, pos, end)
			b.skip = 1
		}
		b.endSpan(len(b.links) - 1)
		b.links = b.links[:len(b.links)-1]
	}
}
