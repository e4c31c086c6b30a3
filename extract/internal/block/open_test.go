package block

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOpen(t *testing.T) {
	type part struct {
		tag   Tag
		role  string
		words int
	}
	for name, c := range map[string]struct {
		parts []part
		want  []int32
	}{
		"nothing named":                  {[]part{{TagUl, "", 3}, {TagDiv, "", 40}}, []int32{0, 1}},
		"a menu by name, a form by role": {[]part{{TagNav, "form", 3}, {TagDiv, "", 40}}, []int32{0, 1}},
		"an aside":                       {[]part{{TagAside, "", 3}, {TagDiv, "", 40}}, []int32{0, 1}},
		"menu, footer and dialog": {
			[]part{{TagNav, "", 3}, {TagP, "", 40}, {TagFooter, "", 5}, {TagDiv, "dialog", 6}, {TagP, "", 50}}, []int32{1, 4},
		},
		"a dialog longer than the article":               {[]part{{TagDialog, "", 900}, {TagP, "", 140}}, []int32{1}},
		"an article in an element named footer":          {[]part{{TagNav, "", 3}, {TagFooter, "", 140}, {TagP, "", 8}}, []int32{0, 1, 2}},
		"a note on cookies before a menu without an end": {[]part{{TagP, "", 150}, {TagNav, "", 700}}, []int32{0, 1}},
		"nothing but a menu":                             {[]part{{TagNav, "", 9}, {TagNav, "", 19}, {TagP, "", 2}}, []int32{2}},
		"an empty page":                                  {},
	} {
		t.Run(name, func(t *testing.T) {
			p := &Page{Elements: []Element{{Parent: -1, Tag: TagBody}}}
			for i, part := range c.parts {
				text := strings.Repeat("word ", part.words)
				flow := Range{int32(len(p.Flow)), int32(len(p.Flow) + len(text))}
				p.Flow += text
				p.Attrs = append(p.Attrs, Attr{"role", part.role})
				p.Elements = append(p.Elements,
					Element{Tag: part.tag, Attrs: Range{int32(i), int32(i + 1)}, Text: flow, Blocks: Range{int32(i), int32(i + 1)}},
					Element{Parent: int32(len(p.Elements)), Tag: TagP, Text: flow, Blocks: Range{int32(i), int32(i + 1)}})
				p.Blocks = append(p.Blocks, Block{Element: int32(len(p.Elements) - 1), Text: text, Flow: flow})
			}
			m := Measure(p, &Lexicon{}, &Lexicon{})
			require.Equal(t, c.want, append([]int32(nil), m.At...))
			require.Len(t, m.Blocks, m.Len)
			for i, at := range m.At {
				require.Equal(t, p.Blocks[at], m.Blocks[i])
			}
		})
	}
}
