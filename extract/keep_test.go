package extract

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
)

// TestArticleLetsGoOfInput holds the strings of an article apart from the
// input, which would else stay in memory as long as the article.
func TestArticleLetsGoOfInput(t *testing.T) {
	input := `<title>Low water</title><meta name=description content="What the sea left"><meta name=author content="Ida Holm">` +
		`<meta property="og:site_name" content="The Tide"><meta property="og:image" content="https://example.org/sea.jpg">` +
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Low water","datePublished":"2026-05-12"}</script>` +
		`<h1>Low water</h1><p>` + strings.Repeat("The sea left three things behind, and nobody came. ", 20) +
		`with <a href="/link">a link</a> and <a href="/?a&amp;b">another</a>.`
	a, err := FromHTML(strings.NewReader(input), &Options{Candidates: true})
	require.NoError(t, err)
	from := uintptr(unsafe.Pointer(unsafe.StringData(input)))
	apart := func(s string) string {
		at := uintptr(unsafe.Pointer(unsafe.StringData(s)))
		require.True(t, s == "" || at < from || at >= from+uintptr(len(input)), s)
		return s
	}
	var links []string
	for _, b := range a.Blocks {
		apart(b.Text)
		for _, s := range b.Spans {
			links = append(links, apart(s.URL))
		}
	}
	require.Equal(t, []string{"/link", "/?a&b"}, links)
	require.Equal(t, "Low water", a.Title)
	require.NotEmpty(t, a.Candidates)
	eachString(a, apart)
}
