package render_test

import (
	"log"
	"os"

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
	article := &extract.Article{
		Title:    "Low water",
		Language: "en",
		Blocks: []extract.Block{
			{Kind: extract.Paragraph, Content: true, Text: "The sea left <three> things."},
			{Kind: extract.Paragraph, Content: true, Text: "By nightfall it was back."},
		},
		Confidence: 0.98765,
	}
	if err := render.JSONL(os.Stdout, article, render.Options{}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"title":"Low water","language":"en","confidence":0.9877,"words":10,"text":"The sea left <three> things.\n\nBy nightfall it was back."}
}
