package block

import "hash/maphash"

// pathSums are the totals of the blocks of one path.
type pathSums struct{ blocks, words, bytes, links int32 }

// alike finds the blocks that are built alike: by the tags and classes of the
// last four elements and by the tags alone of the last six; in scraped text by
// kind and layout.
func (m *Measures) alike() {
	numbers := make(map[uint32]int32, 64)
	m.paths = m.paths[:0]
	for i := range m.Blocks {
		m.Path[i] = m.number(numbers, &m.paths, i, m.pathKey(i))
	}
	m.tagPaths = m.tagPaths[:0]
	if m.Origin == HTML {
		clear(numbers)
		for i := range m.Blocks {
			m.facts[i].tagPath = m.number(numbers, &m.tagPaths, i, m.tagKey(m.Blocks[i].Element))
		}
	}
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && m.Path[i] == m.Path[from] {
			continue
		}
		for j := from; j < i; j++ {
			m.facts[j].run = int32(i - from)
		}
		from = i
	}
}

// number returns the number of a key, in order of appearance, and adds block i
// to its totals.
func (m *Measures) number(numbers map[uint32]int32, totals *[]pathSums, i int, key uint32) int32 {
	n, ok := numbers[key]
	if !ok {
		n = int32(len(*totals))
		numbers[key] = n
		*totals = append(*totals, pathSums{})
	}
	t := &(*totals)[n]
	t.blocks++
	t.words += m.facts[i].words
	t.bytes += int32(len(m.Blocks[i].Text))
	t.links += m.facts[i].linked
	return n
}

func (m *Measures) pathKey(i int) uint32 {
	b := &m.Blocks[i]
	if m.Origin == Text {
		key := uint32(b.Kind)<<16 | uint32(b.Level)<<8 | uint32(b.Line.Indent)<<1
		if b.Line.Bullet {
			key |= 1
		}
		return key
	}
	if b.Element < 0 {
		return 0
	}
	key := m.around[b.Element].path
	for e, k := m.page.Elements[b.Element].Parent, 1; e >= 0 && k < 4; e, k = m.page.Elements[e].Parent, k+1 {
		key = key*fnvPrime ^ m.around[e].path
	}
	return key
}

func (m *Measures) tagKey(e int32) uint32 {
	if e < 0 {
		return 0
	}
	key := uint32(m.page.Elements[e].Tag)
	for e, k := m.page.Elements[e].Parent, 1; e >= 0 && k < 6; e, k = m.page.Elements[e].Parent, k+1 {
		key = key*fnvPrime ^ uint32(m.page.Elements[e].Tag)
	}
	return key
}

// repeats finds the blocks with equal texts.
func (m *Measures) repeats() {
	size := 1
	for size < 2*m.Len {
		size *= 2
	}
	m.twins = sized(m.twins, size)
	for i := range m.Blocks {
		first := m.twin(m.Blocks[i].Text)
		if *first == 0 {
			*first = int32(i) + 1
		}
		m.First[i] = *first - 1
		m.facts[m.First[i]].repeats++
	}
	for i, first := range m.First {
		m.facts[i].repeats = m.facts[first].repeats
	}
}

// textSeed keeps pages from being made of texts that meet in one place.
var textSeed = maphash.MakeSeed()

// twin is the place in twins of the blocks with a text.
func (m *Measures) twin(text string) *int32 {
	mask := uint64(len(m.twins) - 1)
	for at := maphash.String(textSeed, text); ; at++ {
		if first := &m.twins[at&mask]; *first == 0 || m.Blocks[*first-1].Text == text {
			return first
		}
	}
}
