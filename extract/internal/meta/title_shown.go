package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// titleShown takes the titles that a reader sees.
func (f *finder) titleShown(p *pool) {
	h1s, lastH2, h1Seen := 0, int32(-1), false
	for _, e := range f.titles {
		if f.page.Elements[e].Tag == block.TagH1 && strings.TrimSpace(f.page.TextOf(e)) != "" {
			h1s++
		}
	}
	show := func(e int32, ft feature, kind string) {
		text := f.page.TextOf(e)
		if len(text) > maxTitle {
			return
		}
		i := f.blockOf(e)
		src := Source{Kind: kind, Place: f.page.Elements[e].Tag.String(), Start: -1, End: -1}
		if i < len(f.page.Blocks) {
			src.Start, src.End = int(f.page.Blocks[i].Start), int(f.page.Blocks[i].End)
		}
		o := f.titleAdd(p, text, ft, src)
		if o == nil {
			return
		}
		f.titlePlace(o, e, i)
		if ft == titleH1 && h1s == 1 {
			o.features.set(titleOnlyH1)
		}
		if h1s > 2 && (ft == titleH1 || ft == titleH1Later) {
			o.features.set(titleManyH1)
		}
	}
	for _, e := range f.titles {
		if f.page.Elements[e].Tag == block.TagH2 {
			if f.blockOf(e) <= f.first {
				lastH2 = e
			}
			continue
		}
		if strings.TrimSpace(f.page.TextOf(e)) == "" {
			continue
		}
		if !h1Seen {
			show(e, titleH1, "heading")
			h1Seen = true
		} else {
			show(e, titleH1Later, "heading")
		}
	}
	if lastH2 >= 0 {
		show(lastH2, titleH2, "heading")
	}
	for _, m := range f.marked {
		if m.hint&markTitle == 0 || f.page.Elements[m.element].Hidden {
			continue
		}
		if m.hint&markItemprop != 0 {
			show(m.element, titleItemprop, "microdata")
		} else if b := f.blockOf(m.element); b <= f.first+2 {
			show(m.element, titleClass, "heading")
		}
	}
	for i := max(f.first-6, 0); i <= f.first && i < len(f.page.Blocks); i++ {
		if b := &f.page.Blocks[i]; b.Kind == block.Heading && b.Level > 1 && !f.hidden(b) {
			if o := f.titleAdd(p, b.Text, titleHeading, f.sourceAt("heading", "h"+string('0'+rune(b.Level)), i, "")); o != nil {
				f.titlePlace(o, b.Element, i)
			}
		}
	}
}

// titlePlace notes where on the page an option shows.
func (f *finder) titlePlace(o *option, e int32, i int) {
	switch d := f.first - i; {
	case d > 8:
		o.features.set(titleTop)
	case d > 0:
		o.features.set(titleNear)
	case d == 0:
		o.features.set(titleFirstIn)
	case i <= f.last:
		o.features.set(titleInside)
	default:
		o.features.set(titleBelow)
	}
	if e >= 0 && f.settingOf(e)&(inNav|inFooter|inRelated|inComments) != 0 {
		o.features.set(titleChrome)
	}
	if i < len(f.page.Blocks) {
		b := &f.page.Blocks[i]
		for _, s := range b.Spans {
			if s.Kind == block.Link && int(s.End-s.Start) >= len(b.Text)-2 {
				o.features.set(titleLinked)
			}
		}
	}
}
