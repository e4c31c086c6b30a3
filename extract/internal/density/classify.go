// Package density tells the blocks of an article from the rest of a page by
// what was measured of them: each block alone, then with its neighbours and
// containers, then all together. It does not know where the blocks come from.
//
// Density after C. Kohlschütter, P. Fankhauser, W. Nejdl, "Boilerplate
// Detection using Shallow Text Features", WSDM 2010; the two steps after
// jusText (J. Pomikálek, 2011), with learned trees in place of thresholds.
package density

import (
	"slices"

	"github.com/pithtext/pith/extract/internal/block"
)

// A model holds what was learned for one origin of pages.
type model struct {
	first   step // each block alone
	second  step // with its neighbours
	classes block.Lexicon
	words   block.Lexicon
}

func modelOf(o block.Origin) *model {
	if o == block.Text {
		return &textModel
	}
	return &htmlModel
}

// Lexicons are the values of class tokens and of words that block.Measure
// needs for pages of an origin.
func Lexicons(o block.Origin) (classes, words *block.Lexicon) {
	m := modelOf(o)
	return &m.classes, &m.words
}

// A step scores blocks by some of its inputs.
type step struct {
	inputs []uint16 // the columns that the forest looks at
	forest forest
	curve  curve // calibrated probability of a raw score
}

// Classify returns a verdict on every measured block and the expected F1 of
// the chosen ones.
func Classify(m *block.Measures, favor Favor) ([]block.Verdict, float64) {
	model := modelOf(m.Origin)
	blocks := make([]int32, m.Len)
	for i := range blocks {
		blocks[i] = int32(i)
	}
	alone := make([]float32, m.Len)
	model.first.score(alone, blocks, m, nil)
	blocks = slices.DeleteFunc(blocks, func(i int32) bool { return alone[i] < settled })
	scores := slices.Clone(alone)
	model.second.score(scores, blocks, m, NewContext(m, alone))
	return Choose(m, scores, favor)
}

// A block with a lower first score is boilerplate whatever stands around it,
// and keeps that score.
const settled = 0.02

// score sets the calibrated probabilities of some blocks; context is nil in
// the first step. Blocks go through the forest by the hundred, so that their
// rows stay in the processor's cache whatever the size of the page.
func (s *step) score(scores []float32, blocks []int32, m *block.Measures, context *Context) {
	const most = 128
	width := len(s.inputs)
	rows := make([]int32, min(len(blocks), most)*width)
	var column [most]float32
	var sums [most]int32
	for some := range slices.Chunk(blocks, most) {
		column := column[:len(some)]
		for j, c := range s.inputs {
			if c < uint16(block.NumFeatures) {
				m.Column(column, block.Feature(c), some)
			} else {
				context.Column(column, int(c), some)
			}
			for k, x := range column {
				rows[k*width+j] = key(x)
			}
		}
		clear(sums[:])
		s.forest.add(sums[:len(some)], rows, width)
		for k, i := range some {
			scores[i] = s.curve.at(sums[k])
		}
	}
}
