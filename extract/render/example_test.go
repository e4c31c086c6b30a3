package render_test

import (
	"log"
	"os"
	"strings"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

func ExampleMarkdown() {
	article := &extract.Article{
		Title:   "Low water",
		Authors: []string{"Ida Holm"},
		Byline:  "Ida Holm",
		Blocks: []extract.Block{
			{Kind: extract.Paragraph, Content: true, Text: "The sea left three things:",
				Spans: []extract.Span{{Kind: extract.Strong, Start: 8, End: 12}}},
			{Kind: extract.ListItem, Level: 1, Content: true, Text: "a wreck"},
			{Kind: extract.ListItem, Level: 1, Content: true, Text: "two anchors"},
			{Kind: extract.Paragraph, Text: "Read more: Tide tables"},
			{Kind: extract.ListItem, Level: 1, Content: true, Text: "a piano*"},
		},
	}
	if err := render.Markdown(os.Stdout, article, render.Options{}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// # Low water
	//
	// Ida Holm
	//
	// The sea **left** three things:
	//
	// - a wreck
	// - two anchors
	// - a piano\*
}

func ExampleJSONL() {
	page := `<title>Low water</title><h1>Low water</h1>
<p>The sea went out further than anybody in the village could remember, and left behind a wreck, two anchors and a piano.</p>
<p>At nightfall it was back, and the piano had gone again, as the fishermen had said it would.</p>`
	article, err := extract.FromHTML(strings.NewReader(page), nil)
	if err != nil {
		log.Fatal(err)
	}
	article.Sources, article.Confidence, article.Language = nil, 0, "en"
	if err := render.JSONL(os.Stdout, article, render.Options{}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"title":"Low water","language":"en","words":40,"text":"The sea went out further than anybody in the village could remember, and left behind a wreck, two anchors and a piano.\n\nAt nightfall it was back, and the piano had gone again, as the fishermen had said it would."}
}
