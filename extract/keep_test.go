package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
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

// TestArticlesAreApart holds articles that were made at the same time, and one
// after the other in the same memory, apart.
func TestArticlesAreApart(t *testing.T) {
	files, err := filepath.Glob("../testdata/pages/*/page.*")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var pages, sketches []string
	var articles []*Article
	sketch := func(a *Article) string { return fmt.Sprintf("%v", *a) }
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		a, _ := From(strings.NewReader(string(b)), nil)
		pages, articles, sketches = append(pages, string(b)), append(articles, a), append(sketches, sketch(a))
	}
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			for i := range pages {
				i = (i + w*7) % len(pages)
				a, _ := From(strings.NewReader(pages[i]), nil)
				assert.Equal(t, sketches[i], sketch(a), files[i])
			}
		})
	}
	wg.Wait()
	for i, a := range articles {
		require.Equal(t, sketches[i], sketch(a), "%s after the others", files[i])
	}
}
