package extract

import (
	"io"

	"golang.org/x/net/html"
)

// FromHTML extracts the article of the HTML page read from r.
func FromHTML(r io.Reader, opts *Options) (*Article, error) { panic("not yet") }

// FromText extracts the article of already scraped text read from r.
func FromText(r io.Reader, opts *Options) (*Article, error) { panic("not yet") }

// From tells HTML from scraped text by content and extracts accordingly.
func From(r io.Reader, opts *Options) (*Article, error) { panic("not yet") }

// FromNode extracts the article of a page that was parsed already.
func FromNode(n *html.Node, opts *Options) (*Article, error) { panic("not yet") }

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
