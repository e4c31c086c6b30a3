// Package block holds what every stage of an extraction shares: the page as a
// list of blocks with the elements around them, what is measured of each block,
// and the verdict on it. It knows neither HTML parsing nor classification.
package block

// A Page is a decoded input cut into blocks. Sources build it; nothing changes
// it afterwards, so every stage may keep indices into it.
type Page struct {
	Input  string  // the decoded input, valid UTF-8
	Origin Origin  // what the input was
	Flow   string  // the page's text in reading order, each block on lines of its own
	Blocks []Block // in reading order
	Spans  []Span  // of all blocks, see Block.Spans

	// Elements are the HTML elements in document order, parents before
	// children; empty for scraped text.
	Elements []Element
	Attrs    []Attr   // the kept attributes of all elements, see Element.Attrs
	Title    string   // the text of the <title> element, white space folded
	JSONLD   []string // contents of <script type="application/ld+json">, unparsed
}

// Origin says what a page was before it was cut into blocks.
type Origin uint8

const (
	HTML Origin = iota
	Text
)

// A Range is a half-open range [Start, End) of indices.
type Range struct{ Start, End int32 }

// Len is the number of indices in r.
func (r Range) Len() int { return int(r.End - r.Start) }

// An Element is one HTML element, seen as a container of blocks.
type Element struct {
	Parent int32 // index into Page.Elements, -1 for a root
	Depth  int32 // number of ancestors
	Tag    Tag
	Hidden bool  // not shown to a reader: itself or an ancestor is display:none, hidden or noscript
	Attrs  Range // into Page.Attrs
	Text   Range // into Page.Flow
	Blocks Range // the blocks that begin inside it
	Start  int32 // byte offset of the start tag in Page.Input, -1 if not known
}

// An Attr is an attribute that some stage looks at.
type Attr struct {
	Name  string // lower case
	Value string // character references resolved
}

// Attr returns the value of the attribute name of element e, and whether it
// is there.
func (p *Page) Attr(e int32, name string) (string, bool) {
	r := p.Elements[e].Attrs
	for _, a := range p.Attrs[r.Start:r.End] {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// TextOf returns the visible text inside element e, blocks separated by newlines.
func (p *Page) TextOf(e int32) string {
	r := p.Elements[e].Text
	return p.Flow[r.Start:r.End]
}
