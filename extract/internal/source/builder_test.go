package source

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInvisibleCharacters(t *testing.T) {
	for in, want := range map[string]string{
		"hy\u00adphen":            "hyphen",
		"\u00ad one":              "one",
		"one \u00ad two":          "one two",
		"one \ufeff two":          "one two",
		"one \u00a0\u00a0 two":    "one two",
		"\ufeffone":               "one",
		"«one» © two":             "«one» © two",
		"全角　。one":                 "全角　。one",
		"<p>\u00ad</p><p>one</p>": "one",
	} {
		require.Equal(t, want, HTML(in).Flow, in)
	}
}

// TestHTMLAllocations counts, rather than times, what a page costs: memory in
// proportion to its size, in few pieces.
func TestHTMLAllocations(t *testing.T) {
	page := "<!doctype html><title>t</title>" + strings.Repeat(
		`<div class="a b" id="c"><h2>Heading</h2><p>Some text with <a href="/x?y=1">a link</a> &amp; <b>more</b> of it.</p><ul><li>one<li>two</ul></div>`, 1000)
	allocations := testing.AllocsPerRun(10, func() { HTML(page) })
	require.LessOrEqual(t, allocations, 40.0)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 10 {
		HTML(page)
	}
	runtime.ReadMemStats(&after)
	perByte := float64(after.TotalAlloc-before.TotalAlloc) / 10 / float64(len(page))
	t.Logf("%.0f allocations, %.1f bytes a byte", allocations, perByte)
	require.Less(t, perByte, 8.0, "a page without scripts: the most that one can take")
}
