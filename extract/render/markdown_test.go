package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

func markdownOf(t *testing.T, blocks ...extract.Block) string {
	t.Helper()
	got := show(t, func(w *bytes.Buffer) error { return Markdown(w, &extract.Article{Blocks: blocks}, Options{}) })
	return strings.TrimSuffix(got, "\n")
}

func TestMarkdownEscapes(t *testing.T) {
	for text, want := range map[string]string{
		// What needs no backslash has none.
		"snake_case and 2 * 3 = 6, a - b, 5 > 3 < 7": "snake_case and 2 * 3 = 6, a - b, 5 > 3 < 7",
		"See [1] and [note]; R&D; wow! #1 (yes)":     "See [1] and [note]; R&D; wow! #1 (yes)",
		"C:\\dir\\file costs ~5 | 6":                 "C:\\dir\\file costs ~5 | 6",
		"#hashtag -5 +3 1.5 2025":                    "#hashtag -5 +3 1.5 2025",
		// What would be markup has one.
		"*a* **b** _c_ __d__": `\*a\* \*\*b\*\* \_c\_ \_\_d\_\_`,
		"`code`":              "\\`code\\`",
		"[x](http://y)":       `[x\](http://y)`,
		"![x](y)":             `\![x\](y)`,
		"[x]: http://y":       `\[x\]: http://y`,
		"<b>hi</b> <!-- x":    `\<b>hi\</b> \<!-- x`,
		"&lt; &#60; & co":     `\&lt; \&#60; & co`,
		"~~gone~~":            `\~\~gone\~\~`,
		"end\\":               `end\\`,
		"a\\*b":               `a\\\*b`,
		"# one":               `\# one`,
		"####### seven":       `####### seven`,
		"> quote":             `\> quote`,
		"- item":              `\- item`,
		"+ item":              `\+ item`,
		"12. item":            `12\. item`,
		"12) item":            `12\) item`,
		"2025.":               `2025\.`,
		"---":                 `\---`,
		"***":                 `\*\*\*`,
		"title\n===":          "title\\\n\\===",
		"a | b\n--- | ---":    "a | b\\\n\\--- | ---",
		"a\n- b\n\n2. c":      "a\\\n\\- b\\\n2\\. c",
		"```\nx\n```":         "\\`\\`\\`\\\nx\\\n\\`\\`\\`",
	} {
		require.Equal(t, want, markdownOf(t, content(extract.Paragraph, text)), text)
	}
	require.Equal(t, `- \[x] done`, markdownOf(t, content(extract.ListItem, "[x] done", level(1))))
	require.Equal(t, `## C \#`, markdownOf(t, content(extract.Heading, "C #", level(2))))
	require.Equal(t, `## 1. C#`, markdownOf(t, content(extract.Heading, "1. C#", level(2))))
}

func TestMarkdownSpans(t *testing.T) {
	for want, b := range map[string]extract.Block{
		"un**believ**able":          content(extract.Paragraph, "unbelievable", strong("believ")),
		"say **“hello**”now":        content(extract.Paragraph, "say “hello”now", strong("“hello”")),
		"这是“**强调**”的":               content(extract.Paragraph, "这是“强调”的", strong("“强调”")),
		"a **b** c":                 content(extract.Paragraph, "a b c", strong(" b ")),
		"***both***":                content(extract.Paragraph, "both", strong("both"), emphasis("both")),
		"**one *two* three**":       content(extract.Paragraph, "one two three", strong("one two three"), emphasis("two")),
		"**one**two":                content(extract.Paragraph, "onetwo", strong("one"), emphasis("two")),
		"[*a*](/u)b":                content(extract.Paragraph, "ab", emphasis("a"), link("a", "/u")),
		"x[*a*](/u)y":               content(extract.Paragraph, "xay", emphasis("a"), link("a", "/u")),
		"``a`b`` c":                 content(extract.Paragraph, "a`b c", code("a`b")),
		"`` `x` ``":                 content(extract.Paragraph, "`x`", code("`x`")),
		"[a\\]b](/x%28y%29%20z)":    content(extract.Paragraph, "a]b", link("a]b", "/x(y) z")),
		"\\![a](/u)":                content(extract.Paragraph, "!a", link("a", "/u")),
		"a":                         content(extract.Paragraph, "a", link("a", "javascript:alert(1)")),
		"b":                         content(extract.Paragraph, "b", link("b", " java\nscript:x")),
		"c":                         content(extract.Paragraph, "c", link("c", "#note")),
		"[d](mailto:d@example.org)": content(extract.Paragraph, "d", link("d", "mailto:d@example.org")),
		`$\alpha$ $b$.`:             content(extract.Paragraph, `\alphab.`, formula(`\alpha`), formula("b")),
		"$$x_i$$":                   content(extract.Paragraph, "x_i", formula("x_i")),
		"$a_*$, not **\\$5**":       content(extract.Paragraph, "a_*, not $5", formula("a_*"), strong("$5")),
		`a\$b\_ 5`:                  content(extract.Paragraph, "a$b_ 5", formula("a$b_")),
		`x_i5`:                      content(extract.Paragraph, "x_i5", formula("x_i")),
		"`ab`c":                     content(extract.Paragraph, "abc", code("a"), code("b")),
		"**a\\***":                  content(extract.Paragraph, "a*", strong("a*")),
		"**- a**":                   content(extract.Paragraph, "- a", strong("- a")),
		"**a\\\n\\- b**":            content(extract.Paragraph, "a\n- b", strong("a\n- b")),
	} {
		require.Equal(t, want, markdownOf(t, b), b.Text)
	}
}

