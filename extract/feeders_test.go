package extract

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/source"
)

// TestFeedersAgree holds FromHTML to FromNode: the article must not depend on
// who parsed the page. It takes one development page in forty, all with
// PITH_PAGES=all.
func TestFeedersAgree(t *testing.T) {
	pages, _ := filepath.Glob(filepath.Join(os.Getenv("PITH_SHARED"), "corpora", "*", "html", "*.html.gz"))
	if len(pages) == 0 {
		t.Skip("no development corpora: set PITH_SHARED")
	}
	compared, differ := 0, 0
	for i, name := range pages {
		if i%40 != 0 && os.Getenv("PITH_PAGES") != "all" {
			continue
		}
		input := readPage(t, name)
		root, err := html.ParseWithOptions(strings.NewReader(input), html.ParseOptionEnableScripting(false))
		if err != nil {
			continue // too deep for html.Parse
		}
		fromNode, nodeErr := FromNode(root, nil)
		fromHTML, err := FromHTML(strings.NewReader(input), nil)
		require.Equal(t, errors.Is(nodeErr, ErrNoArticle), errors.Is(err, ErrNoArticle), name)
		compared++
		if fromNode.Text() != fromHTML.Text() || fromNode.Title != fromHTML.Title {
			differ++
			t.Logf("%s differs: title %q, %q; text of %d and %d bytes", name, fromNode.Title, fromHTML.Title,
				len(fromNode.Text()), len(fromHTML.Text()))
		}
	}
	t.Logf("%d pages, %d differ", compared, differ)
	require.LessOrEqual(t, differ*1000, compared*5)
}

func readPage(t *testing.T, name string) string {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	r, err := gzip.NewReader(f)
	require.NoError(t, err)
	b, err := io.ReadAll(r)
	require.NoError(t, err)
	input, err := source.DecodeBytes(b, "")
	require.NoError(t, err)
	return input
}
