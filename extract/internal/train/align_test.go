package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

func TestAlign(t *testing.T) {
	const gold = "Rivers\nThe river rose by four metres in a single night.\nNobody in the valley had seen it so high.\nBridges\nTwo of the three bridges were closed until the morning."
	for name, c := range map[string]struct {
		blocks []string
		want   []bool
	}{
		"words in order": {
			[]string{"Home", "The river rose by four metres in a single night.", "Nobody in the valley had seen it so high.", "Share this"},
			[]bool{false, true, true, false},
		},
		"a menu entry that equals a line of the gold": {
			[]string{"Bridges", "Rivers", "Weather", "Rivers", "The river rose by four metres in a single night.", "Nobody in the valley had seen it so high.", "Bridges", "Two of the three bridges were closed until the morning."},
			[]bool{false, false, false, true, true, true, true, true},
		},
		"a teaser that quotes half of a sentence": {
			[]string{"The river rose by four metres while we slept, and more stories of the week from our reporters everywhere", "The river rose by four metres in a single night."},
			[]bool{false, true},
		},
		"a sentence in two pieces": {
			[]string{"The river rose by four metres", "in a single", "night."},
			[]bool{true, true, true},
		},
		"gold in another order than the page": {
			[]string{"Two of the three bridges were closed until the morning.", "The river rose by four metres in a single night.", "Nobody in the valley had seen it so high."},
			[]bool{true, true, true},
		},
		"the same text twice is content once": {
			[]string{"The river rose by four metres in a single night.", "Nobody in the valley had seen it so high.", "The river rose by four metres in a single night."},
			[]bool{true, true, false},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var words [][]uint32
			for _, b := range c.blocks {
				words = append(words, block.WordHashes(b))
			}
			labels := align(words, gold)
			got := make([]bool, len(labels))
			for i, l := range labels {
				got[i] = l > 0.5
			}
			require.Equal(t, c.want, got)
		})
	}
}
