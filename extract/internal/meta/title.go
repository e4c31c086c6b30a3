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
	value = fold(value)
	if value == "" || len(value) > maxTitle {
		return nil
	}
	return p.add(f.text.key(value), value, ft, src)
}
