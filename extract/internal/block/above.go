package block

// above finds what stands above and below every block: the last heading and
// the last short label, sentences, long blocks, datelines, runs of short ones.
func (m *Measures) above() {
	heading, label, sentence, longBlock := int32(-1), int32(-1), int32(-1), int32(-1)
	date, dates, shorts := int32(-1), int32(0), int32(0)
	for i := range m.facts {
		f := &m.facts[i]
		f.heading, f.label, f.sentence, f.longBlock = heading, label, sentence, longBlock
		f.date, f.dates = date, dates
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
		if f.isDate() {
			date = int32(i)
			dates++
		}
		if f.words < shortLine && f.ends != endsSentence {
			shorts++
		}
		f.shorts = shorts
	}
	sentence, longBlock, date = -1, -1, -1
	for i := m.Len - 1; i >= 0; i-- {
		f := &m.facts[i]
		f.nextSentence, f.nextLong, f.nextDate = sentence, longBlock, date
		if f.ends == endsSentence {
			sentence = int32(i)
		}
		if f.words >= long {
			longBlock = int32(i)
		}
		if f.isDate() {
			date = int32(i)
		}
	}
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && m.isShort(i) == m.isShort(from) {
			continue
		}
		run := Range{int32(from), int32(i)}
		t := m.between(run.Start, run.End)
		links := t.linkDensity()
		for j := from; j < i; j++ {
			m.facts[j].shortRun, m.facts[j].runLinks = run, links
		}
		from = i
	}
}

// shortLine is the number of words from which a line is not short.
const shortLine = 15

// isDate reports whether the block is a dateline, or a byline or label with a
// date: a short line that holds a time of day or a year.
func (f *fact) isDate() bool { return f.clock && f.words < shortLine-1 }

// shortShare is the share of short lines that are no sentence among the blocks
// around block i.
func (m *Measures) shortShare(i int32) float32 {
	const reach = 8
	from, to := max(i-reach, 0), min(i+reach, int32(m.Len-1))
	n := m.facts[to].shorts
	if from > 0 {
		n -= m.facts[from-1].shorts
	}
	return float32(n) / float32(to-from+1)
}

// distance is i-j in blocks; the unknown where one of them is not there.
func distance(i, j int32) float32 {
	if i < 0 || j < 0 {
		return NoValue
	}
	return float32(i - j)
}
