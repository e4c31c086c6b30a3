package block

// A Container is a range of blocks that belong together: the blocks of an
// element, or a run of blocks of scraped text.
type Container struct {
	Range
	facts [numContainer]float32 // all but the block's own part
}

// contain finds the containers of every block.
func (m *Measures) contain() {
	m.Containers = append(m.Containers[:0], Container{})
	for x := range m.Containers[0].facts {
		m.Containers[0].facts[x] = NoValue
	}
	if m.Page.Origin == Text {
		m.segments()
	} else {
		m.enclosing()
	}
}

// hold adds a container of the blocks in r, with the lexicon value of its
// element, and returns its index.
func (m *Measures) hold(r Range, tokens float32) int32 {
	t, page := m.between(r.Start, r.End), &m.sums[m.Len]
	n, words := float32(r.Len()), float32(t.words)
	c := Container{Range: r}
	c.facts[holdWords] = ratio(words, float32(page.words))
	c.facts[holdBlocks] = n
	c.facts[holdLinks] = t.linkDensity()
	c.facts[holdProse] = float32(t.ends) / n
	c.facts[holdLong] = float32(t.long)
	c.facts[holdMean] = words / n
	c.facts[holdHeads] = float32(t.heads)
	c.facts[holdPlace] = ratio(float32(m.sums[r.Start].words), float32(page.words))
	c.facts[holdTokens] = tokens
	c.facts[holdScore] = t.score / n
	m.Containers = append(m.Containers, c)
	return int32(len(m.Containers) - 1)
}

// part is the share of container c's words that block i holds.
func (m *Measures) part(i, c int32) float32 {
	if c == 0 {
		return NoValue
	}
	r := m.Containers[c].Range
	return ratio(m.Words[i], float32(m.sums[r.End].words-m.sums[r.Start].words))
}

// enclosing walks the elements around each block that hold more and more blocks.
func (m *Measures) enclosing() {
	m.widen()
	for i := range m.Blocks {
		e := m.Blocks[i].Element
		for e >= 0 && m.openOf(e).Len() < 2 {
			e = m.around[e].wider
		}
		for k := 0; e >= 0 && k < MaxContainers; k++ {
			a := &m.around[e]
			if a.container == 0 {
				a.container = m.hold(m.openOf(e), a.own)
			}
			m.Inside[i][k] = a.container
			e = a.wider
		}
	}
}

// widen finds for each element the nearest one around it that holds more blocks.
func (m *Measures) widen() {
	for e, holds := range m.holds {
		a := &m.around[e]
		if !holds || a.closed {
			continue
		}
		a.wider = m.Page.Elements[e].Parent
		if a.wider >= 0 && m.openOf(a.wider) == m.openOf(int32(e)) {
			a.wider = m.around[a.wider].wider
		}
	}
}

// segments gives the blocks of scraped text their containers: what stands
// between blank lines, what stands between two headings or labels, runs of
// short or of long blocks, and of blocks with one indent.
func (m *Measures) segments() {
	m.runs(0, func(i int) bool { return m.Blocks[i].Line.Blanks > 0 })
	m.runs(1, func(i int) bool { return m.label(i) })
	m.runs(2, func(i int) bool { return m.isShort(i) != m.isShort(i-1) })
	m.runs(3, func(i int) bool { return m.Blocks[i].Line.Indent != m.Blocks[i-1].Line.Indent })
}

// runs makes container k of the runs that begin where starts says so.
func (m *Measures) runs(k int, starts func(i int) bool) {
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && !starts(i) {
			continue
		}
		c := m.hold(Range{int32(from), int32(i)}, NoValue)
		for j := from; j < i; j++ {
			m.Inside[j][k] = c
		}
		from = i
	}
}

// isShort reports whether block i is too short to be prose.
func (m *Measures) isShort(i int) bool { return m.facts[i].words < 10 }

// label reports whether block i may name what follows: a heading, or a short
// line without a sentence's end.
func (m *Measures) label(i int) bool {
	f := &m.facts[i]
	return m.Blocks[i].Kind == Heading || f.words <= 6 && f.words > 0 && f.ends != endsSentence && !m.Blocks[i].Line.Bullet
}
