package density

import (
	"math"
	"slices"

	"github.com/pithtext/pith/extract/internal/block"
)

// Favor moves the cut.
type Favor uint8

const (
	Balance  Favor = iota // best expected F1
	Precise               // precision counts twice as much as recall
	Complete              // recall counts twice as much as precision
)

// beta2 is the square of F-beta's beta (van Rijsbergen, Information Retrieval,
// 1979).
func (f Favor) beta2() float32 {
	switch f {
	case Precise:
		return 0.25
	case Complete:
		return 4
	}
	return 1
}

// Choose cuts the page by the blocks' scores and mends the cut by what any
// reader would say. It returns the verdicts on all blocks of the page and the
// expected F1 of what was chosen.
func Choose(m *block.Measures, scores []float32, favor Favor) ([]block.Verdict, float64) {
	return new(choice).choose(m, scores, favor)
}

// choose is Choose in the memory of c.
func (c *choice) choose(m *block.Measures, scores []float32, favor Favor) ([]block.Verdict, float64) {
	c.Measures, c.scores = m, append(c.scores[:0], scores...)
	c.chosen, c.reasons = sized(c.chosen, m.Len), sized(c.reasons, m.Len)
	clear(c.chosen)
	clear(c.reasons)
	c.cut(favor.beta2())
	c.mend()
	verdicts := make([]block.Verdict, len(m.Page.Blocks))
	for i, at := range m.At {
		verdicts[at] = block.Verdict{Content: c.chosen[i], Score: c.scores[i], Reason: c.reason(i)}
	}
	if m.Len < len(verdicts) {
		for i := range verdicts {
			if v := &verdicts[i]; v.Reason == "" {
				v.Reason = against(m.MarkOf(&m.Page.Blocks[i]))
			}
		}
	}
	expected := c.expected()
	c.Measures = nil // they are used for other pages
	return verdicts, float64(expected)
}

// choice is the set of blocks that is being chosen.
type choice struct {
	*block.Measures
	scores  []float32
	least   float32 // the score from which a block is worth taking
	chosen  []bool
	reasons []string // why a rule changed a verdict
	taken   []bool   // texts, by the first block that has them
	order   []uint64 // the likeliest first, then as they stand: bits of a score above the block
}

// cut chooses the blocks with the best expected F-beta: of all sets the best
// holds the likeliest blocks, so it is a prefix of the blocks by score. The
// expectation of the ratio is taken as the ratio of expectations.
func (c *choice) cut(beta2 float32) {
	c.order = c.order[:0]
	var mass float32 // expected words of content
	for i, p := range c.scores {
		if p > 0 {
			c.order = append(c.order, uint64(^math.Float32bits(p))<<32|uint64(i))
		}
		mass += float32(c.Words[i] * p)
	}
	slices.Sort(c.order)
	var hits, words, best float32
	take := 0
	for k, o := range c.order {
		i := uint32(o)
		hits += float32(c.Words[i] * c.scores[i])
		words += c.Words[i]
		if f := fScore(hits, words, mass, beta2); f > best {
			best, take = f, k+1
		}
	}
	if take > 0 && mass < leastMass && !c.clear(uint32(c.order[0])) {
		take = 0
	}
	// The best threshold for F1 is half of what it reaches (Lipton, Elkan,
	// Naryanaswamy, ECML 2014).
	c.least = max(leastScore, strictness[c.Page.Origin]*best/(1+beta2))
	for _, o := range c.order[:take] {
		i := uint32(o)
		c.chosen[i] = c.scores[i] >= c.least
	}
}

// strictness is how far above the best threshold the cut stands. What is near
// it errs together, a whole thread of comments or a list of teasers, and F1 is
// flat there: measured by cross-validation, the article's share of what is
// extracted grows by more than what is lost of it.
var strictness = [...]float32{block.HTML: 1.15, block.Text: 1.2}

// clear reports whether block i alone makes an article.
func (c *choice) clear(i uint32) bool {
	return c.scores[i] >= clearly && c.Words[i] > 2
}

const (
	leastMass  = 8    // expected words of content on a page with an article,
	clearly    = 0.8  // unless a block of more than a word or two scores this
	leastScore = 0.08 // a block with less is not content however little there is besides
)

func fScore(hits, words, mass, beta2 float32) float32 {
	if words == 0 || mass == 0 {
		return 0
	}
	return (1 + beta2) * hits / (words + float32(beta2*mass))
}

// expected is the expected F1 of the chosen blocks.
func (c *choice) expected() float32 {
	var hits, words, mass float32
	for i, p := range c.scores {
		mass += float32(c.Words[i] * p)
		if c.chosen[i] {
			hits += float32(c.Words[i] * p)
			words += c.Words[i]
		}
	}
	return fScore(hits, words, mass, 1)
}
