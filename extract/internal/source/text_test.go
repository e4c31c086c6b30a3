package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// sketch draws blocks one a line: "# heading", "- item", "1. item", "> quote", indented by level.
func sketch(p *block.Page) string {
	var s strings.Builder
	for _, b := range p.Blocks {
		if b.Quoted {
			s.WriteString("> ")
		}
		switch {
		case b.Kind == block.Heading:
			s.WriteString(strings.Repeat("#", int(b.Level)) + " ")
		case b.Kind == block.ListItem && b.Ordinal > 0:
			s.WriteString(strings.Repeat("  ", int(b.Level)-1) + fmt.Sprintf("%d. ", b.Ordinal))
		case b.Kind == block.ListItem:
			s.WriteString(strings.Repeat("  ", int(b.Level)-1) + "- ")
		case b.Kind == block.Code:
			s.WriteString("code: ")
		case b.Kind == block.Cell:
			fmt.Fprintf(&s, "%d.%d.%d: ", b.Table, b.Row, b.Col)
		}
		s.WriteString(b.Text + "\n")
	}
	return s.String()
}

func TestText(t *testing.T) {
	tests := []struct{ name, input, want string }{
		{"paragraphs", "One.\n\nTwo  and\ta half.\n", "One.\nTwo and a half.\n"},
		{"line ends", "a\r\nb\rc\u0085d\u2028e\fg\n", "a\nb\nc\nd\ne\ng\n"},
		{"nested bullets", "  • News\n    • Sports\n      • Chess\n    • Arts\n  • About\n", "- News\n  - Sports\n    - Chess\n  - Arts\n- About\n"},
		{"bullets of dumps", "  • News\n      □ Sports\n          ☆ Chess\n", "- News\n  - Sports\n    - Chess\n"},
		{"two bullets", "  • • LIVE\n", "- LIVE\n"},
		{"bullets of lynx", "     * News\n          + Sports\n               o Chess\n     *\n     * About\n", "- News\n  - Sports\n    - Chess\n- About\n"},
		{"bullets of Markdown", "* News\n  *   * Chess\n- Sports\n-5 degrees\n*wet*\n", "- News\n  - Chess\n- Sports\n-5 degrees\n*wet*\n"},
		{"new list", "  • News\n    • Sports\nMore\n    • Chess\n", "- News\n  - Sports\nMore\n- Chess\n"},
		{"bullet alone", "  •\n    Sports\n", "- Sports\n"},
		{"numbers", "  1. Fill the kettle\n  2. Wait\n", "1. Fill the kettle\n2. Wait\n"},
		{"a number that is text", "1. Make a budget\nHow much is it?\n", "1. Make a budget\nHow much is it?\n"},
		{"headings", "# Rain\n\n## And wind ##\n\nIt rained. #wet\n#wet\n", "# Rain\n## And wind\nIt rained. #wet\n#wet\n"},
		{"underlined", "Rain\n====\n\nAnd wind\n--------\n\nIt rained.\n\n---\n\nEnd.\n", "# Rain\n## And wind\nIt rained.\nEnd.\n"},
		{"a rule is no underline", "It rained all day, and the town was wet.\n---\nEnd.\n", "It rained all day, and the town was wet.\nEnd.\n"},
		{"quote", "> It rained.\n\nSo they say.\n", "> It rained.\nSo they say.\n"},
		{"code", "Run:\n\n```go\nif rain {\n\n\tstay()\n}\n```\n\nDone.\n", "Run:\ncode: if rain {\n\n\tstay()\n}\nDone.\n"},
		{"bare code", "The loop:\n\n    for (;;) {\n      rain();\n    }\n\nIt rains; or\nit does not;\nnobody knows;\n", "The loop:\ncode:     for (;;) {\n      rain();\n    }\nIt rains; or\nit does not;\nnobody knows;\n"},
		{"table in a frame", "| Day | Rain |\n|-----|------|\n| Mon | 4 mm |\n| Tue | |\n", "1.0.0: Day\n1.0.1: Rain\n1.1.0: Mon\n1.1.1: 4 mm\n1.2.0: Tue\n"},
		{"table without frame", "Day | Rain\n---|---\nMon | 4  mm\n\nNews | Sports | Chess\nAbout | Us\n", "1.0.0: Day\n1.0.1: Rain\n1.1.0: Mon\n1.1.1: 4 mm\nNews | Sports | Chess\nAbout | Us\n"},
		{"table of tabs", "Mon\t4 mm\nTue\t5 mm\nWed\t\t6\nThu\t7\nFri\t8\nSat\t9\n", "Mon 4 mm\nTue 5 mm\nWed 6\n1.0.0: Thu\n1.0.1: 7\n1.1.0: Fri\n1.1.1: 8\n1.2.0: Sat\n1.2.1: 9\n"},
		{"open fence", "```go\nif rain {\n", "```go\nif rain {\n"},
		{"broken at links", "Menu\nNews\nSports\nRain fell on\nthe old town\n, and nobody in\nLong Street\nstayed dry (see\nour map\n). The town\n's bridges held.\nThe river\nrises. More:\nNews\nSports\n",
			"Menu\nNews\nSports\nRain fell on the old town, and nobody in Long Street stayed dry (see our map). The town's bridges held.\nThe river rises. More:\nNews\nSports\n"},
		{"quotations broken at links", "Er las im „\nBlatt\n, es“\nregne, und er sagte: “\nthe rain\n, of course”.\n", "Er las im „Blatt, es“ regne, und er sagte: “the rain, of course”.\n"},
		{"a name in lower case", "It is made of\nstone\n, said\n.stone\nand co\n.\n", "It is made of stone, said .stone and co.\n"},
		{"menu in lower case", "news\nsports\nchess\nabout us\n", "news\nsports\nchess\nabout us\n"},
		{"a line a block", "Rain\nIt rained all day, and the town was wet.\nNobody went out.\nMore rain\n", "Rain\nIt rained all day, and the town was wet.\nNobody went out.\nMore rain\n"},
		{"wrapped", "  • Home\n  • Contact\n\nIt rained all day and all night, so that the river rose\nabove the lower bridge, and the people of the old town\ncarried their goods to the upper floors.\nNobody was hurt.\n\n  • They will come back when the rain ends, if the\n    bridges hold, and if they find their houses dry.\n",
			"- Home\n- Contact\nIt rained all day and all night, so that the river rose above the lower bridge, and the people of the old town carried their goods to the upper floors.\nNobody was hurt.\n- They will come back when the rain ends, if the bridges hold, and if they find their houses dry.\n"},
		{"wrapped without spaces", strings.Repeat("昨日は一日中雨が降り続き川の水が橋の上まで来たので、町の人々は\n二階に荷物を運び上げて、雨がやむのを静かに待つことにしたという。\n\n", 3), strings.Repeat("昨日は一日中雨が降り続き川の水が橋の上まで来たので、町の人々は二階に荷物を運び上げて、雨がやむのを静かに待つことにしたという。\n", 3)},
		{"glued line", "By Earth & BeyondApril 25, 2025005 Mins Read\n", "By Earth & BeyondApril 25, 2025005 Mins Read\n"},
		{"hidden characters", "\ufeffun\u00adfair\u200b\n\u200b\nrain\n", "unfair\nrain\n"},
		{"nothing", " \n\n\t\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, sketch(Text(test.input)))
		})
	}
}

