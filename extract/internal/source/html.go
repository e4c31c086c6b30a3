package source

import (
	"math"
	"strings"
	"sync"

	"github.com/pithtext/pith/extract/internal/block"
)

// HTML makes a Page of an HTML document, read as a browser without scripts
// reads it: what is in noscript is on the page, but marked as hidden.
func HTML(input string) *block.Page { return HTMLUpTo(input, 0) }

// HTMLUpTo is HTML that ends as soon as the page has more than most blocks;
// zero or less: only at the end of the input.
func HTMLUpTo(input string, most int) *block.Page {
	s := scanners.Get().(*scanner)
	*s = scanner{
		in: input, b: newBuilder(input), quirks: true,
		nul:    strings.IndexByte(input, 0) >= 0,
		cr:     strings.IndexByte(input, '\r') >= 0,
		clones: 1000 + len(input)/16,
		most:   orEndless(most),
		open:   s.open, formats: s.formats,
	}
	s.scan()
	s.finish()
	p := s.b.finish()
	clear(s.open[:cap(s.open)]) // both point into the input
	clear(s.formats[:cap(s.formats)])
	*s = scanner{open: s.open[:0], formats: s.formats[:0]}
	scanners.Put(s)
	return p
}

func orEndless(most int) int {
	if most <= 0 {
		return math.MaxInt
	}
	return most
}

// scanners are used again for their stacks, which are limited in size.
var scanners = sync.Pool{New: func() any { return new(scanner) }}
