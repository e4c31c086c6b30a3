package source

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// HTML makes a Page of an HTML document.
func HTML(input string) *block.Page {
	root, err := html.Parse(strings.NewReader(input))
	if err != nil {
		root = &html.Node{Type: html.DocumentNode}
	}
	p := Node(root)
	p.Input = input
	return p
}
