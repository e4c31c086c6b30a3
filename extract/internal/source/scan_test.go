package source

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// path names the elements around and with element e, outermost first.
func path(p *block.Page, e int32) string {
	names := ""
	for ; e >= 0; e = p.Elements[e].Parent {
		names = "/" + p.Elements[e].Tag.String() + names
	}
	return names
}

// linkBytes counts the bytes of a block's text in links.
func linkBytes(b *block.Block) int {
	n, end := 0, int32(0)
	for _, s := range b.Spans {
		if s.Kind == block.Link {
			n += int(max(0, s.End-max(s.Start, end)))
			end = max(end, s.End)
		}
	}
	return n
}

// difference tells in what a page from the scanner differs from the same from
// html.Parse, the grossest first: "text", "blocks", "path", "links", "elements",
// "" for none.
func difference(got, want *block.Page) (kind, detail string) {
	if got.Flow != want.Flow {
		i := 0
		for i < len(got.Flow) && i < len(want.Flow) && got.Flow[i] == want.Flow[i] {
			i++
		}
		show := func(s string) string { return s[max(0, i-40):min(len(s), i+60)] }
		kind = "text"
		if strings.Join(strings.Fields(got.Flow), " ") == strings.Join(strings.Fields(want.Flow), " ") {
			kind = "blocks"
		}
		return kind, fmt.Sprintf("%q\n   want %q", show(got.Flow), show(want.Flow))
	}
	if len(got.Blocks) != len(want.Blocks) {
		return "blocks", fmt.Sprintf("%d, want %d", len(got.Blocks), len(want.Blocks))
	}
	for i := range got.Blocks {
		g, w := &got.Blocks[i], &want.Blocks[i]
		if g.Flow != w.Flow || g.Kind != w.Kind || g.Level != w.Level {
			return "blocks", fmt.Sprintf("%s %q, want %s %q", g.Kind, g.Text, w.Kind, w.Text)
		}
	}
	for i := range got.Blocks {
		g, w := &got.Blocks[i], &want.Blocks[i]
		if gp, wp := path(got, g.Element), path(want, w.Element); gp != wp {
			return "path", fmt.Sprintf("%q\n    got %s\n   want %s", g.Text[:min(len(g.Text), 60)], gp, wp)
		}
	}
	for i := range got.Blocks {
		g, w := &got.Blocks[i], &want.Blocks[i]
		if linkBytes(g) != linkBytes(w) {
			return "links", fmt.Sprintf("%q: %d, want %d", g.Text, linkBytes(g), linkBytes(w))
		}
	}
	for i := range min(len(got.Elements), len(want.Elements)) {
		if g, w := element(got, i), element(want, i); g != w {
			return "elements", fmt.Sprintf("%s, want %s", g, w)
		}
	}
	if len(got.Elements) != len(want.Elements) || got.Title != want.Title || len(got.JSONLD) != len(want.JSONLD) {
		return "elements", fmt.Sprintf("%d %q, want %d %q", len(got.Elements), got.Title, len(want.Elements), want.Title)
	}
	return "", ""
}

// element writes an element with its attributes, in the order of their names.
func element(p *block.Page, i int) string {
	e := &p.Elements[i]
	attrs := slices.Clone(p.Attrs[e.Attrs.Start:e.Attrs.End])
	slices.SortFunc(attrs, func(a, b block.Attr) int { return strings.Compare(a.Name, b.Name) })
	return fmt.Sprintf("%s %v %v %v %t", path(p, int32(i)), attrs, e.Text, e.Blocks, e.Hidden)
}

func parsed(input string) (*block.Page, error) {
	root, err := html.ParseWithOptions(strings.NewReader(input), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, err
	}
	return Node(root), nil
}

// corpora returns the pages of the development corpora, which are not part of
// the repository: PITH_SHARED, or shared beside the module.
func corpora(t testing.TB) []string {
	shared := os.Getenv("PITH_SHARED")
	if shared == "" {
		shared = "../../../../shared"
	}
	pages, _ := filepath.Glob(filepath.Join(shared, "corpora", "*", "html", "*.html*"))
	if len(pages) == 0 {
		t.Skip("no development corpora: set PITH_SHARED")
	}
	return pages
}

