package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pithtext/pith/extract/internal/block"
)

// Node makes a Page of a parsed document. Byte offsets are not known (-1).
func Node(root *html.Node) *block.Page {
	b := newBuilder("")
	b.feed(root, true)
	return b.finish()
}

// feed feeds a node and what is inside it. raw: what is in a noscript may be
// text that is not parsed yet.
func (b *builder) feed(root *html.Node, raw bool) {
	for n := root; n != nil; {
		descend := b.node(n, raw)
		if descend && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for {
			if n.Type == html.ElementNode {
				b.close()
			}
			if n == root {
				return
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
		}
	}
}

// node feeds one node and reports whether its children are to follow.
func (b *builder) node(n *html.Node, raw bool) bool {
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
			if raw && (n.Parent == nil || n.Parent.DataAtom != atom.Head) {
				b.noscript(n.FirstChild.Data)
			}
			return false
		}
		return actions[tag] != skipped || tag == block.TagHead
	}
	return true
}

// noscript feeds the content of a noscript that was parsed with scripts on: as
// text. If there is no tag in it, it is a request to turn them on.
func (b *builder) noscript(text string) {
	if !strings.Contains(text, "<") {
		return
	}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragmentWithOptions(strings.NewReader(text), body, html.ParseOptionEnableScripting(false))
	if err != nil {
		return // too deep for html.Parse
	}
	for _, n := range nodes {
		b.feed(n, false)
	}
}

// content is the text directly inside n.
func content(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}
