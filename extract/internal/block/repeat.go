package block

import "hash/maphash"

// paths are the paths of a page's blocks, numbered in order of appearance.
type paths struct {
	all     []path
	numbers map[uint32]int32 // by key
	key     uint32           // of the last block
	number  int32            // of its path
}

// A path is what the blocks of one path are together.
type path struct {
	blocks, words, bytes, links int32
	facts                       [4]float32 // share of the page's blocks, mean words, link density, share of its words
}

// alike finds the blocks that are built alike: by the tags and classes of the
// last four elements and by the tags alone of the last six; in scraped text by
// kind and layout.
func (m *Measures) alike() {
	clear(m.numbers)
	m.paths = paths{all: m.paths.all[:0], numbers: m.numbers}
	for i := range m.Blocks {
		m.Path[i] = m.paths.add(m, i, m.pathKey(i))
	}
	m.paths.sum(m)
	if m.Page.Origin == HTML {
		clear(m.numbers)
		m.tagPaths = paths{all: m.tagPaths.all[:0], numbers: m.numbers}
		for i := range m.Blocks {
			m.facts[i].tagPath = m.tagPaths.add(m, i, m.tagKey(m.Blocks[i].Element))
		}
		m.tagPaths.sum(m)
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

// add adds block i to the path of a key and returns the path's number. Most
// blocks are built like the one before.
func (p *paths) add(m *Measures, i int, key uint32) int32 {
	if key != p.key || i == 0 {
		n, ok := p.numbers[key]
		if !ok {
			n = int32(len(p.all))
			p.numbers[key] = n
			p.all = append(p.all, path{})
		}
		p.key, p.number = key, n
	}
	t := &p.all[p.number]
	t.blocks++
	t.words += m.facts[i].words
	t.bytes += int32(len(m.Blocks[i].Text))
	t.links += m.facts[i].linked
	return p.number
}

// sum makes the facts of all paths.
func (p *paths) sum(m *Measures) {
	n, words := float32(m.Len), float32(m.sums[m.Len].words)
	for i := range p.all {
		t := &p.all[i]
		t.facts = [...]float32{float32(t.blocks) / n, float32(t.words) / float32(t.blocks),
			ratio(float32(t.links), float32(t.bytes)), ratio(float32(t.words), words)}
	}
}

func (m *Measures) pathKey(i int) uint32 {
	b := &m.Blocks[i]
	if m.Page.Origin == Text {
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
	for e, k := m.Page.Elements[b.Element].Parent, 1; e >= 0 && k < 4; e, k = m.Page.Elements[e].Parent, k+1 {
		key = key*fnvPrime ^ m.around[e].path
	}
	return key
}

func (m *Measures) tagKey(e int32) uint32 {
	if e < 0 {
		return 0
	}
	key := uint32(m.Page.Elements[e].Tag)
	for e, k := m.Page.Elements[e].Parent, 1; e >= 0 && k < 6; e, k = m.Page.Elements[e].Parent, k+1 {
		key = key*fnvPrime ^ uint32(m.Page.Elements[e].Tag)
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
