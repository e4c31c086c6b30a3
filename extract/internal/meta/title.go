package meta

import "github.com/pithtext/pith/extract/internal/block"

// maxTitle is the longest title that is believed, in bytes.
const maxTitle = 400

// title chooses the headline.
func (f *finder) title() {
	p := f.pool(0, &f.models.title)
	if f.page.Origin == block.Text {
		f.titleLines(p)
	} else {
		f.titleHead(p)
		f.titleShown(p)
	}
	f.titleContext(p)
	best := p.choose()
	if best != nil {
		f.out.Title = best.value
		f.out.Sources["title"] = best.source
		if f.findHeadline(best.key); f.page.Origin == block.Text && best.block >= 0 {
			f.out.Headline = best.block
		}
		if h := f.out.Headline; h >= 0 && best.rank > titleH1 && best.rank < titleLine {
			best.source.Start, best.source.End = int(f.page.Blocks[h].Start), int(f.page.Blocks[h].End)
		}
	} else {
		f.findHeadline("")
	}
	f.report(p, best)
}

// titleAdd enters a title unless it is empty or absurd.
func (f *finder) titleAdd(p *pool, value string, ft feature, src Source) *option {
	if value = fold(value); len(value) > maxTitle {
		return nil
	}
	return p.add(f.titleKey(p, value), value, ft, src)
}

// titleKey is the key of a title, which may be known: pages state the same
// one again and again.
func (f *finder) titleKey(p *pool, title string) string {
	for i := range p.options {
		if o := &p.options[i]; o.value == title {
			return o.key
		}
	}
	return f.text.key(title)
}
