package source

import (
	"slices"
	"sync"

	"github.com/pithtext/pith/extract/internal/block"
)

// pages are used again, for what their slices have grown to: a page takes
// about as much as its input.
var pages = sync.Pool{New: func() any { return new(block.Page) }}

func newPage(input string, origin block.Origin) *block.Page {
	p := pages.Get().(*block.Page)
	p.Input, p.Origin = input, origin
	return p
}

// Release gives the memory of a page that this package made to a page to come.
// Nothing of p may be used any more but for its strings, Block.Text included.
func Release(p *block.Page) {
	if isLarge(cap(p.Elements), cap(p.Attrs), cap(p.Blocks), cap(p.Spans)) {
		return
	}
	clear(p.Attrs)
	clear(p.Blocks)
	clear(p.Spans)
	clear(p.JSONLD)
	*p = block.Page{
		Elements: p.Elements[:0], Attrs: p.Attrs[:0], Blocks: p.Blocks[:0], Spans: p.Spans[:0], JSONLD: p.JSONLD[:0],
	}
	pages.Put(p)
}

// grow makes s one longer and returns its new last value, which holds whatever
// was there: all of it is to be set. To do so field by field is quicker than
// append, which copies what was made elsewhere. There is room for twice as many
// where append would make room for a quarter more: less is copied and left
// behind on the way to a large page.
func grow[T any](s *[]T) *T {
	n := len(*s)
	if n == cap(*s) {
		*s = slices.Grow(*s, max(n, 64))
	}
	*s = (*s)[:n+1]
	return &(*s)[n]
}

// handOver returns the text of a page, and its memory if that is to be kept.
func handOver(flow []byte) (text string, rest []byte) {
	if isLarge(cap(flow) / 16) {
		return asString(flow), nil
	}
	return string(flow), flow[:0]
}

// isLarge reports whether one of the capacities is too large to be kept for a
// usual page.
func isLarge(capacities ...int) bool {
	for _, n := range capacities {
		if n > 1<<15 {
			return true
		}
	}
	return false
}
