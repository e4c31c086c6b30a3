package source

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// A known difference is a way for a page to come out other than with
// html.Parse.
type knownDifference struct {
	reason string
	page   string         // its least example
	kind   string         // see difference
	near   *regexp.Regexp // matches all pages whose text may differ so; nil if it is not the text that differs
}

// knownDifferences are all that are known. None of them changes the text of a
// development page; "path" is met on one page in a hundred.
var knownDifferences = []knownDifference{
	{"text and elements that have no place in a table stay where they are, and are not moved before the table",
		"<table><tr><td>a</td></tr>b</table>", "order", near("<table")},
	{"and their ancestors are those of where they stand", "<table>a<tr><td>b</table>", "path", nil},
	{"what a block had inside a misnested formatting element stays inside the element's spans, but loses it as an ancestor",
		"<a><div><p>1</p></a>2</div>", "path", nil},
	{"and has the kind that this gave it", "<i><legend><p>a</i>b", "blocks", near("<legend")},
	{"a formatting element ends at its end tag even if it was misnested with more than eight blocks",
		"<a>" + strings.Repeat("<div>", 9) + "b</a>c", "path", nil},
	{"html.Parse leaves a fourth misnested formatting element open", "<cite><b><cite><i><cite><i><cite><i><div>X</b>TEST", "path", nil},
	{"and may put what follows before what is inside", "<i><b><u><s><s><p>a</i><h2></u>c", "order",
		near(`(?s)<(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b.*(<[a-z].*){4}`)},
	{"html.Parse drops the line break behind <pre> even if a tag that means nothing stands between", "<pre></v>\na", "blocks",
		near(`(?s)<(pre|listing)\b[^>]*>.*<.*>[\r\n]`)},
	{"a block that html.Parse moves out of an element that is not shown stays hidden", "<i><video><p>a</i>b</video>", "text",
		near("<(video|audio|canvas|object|applet|map|datalist|svg|math|iframe|select|rt|rp)")},
	{"a tree does not say whether the only text in a noscript was escaped", "<body><noscript>&lt;p>a</noscript>b", "text", near("(?s)<noscript.*&")},
	{"a noscript that holds only text and stray tags is not one piece of text", "<body><noscript>a</i>b</noscript>", "text", near("<noscript")},
	{"html.Parse does not end a caption at a header cell, as the standard does", "<table><caption>a<th>b", "order", near("<caption")},
	{"html.Parse takes MathML's elements for those of a table of the same name", "<math><colgroup><mi><table><table>a", "text", near("<math")},
	{"html.Parse ignores all that follows a template in SVG or MathML", "<svg><desc><template></template></svg>a", "text", near("(?s)<(svg|math).*<template")},
	{"a frameset takes the place of a body with elements but without text only in html.Parse", "<div><frameset>a", "text", near("<frameset")},
	{"html.Parse leaves the escaped state of a script at a '<' before anything but a tag", "<script><!--< <script></script>a</script>b", "text", near("(?s)<script.*<!--.*<[^a-z/]")},
}

func near(pattern string) *regexp.Regexp { return regexp.MustCompile("(?i)" + pattern) }

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

// seedPages are what fuzzing begins with.
var seedPages = []string{
	"<p>one<p>two<ul><li>a<li>b</ul>", "<b><p>x</b>y</p>z", "<a href=1>x<div>y<a href=2>z", "<!--x--><!doctype html><title>a&amp;b</title>",
	"<select><option>a<option>b</select>c", "<svg><title>x</title><p>y", "<math><mi>x</mi></math>y", "a <math><mi>x</mi><annotation encoding=application/x-tex>x_i</annotation></math><span aria-hidden=true>x</span>b", "<pre>\n a\r\n b</pre>",
	"<script><!--<script></script>--></script>x", "&notit;&copy=&#x80;&#0;&amp", "<noscript><p>x</noscript>y", "<textarea><p></textarea>x",
	"<dl><dt>a<dd>b<dt>c</dl>", "<ruby>a<rt>b<rp>c</ruby>", "<h1>a<h2>b</h1>c", "<form><div></form>x</div>y", "<button>a<button>b",
	"<i><b><u><s><p>a</i>b</u>c", "</p>x</br>y", "<![CDATA[x]]>", "<svg><![CDATA[x]]></svg>y", "<x-y>a</x-y>b", "<body><frameset>x",
	"<nobr>a<nobr>b", "<object>a<p>b</object>c", "<template><p>a</template>b", "<plaintext>a</plaintext>", "<a b='c\"d' e=f/g h>i</a j>k", "\x00a\x00", "<math><\x00d>", "<pre>\x00\n0", "<pre><li>c<br>", "<pre><li>c<br>\x00",
	"<table><tr><td>a<td>b<tr><th>c</table>d", "<table>a<tr>b<td>c</table>",
}

// FuzzScan holds the scanner to the promises of a Page on any input, and to
// the text of html.Parse where no known difference is near.
func FuzzScan(f *testing.F) {
	for _, page := range seedPages {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, input string) {
		input = strings.ToValidUTF8(input, "")
		if kind, detail := unexpected(t, input); kind != "" {
			require.Fail(t, "not like html.Parse", "%s: %s", kind, detail)
		}
	})
}

// unexpected tells how the text of a page differs from html.Parse's in a way
// that no known difference near explains: "" if it does not.
func unexpected(t testing.TB, input string) (kind, detail string) {
	got := HTML(input)
	checkPage(t, got)
	want, err := parsed(input)
	if err != nil {
		return "", "" // too deep for html.Parse
	}
	grossness := []string{"", "blocks", "order", "text"}
	kind, detail = difference(got, want)
	for _, d := range knownDifferences {
		if d.near != nil && slices.Index(grossness, kind) <= slices.Index(grossness, d.kind) && d.near.MatchString(input) {
			return "", ""
		}
	}
	if !slices.Contains(grossness, kind) {
		return "", ""
	}
	return kind, detail
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