func TestTextOffsets(t *testing.T) {
	in := "Rain\n\n\n  • and  wind\n"
	p := Text(in)
	require.Equal(t, block.Text, p.Origin)
	require.Empty(t, p.Elements)
	require.Len(t, p.Blocks, 2)
	b := p.Blocks[1]
	require.Equal(t, "and wind", b.Text)
	require.Equal(t, "and  wind", in[b.Start:b.End])
	require.Equal(t, block.Line{Indent: 2, Blanks: 2, Bullet: true, Lines: 1}, b.Line)
	require.Equal(t, "Rain\nand wind", p.Flow)
}

func TestTextMarkdown(t *testing.T) {
	require.Equal(t, "# Rain\n1. Fill the kettle\n2. Wait for the rain\n", sketch(Text("# Rain\n\n1. Fill the [kettle](/k)\n2. Wait for [the rain](/r)\n")))
	require.Equal(t, "# Rain\nSee the map\nIt rained.\n", sketch(Text("# Rain\n\nSee [the map](/m)\n\n- ![Map](map.png)\n\nIt rained.\n")), "nothing is left of an image")
	p := Text("# Rain in [Old Town](/town)\n\nIt **rained** on _Long Street_, said\n[the mayor](https://example.org/a_(b) \"Mayor\").\n\n![A wet street](wet.png)\n\n[![Map](map.png) The map](/map)\n\n* snake_case \\*and\\* 2 * 3 [1]\n")
	want := []struct {
		text  string
		spans []block.Span
	}{
		{"Rain in Old Town", []block.Span{{Kind: block.Link, Start: 8, End: 16, URL: "/town"}}},
		{"It rained on Long Street, said", []block.Span{{Kind: block.Strong, Start: 3, End: 9}, {Kind: block.Emphasis, Start: 13, End: 24}}},
		{"the mayor.", []block.Span{{Kind: block.Link, End: 9, URL: "https://example.org/a_(b)"}}},
		{"The map", []block.Span{{Kind: block.Link, End: 7, URL: "/map"}}},
		{"snake_case *and* 2 * 3 [1]", nil},
	}
	require.Len(t, p.Blocks, len(want))
	for i, w := range want {
		require.Equal(t, w.text, p.Blocks[i].Text)
		require.Equal(t, w.spans, p.Blocks[i].Spans)
	}
}
