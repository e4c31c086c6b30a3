package main

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gohtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

// TestMarkdownReadsBack has another parser read what render.Markdown makes of
// hostile texts: the text must be the same, in no other element than those that
// were marked.
func TestMarkdownReadsBack(t *testing.T) {
	parser := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote),
		goldmark.WithRendererOptions(gohtml.WithUnsafe()))
	for seed := range uint64(20_000) {
		b := hostileBlock(rand.New(rand.NewPCG(seed, 0)))
		want := strings.Fields(b.Text)
		if len(want) == 0 {
			continue
		}
		var doc, shown bytes.Buffer
		if err := render.Markdown(&doc, &extract.Article{Blocks: []extract.Block{b}}, render.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := parser.Convert(doc.Bytes(), &shown); err != nil {
			t.Fatal(err)
		}
		got, tags := readHTML(t, shown.String())
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: %q became %q, which reads %q", seed, b.Text, doc.String(), got)
		}
		for tag, n := range tags {
			if !slices.Contains(mayShow(b), tag) || n > 1 && slices.Contains(blockTags, tag) {
				t.Errorf("seed %d: %q became %q, with %d <%s>", seed, b.Text, doc.String(), n, tag)
			}
		}
	}
}

// hostileBlock is made of little else than Markdown's own characters.
func hostileBlock(r *rand.Rand) extract.Block {
	bits := []string{"*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "!", "<", ">", "&", "&lt;", "#", "##", "-", "+", "1.", "2)",
		"\\", "|", "~", "~~", "\n", "\n", "a", "b", "c d", " ", " ", "  ", "é", "“", "”", "。", "强", "---", "===", "***", ":", "[x]",
		"http://x.y", "<b>", "</b>", "<!--", "-->", "=", "- ", "$", "^", "[^1]:", "\"", "."}
	text := func(n int) string {
		var sb strings.Builder
		for range n {
			sb.WriteString(bits[r.IntN(len(bits))])
		}
		return sb.String()
	}
	kinds := []extract.Kind{extract.Paragraph, extract.ListItem, extract.Heading, extract.Cell}
	b := extract.Block{Kind: kinds[r.IntN(len(kinds))], Level: 1, Text: text(1 + r.IntN(9)), Content: true}
	if b.Kind == extract.Cell {
		b.Table, b.Header = 1, true
	}
	for range r.IntN(4) {
		start := r.IntN(len(b.Text) + 1)
		end := start + r.IntN(len(b.Text)+1-start)
		b.Spans = append(b.Spans, extract.Span{
			Kind: extract.SpanKind(r.IntN(4)), Start: int32(start), End: int32(end),
			URL: "/u" + strings.ReplaceAll(text(2), "\n", ""),
		})
	}
	return b
}

var blockTags = []string{"p", "h1", "li", "ul", "table", "tr", "th"}

// mayShow are the elements that a block may become.
func mayShow(b extract.Block) []string {
	tags := []string{"html", "head", "body", "br"}
	switch b.Kind {
	case extract.Paragraph:
		tags = append(tags, "p")
	case extract.ListItem:
		tags = append(tags, "ul", "li")
	case extract.Heading:
		tags = append(tags, "h1")
	case extract.Cell:
		tags = append(tags, "table", "thead", "tbody", "tr", "th")
	}
	for _, s := range b.Spans {
		tags = append(tags, []string{"a", "strong", "em", "code"}[s.Kind])
	}
	return tags
}

// readHTML returns the words of a page and its elements, counted.
func readHTML(t *testing.T, page string) (words []string, tags map[string]int) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var sb strings.Builder
	tags = map[string]int{}
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			sb.WriteString(n.Data)
		case html.CommentNode:
			tags["comment"]++
		case html.ElementNode:
			tags[n.Data]++
			if n.Data == "br" {
				sb.WriteByte(' ')
			}
		}
	}
	return strings.Fields(sb.String()), tags
}
