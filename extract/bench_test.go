package extract_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

func BenchmarkFromHTML(b *testing.B) { benchmark(b, "page.html", extract.FromHTML) }
func BenchmarkFromText(b *testing.B) { benchmark(b, "page.txt", extract.FromText) }

// benchmark extracts every golden page once per loop.
func benchmark(b *testing.B, name string, from extractor) {
	paths, err := filepath.Glob(filepath.Join(pages, "*", name))
	require.NoError(b, err)
	var inputs []string
	size := 0
	for _, path := range paths {
		inputs = append(inputs, read(b, path))
		size += len(inputs[len(inputs)-1])
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range inputs {
			if _, err := from(strings.NewReader(in), nil); err != nil && !errors.Is(err, extract.ErrNoArticle) {
				b.Fatal(err)
			}
		}
	}
}
