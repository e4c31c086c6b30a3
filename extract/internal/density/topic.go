package density

import "github.com/pithtext/pith/extract/internal/block"

// A topic is what a page's core, its sure blocks, is about: teasers, tickers
// and other articles' headlines read like an article, but not like this one.
type topic struct {
	stems []stem  // an open-addressing table, a power of two long
	size  int     // number of stems
	hits  []int32 // stems of the blocks before each block that other sure blocks have too; counted around blocks in doubt only
	all   []int32 // stems of the blocks before each block: Measures.StemsAt
}

// A stem of the core; its hash is zero where the table is empty.
type stem struct {
	hash   uint32
	blocks int32 // sure blocks that have it
	last   int32 // the last of them
}

// read finds the topic of a page's sure blocks, in the memory that t has.
func (t *topic) read(m *block.Measures, scores []float32) {
	t.size, t.hits, t.all = 0, sized(t.hits, m.Len+1), m.StemsAt
	t.hits[0] = 0
	room := 1
	for i, p := range scores {
		if p >= sure {
			room += int(t.all[i+1] - t.all[i])
		}
	}
	size := 2
	for size < 2*room {
		size *= 2
	}
	t.stems = sized(t.stems, size)
	clear(t.stems)
	for i, p := range scores {
		if p >= sure {
			t.add(int32(i), m.Stems[t.all[i]:t.all[i+1]])
		}
	}
	near := -1 // the last block so far that a block in doubt asks for
	for i := -topicReach; i < m.Len; i++ {
		if j := i + topicReach; j < m.Len && !settled(scores[j]) {
			near = j + topicReach
		}
		if i < 0 {
			continue
		}
		hits := t.hits[i]
		if i <= near {
			hits += t.shared(scores[i] >= sure, m.Stems[t.all[i]:t.all[i+1]])
		}
		t.hits[i+1] = hits
	}
}

// topicReach is how many blocks before and after a block are around it.
const topicReach = 4

// shared counts the stems of a block, which is sure itself or not, that other
// sure blocks have too.
func (t *topic) shared(sure bool, stems []uint32) (n int32) {
	own := int32(0)
	if sure {
		own = 1
	}
	for _, h := range stems {
		if t.at(h).blocks > own {
			n++
		}
	}
	return n
}

// add adds the stems of sure block i.
func (t *topic) add(i int32, stems []uint32) {
	for _, h := range stems {
		s := t.at(h)
		if s.hash == 0 {
			*s = stem{hash: h, last: -1}
			t.size++
		}
		if s.last != i {
			s.last = i
			s.blocks++
		}
	}
}

// at is where stem h is or would be.
func (t *topic) at(h uint32) *stem {
	mask := uint32(len(t.stems) - 1)
	for i := h >> 1 & mask; ; i = (i + 1) & mask { // the lowest bit is set in every hash
		s := &t.stems[i]
		other := s.hash
		if other == h {
			other = 0
		}
		if other == 0 { // one branch for both: which of them it is no processor could predict
			return s
		}
	}
}

// share is the share of the stems of the blocks [from, to) that other sure
// blocks have too; the unknown where there are none.
func (t *topic) share(from, to int32) float32 {
	n := t.all[to] - t.all[from]
	if n == 0 || t.size == 0 {
		return block.NoValue
	}
	return float32(t.hits[to]-t.hits[from]) / float32(n)
}
