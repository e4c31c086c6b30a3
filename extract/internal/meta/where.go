package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// bounds finds where the article begins and ends: by the verdicts, else by
// the run of blocks with the most running text.
func (f *finder) bounds() {
	n := len(f.page.Blocks)
	f.first, f.last = -1, -1
	if len(f.verdicts) == n {
		for i, v := range f.verdicts {
			if v.Content {
				if f.first < 0 {
					f.first = i
				}
				f.last = i
			}
		}
	}
	if f.first >= 0 {
		return
	}
	sum, start, best := 0, 0, 0
	for i := range f.page.Blocks {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += f.prose(i)
		if sum > best {
			best, f.first, f.last = sum, start, i
		}
	}
	if f.first < 0 {
		f.first, f.last = 0, n-1
	}
}

// prose is positive for a block of running text, negative for others.
func (f *finder) prose(i int) int {
	b := &f.page.Blocks[i]
	linked := 0
	for _, s := range b.Spans {
		if s.Kind == block.Link {
			linked += int(s.End - s.Start)
		}
	}
	size := len(b.Text) - linked
	if size < 80 || f.hidden(b) {
		return -40
	}
	return min(size, 400)
}

func (f *finder) hidden(b *block.Block) bool {
	return b.Element >= 0 && f.page.Elements[b.Element].Hidden
}

// blockOf is the block that the text of element e begins in.
func (f *finder) blockOf(e int32) int {
	el := &f.page.Elements[e]
	i := int(el.Blocks.Start)
	if i > 0 && f.page.Blocks[i-1].Flow.End > el.Text.Start {
		return i - 1
	}
	return i
}

// A setting says what kind of container something stands in.
type setting uint8

const (
	inComments setting = 1 << iota
	inRelated          // teasers, lists of other articles, sidebars
	inFooter
	inNav
	inBio // a box about the author
)

// settingOf looks at the containers around element e, up to those that hold
// the headline as well.
func (f *finder) settingOf(e int32) (s setting) {
	p := f.page
	head := int32(-1)
	if h := f.out.Headline; h >= 0 {
		head = p.Blocks[h].Flow.Start
	}
	for n := 0; e >= 0 && n < 60; n++ {
		el := &p.Elements[e]
		if head >= 0 && el.Text.Start <= head && head < el.Text.End && n > 0 {
			break
		}
		switch el.Tag {
		case block.TagBody, block.TagHtml:
			return s
		case block.TagNav:
			s |= inNav
		case block.TagAside:
			s |= inRelated
		case block.TagFooter:
			s |= inFooter
		}
		for _, a := range p.Attrs[el.Attrs.Start:el.Attrs.End] {
			if a.Name == "class" || a.Name == "id" {
				s |= classSetting(a.Value)
			}
		}
		e = el.Parent
	}
	return s
}

// maxClass is how much of a class is read, in bytes: it is read again for
// everything inside its element.
const maxClass = 256

var settingWords = sieveOf("bio card carousel comment disqus footer latest menu more most nav newsletter popular prev promo readmore recent recirc recommend related replies reply respon side sidebar similar suggest teaser trending widget")

