package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

// TestLinear holds the time of whole extractions to the size of the page, where
// one part makes work for the next.
func TestLinear(t *testing.T) {
	for name, page := range map[string]func(n int) string{
		"long classes on elements that open again": func(n int) string {
			var sb strings.Builder
			for i := range 100 {
				fmt.Fprintf(&sb, "<b class='%03d%s'>", i, strings.Repeat(" ab", n/320))
			}
			return "<p>" + sb.String() + strings.Repeat("<p>x", n/80)
		},
		"one path":      func(n int) string { return strings.Repeat("<div class=a>x", n/14) },
		"equal blocks":  func(n int) string { return strings.Repeat("<p>The rain fell on the town.", n/29) },
		"other blocks":  func(n int) string { return strings.Repeat("<p>a<h2>b<li>c<td>d", n/19) },
		"many headings": func(n int) string { return "<title>a b</title>" + strings.Repeat("<h1>a b c</h1><p>By Ann Lee", n/29) },
	} {
		t.Run(name, func(t *testing.T) {
			seconds := func(n int) float64 {
				in := page(n)
				start := time.Now()
				_, _ = extract.FromHTML(strings.NewReader(in), &extract.Options{MaxBlocks: -1})
				return time.Since(start).Seconds()
			}
			small := seconds(120_000)
			large := seconds(1_920_000)
			for try := 0; try < 3 && large > 100*small+0.5; try++ { // the machine may be busy
				large = min(large, seconds(1_920_000))
			}
			t.Logf("%.0f ns a byte, then %.0f", small*1e9/120_000, large*1e9/1_920_000)
			require.LessOrEqual(t, large, 100*small+0.5, "16 times the bytes")
		})
	}
}
