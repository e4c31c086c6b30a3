package meta

import (
	"slices"
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// authorKey makes lists of authors comparable, whatever their order.
func (f *finder) authorKey(names []string) string {
	var room [8]string
	keys := room[:0]
	for _, n := range names {
		keys = append(keys, f.text.key(n))
	}
	slices.Sort(keys)
	return f.text.join(";", keys...)
}

// authors chooses the authors.
func (f *finder) authors() {
	p := f.pool(1, &f.models.author)
	f.authorHead(p)
	f.authorMarked(p)
	f.authorLines(p)
	f.authorSites(p)
	f.authorContext(p)
	best := p.choose()
	if best != nil {
		f.out.Authors = slices.Clone(best.names)
		f.out.Byline = f.text.join(", ", best.names...)
		f.out.Sources["authors"] = best.source
	}
	f.report(p, best)
}

// room is the room for names with number i: what was read into it before is
// lost.
func (f *finder) room(i int) []string { return f.names[i][:0] }

// authorAdd enters the authors that one place states.
func (f *finder) authorAdd(p *pool, names []string, ft feature, src Source) *option {
	if len(names) == 0 {
		return nil
	}
	if len(names) > 1 { // agencies and the site go where a person stands beside them
		persons := false
		for _, n := range names {
			persons = persons || shapeOf(n).person
		}
		if persons {
			kept := make([]string, 0, len(names))
			for _, n := range names {
				if s := shapeOf(n); !s.agency && !s.placed && !f.isSite(n) {
					kept = append(kept, n)
				}
			}
			if len(kept) > 0 {
				names = kept
			}
		}
	}
	o := p.add(f.authorKey(names), f.text.join(", ", names...), ft, src)
	if o != nil && (o.names == nil || o.rank == ft) {
		o.names = f.text.list(names)
	}
	return o
}

func appendNew(list []string, more ...string) []string {
	for _, m := range more {
		if !slices.ContainsFunc(list, func(o string) bool { return strings.EqualFold(o, m) }) {
			list = append(list, m)
		}
	}
	return list
}

func (f *finder) authorPlace(o *option, n near, set setting) {
	switch n {
	case nearAt:
		o.features.set(authorAt)
	case nearBelow:
		o.features.set(authorBelow)
	case nearAbove:
		o.features.set(authorAbove)
	case nearFar:
		o.features.set(authorFar)
	case nearInside:
		o.features.set(authorInside)
	case nearTail:
		o.features.set(authorTail)
	}
	if set&inRelated != 0 {
		o.features.set(authorInRelated)
	}
	if set&inBio != 0 {
		o.features.set(authorInBio)
	}
}

// windows are the ranges of blocks whose lines are read: around the headline,
// around the article's beginning, and at its end.
func (f *finder) windows() [3]block.Range {
	n := int32(len(f.page.Blocks))
	clip := func(a, b int) block.Range {
		return block.Range{Start: min(max(int32(a), 0), n), End: min(max(int32(b), 0), n)}
	}
	var w [3]block.Range
	h := f.out.Headline
	if h < 0 {
		h = f.first
	}
	w[0] = clip(h-4, h+14)
	w[1] = clip(max(f.first-8, int(w[0].End)), f.first+4)
	if f.first < int(w[0].Start) {
		w[1] = clip(f.first-8, min(f.first+4, int(w[0].Start)))
	}
	end := max(int(w[0].End), int(w[1].End))
	w[2] = clip(max(f.last-2, end), f.last+5)
	return w
}
