package extract_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

// TestMemory holds what a page takes to its size, for pages that are large in
// different ways. All that was allocated counts, which is more than was in use
// at any time; bench draws that. Lower the limits when the figures fall.
func TestMemory(t *testing.T) {
	var attributes strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&attributes, " a%d=v class=c", i)
	}
	paragraph := "<p>" + strings.Repeat(`Some text about the town and its <a href="/river">river</a>, which rose again on Monday. `, 20)
	for _, shape := range []struct {
		name  string
		page  string
		from  extractor
		times float64 // the page's size
	}{
		{"paragraphs", strings.Repeat(paragraph, 500), extract.FromHTML, 8},
		{"one line", strings.Repeat("the river rose ", 60_000), extract.FromText, 10},
		{"a long script", "<script>" + strings.Repeat("river.rise();\n", 60_000) + "</script>" + paragraph, extract.FromHTML, 4},
		{"attributes", "<p" + attributes.String() + ">" + paragraph, extract.FromHTML, 4},
		{"unclosed quotes", strings.Repeat(`<p a="<!-- <script `, 50_000) + paragraph, extract.FromHTML, 4},
		{"elements", strings.Repeat("<div>", 100_000) + paragraph, extract.FromHTML, 60},
		{"blocks", strings.Repeat("<p>x", 50_000), extract.FromHTML, 600},
		{"blocks of text", strings.Repeat("x\n\n", 50_000), extract.FromText, 600},
	} {
		t.Run(shape.name, func(t *testing.T) {
			runtime.GC()
			runtime.GC() // empties the pools
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, _ = shape.from(strings.NewReader(shape.page), nil)
			runtime.ReadMemStats(&after)
			bytes := float64(after.TotalAlloc - before.TotalAlloc)
			t.Logf("%d bytes: %.0f allocated, %.1f a byte", len(shape.page), bytes, bytes/float64(len(shape.page)))
			require.LessOrEqual(t, bytes, shape.times*float64(len(shape.page))+2e6)
		})
	}
}

// TestTooManyBlocks holds a page that has far too many blocks to what its
// limit lets it have.
func TestTooManyBlocks(t *testing.T) {
	page := strings.Repeat("<p>x", 2_000_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := extract.FromHTML(strings.NewReader(page), &extract.Options{MaxBlocks: 1000})
	runtime.ReadMemStats(&after)
	require.ErrorIs(t, err, extract.ErrTooManyBlocks)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(2e6))
}
