package extract

import (
	"net/url"
	"slices"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/meta"
)

// assemble puts together what was found.
func assemble(p *block.Page, verdicts []block.Verdict, found *meta.Meta, o *Options) *Article {
	a := &Article{
		Title: found.Title, Byline: found.Byline, Authors: found.Authors,
		SiteName: found.SiteName, Language: found.Language, URL: found.URL,
		Description: found.Description, Image: found.Image, Section: found.Section, Tags: found.Tags,
		Published: found.Published, Modified: found.Modified,
		Sources: found.Sources,
		Blocks:  make([]Block, len(p.Blocks)),
	}
	if o.Candidates {
		a.Candidates = found.Candidates
	}
	links := newResolver(p, o.URL)
	for i := range p.Blocks {
		b, v := &p.Blocks[i], verdicts[i]
		a.Blocks[i] = Block{
			Kind: b.Kind, Level: int(b.Level), Ordinal: int(b.Ordinal), Quoted: b.Quoted,
			Table: int(b.Table), Row: int(b.Row), Col: int(b.Col), Header: b.Header,
			Text: b.Text, Spans: links.spans(b.Spans), Start: int(b.Start), End: int(b.End),
			Content: v.Content, Score: float64(v.Score), Reason: v.Reason,
		}
	}
	return a
}

// empty reports whether nothing of the page is the article's.
func (a *Article) empty() bool {
	for i := range a.Blocks {
		if a.Blocks[i].Content {
			return false
		}
	}
	return true
}

// Body returns the blocks of the article's body in order.
func (a *Article) Body() []Block {
	var body []Block
	for _, b := range a.Blocks {
		if b.Content {
			body = append(body, b)
		}
	}
	return body
}

// A resolver makes the links of a page absolute (RFC 3986, section 5), as far
// as the page's address is known.
type resolver struct{ base *url.URL }

func newResolver(p *block.Page, address string) resolver {
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = nil
	}
	for e := range p.Elements {
		if p.Elements[e].Tag == block.TagBase {
			if href, ok := p.Attr(int32(e), "href"); ok {
				if u, err := url.Parse(href); err == nil && base != nil {
					base = base.ResolveReference(u)
				} else if err == nil && u.IsAbs() {
					base = u
				}
			}
			break
		}
	}
	return resolver{base}
}

// spans returns a copy of spans with absolute links.
func (r resolver) spans(spans []Span) []Span {
	if r.base == nil {
		return spans
	}
	absolute := slices.Clone(spans)
	for i := range absolute {
		absolute[i].URL = r.resolve(absolute[i].URL)
	}
	return absolute
}

func (r resolver) resolve(link string) string {
	if link == "" {
		return link
	}
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	return r.base.ResolveReference(u).String()
}
