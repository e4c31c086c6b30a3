package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

func content(kind extract.Kind, text string, more ...func(*extract.Block)) extract.Block {
	b := extract.Block{Kind: kind, Text: text, Content: true, Start: -1, End: -1}
	for _, set := range more {
		set(&b)
	}
	return b
}

func level(l int) func(*extract.Block)   { return func(b *extract.Block) { b.Level = l } }
func ordinal(n int) func(*extract.Block) { return func(b *extract.Block) { b.Ordinal = n } }
func quoted(b *extract.Block)            { b.Quoted = true }
func header(b *extract.Block)            { b.Header = true }
func at(table, row, col int) func(*extract.Block) {
	return func(b *extract.Block) { b.Table, b.Row, b.Col = table, row, col }
}

// span marks the first occurrence of part.
func span(kind extract.SpanKind, part, url string) func(*extract.Block) {
	return func(b *extract.Block) {
		i := strings.Index(b.Text, part)
		if i < 0 {
			panic("no " + part)
		}
		b.Spans = append(b.Spans, extract.Span{Kind: kind, Start: int32(i), End: int32(i + len(part)), URL: url})
	}
}

func strong(part string) func(*extract.Block)    { return span(extract.Strong, part, "") }
func emphasis(part string) func(*extract.Block)  { return span(extract.Emphasis, part, "") }
func code(part string) func(*extract.Block)      { return span(extract.CodeSpan, part, "") }
func formula(part string) func(*extract.Block)   { return span(extract.Formula, part, "") }
func link(part, url string) func(*extract.Block) { return span(extract.Link, part, url) }

// ferry has one of every kind of block.
func ferry() *extract.Article {
	return &extract.Article{
		Title:     "The last *ferry*",
		Byline:    "Ida Holm",
		Authors:   []string{"Ida Holm"},
		Language:  "en",
		Published: extract.Date{Time: time.Date(2026, 3, 9, 7, 30, 0, 0, time.FixedZone("", 7200)), Precision: extract.Minute, HasZone: true},
		Sources:   map[string]extract.Source{"title": {Kind: "heading", Start: 10, End: 26}},
		Blocks: []extract.Block{
			{Text: "Menu", Start: 0, End: 4, Reason: "menu"},
			content(extract.Paragraph, "It left at dawn, as the timetable said.", link("timetable", "/times?a=1&b=2"), strong("at dawn")),
			content(extract.Heading, "What it carried", level(2)),
			content(extract.ListItem, "mail", level(1)),
			content(extract.ListItem, "letters", level(2), ordinal(1)),
			content(extract.ListItem, "parcels", level(2), ordinal(2)),
			content(extract.ListItem, "milk", level(1)),
			content(extract.Paragraph, "We waved.\nNobody waved back.", quoted),
			content(extract.Paragraph, "Then it was gone.", quoted),
			content(extract.Code, "if sea {\n\tgo()\n}"),
			content(extract.Caption, "Crossings", at(1, 0, 0)),
			content(extract.Cell, "Year", at(1, 0, 0), header),
			content(extract.Cell, "Trips", at(1, 0, 1), header),
			content(extract.Cell, "1990", at(1, 1, 0)),
			content(extract.Cell, "a|b", at(1, 1, 1)),
			content(extract.Term, "Berth"),
			content(extract.Definition, "Where a ship lies."),
			content(extract.Caption, "The pier in March"),
			{Text: "Read more", Start: -1, End: -1},
		},
		Confidence: 0.87654321,
	}
}

func show(t *testing.T, f func(*bytes.Buffer) error) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, f(&out))
	return out.String()
}

func TestText(t *testing.T) {
	got := show(t, func(w *bytes.Buffer) error { return Text(w, ferry(), Options{}) })
	require.Equal(t, `The last *ferry*
Ida Holm
2026-03-09T07:30+02:00

It left at dawn, as the timetable said.

What it carried

- mail
  1. letters
  2. parcels
- milk

We waved.
Nobody waved back.

Then it was gone.

if sea {
	go()
}

Crossings
Year	Trips
1990	a|b

Berth
Where a ship lies.

The pier in March
`, got)
}

