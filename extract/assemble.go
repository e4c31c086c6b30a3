package extract

import (
	"net/url"
	"slices"
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/meta"
)

// assemble puts together what was found. The Article has its own memory: of
// the page and of what it was read from it keeps nothing but p.Flow.
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
	spans := slices.Clone(p.Spans)
	if links := newResolver(p, o.URL); links.base != nil {
		for i := range spans {
			spans[i].URL = links.resolve(spans[i].URL)
		}
	}
	keepStrings(a, spans)
	for i := range p.Blocks {
		b, v, out := &p.Blocks[i], &verdicts[i], &a.Blocks[i] // set where it is: a copy of narrow stores is waited for
		out.Kind, out.Level, out.Ordinal, out.Quoted = b.Kind, int(b.Level), int(b.Ordinal), b.Quoted
		out.Table, out.Row, out.Col, out.Header = int(b.Table), int(b.Row), int(b.Col), b.Header
		out.Language = codeLanguage(p, b)
		out.Text, out.Start, out.End = b.Text, int(b.Start), int(b.End)
		out.Content, out.Score, out.Reason = v.Content, float64(v.Score), v.Reason
		if n := len(b.Spans); n > 0 {
			out.Spans, spans = spans[:n:n], spans[n:]
		}
	}
	return a
}

// keepStrings copies the strings of an article's metadata and links, which may
// be parts of the input, into one piece of memory.
func keepStrings(a *Article, spans []Span) {
	size := 0
	for i := range spans {
		size += len(spans[i].URL)
	}
	eachString(a, func(s string) string {
		size += len(s)
		return s
	})
	var all strings.Builder
	all.Grow(size)
	keep := func(s string) string {
		begin := all.Len()
		all.WriteString(s)
		return all.String()[begin:]
	}
	for i := range spans {
		if spans[i].URL != "" {
			spans[i].URL = keep(spans[i].URL)
		}
	}
	eachString(a, keep)
}

// eachString replaces each string of an article's metadata by what f makes of
// it.
func eachString(a *Article, f func(string) string) {
	for _, s := range [...]*string{&a.Title, &a.Byline, &a.SiteName, &a.Language, &a.URL, &a.Description, &a.Image, &a.Section} {
		*s = f(*s)
	}
	for _, list := range [...][]string{a.Authors, a.Tags} {
		for i := range list {
			list[i] = f(list[i])
		}
	}
	for field, s := range a.Sources {
		s.Kind, s.Place = f(s.Kind), f(s.Place)
		a.Sources[field] = s
	}
	for i := range a.Candidates {
		c := &a.Candidates[i]
		c.Value, c.Reason, c.Source.Kind, c.Source.Place = f(c.Value), f(c.Reason), f(c.Source.Kind), f(c.Source.Place)
	}
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
