package main

import (
	"flag"
	"os"
	"testing"
)

var dir = flag.String("pages", "../testdata/pages", "directory with pages")

func BenchmarkPeers(b *testing.B) {
	pages, err := readPages(*dir, 1)
	if err != nil {
		b.Skip(err)
	}
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	for _, p := range peers {
		b.Run(p.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, page := range pages {
					p.run(page)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(len(pages)), "µs/page")
		})
	}
}

// TestPeers checks that each peer does its work, so that none is fast for
// doing nothing.
func TestPeers(t *testing.T) {
	data, err := os.ReadFile("../testdata/pages/news--harbour-bridge/page.html")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, p := range peers {
		if p.name != baseline && p.run(page) < 500 {
			t.Errorf("%s found no text", p.name)
		}
	}
}