func readPage(t testing.TB, name string) string {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		r, err = gzip.NewReader(f)
		require.NoError(t, err)
	}
	s, err := Decode(r, 0, "")
	require.NoError(t, err)
	return s
}

// TestScanLikeParseOnCorpora is the differential test of the scanner: the
// development pages must give the text that html.Parse gives. It takes one
// page in twenty, all with PITH_PAGES=all.
func TestScanLikeParseOnCorpora(t *testing.T) {
	counts := map[string]int{}
	pages := corpora(t)
	compared := 0
	for i, name := range pages {
		if i%20 != 0 && os.Getenv("PITH_PAGES") != "all" {
			continue
		}
		input := readPage(t, name)
		want, err := parsed(input)
		if err != nil {
			t.Logf("%s: html.Parse: %v", name, err)
			continue
		}
		compared++
		kind, detail := difference(HTML(input), want)
		counts[kind]++
		if kind != "" {
			t.Logf("%s: %s: %s", name, kind, detail)
		}
	}
	t.Logf("%d pages, differences: %v", compared, counts)
	require.LessOrEqual(t, (counts["text"]+counts["blocks"])*1000, compared*5)
	require.LessOrEqual(t, counts["links"]*1000, compared*5)
	require.LessOrEqual(t, counts["path"]*100, compared+50)
}

// TestScanHTML5Lib runs the tree construction cases that come with the source
// of golang.org/x/net: the scanner must give the text of the same tree.
func TestScanHTML5Lib(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/net").Output()
	files, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "html", "testdata", "html5lib-tests", "tree-construction", "*.dat"))
	if err != nil || len(files) == 0 {
		t.Skip("no source of golang.org/x/net with its test cases")
	}
	cases, counts := 0, map[string]int{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for c := range strings.SplitSeq("\n"+string(data), "\n#data\n") {
			input, rest, found := strings.Cut(c, "\n#errors\n")
			if !found || strings.Contains(rest, "#document-fragment") || strings.Contains(rest, "#script-on") {
				continue
			}
			want, err := parsed(input)
			if err != nil {
				continue
			}
			cases++
			kind, detail := difference(HTML(input), want)
			counts[kind]++
			if kind != "" {
				t.Logf("%s: %s: %q: %s", filepath.Base(f), kind, input, detail)
			}
		}
	}
	t.Logf("%d cases, differences: %v", cases, counts)
	require.GreaterOrEqual(t, cases, 1000)
	require.LessOrEqual(t, (counts["text"]+counts["blocks"])*100, cases*2)
}

// knownDifferences are all the ways that are known for a page to come out
// other than with html.Parse, each with its least example. None of them changes
// the text of a development page; "path" is met on one page in a hundred.
var knownDifferences = []struct{ reason, page, kind string }{
	{"text and elements that have no place in a table stay where they are, and are not moved before the table",
		"<table><tr><td>a</td></tr>b</table>", "text"},
	{"and their ancestors are those of where they stand", "<table>a<tr><td>b</table>", "path"},
	{"what a block had inside a misnested formatting element stays inside the element's spans, but loses it as an ancestor",
		"<a><div><p>1</p></a>2</div>", "path"},
	{"a formatting element ends at its end tag even if it was misnested with more than eight blocks",
		"<a>" + strings.Repeat("<div>", 9) + "b</a>c", "path"},
	{"html.Parse leaves a fourth misnested formatting element open", "<cite><b><cite><i><cite><i><cite><i><div>X</b>TEST", "path"},
	{"a block that html.Parse moves out of an element that is not shown stays hidden", "<i><video><p>a</i>b</video>", "text"},
	{"a noscript that holds only text and stray tags is not one piece of text", "<body><noscript>a</i>b</noscript>", "text"},
	{"html.Parse does not end a caption at a header cell, as the standard does", "<table><caption>a<th>b", "text"},
	{"html.Parse takes MathML's elements for those of a table of the same name", "<math><colgroup><mi><table><table>a", "text"},
	{"html.Parse ignores all that follows a template in SVG or MathML", "<svg><desc><template></template></svg>a", "text"},
	{"a frameset takes the place of a body with elements but without text only in html.Parse", "<div><frameset>a", "text"},
}

