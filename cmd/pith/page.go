package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

// extract reads a page and extracts its article. The article may be there
// beside an error.
func (f *pageFlags) extract(p *batch.Page, candidates bool) (*extract.Article, int64, error) {
	data, err := p.Read(int64(f.maxBytes))
	if err == batch.ErrTooLarge {
		err = fmt.Errorf("%w: more than %d bytes", err, int64(f.maxBytes))
	}
	if err != nil {
		return nil, 0, err
	}
	from := extract.From
	switch p.Form {
	case batch.HTML:
		from = extract.FromHTML
	case batch.Text:
		from = extract.FromText
	}
	a, err := from(bytes.NewReader(data), &extract.Options{
		URL:        p.URL,
		Charset:    charsetFor(p, data),
		MaxBytes:   -1, // what was read is within the limit
		MaxBlocks:  f.maxBlocks,
		Now:        p.Crawled,
		Favor:      f.favor(),
		Candidates: candidates,
	})
	if err == nil && a.Confidence < f.minConfidence {
		err = fmt.Errorf("%w: confidence %.2f is below %.2f", extract.ErrNoArticle, a.Confidence, f.minConfidence)
	}
	return a, int64(len(data)), err
}

// charsetFor returns the charset to decode with, "" to tell it from the page.
// What a server states is a default of its configuration as often as not, so
// it counts only where the page is not UTF-8, or in a 7-bit charset, which
// looks as if it were.
func charsetFor(p *batch.Page, data []byte) string {
	if p.Charset != "" || p.Stated == "" {
		return p.Charset
	}
	if e, _ := charset.Lookup(p.Stated); e == nil {
		return ""
	}
	if utf8.Valid(data) && !strings.HasPrefix(strings.ToLower(p.Stated), "iso-2022") {
		return ""
	}
	return p.Stated
}
