package main

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// align labels the blocks of a page by its gold text: the share of each
// block's words that stand in the gold, words in order. A block matches the
// gold at a place, and of all matches the chain with the most words is taken
// whose places follow one another in both texts; so a menu entry that happens
// to equal a line of the gold stays out.
func align(blocks [][]uint32, gold string) []float32 {
	g := newGold(gold)
	labels := make([]float32, len(blocks))
	var all []match
	best := newMaxTree(len(g.words) + 2)
	for b, words := range blocks {
		from := len(all)
		all = g.matches(all, words, b)
		for i := from; i < len(all); i++ {
			all[i].score, all[i].previous = best.upTo(all[i].start)
			all[i].score += all[i].weight
		}
		for i := from; i < len(all); i++ {
			best.raise(all[i].end, all[i].score, i)
		}
	}
	covered := make([]bool, len(g.words))
	_, last := best.upTo(len(g.words) + 1)
	var chain []match
	for i := last; i >= 0; i = all[i].previous {
		chain = append(chain, all[i])
	}
	for k, m := range chain { // from the last to the first
		if m.loose && !(k > 0 && chain[k-1].start-m.end <= 3 || k+1 < len(chain) && m.start-chain[k+1].end <= 3) {
			continue
		}
		labels[m.block] = m.share
		for i := m.start; i < m.end; i++ {
			covered[i] = true
		}
	}
	// Gold is not always in the page's order: a long block whose place in the
	// gold nobody took is content all the same.
	for _, m := range all {
		if labels[m.block] > 0 || m.share < 0.7 || m.end-m.start < 8 {
			continue
		}
		free := 0
		for i := m.start; i < m.end; i++ {
			if !covered[i] {
				free++
			}
		}
		if free*5 < (m.end-m.start)*4 {
			continue
		}
		labels[m.block] = m.share
		for i := m.start; i < m.end; i++ {
			covered[i] = true
		}
	}
	return labels
}

// match is a place of the gold at which a block's words stand.
type match struct {
	block      int
	start, end int // words of the gold
	share      float32
	weight     float32
	loose      bool // a few words inside a line: believed only beside another match
	score      float32
	previous   int
}

type goldText struct {
	words    []uint32
	lines    []bool // a line begins at the word; one more at the end
	shingles map[[4]uint32][]int
	singles  map[uint32][]int
}

func newGold(text string) *goldText {
	g := &goldText{shingles: map[[4]uint32][]int{}, singles: map[uint32][]int{}}
	for _, line := range strings.Split(text, "\n") {
		hs := block.WordHashes(line)
		for i := range hs {
			g.lines = append(g.lines, i == 0)
		}
		g.words = append(g.words, hs...)
	}
	g.lines = append(g.lines, true)
	for i, w := range g.words {
		g.singles[w] = append(g.singles[w], i)
		if i+4 <= len(g.words) {
			k := [4]uint32(g.words[i : i+4])
			g.shingles[k] = append(g.shingles[k], i)
		}
	}
	return g
}

// most is how many places of one block, or of one shingle, are looked at.
const most = 40

func (g *goldText) matches(all []match, words []uint32, b int) []match {
	n := len(words)
	if n == 0 {
		return all
	}
	if n < 4 {
		return g.short(all, words, b)
	}
	type span struct{ hits, first, last int }
	diagonals := map[int]*span{}
	for i := 0; i+4 <= n; i++ {
		at := g.shingles[[4]uint32(words[i:i+4])]
		for _, p := range at[:min(len(at), most)] {
			d := (p - i) / 8 // small insertions stay in one diagonal
			s := diagonals[d]
			if s == nil {
				s = &span{first: p}
				diagonals[d] = s
			}
			s.hits++
			s.first, s.last = min(s.first, p), max(s.last, p+4)
		}
	}
	// A block that gold has with insertions spreads over diagonals: join the
	// ones that lie side by side.
	for d, s := range diagonals {
		hits, first, last := s.hits, s.first, s.last
		for _, near := range [...]int{d - 1, d + 1} {
			if o := diagonals[near]; o != nil {
				hits += o.hits
				first, last = min(first, o.first), max(last, o.last)
			}
		}
		share := min(1, float32(hits)/float32(n-3))
		if share < 0.3 || last-first > 2*n+8 {
			if share = float32(s.hits) / float32(n-3); share < 0.3 {
				continue
			}
			first, last = s.first, s.last
		}
		all = append(all, match{block: b, start: first, end: last, share: share, weight: share * float32(n)})
	}
	return all
}

// short matches blocks of up to three words: whole lines of the gold, and
// loosely any place where the words stand.
func (g *goldText) short(all []match, words []uint32, b int) []match {
	n := len(words)
	at := g.singles[words[0]]
	for _, p := range at[:min(len(at), most)] {
		if p+n > len(g.words) {
			continue
		}
		same := true
		for i, w := range words {
			same = same && g.words[p+i] == w
		}
		if !same {
			continue
		}
		// Of equal labels the later one is the heading: menus come first.
		m := match{block: b, start: p, end: p + n, share: 1, weight: float32(n) + float32(b)*1e-4}
		if !g.lines[p] || !g.lines[p+n] {
			m.loose, m.weight = true, 0.3*float32(n)
		}
		all = append(all, m)
	}
	return all
}

// maxTree answers for the best score of all chains that end up to a place
// (Fenwick, 1994, with maxima).
type maxTree struct {
	score []float32
	item  []int
}

func newMaxTree(n int) *maxTree {
	t := &maxTree{score: make([]float32, n+2), item: make([]int, n+2)}
	for i := range t.item {
		t.item[i] = -1
	}
	return t
}

func (t *maxTree) upTo(i int) (score float32, item int) {
	item = -1
	for i = min(i+1, len(t.score)-1); i > 0; i -= i & -i {
		if t.score[i] > score {
			score, item = t.score[i], t.item[i]
		}
	}
	return score, item
}

func (t *maxTree) raise(i int, score float32, item int) {
	for i++; i < len(t.score); i += i & -i {
		if score > t.score[i] {
			t.score[i], t.item[i] = score, item
		}
	}
}
