package source

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// hostileTexts are texts that cost more than their size in careless joiners.
// They are repeated up to the size wanted.
var hostileTexts = map[string]string{
	"one line":         "rain ",
	"one word":         "x",
	"blank lines":      "\n",
	"returns":          "\r",
	"controls":         "\x00\f\u0085",
	"short lines":      "a\n",
	"broken sentences": "rain of\n, the\nTown\n",
	"statements":       "rain;\n",
	"braces":           "rain {\n\n",
	"fences":           "```go\n",
	"odd fences":       "a\n```go\n```go\n```go\n",
	"rows":             "| a | b |\n",
	"pipes":            "a|",
	"drawn rows":       "a | b\n--|--\n",
	"tabs":             "a\tb\n",
	"bullets":          "• ",
	"deeper bullets":   "* a\n * b\n  * c\n   * d\n    * e\n",
	"quotes":           "> ",
	"rules":            "---\n",
	"headings":         "# a #\n",
	"links":            "[a](b) ",
	"open brackets":    "[](",
	"nested links":     "[a](b) [[[[[[[[[[a](b)](b)](b)](b)](b)](b)](b)](b)](b)](b)",
	"open addresses":   "[a](b) [[[[[[[[[[a](b",
	"emphasis":         "[a](b) *a _b **c __d ",
	"escapes":          "[a](b) \\",
	"no spaces":        "雨",
	"mangled":          "ÄãºÃ•",
}

// TestTextLinear holds the cost of hostile texts to their size.
func TestTextLinear(t *testing.T) {
	const size = 400_000
	for name, part := range hostileTexts {
		t.Run(name, func(t *testing.T) {
			in := strings.Repeat(part, size/len(part))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			Text(in)
			seconds := time.Since(start).Seconds()
			runtime.ReadMemStats(&after)
			bytes := float64(after.TotalAlloc-before.TotalAlloc) / size
			t.Logf("%.0f ns and %.0f bytes a byte", seconds*1e9/size, bytes)
			require.Less(t, bytes, 400.0, "bytes a byte")
			require.Less(t, seconds, 20.0, "time: quadratic cost would take minutes")
		})
	}
}
