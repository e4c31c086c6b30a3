package source

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// HTML makes a Page of an HTML document, read as a browser without scripts
// reads it: what is in noscript is on the page, but marked as hidden.
func HTML(input string) *block.Page {
	root, err := html.ParseWithOptions(strings.NewReader(input), html.ParseOptionEnableScripting(false))
	if err != nil {
		root = &html.Node{Type: html.DocumentNode}
	}
	p := Node(root)
	p.Input = input
	return p
}
