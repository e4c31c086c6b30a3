package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// authorMarked takes the elements whose attributes promise an author.
func (f *finder) authorMarked(p *pool) {
	var count [authorFeatures]int
	var last struct {
		kind  feature
		block int
		names []string
	}
	for _, m := range f.marked {
		ft, ok := authorFeature(m.hint)
		if !ok || f.page.Elements[m.element].Hidden && m.hint&markItemprop == 0 {
			continue
		}
		text := f.markedText(m.element)
		if text == "" || len(text) > 300 {
			continue
		}
		i := f.blockOf(m.element)
		if i >= len(f.page.Blocks) {
			continue
		}
		n := f.nearness(i)
		if n == nearFar && ft > authorRel || n == nearInside && ft > authorItemprop && ft != authorUser {
			continue
		}
		set := f.settingOf(m.element)
		if ft == authorUser && count[ft] > 0 && n != nearAt {
			continue
		}
		if count[ft]++; count[ft] > 12 {
			continue
		}
		bare := ft != authorByline || len(text) < 60
		line := firstLine(text)
		b, ok := parseByline(text, bare, f.loc, f.room(0))
		if !b.labelled && line != text {
			if b2, ok2 := parseByline(line, bare, f.loc, f.room(1)); ok2 {
				b, ok = b2, ok2
			}
		}
		if !ok || !b.labelled && len(b.names) == 1 && strings.Count(b.names[0], " ") > 6 {
			continue
		}
		kind := "byline"
		if m.hint&markItemprop != 0 {
			kind = "microdata"
		}
		src := f.sourceAt(kind, f.describe(m.element), i, "")
		if set&inComments != 0 {
			f.authorAdd(p, b.names, authorStray, src)
			continue
		}
		if set&(inFooter|inNav) != 0 && n != nearAt {
			f.authorAdd(p, b.names, authorStrayFrame, src)
			continue
		}
		o := f.authorAdd(p, b.names, ft, src)
		if o == nil {
			continue
		}
		if last.kind == ft && i-last.block <= 2 && len(last.names) > 0 && !b.labelled {
			last.names = appendNew(last.names, b.names...)
			if g := f.authorAdd(p, last.names, authorGroup, src); g != nil {
				g.features.set(ft)
				f.authorPlace(g, n, set)
			}
		} else {
			last.kind, last.names = ft, append(last.names[:0], b.names...)
		}
		last.block = i
		f.authorPlace(o, n, set)
		if count[ft] == 1 {
			o.features.set(authorFirst)
			if ft == authorUser {
				o.features.set(authorUserTop)
			}
		}
		if count[ft] >= 3 {
			o.features.set(authorMany)
		}
		if b.labelled {
			o.features.set(authorLabelled)
		}
		if f.page.Elements[m.element].Tag == block.TagA {
			o.features.set(authorLink)
		}
	}
}

// authorFeature is the surest kind of place that an element's hints make.
func authorFeature(h hint) (feature, bool) {
	switch {
	case h&markAuthor != 0 && h&markItemprop != 0:
		return authorItemprop, true
	case h&markAuthor != 0:
		return authorRel, true
	case h&markByline != 0:
		return authorByline, true
	case h&markName != 0:
		return authorClass, true
	case h&markUser != 0:
		return authorUser, true
	case h&markProfile != 0:
		return authorProfile, true
	}
	return 0, false
}

// markedText is the text of a marked element: its visible text, else its
// content attribute; a name inside it that is marked as such goes first.
func (f *finder) markedText(e int32) string {
	if v, ok := f.page.Attr(e, "content"); ok && v != "" {
		return fold(v)
	}
	el := &f.page.Elements[e]
	for c := int(e) + 1; c < len(f.page.Elements) && c < int(e)+12; c++ {
		ch := &f.page.Elements[c]
		if ch.Depth <= el.Depth {
			break
		}
		if v, _ := f.page.Attr(int32(c), "itemprop"); v == "name" {
			if content, ok := f.page.Attr(int32(c), "content"); ok {
				return fold(content)
			}
			return strings.TrimSpace(f.page.TextOf(int32(c)))
		}
	}
	return strings.TrimSpace(f.page.TextOf(e))
}

// describe names an element for a Source: its tag and what marks it.
func (f *finder) describe(e int32) string {
	el := &f.page.Elements[e]
	for _, name := range [...]string{"itemprop", "rel", "class", "id", "property"} {
		if v, ok := f.page.Attr(e, name); ok && v != "" {
			v = v[:cutRune(v, maxClass)]
			if name == "class" {
				return f.text.fields(el.Tag.String(), v)
			}
			return f.text.join("", el.Tag.String(), "[", name, "=", v, "]")
		}
	}
	return el.Tag.String()
}
