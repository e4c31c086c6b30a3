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
	sureWords   // words of the page's sure blocks: its core
	unsureWords // words of the blocks that are neither sure nor unlikely
	coreShare   // sure words as a share of both
	coreAbove   // words since the last sure block above
	coreBelow   // words to the next one
	coreLevel   // containers up to the one that holds half of the core
	coreSize    // words of that container for each sure word
	corePath    // share of its path's words that are sure
	around5     // mean over windows centred on it
	around11
	around25
	nearby // scores of the neighbours in offsets
)

var offsets = [...]int{-4, -3, -2, -1, 1, 2, 3, 4}

const (
	holding    = nearby + len(offsets)               // mean of each container
	massOf     = holding + block.MaxContainers       // share of the page's mass in each container
	coreOf     = massOf + block.MaxContainers        // share of the page's core in each container
	numContext = coreOf + block.MaxContainers        // length of a row of context
	NumInputs  = int(block.NumFeatures) + numContext // length of a row of the second step
)

var contextNames = [nearby]string{"score", "page_mean", "page_mass", "mass_before", "path_score", "follows_score",
	"section_score", "heading_score1", "twin_score", "first_likely", "last_likely", "likely_above", "likely_below",
	"gap_words", "gap_blocks", "sure_words", "unsure_words", "core_share", "core_above", "core_below", "core_level",
	"core_size", "core_path", "around5", "around11", "around25"}

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
	if i < coreOf {
		return fmt.Sprintf("mass_in%d", i-massOf)
	}
	return fmt.Sprintf("core_in%d", i-coreOf)
}

// First-step scores from which a block counts as likely content, as surely
// content, and as not unlikely to be.
const (
	likely = 0.5
	sure   = 0.9
	unsure = 0.2
)

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
		mass[i+1], words[i+1] = mass[i]+float32(w*p), words[i]+w
		for int(m.Path[i]) >= len(paths) {
			paths = append(paths, sum{})
		}
		paths[m.Path[i]].mass += float32(w * p)
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
	core(m, scores, rows, words)
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

// core fills where a block stands to the page's core, the blocks that are
// surely content: a page with a large core is an article, and what is unsure
// away from the core is not part of it; a page without one is a list.
func core(m *block.Measures, scores, rows, words []float32) {
	sums := make([]float32, m.Len+1)
	paths := make(map[int32][2]float32)
	var unsureSum float32
	for i, p := range scores {
		w, t := m.Words[i], paths[m.Path[i]]
		sums[i+1] = sums[i]
		if p >= sure {
			sums[i+1] += w
			t[0] += w
		} else if p >= unsure {
			unsureSum += w
		}
		t[1] += w
		paths[m.Path[i]] = t
	}
	total := sums[m.Len]
	last := -1
	for i := range m.Len {
		r := rows[i*numContext : (i+1)*numContext]
		r[sureWords], r[unsureWords], r[coreShare] = total, unsureSum, share(total, total+unsureSum)
		t := paths[m.Path[i]]
		r[corePath] = share(t[0], t[1])
		r[coreAbove] = block.NoValue
		if last >= 0 {
			r[coreAbove] = words[i] - words[last+1]
		}
		if scores[i] >= sure {
			last = i
		}
		r[coreLevel], r[coreSize] = block.MaxContainers, block.NoValue
		for k, c := range m.Containers[i] {
			r[coreOf+k] = block.NoValue
			if c.Len() == 0 {
				continue
			}
			held := sums[c.End] - sums[c.Start]
			r[coreOf+k] = share(held, total)
			if 2*held > total && r[coreLevel] == block.MaxContainers {
				r[coreLevel], r[coreSize] = float32(k), share(words[c.End]-words[c.Start], total)
			}
		}
	}
	next := -1
	for i := m.Len - 1; i >= 0; i-- {
		rows[i*numContext+coreBelow] = block.NoValue
		if next >= 0 {
			rows[i*numContext+coreBelow] = words[next] - words[i+1]
		}
		if scores[i] >= sure {
			next = i
		}
	}
}

func share(x, y float32) float32 {
	if y == 0 {
		return 0
	}
	return x / y
}
