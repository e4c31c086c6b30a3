package density

import (
	"encoding/json"
	"math/bits"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

func TestForest(t *testing.T) {
	f := small()
	var a answers
	f.ask(&a, 0, &[batchRows]float32{1, 1, 2, block.NoValue, 1}, 5)
	f.ask(&a, 1, &[batchRows]float32{5, 6, 5, block.NoValue, 5.001}, 5)
	var sums [batchRows]int32
	f.add(&sums, &a, 5)
	require.Equal(t, []int32{11, 22, 31, 11, 22}, sums[:5])
}

// small is: if x0 <= 1 then (if x1 <= 5 then 10 else 20) else 30;
// if x1 <= 5 then 1 else 2.
func small() forest {
	return forest{
		thresholds: []int32{key(1), noThreshold, key(5), noThreshold}, ends: []uint16{2, 4},
		trees: []tree{
			smaller([]node{{0, 0, mostLeaves, 2}, {2, 0, 2, 1}}, 10, 20, 30),
			smaller([]node{{2, 0, mostLeaves, 1}}, 1, 2),
		},
	}
}

func smaller(nodes []node, leaves ...int32) (t tree) {
	copy(t.leaves[:], leaves)
	copy(t.nodes[:], nodes)
	for i := len(nodes); i < len(t.nodes); i++ {
		t.nodes[i] = node{0, mostLeaves, mostLeaves, uint8(i + 1)}
	}
	return t
}

// Rows that go down together get what each gets alone, in whatever company and
// wherever they stand.
func TestForestOfManyRows(t *testing.T) {
	for _, m := range []*model{&htmlModel, &textModel} {
		f := &m.first.forest
		r := rand.New(rand.NewPCG(1, 2))
		columns := make([][batchRows]float32, len(m.first.inputs))
		for j := range columns {
			for i := range columns[j] {
				columns[j][i] = float32(r.IntN(40)) / 8
			}
		}
		var together [batchRows]int32
		var a answers
		for j := range columns {
			f.ask(&a, j, &columns[j], batchRows)
		}
		f.add(&together, &a, batchRows)
		for i := range batchRows {
			var alone [batchRows]int32
			for j := range columns {
				f.ask(&a, j, &[batchRows]float32{columns[j][i]}, 1)
			}
			f.add(&alone, &a, 1)
			require.Equal(t, together[i], alone[0], i)
		}
	}
}

func TestCurve(t *testing.T) {
	c := curve{from: -10, step: 10, knots: []float32{0.1, 0.5, 0.9}}
	for raw, want := range map[int32]float32{-100: 0.1, -10: 0.1, -5: 0.3, 0: 0.5, 5: 0.7, 10: 0.9, 11: 0.9} {
		require.InDelta(t, want, c.at(raw), 1e-6)
	}
}

// The tables must fit the code: thresholds to search by halves, and nodes that
// part leaves which a node before them has reached.
func TestTables(t *testing.T) {
	for _, m := range []*model{&htmlModel, &textModel} {
		for _, s := range []*step{&m.first, &m.second} {
			f := &s.forest
			for _, c := range s.inputs {
				require.Less(t, int(c), NumInputs)
			}
			require.Len(t, f.ends, len(s.inputs))
			require.Len(t, f.thresholds, int(f.ends[len(f.ends)-1]))
			require.LessOrEqual(t, len(f.thresholds), mostThresholds)
			from := uint16(0)
			for _, end := range f.ends {
				own := f.thresholds[from:end]
				require.True(t, slices.IsSorted(own))
				require.Equal(t, 1, bits.OnesCount(uint(len(own))))
				require.LessOrEqual(t, len(own), mostOfInput)
				require.Equal(t, int32(noThreshold), own[len(own)-1])
				from = end
			}
			for _, tree := range f.trees {
				known := map[uint8]bool{0: true, mostLeaves: true}
				for _, n := range tree.nodes {
					require.Less(t, int(n.threshold), len(f.thresholds))
					require.True(t, f.thresholds[n.threshold] != noThreshold || n.from == mostLeaves)
					require.True(t, known[n.from] && known[n.to] && !known[n.at])
					known[n.at] = true
				}
				require.Len(t, known, mostLeaves+1)
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
				var a answers
				for j, x := range c.Row {
					s.forest.ask(&a, j, &[batchRows]float32{x}, 1)
				}
				var sums [batchRows]int32
				s.forest.add(&sums, &a, 1)
				require.Equal(t, c.Raw, sums[0])
			}
		}
	}
}
