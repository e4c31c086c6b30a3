package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// HTML makes a Page of an HTML document, read as a browser without scripts
// reads it: what is in noscript is on the page, but marked as hidden.
func HTML(input string) *block.Page {
	s := scanner{
		in: input, b: newBuilder(input), quirks: true,
		nul:    strings.IndexByte(input, 0) >= 0,
		clones: 1000 + len(input)/16,
		open:   make([]openElement, 0, 64), formats: make([]format, 0, 16),
	}
	s.scan()
	s.finish()
	return s.b.finish()
}