func TestMarkdownSpansOutOfOrder(t *testing.T) {
	wild := content(extract.Paragraph, "één twee drie")
	wild.Spans = []extract.Span{
		{Kind: extract.Strong, Start: 11, End: 99},
		{Kind: extract.Emphasis, Start: -5, End: 10},
		{Kind: extract.Strong, Start: 1, End: 12}, // begins inside a rune, sticks out of the emphasis
		{Kind: extract.Link, Start: 4, End: 4, URL: "/u"},
	}
	require.Equal(t, "*één twee* drie", markdownOf(t, wild))
}

func TestMarkdownLists(t *testing.T) {
	li := func(text string, lvl, n int) extract.Block {
		return content(extract.ListItem, text, level(lvl), ordinal(n))
	}
	require.Equal(t, `9. nine
10. ten
    - below\
      over two lines
11. eleven
1) again
2) and on
- bullet`, markdownOf(t,
		li("nine", 1, 9), li("ten", 1, 10), li("below\nover two lines", 2, 0), li("eleven", 1, 11),
		li("again", 1, 1), li("and on", 1, 2), li("bullet", 1, 0)))
	// Levels may begin anywhere and jump.
	require.Equal(t, "- a\n  - b\n- c\n- d", markdownOf(t, li("a", 3, 0), li("b", 7, 0), li("c", 3, 0), li("d", 1, 0)))
	require.Equal(t, "- a", markdownOf(t, li("a", 1, -4)))
}

func TestMarkdownTables(t *testing.T) {
	td := func(text string, row, col int, more ...func(*extract.Block)) extract.Block {
		return content(extract.Cell, text, append(more, at(1, row, col))...)
	}
	require.Equal(t, `|  |  |
| --- | --- |
| a |
|  | b<br>c \| d |`, markdownOf(t, td("a", 0, 1), td("b\nc | d", 5, 4)))
	require.Equal(t, "| x |\n| --- |\n| `a\\|b`<br>y |", markdownOf(t,
		td("x", 0, 0, header), td("a|b", 1, 0, code("a|b")), td("y", 1, 0)))

	// A table of nothing but holes stays small.
	var holes []extract.Block
	for i := range 500 {
		holes = append(holes, td("x", i, 1000*i))
	}
	require.Less(t, len(markdownOf(t, holes...)), 500*20)
}

func TestMarkdownFence(t *testing.T) {
	require.Equal(t, "````\n```\nx\n````", markdownOf(t, content(extract.Code, "\n```\r\nx\n")))
}

func TestListItemsOfMoreThanAParagraph(t *testing.T) {
	a := &extract.Article{Blocks: []extract.Block{
		content(extract.ListItem, "Dig", level(1), ordinal(1)),
		content(extract.Code, "dig\n  deep", level(1)),
		content(extract.ListItem, "Sow", level(1), ordinal(2)),
		content(extract.ListItem, "thinly", level(2)),
		content(extract.Paragraph, "Then wait.", level(1)),
		content(extract.ListItem, "Reap", level(1), ordinal(3)),
		content(extract.Paragraph, "The end."),
	}}
	require.Equal(t, "1. Dig\n\n   ```\n   dig\n     deep\n   ```\n\n2. Sow\n   - thinly\n\n   Then wait.\n\n3. Reap\n\nThe end.",
		markdownOf(t, a.Blocks...))
	require.Equal(t, "1. Dig\n  dig\n    deep\n2. Sow\n  - thinly\n  Then wait.\n3. Reap\n\nThe end.\n",
		show(t, func(w *bytes.Buffer) error { return Text(w, a, Options{}) }))
	require.Equal(t, `<article dir="auto">
<ol>
<li>Dig
<pre><code>dig
  deep</code></pre></li>
<li>Sow<ul>
<li>thinly</li></ul>
<p>Then wait.</p></li>
<li>Reap</li></ol>
<p>The end.</p>
</article>
`, show(t, func(w *bytes.Buffer) error { return HTML(w, a, Options{}) }))
}
