package block

// around is what is known of an element and the elements around it, each
// computed once from its parent's.
type around struct {
	wider     int32    // nearest ancestor that holds more open blocks, -1 for none
	container int32    // its index in Measures.Containers, 0 if it has none yet
	own       float32  // sum of its tokens' values
	sum       float32  // with all elements around it
	least     float32  // least of any of these
	most      float32  // most of any
	small     float32  // least over elements that hold less than half of the page
	known     int32    // elements with a value
	path      uint32   // hash of its tag and tokens
	articles  int32    // article elements
	inside    landmark // set of landmarks
	closed    bool     // its blocks are not open to doubt
}

// A landmark is an element or a role that says what stands in it.
type landmark uint8

const (
	inAside landmark = 1 << iota // these four are features, in this order
	inArticle
	inMain
	inFigure
	inNav
	inFooter
	inDialog
	elsewhere // another role, which overrides the element's
)

func landmarkOf(t Tag) landmark {
	switch t {
	case TagNav, TagMenu:
		return inNav
	case TagFooter:
		return inFooter
	case TagAside:
		return inAside
	case TagArticle:
		return inArticle
	case TagMain:
		return inMain
	case TagFigure, TagFigcaption:
		return inFigure
	case TagDialog:
		return inDialog
	}
	return 0
}

// landmarkRole is the landmark of an ARIA role, 0 if it is none.
func landmarkRole(role string) landmark {
	switch role {
	case "navigation", "menu", "menubar":
		return inNav
	case "contentinfo":
		return inFooter
	case "complementary":
		return inAside
	case "article":
		return inArticle
	case "main":
		return inMain
	case "dialog", "alertdialog":
		return inDialog
	case "banner", "search", "form":
		return elsewhere
	}
	return 0
}

// closing are the landmarks whose blocks are not open to doubt.
const closing = inNav | inFooter | inDialog

// elements computes around for every element that a block is in.
func (m *Measures) elements(lexicon *Lexicon) {
	p := m.Page
	for i := range p.Blocks {
		for e := p.Blocks[i].Element; e >= 0 && !m.holds[e]; e = p.Elements[e].Parent {
			m.holds[e] = true
		}
	}
	cache := tokenCache{lexicon: lexicon, hashes: m.scratch.all}
	if closed := m.surround(&cache, closing); m.misnamed(closed) {
		m.surround(&cache, 0)
	}
	m.scratch.all = cache.hashes
}

// misnamed reports whether the article is in what is named as closed, which has
// so many bytes of text: when hardly any text is outside and prose is inside, or
// when navigation has far more prose than the page outside, because its end tag
// is missing. Otherwise names are right, however long menus and notes on cookies
// are: of the hundred development pages that have most of their words inside,
// two have the article there, of 94 and of 7 words.
func (m *Measures) misnamed(closed int) bool {
	open := len(m.Page.Flow) - closed
	if open > closed {
		return false
	}
	var inside, menus, outside int // prose: long blocks, without their links
	for i := range m.Page.Blocks {
		b := &m.Page.Blocks[i]
		text := len(b.Text)
		for _, s := range b.Spans {
			if s.Kind == Link {
				text -= int(s.End - s.Start)
			}
		}
		if text < longText || b.Element < 0 {
			continue
		}
		switch a := &m.around[b.Element]; {
		case !a.closed:
			outside += text
		case a.inside&inNav != 0:
			menus += text
			fallthrough
		default:
			inside += text
		}
	}
	return open < leastText && inside >= leastText || menus >= leastText && menus > 3*outside
}

// Bytes of text: of an article at least, and of a page outside of its menus; of
// a block that is prose.
const (
	leastText = 500
	longText  = 100
)

// surround computes around where some landmarks close, and returns the bytes of
// text in these. What is known of elements inside of them is no more than that.
func (m *Measures) surround(cache *tokenCache, closing landmark) (closed int) {
	p := m.Page
	half := int32(len(p.Flow) / 2)
	for e, holds := range m.holds {
		if !holds {
			continue
		}
		el, a, up := &p.Elements[e], &m.around[e], &around{}
		if el.Parent >= 0 {
			up = &m.around[el.Parent]
		}
		*a = around{inside: up.inside, closed: up.closed}
		if a.closed {
			continue
		}
		mark := landmarkOf(el.Tag)
		a.path = uint32(el.Tag) * fnvPrime
		for _, at := range p.Attrs[el.Attrs.Start:el.Attrs.End] {
			seed := tokenSeed(at.Name)
			if seed == 0 {
				continue
			}
			if seed == 'r' {
				if role := landmarkRole(at.Value); role != 0 {
					mark = role
				}
			}
			v := cache.value(at.Value, seed)
			a.own += v.sum
			if at.Name == "class" {
				a.path ^= v.hash
			}
		}
		a.inside |= mark
		if a.inside&closing != 0 {
			a.closed = true
			closed += el.Text.Len()
		}
		a.sum, a.least, a.most, a.small = up.sum+a.own, up.least, up.most, up.small
		a.known, a.articles = up.known, up.articles
		if a.own != 0 {
			a.known++
			a.least, a.most = min(a.least, a.own), max(a.most, a.own)
			if int32(el.Text.Len()) < half {
				a.small = min(a.small, a.own)
			}
		}
		if mark == inArticle {
			a.articles++
		}
	}
	return closed
}

// near is the sum of the values of element e and of the two around it.
func (m *Measures) near(e int32) float32 {
	sum := m.around[e].own
	for x, k := m.Page.Elements[e].Parent, 1; x >= 0 && k < 3; x, k = m.Page.Elements[x].Parent, k+1 {
		sum += m.around[x].own
	}
	return sum
}

// tokenCache remembers the values of attribute strings: pages repeat them.
type tokenCache struct {
	lexicon *Lexicon
	hashes  []uint32 // of the tokens of one of them
	entries [256]tokenValue
}

type tokenValue struct {
	text string
	seed byte
	sum  float32
	hash uint32 // of the tokens, digits left out
}

func (c *tokenCache) value(text string, seed byte) *tokenValue {
	h := uint32(len(text)) * 131
	for i := max(0, len(text)-12); i < len(text); i++ {
		h = hashByte(h, text[i])
	}
	v := &c.entries[h&255]
	if v.text == text && v.seed == seed {
		return v
	}
	c.hashes = tokens(c.hashes[:0], text, seed)
	*v = tokenValue{text: text, seed: seed, sum: float32(c.lexicon.tally(c.hashes).sum) / 16}
	for _, h := range c.hashes {
		v.hash = v.hash*31 + h
	}
	return v
}

// tokenSeed is what keeps the tokens of an attribute apart from those of
// others in the lexicon; 0 if the attribute has none.
func tokenSeed(attr string) byte {
	switch attr {
	case "class", "id":
		return 'c'
	case "role":
		return 'r'
	case "itemprop", "itemtype":
		return 'i'
	case "aria-label":
		return 'l'
	}
	return 0
}

// Tokens returns the lexicon's hashes of the class, id, role, itemprop and
// aria-label tokens of element e.
func (p *Page) Tokens(e int32) (hashes []uint32) {
	r := p.Elements[e].Attrs
	for _, a := range p.Attrs[r.Start:r.End] {
		if seed := tokenSeed(a.Name); seed != 0 {
			hashes = tokens(hashes, a.Value, seed)
		}
	}
	return hashes
}
