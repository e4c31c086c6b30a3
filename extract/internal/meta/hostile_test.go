package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/source"
)

// TestHostilePages holds that metadata takes no more than time in proportion:
// each page is one thing over and over.
func TestHostilePages(t *testing.T) {
	const small, large = 8_000, 128_000
	fill := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	cost := func(p *block.Page) float64 {
		begin := time.Now()
		find(p)
		return time.Since(begin).Seconds()
	}
	for name, page := range map[string]func(size int) string{
		"metas": func(n int) string { return "<head>" + fill("<meta name=author content='Ann Lee'>", n) },
		"keys": func(n int) string {
			return "<meta property='" + fill("keywords ", n/2) + "' content='" + fill("a,", n/2) + "'>"
		},
		"late keys": func(n int) string {
			return "<meta property='" + fill("x ", n/2) + fill("author ", n/2) + "' content='Ann Lee'>"
		},
		"classes": func(n int) string {
			return "<div class='" + fill("author-date-comment ", n/2) + "'>" + fill("<b class=author>Ann Lee</b>", n/2) + "</div>"
		},
		"nesting":  func(n int) string { return fill("<i class='byline date'>", n) },
		"times":    func(n int) string { return fill("<time datetime=2021-05-03>May 3, 2021</time>", n) },
		"headings": func(n int) string { return fill("<h1>By Ann Lee</h1>", n) },
		"graph": func(n int) string {
			return "<script type='application/ld+json'>[" + fill(`{"@type":"Article","author":[{"@id":"#a"},{"@id":"#b"}]},`, n) + "]</script>"
		},
		"title":  func(n int) string { return "<title>" + fill("a | b - ", n) + "</title>" },
		"line":   func(n int) string { return "<p>" + fill("By Ann Lee, May 3, 2021 | ", n) + "</p>" },
		"script": func(n int) string { return "<script>" + fill(`"datePublished":"x",`, n) + "</script>" },
	} {
		for form, parse := range map[string]func(string) *block.Page{"": source.HTML, " as text": source.Text} {
			t.Run(name+form, func(t *testing.T) {
				p, q := parse(page(small)), parse(page(large))
				least, most := cost(p), cost(q)
				for try := 0; try < 30 && most > 50*least+0.02 && most < 1; try++ { // the machine may be busy
					most = min(most, cost(q))
				}
				t.Logf("%.2f ms, and %.2f", 1e3*least, 1e3*most)
				require.LessOrEqual(t, most, 50*least+0.02)
			})
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("<title>Bees | Meadow</title><h1>Bees</h1><p class=byline>By Ann Lee</p><time datetime=2021-05-03>May 3</time><script type='application/ld+json'>{\"@type\":\"Article\"}</script>")
	f.Add("Bees\n\nBy Ann Lee\nMay 3, 2021\n\n" + prose)
	f.Add("文/王小明 2021年5月3日")
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.ToValidUTF8(in, "")
		for _, p := range []*Meta{find(source.HTML(in)), find(source.Text(in))} {
			for field, s := range p.Sources {
				require.True(t, s.Start <= len(in) && s.End <= len(in), field)
			}
		}
	})
}
