package extract_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/internal/source"
)

// FuzzFromHTML holds what is promised of every page, however broken.
func FuzzFromHTML(f *testing.F) {
	seed(f, "page.html")
	f.Add([]byte("<table><tr><td>a<table><b>c</td>d<p>e</b>f"))
	f.Add([]byte("<p>a<a href=x>b<div>c</a>d<pre>\n e</pre><li>f<dd>g<select>h<svg><p>i"))
	f.Add([]byte("<p hidden>a<p style='display:none'>b<noscript>c</noscript><template>d</template><!-- e -->\x00"))
	f.Fuzz(func(t *testing.T, page []byte) {
		holdPromises(t, page, extract.FromHTML, visible)
	})
}

// FuzzFromText holds the same of scraped text.
func FuzzFromText(f *testing.F) {
	seed(f, "page.txt")
	f.Add([]byte("  • a\n    1. b\n\n> c\n```\n d\n```\n# e #\n-----\n| f | g |\n|---|---|\n"))
	f.Add([]byte("a broken-\nword and a\nline\r\nand\rmore\u2028end\ufeff"))
	f.Fuzz(func(t *testing.T, page []byte) {
		holdPromises(t, page, extract.FromText, func(in string) string { return in })
	})
}

func seed(f *testing.F, name string) {
	paths, err := filepath.Glob(filepath.Join(pages, "*", name))
	require.NoError(f, err)
	for _, path := range paths {
		page, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(page)
	}
	f.Add([]byte(""))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00a\x00"))
	f.Add([]byte("a \xff\xc3 b"))
}

type extractor func(io.Reader, *extract.Options) (*extract.Article, error)

func holdPromises(t *testing.T, page []byte, from extractor, see func(string) string) {
	a, err := from(strings.NewReader(string(page)), nil)
	if errors.Is(err, extract.ErrNotText) {
		return
	}
	if !errors.Is(err, extract.ErrNoArticle) {
		require.NoError(t, err)
	}
	input, err := source.Decode(strings.NewReader(string(page)), -1, "")
	require.NoError(t, err)

	at := 0
	for i, b := range a.Blocks {
		require.True(t, utf8.ValidString(b.Text), "block %d is not UTF-8", i)
		require.True(t, at <= b.Start && b.Start <= b.End && b.End <= len(input), "block %d at %d:%d after %d of %d", i, b.Start, b.End, at, len(input))
		at = b.Start
		for _, s := range b.Spans {
			require.True(t, 0 <= s.Start && s.Start <= s.End && int(s.End) <= len(b.Text), "span %v of %q", s, b.Text)
		}
	}

	text := a.Text()
	require.True(t, utf8.ValidString(text))
	requireInOrder(t, text, see(input))

	again, _ := from(strings.NewReader(string(page)), nil)
	require.Equal(t, a, again, "the same page twice")
	other, _ := from(strings.NewReader(string(page)), &extract.Options{
		URL: "https://example.org/a/b", Now: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), Candidates: true,
	})
	require.Equal(t, text, other.Text(), "options choose what is shown, never what is found")
}

// visible returns all text of the page in the order in which it is written.
func visible(page string) string {
	var sb strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return sb.String()
		case html.TextToken:
			sb.Write(z.Text())
		}
	}
}

// requireInOrder requires that what is written in part stands in whole, in the
// same order: nothing invented, nothing moved.
func requireInOrder(t *testing.T, part, whole string) {
	t.Helper()
	rest := whole
	for i, r := range part {
		if unicode.IsSpace(r) {
			continue
		}
		j := strings.IndexRune(rest, r)
		if j < 0 {
			require.Fail(t, "text that is not on the page", "%q, after %q", part[i:min(len(part), i+60)], part[max(0, i-60):i])
		}
		rest = rest[j+utf8.RuneLen(r):]
	}
}
