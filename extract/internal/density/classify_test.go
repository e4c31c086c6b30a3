package density

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

func TestAppendOpen(t *testing.T) {
	for name, c := range map[string]struct {
		words []float32
		marks []block.Mark
		want  []int32
	}{
		"nothing named": {[]float32{3, 40}, []block.Mark{0, block.Linked}, []int32{0, 1}},
		"menu, footer and dialog": {[]float32{3, 40, 5, 6, 50}, []block.Mark{block.Nav | block.Linked, 0, block.Footer, block.Dialog, 0},
			[]int32{1, 4}},
		"an article in an element named footer": {[]float32{3, 40, 8}, []block.Mark{block.Nav, block.Footer, 0}, []int32{0, 1, 2}},
		"an empty page":                         {nil, nil, nil},
	} {
		m := &block.Measures{Words: c.words, Marks: c.marks}
		m.Len = len(c.words)
		require.Equal(t, c.want, AppendOpen(nil, m), name)
	}
}
