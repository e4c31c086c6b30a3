package density

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

func TestKeyKeepsTheOrderOfFloats(t *testing.T) {
	floats := []float32{float32(math.Inf(-1)), block.NoValue, -7, -1e-9, 0, 1e-9, 0.5, 1, 1e9, float32(math.Inf(1))}
	keys := make([]int32, len(floats))
	for i, f := range floats {
		keys[i] = key(f)
	}
	require.True(t, slices.IsSorted(keys))
	require.Len(t, slices.Compact(keys), len(floats))
	require.Equal(t, key(0), key(float32(math.Copysign(0, -1))))
}

// agree fails unless compare answers what compareEach does.
func agree(t *testing.T, thresholds []int32, column *[batchRows]float32, n int) {
	a, b := make([]rows, len(thresholds)), make([]rows, len(thresholds))
	compare(a, thresholds, column, n)
	compareEach(b, thresholds, column, n)
	for k, at := range thresholds {
		if at != noThreshold {
			require.Equal(t, b[k]<<(batchRows-n), a[k]<<(batchRows-n), "%d rows, threshold %d: %d", n, k, at)
		}
	}
}

// At, just under and just over each threshold of the tables, for any number of rows.
func TestCompareAgrees(t *testing.T) {
	for _, m := range []*model{&htmlModel, &textModel} {
		for _, s := range []*step{&m.first, &m.second} {
			from := uint16(0)
			for _, end := range s.forest.ends {
				thresholds := s.forest.thresholds[from:end]
				values := []float32{0, float32(math.Copysign(0, -1)), block.NoValue, float32(math.Inf(-1)), float32(math.Inf(1))}
				for _, k := range thresholds {
					for _, near := range []int32{k - 1, k, k + 1} {
						values = append(values, math.Float32frombits(uint32(near^int32(uint32(near>>31)>>1))))
					}
				}
				for n := 1; n <= batchRows; n++ {
					var column [batchRows]float32
					for i := range column {
						column[i] = values[(i*7+n)%len(values)]
					}
					agree(t, thresholds, &column, n)
				}
				from = end
			}
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add([]byte("\x00\x00\x80\x3f\x00\x00\x80\xbf"), []byte("\x00\x00\x80\x3f\x00\x00\x00\x80"), 3)
	f.Add([]byte{}, []byte{}, 63)
	f.Fuzz(func(t *testing.T, limits, values []byte, n int) {
		var thresholds []int32
		for ; len(limits) >= 4 && len(thresholds) < mostOfInput-1; limits = limits[4:] {
			thresholds = append(thresholds, int32(binary.LittleEndian.Uint32(limits)))
		}
		slices.Sort(thresholds)
		for thresholds = append(thresholds, noThreshold); len(thresholds)&(len(thresholds)-1) != 0; {
			thresholds = append(thresholds, noThreshold)
		}
		var column [batchRows]float32
		for i := range column {
			if len(values) < 4 {
				break
			}
			column[i] = math.Float32frombits(binary.LittleEndian.Uint32(values))
			values = values[4:]
		}
		agree(t, thresholds, &column, 1+int(uint(n)%batchRows))
	})
}