func TestKnownDifferences(t *testing.T) {
	for _, d := range knownDifferences {
		t.Run(d.page, func(t *testing.T) {
			want, err := parsed(d.page)
			require.NoError(t, err)
			kind, detail := difference(HTML(d.page), want)
			require.Equal(t, d.kind, kind, "%s: %s", d.reason, detail)
		})
	}
}

// TestDeepPage is the other known difference: html.Parse refuses such a page.
func TestDeepPage(t *testing.T) {
	page := strings.Repeat("<div>", 100_000) + "text" + strings.Repeat("</div>", 100_000)
	_, err := parsed(page)
	require.Error(t, err)
	require.Equal(t, "text", HTML(page).Flow)
}

// FuzzScan holds the scanner to the promises of a Page on any input, and to
// the text of html.Parse where no known difference is near.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"<p>one<p>two<ul><li>a<li>b</ul>", "<b><p>x</b>y</p>z", "<a href=1>x<div>y<a href=2>z", "<!--x--><!doctype html><title>a&amp;b</title>",
		"<select><option>a<option>b</select>c", "<svg><title>x</title><p>y", "<math><mi>x</mi></math>y", "<pre>\n a\r\n b</pre>",
		"<script><!--<script></script>--></script>x", "&notit;&copy=&#x80;&#0;&amp", "<noscript><p>x</noscript>y", "<textarea><p></textarea>x",
		"<dl><dt>a<dd>b<dt>c</dl>", "<ruby>a<rt>b<rp>c</ruby>", "<h1>a<h2>b</h1>c", "<form><div></form>x</div>y", "<button>a<button>b",
		"<i><b><u><s><p>a</i>b</u>c", "</p>x</br>y", "<![CDATA[x]]>", "<svg><![CDATA[x]]></svg>y", "<x-y>a</x-y>b", "<body><frameset>x",
		"<nobr>a<nobr>b", "<object>a<p>b</object>c", "<template><p>a</template>b", "<plaintext>a</plaintext>", "<a b='c\"d' e=f/g h>i</a j>k", "\x00a\x00", "<math><\x00d>", "<pre>\x00\n0",
		"<table><tr><td>a<td>b<tr><th>c</table>d", "<table>a<tr>b<td>c</table>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, input string) {
		input = strings.ToValidUTF8(input, "")
		got := HTML(input)
		checkPage(t, got)
		lower := strings.ToLower(input)
		for _, far := range []string{"<table", "<template", "<frameset", "<noscript"} {
			if strings.Contains(lower, far) {
				return
			}
		}
		if want, err := parsed(input); err == nil {
			kind, detail := difference(got, want)
			require.NotContains(t, []string{"text", "blocks"}, kind, detail)
		}
	})
}

// checkPage checks what every Page promises.
func checkPage(t testing.TB, p *block.Page) {
	end := int32(0)
	for i, e := range p.Elements {
		assert.Less(t, e.Parent, int32(i))
		assert.LessOrEqual(t, e.Text.Start, e.Text.End)
		assert.LessOrEqual(t, e.Blocks.Start, e.Blocks.End)
		assert.LessOrEqual(t, int(e.Text.End), len(p.Flow))
		assert.LessOrEqual(t, int(e.Blocks.End), len(p.Blocks))
	}
	for _, b := range p.Blocks {
		assert.GreaterOrEqual(t, b.Flow.Start, end)
		assert.Less(t, b.Flow.Start, b.Flow.End)
		end = b.Flow.End
		assert.Equal(t, p.Flow[b.Flow.Start:b.Flow.End], b.Text)
		assert.Contains(t, p.Input, p.Input[b.Start:b.End])
		for _, s := range b.Spans {
			assert.True(t, 0 <= s.Start && s.Start < s.End && int(s.End) <= len(b.Text), "%v", s)
		}
	}
}
