package meta

import "github.com/pithtext/pith/extract/internal/block"

// findHeadline sets the block that shows the title: the one with just its
// text, headings and the place right before the article preferred; else the
// first h1.
func (f *finder) findHeadline(key string) {
	best, score := -1, 0
	for i := range f.page.Blocks {
		b := &f.page.Blocks[i]
		if key == "" || len(b.Text) < len(key)/2 || len(b.Text) > 3*len(key)+20 || spelled(key, b.Text) != len(key) || f.hidden(b) {
			continue
		}
		s := 1
		if b.Kind == block.Heading {
			s += 8 - int(b.Level)
		}
		if d := f.first - i; d >= -1 && d <= 12 {
			s += 6
		}
		if i <= f.first {
			s += 2 // the last of equals: what stands before may be a path of links
		}
		if s >= score && i <= f.first || s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		for _, e := range f.titles {
			if i := f.blockOf(e); f.page.Elements[e].Tag == block.TagH1 && i < len(f.page.Blocks) {
				best = i
				break
			}
		}
	}
	f.out.Headline = best
}