func TestMarkdown(t *testing.T) {
	got := show(t, func(w *bytes.Buffer) error { return Markdown(w, ferry(), Options{}) })
	require.Equal(t, `# The last \*ferry\*

Ida Holm · 2026-03-09T07:30+02:00

It left **at dawn**, as the [timetable](/times?a=1&b=2) said.

## What it carried

- mail
  1. letters
  2. parcels
- milk

> We waved.\
> Nobody waved back.
>
> Then it was gone.

`+"```\nif sea {\n\tgo()\n}\n```"+`

Crossings

| Year | Trips |
| --- | --- |
| 1990 | a\|b |

**Berth**

Where a ship lies.

The pier in March
`, got)
}

func TestHTML(t *testing.T) {
	got := show(t, func(w *bytes.Buffer) error { return HTML(w, ferry(), Options{}) })
	require.Equal(t, `<article lang="en" dir="auto">
<header>
<h1>The last *ferry*</h1>
<p>Ida Holm · <time datetime="2026-03-09T07:30+02:00">2026-03-09</time></p>
</header>
<p>It left <strong>at dawn</strong>, as the <a href="/times?a=1&amp;b=2">timetable</a> said.</p>
<h2>What it carried</h2>
<ul>
<li>mail<ol>
<li>letters</li>
<li>parcels</li></ol></li>
<li>milk</li></ul>
<blockquote>
<p>We waved.<br>Nobody waved back.</p>
<p>Then it was gone.</p>
</blockquote>
<pre><code>if sea {
	go()
}</code></pre>
<table>
<caption>Crossings</caption>
<tr><th>Year</th><th>Trips</th></tr>
<tr><td>1990</td><td>a|b</td></tr>
</table>
<dl>
<dt>Berth</dt>
<dd>Where a ship lies.</dd>
</dl>
<figure><figcaption>The pier in March</figcaption></figure>
</article>
`, got)
}

func TestRecord(t *testing.T) {
	r := NewRecord(ferry())
	require.Equal(t, "2026-03-09T07:30+02:00", r.Date)
	require.Equal(t, 0.8765, r.Confidence)
	require.Equal(t, ferry().Text(), r.Text)
	require.Equal(t, Source{Kind: "heading", Start: 10, End: 26}, r.Sources["title"])

	line := show(t, func(w *bytes.Buffer) error { return JSONL(w, ferry(), Options{}) })
	require.Equal(t, 1, strings.Count(line, "\n"))
	require.NotContains(t, line, "modified")
	require.NotContains(t, line, "blocks")

	var full struct {
		Title  string
		Blocks []map[string]any
	}
	doc := show(t, func(w *bytes.Buffer) error { return JSON(w, ferry(), Options{}) })
	require.NoError(t, json.Unmarshal([]byte(doc), &full))
	require.Len(t, full.Blocks, len(ferry().Blocks), "every block, content or not")
	require.Equal(t, map[string]any{
		"kind": "paragraph", "text": "Menu", "start": 0.0, "end": 4.0, "content": false, "score": 0.0, "reason": "menu",
	}, full.Blocks[0])
}

func TestJSONWithoutFiniteFigures(t *testing.T) {
	a := &extract.Article{Confidence: math.NaN(), Blocks: []extract.Block{{Text: "<b>", Score: math.Inf(1)}}}
	doc := show(t, func(w *bytes.Buffer) error { return JSON(w, a, Options{}) })
	require.Contains(t, doc, `"text": "<b>"`)
	require.Equal(t, "{}\n", show(t, func(w *bytes.Buffer) error { return JSONL(w, &extract.Article{}, Options{}) }))
}

func TestBodyOnly(t *testing.T) {
	a := ferry()
	only := Options{BodyOnly: true}
	for name, f := range formats {
		got := show(t, func(w *bytes.Buffer) error { return f(w, a, only) })
		require.NotContains(t, got, "Ida Holm", name)
		require.Contains(t, got, "at dawn", name)
	}
}

