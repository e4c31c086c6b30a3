package source

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// FuzzText holds what Text promises for any input: blocks in order, each a
// substring of Flow on lines of its own, that hold every visible character of
// the input once, markers and rules left out, and what Markdown writes beside
// its text.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "\n\n", "a", "Rain\n====\n\n# Wind ##\n", "  • News\n    • Sports\n  •\n x\n",
		" 1. One\n 2) Two\n(3) Three\n", "```go\na\n\tb\n```\n```\n", "> a\n> b\n",
		"| a | b |\n|---|---|\n| c | d |\n", "a | b\n--|--\nc | d\n", "a\tb\nc\td\ne\tf\n",
		"Rain on\nthe town\n, and\nthe river\n.\n", "昨日は雨\nが降った。\n", "\x00\r\n\u0085\u2028\f\v\u00ad\ufeff\u200b",
		"# A\n\n[b](c) ![d](e) [![f](g)](h \"i\") **j _k_** \\* [l\nm](n\no) [] [](p) ]( __q\n",
		"if (a) {\n  b();\n}\n", "* a\n* b\n\n***\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			t.Skip()
		}
		p := Text(in)
		in = p.Input
		require.Empty(t, p.Elements)
		markdown := strings.Contains(in, "](") || strings.Count(in, "# ") > 2
		var texts []string
		end, flow := int32(0), int32(-1)
		for _, b := range p.Blocks {
			require.Equal(t, p.Flow[b.Flow.Start:b.Flow.End], b.Text)
			require.Equal(t, flow+1, b.Flow.Start)
			require.NotEmpty(t, strings.TrimSpace(b.Text))
			require.LessOrEqual(t, end, b.Start)
			require.Less(t, b.Start, b.End)
			require.Positive(t, b.Line.Lines)
			require.EqualValues(t, -1, b.Element)
			if b.Kind != block.Code {
				require.NotContains(t, b.Text, "\n")
				require.NotContains(t, b.Text, "  ")
			}
			for _, s := range b.Spans {
				require.NotEmpty(t, b.Text[s.Start:s.End])
			}
			if !markdown {
				require.Equal(t, visible(in[b.Start:b.End]), visible(b.Text))
			}
			texts, end, flow = append(texts, b.Text), b.End, b.Flow.End
		}
		require.Equal(t, strings.Join(texts, "\n"), p.Flow)
		if !markdown {
			require.Equal(t, letters(in), letters(p.Flow))
		}
	})
}

// visible is s without white space, characters that take no room, and the
// markers that may stand inside a block of several lines.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		kind, _ := runeKind(r)
		if r < utf8.RuneSelf {
			kind = byteKinds[r]
		}
		if kind != plainByte || r == '>' {
			return -1
		}
		return r
	}, s)
}

// letters is s reduced to letters, which are in no marker but "o" and the name
// behind a fence.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && (r < 'a' || r > 'z') {
			return r
		}
		return -1
	}, s)
}
