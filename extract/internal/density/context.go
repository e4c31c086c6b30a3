package density

import (
	"fmt"

	"github.com/pithtext/pith/extract/internal/block"
)

// What the second step knows of a block beside its features: the first step's
// scores of the blocks around it, of its containers and of the blocks that
// are built alike. Means are weighted by words.
const (
	score       = iota
	pageMean    // of all blocks
	pageMass    // expected words of content on the page
	before      // share of that mass before the block
	path        // mean of the blocks of its path
	follows     // mean of the three blocks after it, up to the next heading
	section     // mean of the blocks up to the next heading
	heading     // score of the last heading above
	twin        // score of the first block with the same text
	firstLikely // blocks since the first likely block; negative before it
	lastLikely  // blocks to the last one
	likelyAbove // words since the last likely block above
	likelyBelow // words to the next one
	gapWords    // words of the run of unlikely blocks that it is in
	gapBlocks
	around5 // mean over windows centred on it
	around11
	around25
	nearby // scores of the neighbours in offsets
)

var offsets = [...]int{-4, -3, -2, -1, 1, 2, 3, 4}

const (
	holding    = nearby + len(offsets)               // mean of each container
	massOf     = holding + block.MaxContainers       // share of the page's mass in each container
	numContext = massOf + block.MaxContainers        // length of a row of context
	NumInputs  = int(block.NumFeatures) + numContext // length of a row of the second step
)

var contextNames = [nearby]string{"score", "page_mean", "page_mass", "mass_before", "path_score", "follows_score",
	"section_score", "heading_score1", "twin_score", "first_likely", "last_likely", "likely_above", "likely_below",
	"gap_words", "gap_blocks", "around5", "around11", "around25"}

// InputName names input i of the second step.
func InputName(i int) string {
	if i < int(block.NumFeatures) {
		return block.Feature(i).String()
	}
	switch i -= int(block.NumFeatures); {
	case i < nearby:
		return contextNames[i]
	case i < holding:
		return fmt.Sprintf("first_at%+d", offsets[i-nearby])
	case i < massOf:
		return fmt.Sprintf("first_in%d", i-holding)
	}
	return fmt.Sprintf("mass_in%d", i-massOf)
}

// likely is the first-step score from which a block counts as likely content.
const likely = 0.5

// Context computes the second step's context of every block from the first
// step's scores: len(scores) rows of numContext.
func Context(m *block.Measures, scores []float32) []float32 {
	n := m.Len
	rows := make([]float32, n*numContext)
	mass := make([]float32, n+1)  // running sums of words times score
	words := make([]float32, n+1) // and of words
	type sum struct{ mass, words float32 }
	var paths []sum
	first, last := -1, -1
	for i, p := range scores {
		w := m.Words[i]
		mass[i+1], words[i+1] = mass[i]+w*p, words[i]+w
		for int(m.Path[i]) >= len(paths) {
			paths = append(paths, sum{})
		}
		paths[m.Path[i]].mass += w * p
		paths[m.Path[i]].words += w
		if p >= likely && w > 0 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	mean := func(from, to int) float32 {
		from, to = max(from, 0), min(to, n)
		if w := words[to] - words[from]; w > 0 {
			return (mass[to] - mass[from]) / w
		}
		return 0
	}
	total := mass[n]
	for i := range n {
		r := rows[i*numContext : (i+1)*numContext]
		r[score] = scores[i]
		r[pageMean], r[pageMass] = mean(0, n), total
		r[before] = share(mass[i], total)
		r[path] = share(paths[m.Path[i]].mass, paths[m.Path[i]].words)
		r[twin] = scores[m.First[i]]
		r[firstLikely], r[lastLikely] = block.NoValue, block.NoValue
		if first >= 0 {
			r[firstLikely], r[lastLikely] = float32(i-first), float32(last-i)
		}
		r[around5], r[around11], r[around25] = mean(i-2, i+3), mean(i-5, i+6), mean(i-12, i+13)
		for k, d := range offsets {
			r[nearby+k] = block.NoValue
			if j := i + d; j >= 0 && j < n {
				r[nearby+k] = scores[j]
			}
		}
		for k, c := range m.Containers[i] {
			if c.Len() == 0 {
				r[holding+k], r[massOf+k] = block.NoValue, block.NoValue
				continue
			}
			r[holding+k] = mean(int(c.Start), int(c.End))
			r[massOf+k] = share(mass[c.End]-mass[c.Start], total)
		}
	}
	sections(m, scores, rows, mean)
	gaps(m, scores, rows, words)
	return rows
}

// sections fills what headings say of the blocks below them and the other way
// round.
func sections(m *block.Measures, scores, rows []float32, mean func(from, to int) float32) {
	next := m.Len
	for i := m.Len - 1; i >= 0; i-- {
		r := rows[i*numContext:]
		r[follows] = mean(i+1, min(next, i+4))
		r[section] = mean(i+1, next)
		if m.Blocks[i].Kind == block.Heading {
			next = i
		}
	}
	above := block.NoValue
	for i := range m.Len {
		rows[i*numContext+heading] = above
		if m.Blocks[i].Kind == block.Heading {
			above = scores[i]
		}
	}
}

// gaps fills the distances to likely blocks and the size of the run of
// unlikely ones around a block.
func gaps(m *block.Measures, scores, rows, words []float32) {
	from := 0
	for i := 0; i <= m.Len; i++ {
		if i < m.Len && scores[i] < likely {
			continue
		}
		for j := from; j < i; j++ { // the run [from, i) of unlikely blocks
			r := rows[j*numContext:]
			r[likelyAbove], r[likelyBelow] = block.NoValue, block.NoValue
			if from > 0 {
				r[likelyAbove] = words[j] - words[from]
			}
			if i < m.Len {
				r[likelyBelow] = words[i] - words[j+1]
			}
			r[gapWords], r[gapBlocks] = words[i]-words[from], float32(i-from)
		}
		from = i + 1
	}
}

func share(x, y float32) float32 {
	if y == 0 {
		return 0
	}
	return x / y
}