var formats = map[string]func(*bytes.Buffer, *extract.Article, Options) error{
	"text":     func(w *bytes.Buffer, a *extract.Article, o Options) error { return Text(w, a, o) },
	"markdown": func(w *bytes.Buffer, a *extract.Article, o Options) error { return Markdown(w, a, o) },
	"html":     func(w *bytes.Buffer, a *extract.Article, o Options) error { return HTML(w, a, o) },
	"json":     func(w *bytes.Buffer, a *extract.Article, o Options) error { return JSON(w, a, o) },
	"jsonl":    func(w *bytes.Buffer, a *extract.Article, o Options) error { return JSONL(w, a, o) },
}

func TestTitleIsNotShownTwice(t *testing.T) {
	a := &extract.Article{Title: "Low  tide", Blocks: []extract.Block{
		content(extract.Heading, "Low tide", level(1)), content(extract.Paragraph, "The sea went out."),
	}}
	for _, name := range []string{"text", "markdown", "html"} {
		got := show(t, func(w *bytes.Buffer) error { return formats[name](w, a, Options{}) })
		require.Equal(t, 1, strings.Count(got, "Low tide"), name)
	}
}

func TestEmptyArticle(t *testing.T) {
	for _, name := range []string{"text", "markdown"} {
		require.Empty(t, show(t, func(w *bytes.Buffer) error { return formats[name](w, &extract.Article{}, Options{}) }), name)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriterFails(t *testing.T) {
	require.EqualError(t, Text(full{}, ferry(), Options{}), "disk full")
	require.EqualError(t, JSON(full{}, ferry(), Options{}), "disk full")
}

func TestCountWords(t *testing.T) {
	for s, want := range map[string]int{
		"":                      0,
		"two words":             2,
		"it's snake_case, 3.14": 5,
		"你好 world":              3,
		"été à Łódź":            3,
		"カード":                   3,
		"नमस्ते दुनिया":         2,
	} {
		require.Equal(t, want, countWords(s), s)
	}
}

// TestHostileSizes holds that output grows with the article, not with its
// square, and so does time: with the square this test would take long.
func TestHostileSizes(t *testing.T) {
	const n = 20_000
	var quotes, items []extract.Block
	for i := range n {
		quotes = append(quotes, content(extract.Paragraph, "a", quoted))
		items = append(items, content(extract.ListItem, "a", level(i)))
	}
	hostile := map[string][]extract.Block{
		"quotes":      quotes,
		"items":       items,
		"underscores": {content(extract.Paragraph, strings.Repeat("_", n))},
		"brackets":    {content(extract.Paragraph, strings.Repeat("[\n", n))},
		"marks":       {content(extract.Paragraph, "a"+strings.Repeat("*", n)+"a", strong(strings.Repeat("*", n)))},
	}
	for name, blocks := range hostile {
		for format, write := range formats {
			out := show(t, func(w *bytes.Buffer) error { return write(w, &extract.Article{Blocks: blocks}, Options{}) })
			require.Less(t, len(out), 200*n, "%s as %s", name, format)
		}
	}
}

// TestTitleStandsOnce has bodies that open with the title, which stands on top.
func TestTitleStandsOnce(t *testing.T) {
	for _, kind := range []extract.Kind{extract.Heading, extract.Paragraph} {
		a := &extract.Article{Title: "The last ferry", Byline: "Ida Holm", Blocks: []extract.Block{
			content(kind, "The Last\nFerry", level(1)), content(extract.Paragraph, "It left at dawn."),
		}}
		var text, markdown, html, bare bytes.Buffer
		require.NoError(t, Text(&text, a, Options{}))
		require.Equal(t, "The last ferry\nIda Holm\n\nIt left at dawn.\n", text.String())
		require.NoError(t, Markdown(&markdown, a, Options{}))
		require.Equal(t, "# The last ferry\n\nIda Holm\n\nIt left at dawn.\n", markdown.String())
		require.NoError(t, HTML(&html, a, Options{}))
		require.Equal(t, 1, strings.Count(strings.ToLower(html.String()), "ferry"))
		require.NoError(t, Text(&bare, a, Options{BodyOnly: true}))
		require.Equal(t, "The Last\nFerry\n\nIt left at dawn.\n", bare.String())
	}
}
