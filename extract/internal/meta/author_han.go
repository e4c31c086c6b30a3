package meta

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// hanBlock reads a block in Chinese characters: a byline anywhere near its
// beginning or its end, names beside a date or of their own, or a signature.
// Editors wait until it is known whether a line names the authors.
func (f *finder) hanBlock(p *pool, i int, n near, lines *lineState) {
	text := f.page.Blocks[i].Text
	head := text[:cutRune(text, 240)]
	tail := len(text)
	if len(text) > 240 {
		tail = cutRune(text, len(text)-120)
	}
	for _, part := range [...]string{head, text[tail:]} {
		b, editor, ok := hanByline(part)
		if !ok {
			continue
		}
		if editor {
			lines.editors = append(lines.editors, editorLine{i, b, part})
			return
		}
		lines.authors++
		o := f.authorLineAdd(p, i, b, authorBy, n, part, lines)
		if o == nil {
			return
		}
		o.features.set(authorHan)
		if len(lines.han) > 0 && i-lines.hanBlock == 1 { // reporters and trainees on lines of their own
			if g := f.authorAdd(p, appendNew(lines.han, b.names...), authorGroup, o.source); g != nil {
				g.features.set(authorBy)
				g.features.set(authorHan)
				f.authorPlace(g, n, 0)
			}
		}
		lines.han, lines.hanBlock = slices.Clone(b.names), i
		return
	}
	if b, ok := hanSigned(text); ok {
		f.authorLineAdd(p, i, b, authorSigned, n, text, lines)
		return
	}
	if ms := findDates(head, f.loc); len(ms) > 0 {
		if b, ok := hanBracketed(head, ms[0].end); ok {
			f.authorLineAdd(p, i, b, authorDateline, n, head, lines)
		}
		return
	}
	if len(text) <= 40 && n != nearInside && n != nearFar {
		h := f.out.Headline
		under := h >= 0 && i > h && i <= h+2
		b, ok := hanLine(text, under || strings.Contains(text, "、"))
		if !ok && under && i == h+1 && utf8.RuneCountInString(text) <= 4 && !hanWord(text) {
			b, ok = byline{names: []string{text}, end: len(text)}, true
		}
		if ok {
			f.authorLineAdd(p, i, b, authorBare, n, text, lines)
		}
	}
}

// An editorLine is a line that names an editor and no author.
type editorLine struct {
	block int
	byline
	text string
}
