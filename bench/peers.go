package main

import (
	"io"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract"
)

// A peer is one way through a page, from its bytes to plain text.
type peer struct {
	name string
	run  func(page string) (text int) // the size of the text
}

// baseline is the peer that the others are compared with: the least that an
// extractor with a tree does.
const baseline = "html.Parse"

var peers = []peer{
	{"pith", func(page string) int {
		a, err := extract.FromHTML(strings.NewReader(page), nil)
		if a == nil || err != nil {
			return 0
		}
		return len(a.Text())
	}},
	{baseline, func(page string) int {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return 0
		}
		return len(root.Data)
	}},
	{"html.Tokenizer", func(page string) int {
		n := 0
		for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
			n += len(z.Raw())
		}
		return n
	}},
	{"go-readability", func(page string) int {
		a, err := readability.FromReader(strings.NewReader(page), nil)
		if err != nil || a.Node == nil {
			return 0
		}
		var sb strings.Builder
		if a.RenderText(&sb) != nil {
			return 0
		}
		return sb.Len()
	}},
	{"go-trafilatura, fast dates", trafilaturaWith(trafilatura.Options{HtmlDateMode: trafilatura.Fast})},
	{"go-trafilatura, no dates", trafilaturaWith(trafilatura.Options{HtmlDateMode: trafilatura.Disabled})},
	{"go-trafilatura", trafilaturaWith(trafilatura.Options{})},
	{"go-trafilatura, fallback", trafilaturaWith(trafilatura.Options{EnableFallback: true})},
	{"go-domdistiller", func(page string) int {
		r, err := distiller.ApplyForReader(strings.NewReader(page), nil)
		if err != nil {
			return 0
		}
		return len(r.Text)
	}},
}

func trafilaturaWith(o trafilatura.Options) func(string) int {
	return func(page string) int {
		r, err := trafilatura.Extract(io.Reader(strings.NewReader(page)), o)
		if err != nil {
			return 0
		}
		return len(r.ContentText)
	}
}
