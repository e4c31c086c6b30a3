// Package density tells the blocks of an article from the rest of a page by
// what was measured of them: each block alone, those in doubt with their
// neighbours and containers, then all together. It does not know where the
// blocks come from.
//
// Density after C. Kohlschütter, P. Fankhauser, W. Nejdl, "Boilerplate
// Detection using Shallow Text Features", WSDM 2010; the two steps after
// jusText (J. Pomikálek, 2011), with learned trees in place of thresholds.
package density

import (
	"slices"
	"sync"

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

// scratch is memory that one classification after the other uses.
type scratch struct {
	blocks  []int32
	alone   []float32
	scores  []float32
	context Context
	answers answers
	column  [batchRows]float32
	choice  choice
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Classify returns a verdict on every block of the measured page and the
// expected F1 of the chosen ones.
func Classify(m *block.Measures, favor Favor) ([]block.Verdict, float64) {
	model := modelOf(m.Page.Origin)
	s := scratches.Get().(*scratch)
	if m.Len <= mostKept {
		defer scratches.Put(s)
	}
	s.blocks, s.alone = s.blocks[:0], sized(s.alone, m.Len)
	for i := range m.Len {
		s.blocks = append(s.blocks, int32(i))
	}
	s.score(&model.first, s.alone, s.blocks, m, nil)
	blocks := s.blocks[:0]
	for i, p := range s.alone {
		if !settled(p) {
			blocks = append(blocks, int32(i))
		}
	}
	s.scores = append(s.scores[:0], s.alone...)
	s.context.read(m, s.alone)
	s.score(&model.second, s.scores, blocks, m, &s.context)
	return s.choice.choose(m, s.scores, favor)
}

// settled reports whether a block with first score p is boilerplate, or text of
// the article, whatever stands around it: it keeps that score.
func settled(p float32) bool { return p < 0.2 || p >= 0.9 }

// mostKept is the size in blocks of the largest page whose memory is kept.
const mostKept = 1 << 14

// sized returns n values, in the memory of s if there is enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// score sets the calibrated probabilities of some blocks; context is nil in
// the first step.
func (s *scratch) score(by *step, scores []float32, blocks []int32, m *block.Measures, context *Context) {
	f := &by.forest
	for some := range slices.Chunk(blocks, batchRows) {
		column := s.column[:len(some)]
		for j, c := range by.inputs {
			if c < uint16(block.NumFeatures) {
				m.Column(column, block.Feature(c), some)
			} else {
				context.Column(column, int(c), some)
			}
			f.ask(&s.answers, j, &s.column, len(some))
		}
		var sums [batchRows]int32
		f.add(&sums, &s.answers, len(some))
		for k, i := range some {
			scores[i] = by.curve.at(sums[k])
		}
	}
}