func classSetting(c string) (s setting) {
	c = c[:min(len(c), maxClass)]
	if len(c) < 4 {
		return 0
	}
	t := newTrio(c)
	for i := 0; i+3 < len(c); i++ {
		if t = t.and(c[i+2]); !settingWords.has(t) {
			continue
		}
		if i > 0 && c[i-1] >= 'a' && c[i-1] <= 'z' && !(c[i] >= 'A' && c[i] <= 'Z') {
			continue
		}
		switch c[i] | 0x20 {
		case 'b':
			if at(c, i, "biography") || at(c, i, "bio-") || at(c, i, "bio_") {
				s |= inBio
			}
		case 'c':
			if at(c, i, "comment") && !at(c, i, "comments-on") {
				s |= inComments
			} else if at(c, i, "carousel") || at(c, i, "card") {
				s |= inRelated
			}
		case 'd':
			if at(c, i, "disqus") {
				s |= inComments
			}
		case 'f':
			if at(c, i, "footer") {
				s |= inFooter
			}
		case 'l':
			if at(c, i, "latest") {
				s |= inRelated
			}
		case 'm':
			if at(c, i, "most-") || at(c, i, "more-") || at(c, i, "most_") || at(c, i, "more_") || at(c, i, "menu") {
				s |= inRelated
			}
		case 'n':
			if at(c, i, "nav") {
				s |= inNav
			} else if at(c, i, "newsletter") {
				s |= inRelated
			}
		case 'p':
			if at(c, i, "popular") || at(c, i, "promo") || at(c, i, "prev") {
				s |= inRelated
			}
		case 'r':
			if at(c, i, "related") || at(c, i, "recommend") || at(c, i, "recent") || at(c, i, "readmore") || at(c, i, "recirc") {
				s |= inRelated
			} else if at(c, i, "respon") && !at(c, i, "responsive") || at(c, i, "reply") || at(c, i, "replies") {
				s |= inComments
			}
		case 's':
			if at(c, i, "sidebar") || at(c, i, "similar") || at(c, i, "suggest") || at(c, i, "side-") {
				s |= inRelated
			}
		case 't':
			if at(c, i, "teaser") || at(c, i, "trending") {
				s |= inRelated
			}
		case 'w':
			if at(c, i, "widget") {
				s |= inRelated
			}
		}
	}
	return s
}

// near says how far a block is from the headline, or from the beginning of
// the article if no headline shows.
type near uint8

const (
	nearAt     near = iota // in the headline's block or up to three after it
	nearBelow              // up to ten after it
	nearAbove              // up to four before it
	nearFar                // before it by more, or after by more outside of the article
	nearInside             // farther down in the article
	nearTail               // the last block of the article or up to six after it
)

// belowHeadline and afterArticle are how many blocks after the headline and
// after the article are near.
const (
	belowHeadline = 10
	afterArticle  = 6
)

func (f *finder) nearness(i int) near {
	h := f.out.Headline
	if h < 0 {
		h = max(f.first-4, 0)
	}
	d := i - h
	switch {
	case d >= 0 && d <= 3:
		return nearAt
	case d > 3 && d <= belowHeadline:
		return nearBelow
	case d < 0 && d >= -4:
		return nearAbove
	case d < 0:
		return nearFar
	case i >= f.last-1 && i <= f.last+afterArticle:
		return nearTail
	case i > f.last:
		return nearFar
	}
	return nearInside
}

// sourceAt is the Source of a piece of block i's text, "" for all of it.
func (f *finder) sourceAt(kind, place string, i int, piece string) Source {
	b := &f.page.Blocks[i]
	s := Source{Kind: kind, Place: place, Start: int(b.Start), End: int(b.End)}
	if piece == "" || b.Start < 0 || int(b.End) > len(f.page.Input) || b.Start > b.End {
		return s
	}
	if j := strings.Index(f.page.Input[b.Start:b.End], piece); j >= 0 {
		s.Start = int(b.Start) + j
		s.End = s.Start + len(piece)
	}
	return s
}

// maxLines is the largest number of input lines whose breaks are looked at
// again after they were joined into one block of scraped text.
const maxLines = 8

// linesOf is the text of block i with the line breaks of the page: those of
// br elements, and of scraped text those that were joined, because a headline,
// a byline and a date often stand on lines of their own there.
func (f *finder) linesOf(i int) string {
	b := &f.page.Blocks[i]
	if b.Line.Lines < 2 || b.Line.Lines > maxLines || b.Start < 0 || int(b.End) > len(f.page.Input) || b.End-b.Start > 700 {
		return b.Text
	}
	return f.text.lines(f.page.Input[b.Start:b.End])
}
