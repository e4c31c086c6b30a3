package block

// paths finds the blocks that are built alike and fills the features of their
// path: the tags and classes of the last four elements, and the tags alone of
// the last six.
func (m *measurer) paths() {
	if m.Origin == Text {
		for i := range m.Blocks {
			b := &m.Blocks[i]
			key := uint32(b.Kind)<<16 | uint32(b.Level)<<8 | uint32(b.Line.Indent)<<1
			if b.Line.Bullet {
				key |= 1
			}
			m.Path[i] = int32(key)
		}
		m.group(m.Path, PathCount)
		for i := range m.Blocks {
			row := m.Row(i)
			for f := TagPathCount; f <= TagPathShare; f++ {
				row[f] = NoValue
			}
			row[PathLinks] = NoValue
		}
		m.pathRuns()
		return
	}
	tags := make([]int32, m.Len)
	for i := range m.Blocks {
		e := m.Blocks[i].Element
		m.Path[i] = int32(m.around[e].path4)
		tags[i] = int32(m.around[e].tags6)
	}
	m.group(m.Path, PathCount)
	m.group(tags, TagPathCount)
	m.pathRuns()
}

// group numbers equal keys in order of appearance and fills the four features
// from first: count, mean words, link density, share of words.
func (m *measurer) group(keys []int32, first Feature) {
	type total struct{ blocks, words, bytes, links int32 }
	numbers := make(map[int32]int32, 64)
	var totals []total
	for i, k := range keys {
		n, ok := numbers[k]
		if !ok {
			n = int32(len(totals))
			numbers[k] = n
			totals = append(totals, total{})
		}
		keys[i] = n
		t := &totals[n]
		t.blocks++
		t.words += int32(m.shapes[i].words)
		t.bytes += int32(len(m.Blocks[i].Text))
		t.links += m.links[i]
	}
	all := float32(m.sums[m.Len].words)
	for i, n := range keys {
		t, row := totals[n], m.Row(i)
		row[first] = float32(t.blocks) / float32(m.Len)
		row[first+1] = float32(t.words) / float32(t.blocks)
		row[first+2] = ratio(float32(t.links), float32(t.bytes))
		row[first+3] = ratio(float32(t.words), all)
	}
}

// pathRuns measures the runs of neighbouring blocks of one path.
func (m *measurer) pathRuns() {
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && m.Path[i] == m.Path[from] {
			continue
		}
		for j := from; j < i; j++ {
			m.Row(j)[PathRun] = float32(i - from)
		}
		from = i
	}
}

// repeats counts how often a block's text stands on the page.
func (m *measurer) repeats() {
	first := make(map[string]int32, m.Len)
	count := make([]int32, m.Len)
	for i := range m.Blocks {
		f, ok := first[m.Blocks[i].Text]
		if !ok {
			f = int32(i)
			first[m.Blocks[i].Text] = f
		}
		m.First[i] = f
		count[f]++
	}
	for i := range m.Blocks {
		row := m.Row(i)
		row[Repeats] = float32(count[m.First[i]])
		row[RepeatBefore] = flag(m.First[i] < int32(i))
	}
}
