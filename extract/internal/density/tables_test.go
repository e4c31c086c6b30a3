package density

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// TestTableSize holds what the tables add to a binary to 0.8 MB.
func TestTableSize(t *testing.T) {
	size := 0
	for _, m := range []*model{&htmlModel, &textModel} {
		for _, s := range []*step{&m.first, &m.second} {
			f := &s.forest
			size += bytesOf(s.inputs) + bytesOf(f.thresholds) + bytesOf(f.ends) + bytesOf(f.trees) + bytesOf(s.curve.knots)
		}
		for _, l := range []*block.Lexicon{&m.classes, &m.words} {
			size += bytesOf(l.Keys) + bytesOf(l.Values)
		}
	}
	t.Logf("%d bytes", size)
	require.Less(t, size, 800_000)
}

func bytesOf[T any](s []T) int { return len(s) * int(unsafe.Sizeof(*new(T))) }
