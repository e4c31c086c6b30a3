package extract_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract"
)

const story = `<html><head><title>The ferry is back</title></head><body>
<ul class="menu"><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul>
<h1>The ferry is back</h1>
<p>After three winters on the slip, the ferry crossed the sound again on Saturday, with forty passengers and one goat on board.</p>
<p>The crossing takes eleven minutes, said the skipper, and the goat was no trouble at all until the cabbages came out.</p>
</body></html>`

func TestErrors(t *testing.T) {
	broken := errors.New("the line went dead")
	for name, c := range map[string]struct {
		input string
		opts  extract.Options
		want  error
	}{
		"no article":      {"<p>Home</p>", extract.Options{}, extract.ErrNoArticle},
		"nothing at all":  {"", extract.Options{}, extract.ErrNoArticle},
		"too large":       {story, extract.Options{MaxBytes: 100}, extract.ErrTooLarge},
		"too many blocks": {story, extract.Options{MaxBlocks: 3}, extract.ErrTooManyBlocks},
		"binary":          {strings.Repeat("\x00\x01\x02\xff", 500), extract.Options{}, extract.ErrNotText},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := extract.From(strings.NewReader(c.input), &c.opts)
			require.ErrorIs(t, err, c.want)
			require.Equal(t, errors.Is(err, extract.ErrNoArticle), a != nil)
		})
	}
	_, err := extract.From(strings.NewReader(story), &extract.Options{Charset: "klingon"})
	require.ErrorContains(t, err, "klingon")
	_, err = extract.From(iotest.ErrReader(broken), nil)
	require.ErrorIs(t, err, broken)
}

func TestOptionsWithoutLimits(t *testing.T) {
	_, err := extract.FromHTML(strings.NewReader(story), &extract.Options{MaxBytes: -1, MaxBlocks: -1})
	require.NoError(t, err)
}

// TestFromNodeWithScripts has a page's text in a noscript, which a parser that
// has scripts on leaves as it is.
func TestFromNodeWithScripts(t *testing.T) {
	page := "<head><noscript><style>p{}</style></noscript></head><body><noscript>" + story + "</noscript>"
	whole, err := extract.FromHTML(strings.NewReader(page), nil)
	require.NoError(t, err)
	for _, scripts := range []bool{true, false} {
		root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(scripts))
		require.NoError(t, err)
		parsed, err := extract.FromNode(root, nil)
		require.NoError(t, err)
		require.Equal(t, whole.Text(), parsed.Text())
	}
}

// TestFavor holds that what is shown does not change what is found.
func TestFavor(t *testing.T) {
	for _, name := range []string{"listing--workshops/page.txt", "oldtables--pigeon-club/page.html", "qa--last-slice-element/page.html"} {
		page := read(t, filepath.Join(pages, name))
		balanced, err := extract.From(strings.NewReader(page), nil)
		require.NoError(t, err)
		for _, favor := range []extract.Favor{extract.Precise, extract.Complete, 99} {
			moved, err := extract.From(strings.NewReader(page), &extract.Options{Favor: favor})
			require.NoError(t, err)
			require.Equal(t, balanced.Title, moved.Title, name)
			require.Equal(t, balanced.Authors, moved.Authors, name)
			require.Equal(t, balanced.Published, moved.Published, name)
			require.Equal(t, balanced.Sources, moved.Sources, name)
		}
	}
}

// A page gives the same article however it comes in.
func TestFromNode(t *testing.T) {
	root, err := html.Parse(strings.NewReader(story))
	require.NoError(t, err)
	parsed, err := extract.FromNode(root, nil)
	require.NoError(t, err)
	read, err := extract.FromHTML(strings.NewReader(story), nil)
	require.NoError(t, err)
	require.Equal(t, read.Text(), parsed.Text())
	require.Equal(t, read.Title, parsed.Title)
	for _, b := range parsed.Blocks {
		require.Equal(t, -1, b.Start)
	}
}

func TestLinksAreResolved(t *testing.T) {
	const page = `<p>The keeper of the light wrote it all down in <a href="../log">the log</a>, which can be read in the harbour office every day.</p>`
	a, err := extract.FromHTML(strings.NewReader(page), &extract.Options{URL: "https://example.org/light/today"})
	require.NoError(t, err)
	require.Equal(t, "https://example.org/log", a.Body()[0].Spans[0].URL)
	a, err = extract.FromHTML(strings.NewReader(page), nil)
	require.NoError(t, err)
	require.Equal(t, "../log", a.Body()[0].Spans[0].URL)
}
