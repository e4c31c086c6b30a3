package density

import (
	"encoding/json"
	"math"
	"os"
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

func TestForest(t *testing.T) {
	// if x0 <= 1 then (if x1 <= 5 then 10 else 20) else 30
	end := int32(math.MaxInt32)
	f := forest{
		roots: []uint32{0}, depths: []uint8{2},
		nodes:  []node{{key(1), 0, 1}, {key(5), 1, 3}, {end, 0, 2}, {end, 0, 3}, {end, 0, 4}},
		leaves: []int32{0, 0, 30, 10, 20},
	}
	rows := []float32{1, 5, 1, 6, 2, 5, block.NoValue, block.NoValue, 1, 5.001}
	keys := make([]int32, len(rows))
	for i, x := range rows {
		keys[i] = key(x)
	}
	sums := make([]int32, 5)
	f.add(sums, keys, 2)
	require.Equal(t, []int32{10, 20, 30, 10, 20}, sums)
}

func TestCurve(t *testing.T) {
	c := curve{from: -10, step: 10, knots: []float32{0.1, 0.5, 0.9}}
	for raw, want := range map[int32]float32{-100: 0.1, -10: 0.1, -5: 0.3, 0: 0.5, 5: 0.7, 10: 0.9, 11: 0.9} {
		require.InDelta(t, want, c.at(raw), 1e-6)
	}
}

// The tables must fit the code: a table of another version would read past
// rows or end on inner nodes.
func TestTables(t *testing.T) {
	for _, m := range []*model{&htmlModel, &textModel} {
		for _, s := range []*step{&m.first, &m.second} {
			f := &s.forest
			require.Len(t, f.depths, len(f.roots))
			require.Len(t, f.leaves, len(f.nodes))
			for _, c := range s.inputs {
				require.Less(t, int(c), NumInputs)
			}
			for i, root := range f.roots {
				end := uint32(len(f.nodes))
				if i+1 < len(f.roots) {
					end = f.roots[i+1]
				}
				for j, n := range f.nodes[root:end] {
					require.Less(t, int(n.feature), len(s.inputs))
					require.Less(t, root+uint32(n.child), end)
					require.GreaterOrEqual(t, int(n.child), j)
				}
			}
			require.True(t, slices.IsSorted(s.curve.knots))
		}
	}
}

// The trainer leaves rows with the sums that its own evaluation of the tables
// gives: Go must give the same, bit for bit.
func TestForestAgreesWithTrainer(t *testing.T) {
	for name, m := range map[string]*model{"html": &htmlModel, "text": &textModel} {
		data, err := os.ReadFile("testdata/" + name + "_check.json")
		require.NoError(t, err)
		type check struct {
			Row []float32
			Raw int32
		}
		var checks struct{ First, Second []check }
		require.NoError(t, json.Unmarshal(data, &checks))
		for s, cs := range map[*step][]check{&m.first: checks.First, &m.second: checks.Second} {
			require.NotEmpty(t, cs)
			for _, c := range cs {
				require.Len(t, c.Row, len(s.inputs))
				keys := make([]int32, len(c.Row))
				for i, x := range c.Row {
					keys[i] = key(x)
				}
				sum := []int32{0}
				s.forest.add(sum, keys, len(keys))
				require.Equal(t, c.Raw, sum[0])
			}
		}
	}
}
