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
	f := small()
	var b batch
	for i, row := range [][]float32{{1, 5}, {1, 6}, {2, 5}, {block.NoValue, block.NoValue}, {1, 5.001}} {
		b.column(0)[i], b.column(1)[i] = key(row[0]), key(row[1])
	}
	f.add(&b, 5, 0, 1)
	require.Equal(t, []int32{10, 20, 30, 10, 20}, b.sums[:5])
	f.add(&b, 5, 1, 2)
	require.Equal(t, []int32{11, 22, 31, 11, 22}, b.sums[:5])
}

// small is: if x0 <= 1 then (if x1 <= 5 then 10 else 20) else 30;
// if x1 <= 5 then 1 else 2.
func small() forest {
	at := func(threshold, input, child int32) node { return node(threshold)<<32 | node(input)<<16 | node(child) }
	end := int32(math.MaxInt32)
	f := forest{
		roots: []uint32{0, 5}, depths: []uint8{2, 1},
		nodes: []node{at(key(1), 0, 1), at(key(5), 1, 3), at(end, 0, 2), at(end, 0, 3), at(end, 0, 4),
			at(key(5), 1, 1), at(end, 0, 1), at(end, 0, 2)},
		leaves: []int32{0, 0, 30, 10, 20, 0, 1, 2},
	}
	f.nodes, f.leaves = append(f.nodes, make([]node, mostNodes)...), append(f.leaves, make([]int32, mostNodes)...)
	return f
}

// Rows that leave early get the score of those; the others get theirs, though
// they moved.
func TestEarly(t *testing.T) {
	s := step{forest: small(), inputs: []uint16{uint16(block.Words), uint16(block.KindOf)}, early: early{1, 15, 0.01},
		curve: curve{from: 0, step: 100, knots: []float32{0, 1}}}
	p := &block.Page{Origin: block.Text}
	for i := range 200 {
		p.Blocks = append(p.Blocks, block.Block{Element: -1, Text: "word word"[:4+5*(i%2)]})
	}
	m := block.Measure(p, &block.Lexicon{}, &block.Lexicon{})
	blocks := make([]int32, m.Len)
	for i := range blocks {
		blocks[i] = int32(i)
	}
	scores := make([]float32, m.Len)
	new(scratch).score(&s, scores, blocks, m, nil)
	for i, got := range scores {
		require.Equal(t, []float32{0.01, 0.31}[i%2], got, i) // one word: 10; two words: 30 and then 1
	}
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
			require.LessOrEqual(t, len(s.inputs), mostInputs)
			require.LessOrEqual(t, s.early.trees, len(f.roots))
			require.Less(t, s.early.score, float32(settled))
			require.GreaterOrEqual(t, len(f.nodes), int(f.roots[len(f.roots)-1])+mostNodes)
			for _, c := range s.inputs {
				require.Less(t, int(c), NumInputs)
			}
			for i, root := range f.roots {
				end := uint32(len(f.nodes))
				if i+1 < len(f.roots) {
					end = f.roots[i+1]
				}
				for j, n := range f.nodes[root:end] {
					if n == 0 {
						break // what follows the last tree
					}
					input, child := n>>16&0xffff, uint32(n&0xffff)
					require.Less(t, int(input), len(s.inputs))
					require.Less(t, child, uint32(mostNodes))
					require.Less(t, root+child, end)
					require.GreaterOrEqual(t, int(child), j)
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
				var b batch
				for i, x := range c.Row {
					b.column(i)[0] = key(x)
				}
				s.forest.add(&b, 1, 0, len(s.forest.roots))
				require.Equal(t, c.Raw, b.sums[0])
			}
		}
	}
}
