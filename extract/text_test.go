package extract

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestText(t *testing.T) {
	cell := func(text string, row, col int) Block {
		return Block{Kind: Cell, Text: text, Table: 1, Row: row, Col: col, Content: true}
	}
	a := Article{Blocks: []Block{
		{Kind: Paragraph, Text: "menu"},
		{Kind: Paragraph, Text: "one\ntwo", Content: true},
		{Kind: ListItem, Level: 1, Ordinal: 1, Text: "a", Content: true},
		{Kind: ListItem, Level: 2, Text: "b", Content: true},
		{Kind: Code, Text: "\n\tif x {\n\t}\n", Content: true},
		{Kind: Paragraph, Text: " \n", Content: true},
		{Kind: Caption, Text: "caption", Table: 1, Content: true},
		cell("c", 0, 0), cell("d\ne", 0, 1), cell("f", 0, 1), cell("g", 1, 0),
		{Kind: Term, Text: "h", Content: true},
		{Kind: Definition, Text: "i", Content: true},
		{Kind: Term, Text: "j", Content: true},
	}}
	require.Equal(t, "one\ntwo\n\na\nb\n\n\tif x {\n\t}\n\ncaption\n\nc\td e f\ng\n\nh\ni\n\nj", a.Text())
	require.Empty(t, (&Article{}).Text())
}
