package source

import (
	"fmt"
	"math"
	"math/rand"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// flows holds pages to their text.
func flows(t *testing.T, cases map[string]string) {
	for in, want := range cases {
		require.Equal(t, want, HTML(in).Flow, in)
	}
}

func TestInvisibleCharacters(t *testing.T) {
	flows(t, map[string]string{
		"hy\u00adphen":            "hyphen",
		"\u00ad one":              "one",
		"one \u00ad two":          "one two",
		"one \ufeff two":          "one two",
		"one \u00a0\u00a0 two":    "one two",
		"\ufeffone":               "one",
		"«one» © two":             "«one» © two",
		"全角　。one":                 "全角　。one",
		"<p>\u00ad</p><p>one</p>": "one",
	})
}

// TestPermalinks leaves the marks of links to a heading's own place out, and
// nothing that is a word of it or leads elsewhere.
func TestPermalinks(t *testing.T) {
	flows(t, map[string]string{
		`<h2>Set up <a href="#set-up">¶</a></h2>`:                             "Set up",
		`<h2><a href="#set-up"><b>#</b></a> Set up</h2>`:                      "Set up",
		`<p>in C<a href="https://site.example/a#sharp">#</a></p>`:             "in C#",
		`<p>one</p><a href="#x">§</a><h4>Set up</h4>`:                         "one\nSet up",
		`<p>the <a href="#c">¶ mark</a> and <a href="/c">#</a> and # too</p>`: "the ¶ mark and # and # too",
		`<p>under <a href="https://law.example/act#s5">§</a> 5</p>`:           "under § 5",
		`<p>in <a href="#five">§ 5</a></p>`:                                   "in § 5",
	})
	require.Equal(t, "Set up\nSee § and five", Text("## Set up[¶](#set-up \"Link\")\n\n[¶](/a#five) See [§](/law) and [five](#five)\n").Flow)
	require.Equal(t, "Set up\nA text about ¶ marks\n¶", Text("Set up ¶\n\nA text about ¶ marks\n\n¶\n").Flow)
}

// TestPictures holds apart the words that a picture stands between, and nothing
// else.
func TestPictures(t *testing.T) {
	flows(t, map[string]string{
		"<p>left<img src=x>right":                   "left right",
		"<p>left<b><svg><path></svg></b>right":      "left right",
		"<p>2<select><option>a</select>3":           "2 3",
		"<p>a <a>link<svg></svg></a>, and (<img>b)": "a link, and (b)",
		"<p>雨<img>雪":                                "雨雪",
		"<p>left<img hidden>right":                  "leftright",
		"<p>left<img><p>right":                      "left\nright",
	})
}

// TestRuby holds readings and their brackets apart from the characters that they
// are for.
func TestRuby(t *testing.T) {
	require.Equal(t, "外国人の皆さん", HTML("<p><ruby>外国人<rp>(<rt>がいこくじん<rp>)</ruby>の<ruby>皆<rt>みな</rt></ruby>さん").Flow)
}

// TestHTMLAllocations counts, rather than times, what a page costs: memory in
// proportion to its size, in few pieces.
func TestHTMLAllocations(t *testing.T) {
	page := "<!doctype html><title>t</title>" + strings.Repeat(
		`<div class="a b" id="c"><h2>Heading</h2><p>Some text with <a href="/x?y=1">a link</a> &amp; <b>more</b> of it.</p><ul><li>one<li>two</ul></div>`, 1000)
	allocations := testing.AllocsPerRun(10, func() { Release(HTML(page)) })
	require.LessOrEqual(t, allocations, 30.0)
	perByte := math.Inf(1)
	for range 10 { // the least counts: a collection in between empties the pool
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Release(HTML(page))
		runtime.ReadMemStats(&after)
		perByte = min(perByte, float64(after.TotalAlloc-before.TotalAlloc)/float64(len(page)))
	}
	t.Logf("%.0f allocations, %.1f bytes a byte", allocations, perByte)
	require.Less(t, perByte, 1.0, "its text")
}

func TestBlockOffsets(t *testing.T) {
	input := "<body> <p> One <b>two</b> three.\n</p>four &amp; five<ul><li>six<li><a href=x>seven</a></ul><pre>\neight\n</pre><p>&lt;nine&gt;<br>ten"
	p := HTML(input)
	var got []string
	for _, b := range p.Blocks {
		got = append(got, p.Input[b.Start:b.End])
	}
	require.Equal(t, []string{"One <b>two</b> three.\n", "four &amp; five", "six", "seven", "\neight\n", "&lt;nine&gt;<br>ten"}, got)
}

// TestPagesAreApart holds pages that are built at the same time, and one after
// the other in the same memory, apart.
func TestPagesAreApart(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	inputs, pages := make([]string, 50), make([]*block.Page, 50)
	for i := range inputs {
		inputs[i] = soup(r, 300, strings.Fields("p div b a href table td ul li pre h2"))
		pages[i] = HTML(inputs[i])
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, input := range inputs {
				p := HTML(input)
				assert.Equal(t, sketchHTML(pages[i]), sketchHTML(p))
				Release(p)
			}
		})
	}
	wg.Wait()
}

// sketchHTML writes all of a page but for what is memory kept for another.
func sketchHTML(p *block.Page) string {
	return fmt.Sprint(p.Flow, p.Elements, p.Attrs, p.Blocks, p.Title, p.JSONLD)
}

func TestNodeOfInlineElement(t *testing.T) {
	span := &html.Node{Type: html.ElementNode, Data: "span"}
	span.AppendChild(&html.Node{Type: html.TextNode, Data: " some text "})
	p := Node(span)
	require.Equal(t, "some text", p.Flow)
	require.Len(t, p.Blocks, 1)
	require.Equal(t, "some text", p.Blocks[0].Text)
	require.Empty(t, Node(&html.Node{Type: html.TextNode, Data: "text"}).Blocks)
}

func TestEndsBeyondMostBlocks(t *testing.T) {
	page := HTMLUpTo(strings.Repeat("<p>x", 100), 10)
	require.Len(t, page.Blocks, 11)
	require.Len(t, TextUpTo(strings.Repeat("x\n\n", 100), 10).Blocks, 11)
	require.Len(t, HTMLUpTo(strings.Repeat("<p>x", 100), 0).Blocks, 100)
}
