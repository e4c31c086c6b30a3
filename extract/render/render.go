// Package render writes an article for people and for programs: as plain text,
// Markdown, HTML, or a JSON record. It shows what extraction found and never
// changes what that is.
package render

import (
	"io"
	"strings"

	"github.com/pithtext/pith/extract"
)

// Options say what is shown. The zero value shows everything that a format has.
type Options struct {
	BodyOnly bool // leave away title, byline and date
}

// flush writes the finished document in one go, so that a failing writer never
// sees the half of it followed by more.
func flush(w io.Writer, doc string) error {
	_, err := io.WriteString(w, doc)
	return err
}

// body returns the blocks to show: those of the article's body with any text.
func body(a *extract.Article) []extract.Block {
	var shown []extract.Block
	for _, b := range a.Body() {
		if strings.TrimSpace(b.Text) != "" {
			shown = append(shown, b)
		}
	}
	return shown
}

// A top is what stands above the body.
type top struct {
	title, byline, date string
}

// parts are the top and the body of an article, which does not open with the
// title again.
func parts(a *extract.Article, opts Options) (top, []extract.Block) {
	shown := body(a)
	if opts.BodyOnly {
		return top{}, shown
	}
	t := top{fold(a.Title), fold(a.Byline), a.Published.String()}
	if len(shown) > 0 && strings.EqualFold(fold(shown[0].Text), t.title) {
		shown = shown[1:]
	}
	return t, shown
}

// fold makes one line of s.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// join joins what is not empty.
func join(sep string, parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
