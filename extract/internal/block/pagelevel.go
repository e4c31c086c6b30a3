package block

import "strings"

// pageLevel fills the features that all blocks of a page share.
func (m *measurer) pageLevel() {
	if m.Len == 0 {
		return
	}
	n := float32(m.Len)
	all := m.sums[m.Len]
	var f [PageUnspaced + 1]float32
	largest, unspacedChars, chars := float32(0), 0, 0
	for i := range m.Blocks {
		b, s := &m.Blocks[i], &m.shapes[i]
		f[PageParagraphs] += flag(b.Kind == Paragraph && s.ends == endsSentence) / n
		f[PageListItems] += flag(b.Kind == ListItem) / n
		f[PageRepeats] += flag(m.First[i] < int32(i)) / n
		f[PageBullets] += flag(b.Line.Bullet) / n
		f[PageBlanks] += float32(b.Line.Blanks) / n
		f[PageCode] += flag(b.Kind == Code)
		largest = max(largest, m.Words[i])
		unspacedChars += s.unspaced
		chars += s.letters
	}
	f[PageBlocks] = n
	f[PageWords] = float32(all.words)
	f[PageLinks] = ratio(float32(all.links), float32(all.bytes))
	f[PageLong] = float32(all.long)
	f[PageHeadings] = float32(all.heads)
	f[PageWordShare] = ratio(largest, float32(all.words))
	f[PageUnspaced] = ratio(float32(unspacedChars), float32(chars))
	if m.Origin == Text {
		for _, x := range [...]Feature{PageLinks, PageTimes, PageArticles, PageForms, PageTables, PageArticleType,
			PageProductType, PageForumType, PageListType} {
			f[x] = NoValue
		}
	} else {
		f[PageBullets], f[PageBlanks] = NoValue, NoValue
		m.pageElements(&f)
	}
	for i := range m.Blocks {
		copy(m.Row(i)[PageBlocks:PageUnspaced+1], f[PageBlocks:])
	}
}

// pageElements counts elements and reads what the page calls itself.
func (m *measurer) pageElements(f *[PageUnspaced + 1]float32) {
	for i := range m.page.Elements {
		switch m.page.Elements[i].Tag {
		case TagTime:
			f[PageTimes]++
		case TagArticle:
			f[PageArticles]++
		case TagForm:
			f[PageForms]++
		case TagTable:
			f[PageTables]++
		}
	}
	kind := m.page.meta("og:type")
	f[PageArticleType] = flag(kind == "article")
	f[PageProductType] = flag(kind == "product")
	for _, s := range m.page.JSONLD {
		for _, t := range [...]struct {
			name string
			f    Feature
		}{
			{`Article"`, PageArticleType}, {`BlogPosting"`, PageArticleType}, {`"Product"`, PageProductType},
			{`"DiscussionForumPosting"`, PageForumType}, {`"QAPage"`, PageForumType},
			{`"ItemList"`, PageListType}, {`"CollectionPage"`, PageListType},
		} {
			if strings.Contains(s, t.name) {
				f[t.f]++
			}
		}
	}
}
