package extract

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// codeLanguage is the programming language of a block of code by the page's own
// word, in lower case: that behind the fence of scraped Markdown, or a class of
// the elements around, as the HTML standard (4.5.15) and highlighters have it.
func codeLanguage(p *block.Page, b *block.Block) string {
	if b.Kind != block.Code {
		return ""
	}
	if b.Element < 0 {
		above := strings.TrimRight(p.Input[:b.Start], "\n\r")
		info, ok := strings.CutPrefix(strings.TrimSpace(above[strings.LastIndexByte(above, '\n')+1:]), "```")
		name, _, _ := strings.Cut(strings.TrimSpace(info), " ")
		if !ok {
			return ""
		}
		return languageName(name)
	}
	for e, n := b.Element, 0; e >= 0 && n < mostAround; e, n = p.Elements[e].Parent, n+1 {
		switch p.Elements[e].Tag {
		case block.TagBody, block.TagMain, block.TagArticle:
			return "" // of the page, in which people speak
		}
		class, _ := p.Attr(e, "class")
		sphinx, _ := strings.CutSuffix(class, " notranslate") // else "highlight-" is a matter of looks
		for token := range strings.FieldsSeq(class) {
			for _, prefix := range [...]string{"language-", "lang-", "highlight-source-", "highlight-"} {
				if name, ok := strings.CutPrefix(token, prefix); ok && (prefix != "highlight-" || token == sphinx) {
					return languageName(name)
				}
			}
		}
	}
	return ""
}

// mostAround is how many elements around code are asked for its language: code,
// pre and two boxes.
const mostAround = 4

// languageName is name in lower case if that may be the name of a language.
func languageName(name string) string {
	const longest = 20
	switch name {
	case "none", "default", "text", "plain", "plaintext", "plain-text":
		return ""
	}
	if len(name) > longest || strings.ContainsFunc(name, func(r rune) bool {
		return r <= ' ' || r > '~' || strings.ContainsRune("`<>&\"'{}[]()", r)
	}) {
		return ""
	}
	return strings.ToLower(strings.Clone(name))
}
