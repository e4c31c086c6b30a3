package density

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

func TestTopicTellsTickersFromTheArticle(t *testing.T) {
	m := measured(block.Text,
		"Storm warning for the northern harbours",     // a ticker
		"The bakery opened its second oven in spring", // sure
		"Bakery customers asked for a larger oven",    // sure
		"Why the bakery needs an oven",                // as the core
		"to be or not",                                // no stems
	)
	var about, none topic
	about.read(m, []float32{0.5, 0.95, 0.95, 0.5, 0.5})
	require.Zero(t, about.share(0, 1))
	require.InDelta(t, 1.0/3, about.share(1, 2), 0.2, "of its own stems only those of the other sure block count")
	require.Greater(t, about.share(3, 4), about.share(1, 2))
	require.Equal(t, block.NoValue, about.share(4, 5))
	require.InDelta(t, about.share(3, 4), about.share(3, 5), 1e-6)

	none.read(m, make([]float32, 5))
	require.Equal(t, block.NoValue, none.share(0, 1), "a page without a core has no topic")
}

func measured(o block.Origin, texts ...string) *block.Measures {
	p := &block.Page{Origin: o}
	for _, s := range texts {
		p.Blocks = append(p.Blocks, block.Block{Text: s, Element: -1})
	}
	return block.Measure(p, &block.Lexicon{}, &block.Lexicon{})
}
