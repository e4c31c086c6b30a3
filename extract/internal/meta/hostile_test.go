package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/source"
)

// TestHostilePages holds that metadata takes no more than time in proportion:
// each page is one thing over and over. The limit is far off what it takes.
func TestHostilePages(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, (1<<17)/len(s)) }
	for name, in := range map[string]string{
		"metas":    "<head>" + fill("<meta name=author content='Ann Lee'>"),
		"classes":  "<div class='" + fill("author-date-comment ") + "'>" + strings.Repeat("<b class=author>Ann Lee</b>", 2000) + "</div>",
		"nesting":  fill("<i class='byline date'>"),
		"times":    fill("<time datetime=2021-05-03>May 3, 2021</time>"),
		"headings": fill("<h1>By Ann Lee</h1>"),
		"graph":    "<script type='application/ld+json'>[" + fill(`{"@type":"Article","author":[{"@id":"#a"},{"@id":"#b"}]},`) + "]</script>",
		"title":    "<title>" + fill("a | b - ") + "</title>",
		"line":     "<p>" + fill("By Ann Lee, May 3, 2021 | ") + "</p>",
		"script":   "<script>" + fill(`"datePublished":"x",`) + "</script>",
	} {
		p := source.HTML(in)
		begin := time.Now()
		find(p)
		require.Less(t, time.Since(begin), time.Minute, name)
		p = source.Text(in)
		begin = time.Now()
		find(p)
		require.Less(t, time.Since(begin), time.Minute, name+" as text")
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
