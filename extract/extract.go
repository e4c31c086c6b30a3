package extract

import (
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/density"
	"github.com/pithtext/pith/extract/internal/meta"
	"github.com/pithtext/pith/extract/internal/source"
)

// From reads a page from r, tells HTML from scraped text by its content, and
// extracts the article. Nil options are the defaults.
//
// The error is ErrNoArticle, with an Article all the same, if nothing on the
// page reads like one; ErrTooLarge, ErrTooManyBlocks or ErrNotText if the
// input was refused; one that names Options.Charset if that is no charset; or
// r's.
func From(r io.Reader, opts *Options) (*Article, error) {
	return fromReader(r, opts, func(input string, most int) *block.Page {
		if source.LooksLikeHTML(input) {
			return source.HTMLUpTo(input, most)
		}
		return source.TextUpTo(input, most)
	})
}

// FromHTML is From for a page that is known to be HTML.
func FromHTML(r io.Reader, opts *Options) (*Article, error) {
	return fromReader(r, opts, source.HTMLUpTo)
}

// FromText is From for text that someone already scraped.
func FromText(r io.Reader, opts *Options) (*Article, error) {
	return fromReader(r, opts, source.TextUpTo)
}

// FromNode is From for a page that was parsed already, with or without scripts.
// Its offsets are not known (-1), and no dates are looked for in its scripts;
// Options.MaxBytes and Charset mean nothing. The error is ErrNoArticle or
// ErrTooManyBlocks.
func FromNode(n *html.Node, opts *Options) (*Article, error) {
	return fromPage(source.Node(n), orDefault(opts))
}

func fromReader(r io.Reader, opts *Options, cut func(string, int) *block.Page) (*Article, error) {
	o := orDefault(opts)
	input, err := source.Decode(r, o.maxBytes(), o.Charset)
	switch {
	case errors.Is(err, source.ErrTooLarge):
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, o.maxBytes())
	case errors.Is(err, source.ErrNotText):
		return nil, ErrNotText
	case err != nil:
		return nil, err
	}
	return fromPage(cut(input, o.maxBlocks()), o)
}

// fromPage is the way of a page once it is cut into blocks. It ends the page.
func fromPage(p *block.Page, o *Options) (*Article, error) {
	defer source.Release(p)
	if most := o.maxBlocks(); most > 0 && len(p.Blocks) > most {
		return nil, fmt.Errorf("%w: more than %d", ErrTooManyBlocks, most)
	}
	classes, words := density.Lexicons(p.Origin)
	measures := block.Measure(p, classes, words)
	verdicts, confidence := density.Classify(measures, o.Favor)
	balanced := verdicts // what metadata is found by, whatever is shown
	if o.Favor != density.Balance {
		balanced, _ = density.Classify(measures, density.Balance)
	}
	measures.Release()
	found := meta.Find(p, balanced, meta.Options{URL: o.URL, Now: o.Now, Candidates: o.Candidates})
	a := assemble(p, verdicts, found, o)
	a.Confidence = confidence
	if a.empty() {
		return a, ErrNoArticle
	}
	return a, nil
}
