package source

import (
	"hash/fnv"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// soup returns n random tags and words: more of the rules of tree
// construction in less input than a fuzzer of bytes finds.
func soup(r *rand.Rand, n int, tags []string) string {
	var sb strings.Builder
	for range n {
		tag := tags[r.Intn(len(tags))]
		switch r.Intn(6) {
		case 0, 1:
			sb.WriteString("<" + tag + ">")
		case 2, 3:
			sb.WriteString("</" + tag + ">")
		case 4:
			sb.WriteString(string(rune('a' + r.Intn(26))))
		default:
			sb.WriteString(" ")
		}
	}
	return sb.String()
}

// TestScanFuzz is differential fuzzing that finds the same on every machine:
// mutations of pages must give the text of html.Parse. PITH_FUZZ is how many,
// and CI makes it last a minute. What they are depends on the source of this
// package and nothing else. So a change to the scanner meets pages that no one
// has tried, while one elsewhere is never refused for what it did not do.
// FuzzScan, which chance and coverage guide, digs deeper: run it by hand.
func TestScanFuzz(t *testing.T) {
	n := 20_000
	if s := os.Getenv("PITH_FUZZ"); s != "" {
		var err error
		n, err = strconv.Atoi(s)
		require.NoError(t, err)
	}
	m := mutator{rand.New(rand.NewSource(sourceSeed(t)))}
	for range n {
		input := m.page()
		if kind, detail := unexpected(t, input); kind != "" || t.Failed() {
			t.Fatalf("%q: %s: %s", input, kind, detail)
		}
	}
}

// sourceSeed is a hash of the source of this package.
func sourceSeed(t *testing.T) int64 {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	hash := fnv.New64a()
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		hash.Write(b)
	}
	return int64(hash.Sum64())
}

// A mutator makes pages out of the seeds and the pieces of markup.
type mutator struct{ *rand.Rand }

var (
	allTags = func() (names []string) {
		for tag := block.Custom + 1; tag < numTags; tag++ {
			names = append(names, tagName(tag))
		}
		return append(names, "x-y", "unknown", "mi", "mtext", "annotation-xml", "desc", "foreignObject", "g")
	}()
	commonTags = strings.Fields("p p p div div span a a b i em li ul table tr td script style select option form noscript svg math title pre h2 br")
	attributes = []string{" hidden", " class=a", ` href="/x"`, " href='a&amp;b'", " style='display:none'", " a=<b>", ` x="`, " type=hidden", " =", "/", " open", " color=red",
		` encoding="text/html"`, " encoding=application/x-tex", " type=math/tex", " aria-hidden=true", "\n", " role=none", " start=3"}
	pieces = []string{"a", "b c", " ", "\n", "\t", "<", ">", "</", "<!", "<!--", "-->", "--!>", "<!-->", "<!doctype html>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<?x?>", "&", "&amp;", "&#65;", "&notit;",
		"&#0;", "&#x80;", "&lt;p>", "\x00", "\r", "\r\n", "\"", "'", "=", "/", "/>", "\u00a0", "\u00ad", "\ufeff", "é", "雨", "</>", "</ p>", "<p", "</scr", "<script"}
)

func (m mutator) page() string {
	page := seedPages[m.Intn(len(seedPages))]
	for range 1 + m.Intn(12) {
		at, to := m.Intn(len(page)+1), m.Intn(len(page)+1)
		at, to = min(at, to), max(at, to)
		switch m.Intn(12) {
		case 0:
			page = page[:at] + page[to:]
		case 1:
			page = page[:to] + page[at:to] + page[to:]
		case 2:
			page = page[:at] + strings.ToUpper(page[at:to]) + page[to:]
		case 3:
			page = page[:at] + seedPages[m.Intn(len(seedPages))] + page[at:]
		case 4, 5:
			page = page[:at] + pieces[m.Intn(len(pieces))] + page[at:]
		default:
			page = page[:at] + m.tag() + page[at:]
		}
	}
	return strings.ToValidUTF8(page[:min(len(page), 400)], "")
}

func (m mutator) tag() string {
	names := commonTags
	if m.Intn(3) == 0 {
		names = allTags
	}
	name := names[m.Intn(len(names))]
	if m.Intn(5) < 2 {
		return "</" + name + ">"
	}
	for m.Intn(3) == 0 {
		name += attributes[m.Intn(len(attributes))]
	}
	return "<" + name + ">"
}

// TestScanSoup compares the scanner with html.Parse on soup of the tags with
// the hardest rules, without tables.
func TestScanSoup(t *testing.T) {
	tags := strings.Fields(`p p div div span a a b i nobr font ul ol li li dl dt dd h1 h2 h3 form button select option optgroup
		object pre hr br img input svg math mi mtext desc foreignObject title head body html ruby rt rp
		section details summary blockquote x-y unknown meta address`)
	r := rand.New(rand.NewSource(1))
	for range 10000 {
		input := soup(r, 3+r.Intn(20), tags)
		if kind, detail := unexpected(t, input); kind != "" || t.Failed() {
			t.Fatalf("%q: %s: %s", input, kind, detail)
		}
	}
}

// TestScanTableSoup does the same with tables. There the order may differ (see
// knownDifferences), but no text may be lost or shown twice.
func TestScanTableSoup(t *testing.T) {
	tags := strings.Fields(`table table table tbody thead tr tr tr td td td caption colgroup col p div span a b i ul li
		form select option button br input h1 pre object`)
	r := rand.New(rand.NewSource(2))
	for range 10000 {
		input := soup(r, 3+r.Intn(20), tags)
		got := HTML(input)
		if checkPage(t, got); t.Failed() {
			t.Fatalf("%q", input)
		}
		want, err := parsed(input)
		require.NoError(t, err)
		require.Equal(t, characters(want.Flow), characters(got.Flow), input)
	}
}
