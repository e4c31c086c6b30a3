package block

// around is what is known of an element and the elements around it, each
// computed once from its parent's.
type around struct {
	wider    int32   // nearest ancestor that holds more blocks, -1 for none
	own      float32 // sum of its tokens' values
	near     float32 // with the two elements around it
	sum      float32 // with all elements around it
	least    float32
	most     float32
	small    float32 // least over elements that hold less than half of the page
	known    int32   // elements with a value
	path     uint32  // hash of its tag and tokens
	path4    uint32  // of the last four elements
	tags6    uint32  // tags alone of the last six
	inside   uint32  // set of landmarks around, a bit for each of the In features
	articles int32
}

// landmarks are the elements and roles that the In features tell of.
func landmark(t Tag) Feature {
	switch t {
	case TagNav, TagMenu:
		return InNav
	case TagHeader:
		return InHeader
	case TagFooter:
		return InFooter
	case TagAside:
		return InAside
	case TagForm:
		return InForm
	case TagArticle:
		return InArticle
	case TagMain:
		return InMain
	case TagSection:
		return InSection
	case TagUl, TagOl, TagLi:
		return InList
	case TagTable:
		return InTableTag
	case TagFigure, TagFigcaption:
		return InFigure
	case TagBlockquote:
		return InQuoteTag
	case TagA:
		return InLink
	case TagDetails:
		return InDetails
	case TagDialog:
		return InDialog
	case TagAddress:
		return InAddress
	case TagButton:
		return InButton
	case TagH1, TagH2, TagH3, TagH4, TagH5, TagH6:
		return InHeadingTag
	case TagNoscript:
		return InNoscript
	}
	return 0
}

func landmarkRole(role string) Feature {
	switch role {
	case "navigation", "menu", "menubar":
		return InNav
	case "banner":
		return InHeader
	case "contentinfo":
		return InFooter
	case "complementary":
		return InAside
	case "search", "form":
		return InForm
	case "article":
		return InArticle
	case "main":
		return InMain
	case "dialog", "alertdialog":
		return InDialog
	}
	return 0
}

// elements computes around for every element that has text in it.
func (m *measurer) elements() {
	p := m.page
	m.around = make([]around, len(p.Elements))
	cache := tokenCache{lexicon: m.classes}
	half := int32(len(p.Flow) / 2)
	for e := range p.Elements {
		el, a := &p.Elements[e], &m.around[e]
		if el.Text.Len() == 0 {
			a.wider = -1
			continue
		}
		parent := el.Parent
		bit := landmark(el.Tag)
		a.path = uint32(el.Tag) * fnvPrime
		if el.Attrs.Len() > 0 {
			for _, at := range p.Attrs[el.Attrs.Start:el.Attrs.End] {
				seed := byte(0)
				switch at.Name {
				case "class":
					seed = 'c'
				case "id":
					seed = 'c'
				case "role":
					seed = 'r'
					if f := landmarkRole(at.Value); f != 0 {
						bit = f
					}
				case "itemprop", "itemtype":
					seed = 'i'
				case "aria-label":
					seed = 'l'
				default:
					continue
				}
				v := cache.value(at.Value, seed)
				a.own += v.sum
				if at.Name == "class" {
					a.path ^= v.hash
				}
			}
		}
		a.near, a.sum, a.least, a.most = a.own, a.own, min(0, a.own), max(0, a.own)
		if int32(el.Text.Len()) < half {
			a.small = min(0, a.own)
		}
		if a.own != 0 {
			a.known = 1
		}
		if bit != 0 {
			a.inside = 1 << (bit - InNav)
		}
		if bit == InArticle {
			a.articles = 1
		}
		a.path4, a.tags6, a.wider = a.path, uint32(el.Tag), -1
		if parent < 0 {
			continue
		}
		up := &m.around[parent]
		a.sum += up.sum
		a.least, a.most, a.small = min(a.least, up.least), max(a.most, up.most), min(a.small, up.small)
		a.known += up.known
		a.inside |= up.inside
		a.articles += up.articles
		if p.Elements[parent].Blocks == el.Blocks {
			a.wider = up.wider
		} else {
			a.wider = parent
		}
		for x, k := parent, 1; x >= 0 && k < 6; x, k = p.Elements[x].Parent, k+1 {
			if k < 3 {
				a.near += m.around[x].own
			}
			if k < 4 {
				a.path4 = a.path4*fnvPrime ^ m.around[x].path
			}
			a.tags6 = a.tags6*fnvPrime ^ uint32(p.Elements[x].Tag)
		}
	}
	for i := range m.Blocks {
		m.tags(i)
	}
}

// tags fills the features of the elements around block i.
func (m *measurer) tags(i int) {
	row := m.Row(i)
	e := m.Blocks[i].Element
	if e < 0 {
		for f := TagOf; f <= SmallTokens; f++ {
			row[f] = NoValue
		}
		row[HiddenText], row[Depth] = NoValue, NoValue
		return
	}
	el, a := &m.page.Elements[e], &m.around[e]
	row[HiddenText] = flag(el.Hidden)
	row[Depth] = float32(el.Depth)
	row[TagOf] = float32(el.Tag)
	if el.Parent >= 0 {
		row[ParentTag] = float32(m.page.Elements[el.Parent].Tag)
	}
	for f := InNav; f <= InNoscript; f++ {
		row[f] = float32(a.inside >> (f - InNav) & 1)
	}
	row[ArticleDepth] = float32(a.articles)
	row[OwnTokens], row[NearTokens], row[AllTokens] = a.own, a.near, a.sum
	row[AllTokensMin], row[AllTokensMax], row[SmallTokens] = a.least, a.most, a.small
	row[AllTokensMean] = ratio(a.sum, float32(a.known))
}

// tokenCache remembers the values of attribute strings: pages repeat them.
type tokenCache struct {
	lexicon *Lexicon
	entries [256]tokenValue
}

type tokenValue struct {
	text string
	seed byte
	sum  float32
	hash uint32 // of the tokens, digits left out
}

func (c *tokenCache) value(text string, seed byte) tokenValue {
	h := uint32(len(text)) * 131
	for i := max(0, len(text)-12); i < len(text); i++ {
		h = hashByte(h, text[i])
	}
	v := &c.entries[h&255]
	if v.text == text && v.seed == seed {
		return *v
	}
	*v = tokenValue{text: text, seed: seed}
	tokens(text, seed, func(h uint32) {
		v.hash = v.hash*31 + h
		if x, ok := c.lexicon.Value(h); ok {
			v.sum += x
		}
	})
	return *v
}

// Tokens calls f with the lexicon's hash of every class, id, role, itemprop
// and aria-label token of element e.
func (p *Page) Tokens(e int32, f func(h uint32)) {
	r := p.Elements[e].Attrs
	for _, a := range p.Attrs[r.Start:r.End] {
		switch a.Name {
		case "class", "id":
			tokens(a.Value, 'c', f)
		case "role":
			tokens(a.Value, 'r', f)
		case "itemprop", "itemtype":
			tokens(a.Value, 'i', f)
		case "aria-label":
			tokens(a.Value, 'l', f)
		}
	}
}
