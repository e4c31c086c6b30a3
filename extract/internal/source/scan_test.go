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
// html.Parse, the grossest first: "text", "order" (of the same text), "blocks",
// "path", "links", "elements", "" for none.
func difference(got, want *block.Page) (kind, detail string) {
	if got.Flow != want.Flow {
		i := 0
		for i < len(got.Flow) && i < len(want.Flow) && got.Flow[i] == want.Flow[i] {
			i++
		}
		show := func(s string) string { return s[max(0, i-40):min(len(s), i+60)] }
		kind = "text"
		switch {
		case strings.Join(strings.Fields(got.Flow), " ") == strings.Join(strings.Fields(want.Flow), " "):
			kind = "blocks"
		case characters(got.Flow) == characters(want.Flow):
			kind = "order"
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

// characters are those of a text, sorted, but for white space.
func characters(s string) string {
	r := []rune(strings.Join(strings.Fields(s), ""))
	slices.Sort(r)
	return string(r)
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
// the repository: PITH_SHARED names their folder.
func corpora(t testing.TB) []string {
	pages, _ := filepath.Glob(filepath.Join(os.Getenv("PITH_SHARED"), "corpora", "*", "html", "*.html*"))
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
	require.LessOrEqual(t, (counts["text"]+counts["order"]+counts["blocks"])*1000, compared*5)
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
	require.LessOrEqual(t, (counts["text"]+counts["order"]+counts["blocks"])*100, cases*2)
}
