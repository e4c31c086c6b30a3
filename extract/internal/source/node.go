package source

import (
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

// Node makes a Page of a parsed document. Byte offsets are not known (-1).
func Node(root *html.Node) *block.Page {
	b := newBuilder("")
	for n := root; n != nil; {
		descend := b.node(n)
		if descend && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for {
			if n.Type == html.ElementNode {
				b.close()
			}
			if n == root {
				return b.finish()
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
		}
	}
	return b.finish()
}

// node feeds one node and reports whether its children are to follow.
func (b *builder) node(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		b.text(n.Data, -1, -1)
	case html.ElementNode:
		for _, a := range n.Attr {
			if known := lookupAttr(a.Key); known != noAttr && a.Namespace == "" {
				b.attr(known, a.Val)
			}
		}
		tag := shownTag(lookupTag(n.Data))
		b.open(tag, -1)
		switch tag {
		case block.TagTitle:
			if n.Namespace == "" {
				b.title(content(n))
			}
			return false
		case block.TagScript:
			b.script(content(n), -1, -1)
			return false
		}
		if tag == block.TagNoscript && n.FirstChild != nil && n.FirstChild.Type == html.TextNode && n.FirstChild.NextSibling == nil {
			return false // parsed with scripts on: its content is unparsed text
		}
		return actions[tag] != skipped || tag == block.TagHead
	}
	return true
}

// content is the text directly inside n.
func content(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}
