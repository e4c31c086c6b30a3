// Package density tells the blocks of an article from the rest of a page by
// what was measured of them: each block alone, then with its neighbours and
// containers, then all together. It does not know where the blocks come from.
//
// Density after C. Kohlschütter, P. Fankhauser, W. Nejdl, "Boilerplate
// Detection using Shallow Text Features", WSDM 2010; the two steps after
// jusText (J. Pomikálek, 2011), with learned trees in place of thresholds.
package density

import "github.com/pithtext/pith/extract/internal/block"

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
	alone := model.first.scores(m, nil)
	return Choose(m, model.second.scores(m, Context(m, alone)), favor)
}

// scores are the calibrated probabilities of all blocks; context is nil in the
// first step.
func (s *step) scores(m *block.Measures, context []float32) []float32 {
	width := len(s.inputs)
	rows := make([]int32, m.Len*width)
	for i := range m.Len {
		own, row := m.Row(i), rows[i*width:(i+1)*width]
		for k, c := range s.inputs {
			if int(c) < len(own) {
				row[k] = key(own[c])
			} else {
				row[k] = key(context[i*numContext+int(c)-len(own)])
			}
		}
	}
	raw := make([]int32, m.Len)
	s.forest.add(raw, rows, width)
	scores := make([]float32, m.Len)
	for i, r := range raw {
		scores[i] = s.curve.at(r)
	}
	return scores
}
