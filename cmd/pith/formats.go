package main

import (
	"io"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

// A format is a way to write an article.
type format struct {
	choice
	ext    string // of files in it
	render func(io.Writer, *extract.Article, render.Options) error
}

var formats = []format{
	{choice{"text", "plain text, title and byline on top"}, ".txt", render.Text},
	{choice{"markdown", "Markdown"}, ".md", render.Markdown},
	{choice{"html", "clean HTML"}, ".html", render.HTML},
	{choice{"json", "one object, every block of the page in it"}, ".json", render.JSON},
	{choice{"jsonl", "one line: metadata and the body's text"}, ".jsonl", render.JSONL},
}

func formatNames() []choice {
	var names []choice
	for _, f := range formats {
		names = append(names, f.choice)
	}
	return names
}

func formatOf(name string) format {
	for _, f := range formats {
		if f.name == name {
			return f
		}
	}
	panic("format not checked: " + name)
}

// whole says whether a format tells of a page without an article too.
func (f format) whole() bool { return f.name == "json" || f.name == "jsonl" }
