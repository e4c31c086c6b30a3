package block

// contain finds the containers of every block and fills their features.
func (m *measurer) contain() {
	for i := range m.Blocks {
		s, t := &m.shapes[i], m.sums[i]
		t.words += int32(s.words)
		t.bytes += int32(len(m.Blocks[i].Text))
		t.links += m.links[i]
		t.sentences += int32(s.sentences)
		t.score += m.Row(i)[WordScoreSum]
		if s.ends == endsSentence {
			t.ends++
		}
		if s.words >= long {
			t.long++
		}
		if m.Blocks[i].Kind == Heading {
			t.heads++
		}
		m.sums[i+1] = t
	}
	if m.Origin == Text {
		m.segments()
	} else {
		m.enclosing()
	}
	page := m.sums[m.Len]
	for i := range m.Blocks {
		row := m.Row(i)
		for k, r := range m.Containers[i] {
			f := row[int(containers)+k*numContainer:][:numContainer]
			if r.Len() == 0 {
				for j := range f {
					f[j] = NoValue
				}
				continue
			}
			from, to := m.sums[r.Start], m.sums[r.End]
			n := float32(r.Len())
			words := float32(to.words - from.words)
			f[holdWords] = ratio(words, float32(page.words))
			f[holdBlocks] = n
			f[holdLinks] = ratio(float32(to.links-from.links), float32(to.bytes-from.bytes))
			f[holdProse] = float32(to.ends-from.ends) / n
			f[holdLong] = float32(to.long - from.long)
			f[holdMean] = words / n
			f[holdHeads] = float32(to.heads - from.heads)
			f[holdPlace] = ratio(float32(from.words), float32(page.words))
			f[holdOwnPart] = ratio(m.Words[i], words)
			f[holdScore] = (to.score - from.score) / n
			f[holdTokens] = NoValue
		}
	}
	if m.Origin == HTML {
		m.containerTokens()
	}
}

// enclosing walks the elements around each block that hold more and more blocks.
func (m *measurer) enclosing() {
	for i := range m.Blocks {
		k := 0
		for e := m.container(i); e >= 0 && k < MaxContainers; e = m.around[e].wider {
			m.Containers[i][k] = m.page.Elements[e].Blocks
			k++
		}
	}
}

// container is the innermost element around block i that holds more blocks.
func (m *measurer) container(i int) int32 {
	e := m.Blocks[i].Element
	for e >= 0 && m.page.Elements[e].Blocks.Len() < 2 {
		e = m.around[e].wider
	}
	return e
}

func (m *measurer) containerTokens() {
	for i := range m.Blocks {
		row, k := m.Row(i), 0
		for e := m.container(i); e >= 0 && k < MaxContainers; e = m.around[e].wider {
			row[int(containers)+k*numContainer+holdTokens] = m.around[e].own
			k++
		}
	}
}

// segments gives the blocks of scraped text their containers: what stands
// between blank lines, what stands between two headings or labels, and runs of
// short or of long blocks.
func (m *measurer) segments() {
	m.runs(0, func(i int) bool { return m.Blocks[i].Line.Blanks > 0 })
	m.runs(1, func(i int) bool { return m.label(i) })
	m.runs(2, func(i int) bool { return m.isShort(i) != m.isShort(i-1) })
	m.runs(3, func(i int) bool { return m.Blocks[i].Line.Indent != m.Blocks[i-1].Line.Indent })
}

// runs makes container k of the runs that begin where starts says so.
func (m *measurer) runs(k int, starts func(i int) bool) {
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && !starts(i) {
			continue
		}
		for j := from; j < i; j++ {
			m.Containers[j][k] = Range{int32(from), int32(i)}
		}
		from = i
	}
}

// isShort reports whether block i is too short to be prose.
func (m *measurer) isShort(i int) bool { return m.shapes[i].words < 10 }

// label reports whether block i may name what follows: a heading, or a short
// line without a sentence's end.
func (m *measurer) label(i int) bool {
	s := &m.shapes[i]
	return m.Blocks[i].Kind == Heading || s.words <= 6 && s.words > 0 && s.ends != endsSentence && !m.Blocks[i].Line.Bullet
}
