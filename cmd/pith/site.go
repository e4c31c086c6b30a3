package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"net/url"
	"strings"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

// Text that repeats over the pages of a site is chrome, whatever it looks like
// on one page alone: a footer in full sentences, a call to subscribe, the
// author's box. A first reading of all pages counts each block's text once a
// page; pages that are the same throughout count once. What the second reading
// finds in an article is dropped where it was on enough pages.
const (
	sitePages   = 5    // a site of fewer pages says nothing
	siteRepeats = 4    // at least this many pages have the text
	siteShare   = 0.25 // and at least this share of the site's pages
	siteTexts   = 4 << 20
)

// chrome is the text that repeats, by site. Counting stays in bounded memory:
// when there are too many different texts those seen least are forgotten, so a
// count may be too low and never too high, and of sites beyond the limit nothing
// is known.
type chrome struct {
	texts map[uint64]uint32 // pages with a text, by site and text
	pages map[string]uint32 // different pages, by site
	whole map[uint64]bool   // pages seen, by site and all their text
	limit int
}

func newChrome() *chrome {
	return &chrome{make(map[uint64]uint32), make(map[string]uint32), make(map[uint64]bool), siteTexts}
}

// collect is the first reading.
func (f *pageFlags) collect(ctx context.Context, pages batch.Pages, workers int) (*chrome, error) {
	type counted struct {
		site   string
		whole  uint64
		hashes []uint64
	}
	c := newChrome()
	err := batch.Run(ctx, pages, func(p *batch.Page) batch.Result {
		a, _, _ := f.extract(p, false)
		if a == nil {
			return batch.Result{Page: p}
		}
		n := counted{site: siteOf(a, p)}
		all := fnv.New64a()
		for _, b := range a.Blocks {
			n.hashes = append(n.hashes, textHash(n.site, b.Text))
			all.Write([]byte(b.Text))
		}
		n.whole = all.Sum64()
		return batch.Result{Page: p, Note: n}
	}, func(r batch.Result) error {
		if n, ok := r.Note.(counted); ok {
			c.count(n.site, n.whole, n.hashes)
		}
		return nil
	}, batch.Options{Workers: workers, Timeout: f.timeout})
	return c, err
}

// count takes a page into account: the hashes of its blocks' texts and that of
// all of them.
func (c *chrome) count(site string, whole uint64, hashes []uint64) {
	whole ^= textHash(site, "")
	if c.whole[whole] || c.pages[site] == 0 && len(c.pages) >= c.limit {
		return
	}
	if len(c.whole) < c.limit {
		c.whole[whole] = true
	}
	c.pages[site]++
	once := make(map[uint64]bool, len(hashes))
	for _, h := range hashes {
		if !once[h] {
			once[h] = true
			c.texts[h]++
		}
	}
	for least := uint32(1); len(c.texts) > c.limit; least++ {
		for h, n := range c.texts {
			if n <= least {
				delete(c.texts, h)
			}
		}
	}
}

// drop takes what repeats out of an article. A heading stays with text that
// does, since sections of many pages have the same names, and cells stay, since
// a table without some is another table.
func (c *chrome) drop(a *extract.Article, p *batch.Page) {
	if c == nil {
		return
	}
	site := siteOf(a, p)
	pages := c.pages[site]
	if pages < sitePages {
		return
	}
	open := 0 // level of the sections that have text that stays, from the end; 0 for none
	for i := len(a.Blocks) - 1; i >= 0; i-- {
		b := &a.Blocks[i]
		if !b.Content {
			continue
		}
		heading := b.Kind == extract.Heading
		n := c.texts[textHash(site, b.Text)]
		repeats := n >= siteRepeats && float64(n) >= siteShare*float64(pages) && b.Kind != extract.Cell
		if repeats && !(heading && open >= b.Level) {
			b.Content = false
			b.Reason = fmt.Sprintf("repeats on %d of the site's %d pages", n, pages)
			continue
		}
		if heading {
			open = b.Level - 1
		} else {
			open = maxLevel
		}
	}
}

// maxLevel is that of the lowest heading: text belongs to any heading before it.
const maxLevel = 6

// siteOf names the site of a page: the host of its address, else the argument
// that it was found under.
func siteOf(a *extract.Article, p *batch.Page) string {
	for _, address := range []string{p.URL, a.URL} {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		}
	}
	return p.Site
}

func textHash(site, text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(site))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return h.Sum64()
}
