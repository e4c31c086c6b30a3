package meta

import (
	"strings"
	"testing"

	"github.com/pithtext/pith/extract/internal/source"
)

// BenchmarkFind is the cost of metadata on a page with 400 paragraphs, 600
// links and the usual head.
func BenchmarkFind(b *testing.B) {
	menu := "<ul class='menu main-menu'>" + strings.Repeat("<li class='menu-item item'><a class='menu-link nav-link' href=/gardens/spring>Gardens</a></li>", 300) + "</ul>"
	cards := strings.Repeat("<div class='card teaser'><h3 class=card-title><a href=/wasps-in-june>Wasps in June</a></h3><span class=card-date>June 1, 2021</span></div>", 100)
	p := page(head1+`<meta name=author content="Ann Lee"><meta property=article:published_time content=2021-05-03T10:20:30Z><script type="application/ld+json">{"@type":"Article","headline":"Bees return to the old orchard","author":{"name":"Ann Lee"},"datePublished":"2021-05-03T10:20:30Z"}</script>`,
		menu+h1+"<p class=byline>By Ann Lee</p><p>May 3, 2021</p>", strings.Repeat(body, 100)+cards)
	b.SetBytes(int64(len(p.Input)))
	b.ReportAllocs()
	for b.Loop() {
		Find(p, nil, Options{})
	}
}

// BenchmarkFindText is the same for scraped text.
func BenchmarkFindText(b *testing.B) {
	in := strings.Repeat("Gardens\n", 300) + "\nBees return to the old orchard\n\nBy Ann Lee\n\nMay 3, 2021\n\n" + strings.Repeat(prose+"\n\n", 400)
	p := source.Text(in)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		Find(p, nil, Options{})
	}
}
