package block

// open takes the blocks that are open to doubt: all but those of what the page
// itself calls navigation, footer or dialog. The others are as if they were not
// there.
func (m *Measures) open() {
	all := m.Page.Blocks
	m.At, m.before = m.At[:0], sized(m.before, len(all)+1)
	for i := range all {
		m.before[i] = int32(len(m.At))
		if e := all[i].Element; e < 0 || !m.around[e].closed {
			m.At = append(m.At, int32(i))
		}
	}
	m.Len = len(m.At)
	m.before[len(all)] = int32(m.Len)
	m.Blocks = all
	if m.Len < len(all) {
		m.opened = m.opened[:0]
		for _, i := range m.At {
			m.opened = append(m.opened, all[i])
		}
		m.Blocks = m.opened
	}
}

// openOf are the open blocks of element e.
func (m *Measures) openOf(e int32) Range {
	r := m.Page.Elements[e].Blocks
	return Range{m.before[r.Start], m.before[r.End]}
}
