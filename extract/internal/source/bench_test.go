package source

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func benchPages(b *testing.B) (pages []string, size int64) {
	for i, name := range corpora(b) {
		if i%20 == 0 && strings.Contains(name, ".html") {
			pages = append(pages, readPage(b, name))
			size += int64(len(pages[len(pages)-1]))
		}
	}
	return
}

func BenchmarkHTML(b *testing.B) {
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			HTML(p)
		}
	}
	b.ReportMetric(float64(len(pages)), "pages/op")
}

func BenchmarkParse(b *testing.B) {
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			html.Parse(strings.NewReader(p))
		}
	}
}
