package meta

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestScribe holds that what a scribe writes stays, and is what the plain way
// makes.
func TestScribe(t *testing.T) {
	var s scribe
	texts := []string{"", "bees return", " Bees  Return!", "Größe: 12", "bees ", "İstanbul", "蜜蜂 回来", strings.Repeat("Long word ", 400)}
	var keys, lows []string
	for _, text := range texts {
		keys, lows = append(keys, s.key(text)), append(lows, s.lower(text))
	}
	list := s.list([]string{"Ann Lee", "Bo Berg"})
	more := s.list(make([]string, 40))
	for i, text := range texts {
		require.Equal(t, new(scribe).key(text), keys[i], text)
		require.Equal(t, strings.ToLower(text), lows[i], text)
	}
	require.Equal(t, []string{"Ann Lee", "Bo Berg"}, list)
	require.Len(t, more, 40)
	require.Equal(t, "bees return", new(scribe).key(" Bees  Return!"))
	require.Equal(t, "p.byline.author", s.fields("p", " byline \n author"))
	require.Equal(t, "Ann Lee, Bo Berg", s.join(", ", list...))
	for p := Day; p <= Second; p++ {
		for _, zone := range []bool{false, true} {
			d := Date{Time: time.Date(2021, 5, 3, 10, 20, 30, 0, time.FixedZone("", 7200)), Precision: p, HasZone: zone}
			require.Equal(t, d.String(), s.date(d))
		}
	}
}

// TestPlainURL holds that URLs which are taken as they are would have come out
// of reading and writing the same.
func TestPlainURL(t *testing.T) {
	base, err := url.Parse("https://meadow.example/a/b?c=d")
	require.NoError(t, err)
	plain := 0
	for _, s := range []string{
		"https://meadow.example", "https://meadow.example/", "http://www.meadow.example/a-b/c_d/e.html?f=g&h=i-j", "https://meadow.example/a/?p=12",
		"https://meadow.example/a//b", "https://meadow.example/a/../b", "https://meadow.example/.a", "https://meadow.example/a?", "https://meadow.example?a=b", "https:///a", "https://", "https://meadow.example:80/a", "https://meadow.example/a%20b", "https://meadow.example/a b", "/a", "//meadow.example/a", "https://meadow.example/a#b", "https://u@meadow.example/", "https://mea_dow.example/", "https://meadow.example/ä",
	} {
		if !plainURL(s) {
			continue
		}
		plain++
		u, err := base.Parse(s)
		require.NoError(t, err)
		require.Equal(t, s, u.String())
		require.NotEmpty(t, u.Host)
	}
	require.Equal(t, 4, plain)
}

// TestFindUsesMemoryAgain holds that nothing of one page is left for the next,
// whatever runs beside it.
func TestFindUsesMemoryAgain(t *testing.T) {
	rich := page(head1+`<meta name=author content="Ann Lee"><script type="application/ld+json">{"@type":"Article","headline":"Bees","author":{"name":"Bo Berg"},"datePublished":"2021-05-03"}</script>`, h1+"<p class=byline>By Ann Lee</p><time>May 3, 2021</time>", "")
	bare := page("", "", "")
	opts := Options{Candidates: true}
	wantRich, wantBare := Find(rich, nil, opts), Find(bare, nil, opts)
	done := make(chan bool)
	for range 4 {
		go func() {
			ok := true
			for range 50 {
				ok = ok && Find(rich, nil, opts).Byline == wantRich.Byline && len(Find(bare, nil, opts).Candidates) == len(wantBare.Candidates)
			}
			done <- ok
		}()
	}
	for range 4 {
		require.True(t, <-done)
	}
	require.Equal(t, wantRich, Find(rich, nil, opts))
	require.Equal(t, wantBare, Find(bare, nil, opts))
}

// TestFindAllocates holds the memory of metadata to a few pieces a page.
func TestFindAllocates(t *testing.T) {
	p := page(head1+`<meta name=author content="Ann Lee"><script type="application/ld+json">{"@type":"Article","headline":"Bees","author":{"name":"Bo Berg"},"datePublished":"2021-05-03"}</script>`, h1+"<p class=byline>By Ann Lee</p><time>May 3, 2021</time>", "")
	require.LessOrEqual(t, testing.AllocsPerRun(20, func() { Find(p, nil, Options{URL: "https://meadow.example/bees"}) }), 40.0)
}
