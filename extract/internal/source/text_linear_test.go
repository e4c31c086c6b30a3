package source

import (
	"strings"
	"testing"
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
	texts := map[string]func(n int) string{"emphasis that ends far away": func(n int) string {
		return "[a](http://x) [b](http://y) " + strings.Repeat("*a_ ", n/4) + "z*"
	}}
	for name, part := range hostileTexts {
		texts[name] = func(n int) string { return strings.Repeat(part, n/len(part)) }
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) { isLinear(t, text, func(in string) { Text(in) }) })
	}
}
