package source

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
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

// TestScanSoup compares the scanner with html.Parse on tag soup without
// tables, where their text must be the same.
func TestScanSoup(t *testing.T) {
	tags := strings.Fields(`p p div div span a a b i nobr font ul ol li li dl dt dd h1 h2 h3 form button select option optgroup
		object pre hr br img input svg math mi mtext desc foreignObject title head body html ruby rt rp
		section details summary blockquote x-y unknown meta address`)
	r := rand.New(rand.NewSource(1))
	for range 10000 {
		input := soup(r, 3+r.Intn(20), tags)
		got := HTML(input)
		if checkPage(t, got); t.Failed() {
			t.Fatalf("%q", input)
		}
		want, err := parsed(input)
		require.NoError(t, err)
		kind, detail := difference(got, want)
		if kind == "text" || kind == "blocks" {
			t.Errorf("%q: %s: %s", input, kind, detail)
		}
		if t.Failed() {
			return
		}
	}
}

// TestScanTableSoup does the same with tables. There the order may differ (see
// knownDifferences), but no text may be lost or shown twice.
func TestScanTableSoup(t *testing.T) {
	tags := strings.Fields(`table table table tbody thead tr tr tr td td td caption colgroup col p div span a b i ul li
		form select option button br input h1 pre object`)
	letters := func(s string) string {
		b := []byte(s)
		slices.Sort(b)
		return strings.TrimLeft(string(b), " \n")
	}
	r := rand.New(rand.NewSource(2))
	for range 10000 {
		input := soup(r, 3+r.Intn(20), tags)
		got := HTML(input)
		if checkPage(t, got); t.Failed() {
			t.Fatalf("%q", input)
		}
		want, err := parsed(input)
		require.NoError(t, err)
		if letters(got.Flow) != letters(want.Flow) {
			t.Fatalf("%q: %q, want %q", input, got.Flow, want.Flow)
		}
	}
}
