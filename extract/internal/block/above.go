package block

// above fills the features of what stands above and below a block: the last
// heading and the last short label with the learned values of their words,
// sentences, long blocks, runs of short ones.
func (m *measurer) above() {
	heading, label, sentence, longBlock := -1, -1, -1, -1
	for i := range m.Blocks {
		row := m.Row(i)
		m.since(row, i, heading, HeadingScore, HeadingBlocks, HeadingWords)
		m.since(row, i, label, LabelScore, LabelBlocks, LabelWords)
		row[HeadingLevel] = NoValue
		if heading >= 0 {
			row[HeadingLevel] = float32(m.Blocks[heading].Level)
		}
		row[SentenceAbove], row[LongAbove] = distance(i, sentence), distance(i, longBlock)
		s := &m.shapes[i]
		if m.Blocks[i].Kind == Heading {
			heading = i
		}
		if m.label(i) {
			label = i
		}
		if s.ends == endsSentence {
			sentence = i
		}
		if s.words >= long {
			longBlock = i
		}
	}
	sentence, longBlock = -1, -1
	for i := m.Len - 1; i >= 0; i-- {
		row := m.Row(i)
		row[SentenceBelow], row[LongBelow] = distance(sentence, i), distance(longBlock, i)
		if m.shapes[i].ends == endsSentence {
			sentence = i
		}
		if m.shapes[i].words >= long {
			longBlock = i
		}
	}
	m.shortRuns()
}

// since fills the features of the block named at, the last of its sort above i.
func (m *measurer) since(row []float32, i, at int, score, blocks, words Feature) {
	if at < 0 {
		row[score], row[blocks], row[words] = NoValue, NoValue, NoValue
		return
	}
	row[score] = m.Row(at)[WordScoreSum]
	row[blocks] = float32(i - at)
	row[words] = float32(m.sums[i].words - m.sums[at].words)
}

// distance is i-j in blocks; the unknown where one of them is not there.
func distance(i, j int) float32 {
	if i < 0 || j < 0 {
		return NoValue
	}
	return float32(i - j)
}

func (m *measurer) shortRuns() {
	from := 0
	for i := 1; i <= m.Len; i++ {
		if i < m.Len && m.isShort(i) == m.isShort(from) {
			continue
		}
		a, b := m.sums[from], m.sums[i]
		links := ratio(float32(b.links-a.links), float32(b.bytes-a.bytes))
		for j := from; j < i; j++ {
			row := m.Row(j)
			row[ShortRun], row[ShortRunPlace], row[ShortRunLinks] = 0, 0, links
			if m.isShort(from) {
				row[ShortRun], row[ShortRunPlace] = float32(i-from), float32(j-from)
			}
			if m.Origin == Text {
				row[ShortRunLinks] = NoValue
			}
		}
		from = i
	}
}

// layout fills the features of scraped text's layout.
func (m *measurer) layout() {
	longest := 1
	for i := range m.Blocks {
		longest = max(longest, len(m.Blocks[i].Text))
	}
	for i := range m.Blocks {
		row, l := m.Row(i), m.Blocks[i].Line
		row[LengthShare] = float32(len(m.Blocks[i].Text)) / float32(longest)
		if m.Origin == HTML {
			for f := Indent; f <= IndentChange; f++ {
				if f != LengthShare {
					row[f] = NoValue
				}
			}
			continue
		}
		row[Indent] = float32(l.Indent)
		row[Blanks] = float32(l.Blanks)
		row[Bulleted] = flag(l.Bullet)
		row[JoinedLines] = float32(l.Lines)
		row[BlanksAfter], row[IndentChange] = NoValue, NoValue
		if i+1 < m.Len {
			row[BlanksAfter] = float32(m.Blocks[i+1].Line.Blanks)
		}
		if i > 0 {
			row[IndentChange] = float32(l.Indent - m.Blocks[i-1].Line.Indent)
		}
	}
}

// near copies features of the neighbours and sums over windows.
func (m *measurer) near() {
	for i := range m.Blocks {
		row := m.Row(i)
		for k, d := range offsets {
			f := row[int(neighbours)+k*numNeighbour:][:numNeighbour]
			j := i + d
			if j < 0 || j >= m.Len {
				for x := range f {
					f[x] = NoValue
				}
				continue
			}
			o := m.Row(j)
			f[nearWords], f[nearLinks], f[nearEnds] = o[Words], o[LinkDensity], o[EndsSentence]
			f[nearKind], f[nearScore] = o[KindOf], o[WordScoreSum]
			f[nearPath] = flag(m.Path[i] == m.Path[j])
		}
		for k, width := range spans {
			f := row[int(windows)+k*numWindow:][:numWindow]
			from, to := m.sums[max(0, i-width/2)], m.sums[min(m.Len, i+width/2+1)]
			n := float32(min(m.Len, i+width/2+1) - max(0, i-width/2))
			f[windowWords] = float32(to.words-from.words) / n
			f[windowLinks] = ratio(float32(to.links-from.links), float32(to.bytes-from.bytes))
			f[windowSentences] = float32(to.ends-from.ends) / n
			f[windowLong] = float32(to.long - from.long)
			f[windowScore] = (to.score - from.score) / n
			if m.Origin == Text {
				f[windowLinks] = NoValue
			}
		}
	}
}
