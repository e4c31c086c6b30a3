package block

import "strings"

// A head is what a page says of itself, and its landmarks.
type head struct {
	description     string
	kind            string // Open Graph's type
	rank            int    // of the name that description was found under
	typed           bool
	articles, forms int
}

// descriptions are the names that a description is stated under, the best first.
var descriptions = [...]string{"og:description", "description", "twitter:description"}

// headOf reads what a page says of itself.
func headOf(p *Page) head {
	h := head{rank: len(descriptions)}
	for e := range p.Elements {
		switch p.Elements[e].Tag {
		case TagMeta:
			h.read(p, int32(e))
		case TagArticle:
			h.articles++
		case TagForm:
			h.forms++
		}
	}
	return h
}

// read reads the meta element e.
func (h *head) read(p *Page, e int32) {
	for _, key := range [...]string{"property", "name"} {
		name, ok := p.Attr(e, key)
		if !ok {
			continue
		}
		if !h.typed && strings.EqualFold(name, "og:type") {
			h.kind, _ = p.Attr(e, "content")
			h.typed = true
		}
		for rank, d := range descriptions[:h.rank] {
			if strings.EqualFold(name, d) {
				h.description, _ = p.Attr(e, "content")
				h.rank = rank
				break
			}
		}
	}
}

// pageLevel sets the features that all blocks of a page share.
func (m *Measures) pageLevel(h *head) {
	m.Article = false
	if m.Len == 0 {
		return
	}
	n := float32(m.Len)
	all := &m.sums[m.Len]
	var f [neighbours]float32
	largest, unspaced, chars := float32(0), int32(0), int32(0)
	for i := range m.Blocks {
		b, s := &m.Blocks[i], &m.facts[i]
		f[PageParagraphs] += flag(b.Kind == Paragraph && s.ends == endsSentence) / n
		f[PageListItems] += flag(b.Kind == ListItem) / n
		f[PageRepeats] += flag(m.First[i] < int32(i)) / n
		f[PageBullets] += flag(b.Line.Bullet) / n
		f[PageBlanks] += float32(b.Line.Blanks) / n
		f[PageCode] += flag(b.Kind == Code)
		largest = max(largest, m.Words[i])
		unspaced += s.unspaced
		chars += s.letters
	}
	f[PageBlocks] = n
	f[PageWords] = float32(all.words)
	f[PageLinks] = all.linkDensity()
	f[PageLong] = float32(all.long)
	f[PageHeadings] = float32(all.heads)
	f[PageWordShare] = ratio(largest, float32(all.words))
	f[PageUnspaced] = ratio(float32(unspaced), float32(chars))
	if m.Page.Origin == Text {
		for _, x := range [...]Feature{PageLinks, PageArticles, PageForms, PageArticleType, PageProductType} {
			f[x] = NoValue
		}
	} else {
		f[PageBullets], f[PageBlanks] = NoValue, NoValue
		f[PageArticles], f[PageForms] = float32(h.articles), float32(h.forms)
		f[PageArticleType] = flag(h.kind == "article")
		f[PageProductType] = flag(h.kind == "product")
		discussion := false
		for _, s := range m.Page.JSONLD {
			f[PageArticleType] += flag(strings.Contains(s, `Article"`)) + flag(strings.Contains(s, `BlogPosting"`))
			f[PageProductType] += flag(strings.Contains(s, `"Product"`))
			discussion = discussion || strings.Contains(s, `"DiscussionForumPosting"`) || strings.Contains(s, `"QAPage"`)
		}
		m.Article = f[PageArticleType] > 0 && !discussion
	}
	m.ofPage = f
}
