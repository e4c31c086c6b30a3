package render

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract"
)

// FuzzRender holds for any text, marked anyhow, that HTML shows exactly this
// text in nothing but the elements asked for, that Markdown never opens a block
// of its own, and that every output is UTF-8.
func FuzzRender(f *testing.F) {
	f.Add("a <script>b</script> &amp; c", "javascript:x", 0, 9, 3, 20)
	f.Add("1. a\n- b\n# c\n```\n> d", "/u?a=1&b=2", 1, 4, 2, 3)
	f.Add(`\0`, "0", 1, 28, 72, -11)
	f.Add("één *twee* [drie](vier)", "http://x.y/\" onclick=\"z", 1, 30, -4, 8)
	f.Fuzz(func(t *testing.T, text, url string, a, b, c, d int) {
		if !utf8.ValidString(text) || !utf8.ValidString(url) || strings.ContainsAny(text, "\x00\r") {
			t.Skip()
		}
		block := content(extract.Paragraph, text)
		for i, r := range [][2]int{{a, b}, {c, d}, {a, d}, {b, c}} {
			block.Spans = append(block.Spans, extract.Span{Kind: extract.SpanKind(i), Start: int32(r[0]), End: int32(r[1]), URL: url})
		}
		article := &extract.Article{Blocks: []extract.Block{block}}
		for name, write := range formats {
			out := show(t, func(w *bytes.Buffer) error { return write(w, article, Options{}) })
			require.True(t, utf8.ValidString(out), name)
			switch name {
			case "html":
				requireHTML(t, out, text)
			case "markdown":
				require.NotContains(t, out, "\n\n", "one block")
			}
		}
		block.Spans = []extract.Span{{Kind: extract.Formula, Start: int32(a), End: int32(b)}, {Kind: extract.Formula, Start: int32(c), End: int32(d)}}
		article.Blocks[0] = block
		out := show(t, func(w *bytes.Buffer) error { return Markdown(w, article, Options{}) })
		require.True(t, utf8.ValidString(out))
		require.NotContains(t, out, "\n\n", "one block")
		require.Zero(t, strings.Count(escaped.Replace(out), "$")%2, "dollars in pairs")
	})
}

// escaped takes out backslashes and dollars that are no marks.
var escaped = strings.NewReplacer(`\\`, "", `\$`, "")

func requireHTML(t *testing.T, doc, text string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(doc))
	require.NoError(t, err)
	var seen strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			seen.WriteString(n.Data)
		case n.Type == html.ElementNode:
			require.Contains(t, []string{"html", "head", "body", "article", "p", "br", "a", "strong", "em", "code"}, n.Data)
			for _, attr := range n.Attr {
				require.Contains(t, []string{"href", "dir"}, attr.Key)
				require.NotContains(t, strings.ToLower(attr.Val), "javascript:")
			}
		}
		if n.Type == html.ElementNode && n.Data == "br" {
			seen.WriteByte(' ')
		}
	}
	require.Equal(t, strings.Fields(text), strings.Fields(seen.String()))
}
