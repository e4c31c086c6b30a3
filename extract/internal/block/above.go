package block

// above finds what stands above and below every block: the last heading and
// the last short label, sentences, long blocks, runs of short ones.
func (m *Measures) above() {
	heading, label, sentence, longBlock := int32(-1), int32(-1), int32(-1), int32(-1)
	for i := range m.facts {
		f := &m.facts[i]
		f.heading, f.label, f.sentence, f.longBlock = heading, label, sentence, longBlock
		if m.Blocks[i].Kind == Heading {
			heading = int32(i)
		}
		if m.label(i) {
			label = int32(i)
		}
		if f.ends == endsSentence {
			sentence = int32(i)
		}
		if f.words >= long {
			longBlock = int32(i)
		}
	}
	sentence, longBlock = -1, -1
	for i := m.Len - 1; i >= 0; i-- {
		f := &m.facts[i]
		f.nextSentence, f.nextLong = sentence, longBlock
		if f.ends == endsSentence {
			sentence = int32(i)
		}
		if f.words >= long {
			longBlock = int32(i)
		}
	}
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && m.isShort(i) == m.isShort(from) {
			continue
		}
		for j := from; j < i; j++ {
			m.facts[j].shortRun = Range{int32(from), int32(i)}
		}
		from = i
	}
}

// distance is i-j in blocks; the unknown where one of them is not there.
func distance(i, j int32) float32 {
	if i < 0 || j < 0 {
		return NoValue
	}
	return float32(i - j)
}
