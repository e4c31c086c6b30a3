package block

import "unicode"

// Column sets dst[k] to feature f of block blocks[k]. Features are made column
// by column, for some blocks at a time, because a classifier looks at a part
// of them only: nothing holds all features of all blocks of a page.
func (m *Measures) Column(dst []float32, f Feature, blocks []int32) {
	dst = dst[:len(blocks)]
	switch {
	case m.lacks(f):
		Fill(dst, NoValue)
	case f >= containers:
		k, what := int(f-containers)/numContainer, int(f-containers)%numContainer
		if what == holdOwnPart {
			Each(dst, blocks, func(i int32) float32 { return m.part(i, m.Inside[i][k]) })
			return
		}
		inside, containers := m.Inside, m.Containers
		Each(dst, blocks, func(i int32) float32 { return containers[inside[i][k]].facts[what] })
	case f >= windows:
		m.window(dst, spans[int(f-windows)/numWindow], int(f-windows)%numWindow, blocks)
	case f >= neighbours:
		m.neighbour(dst, int32(offsets[int(f-neighbours)/numNeighbour]), int(f-neighbours)%numNeighbour, blocks)
	case f >= PageBlocks:
		Fill(dst, m.ofPage[f])
	case f >= TagOf && f <= SmallTokens || f == Depth:
		m.element(dst, f, blocks)
	case f >= PathCount:
		m.kinship(dst, f, blocks)
	case f >= PlaceBlocks:
		m.place(dst, f, blocks)
	default:
		m.alone(dst, f, blocks)
	}
}

// lacks reports whether pages of m's origin do not have feature f.
func (m *Measures) lacks(f Feature) bool {
	if m.Page.Origin == HTML {
		return f == Indent || f == Blanks
	}
	switch f {
	case Links, StrongShare, PathLinks, TagPathCount, TagPathWords, TagPathLinks, TagPathShare, ShortRunLinks:
		return true
	}
	if f < neighbours {
		return false
	}
	if f < windows {
		return int(f-neighbours)%numNeighbour == nearLinks
	}
	return f < containers && int(f-windows)%numWindow == windowLinks
}

// Each sets dst[k] to of(blocks[k]); it is inlined with of.
func Each(dst []float32, blocks []int32, of func(i int32) float32) {
	dst = dst[:len(blocks)]
	for k, i := range blocks {
		dst[k] = of(i)
	}
}

// Fill sets all of dst to v.
func Fill(dst []float32, v float32) {
	for k := range dst {
		dst[k] = v
	}
}

// alone makes the features that a block has by itself.
func (m *Measures) alone(dst []float32, f Feature, blocks []int32) {
	facts := m.facts
	switch f {
	case Words:
		Each(dst, blocks, func(i int32) float32 { return m.Words[i] })
	case Chars:
		Each(dst, blocks, func(i int32) float32 { return facts[i].chars() })
	case WordLength:
		Each(dst, blocks, func(i int32) float32 { return ratio(facts[i].chars(), m.Words[i]) })
	case LongestWord:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].longest) })
	case Links:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].links) })
	case TextDensity:
		Each(dst, blocks, func(i int32) float32 {
			if wrapped := facts[i].wrapped; wrapped > 0 {
				return float32(wrapped) / float32(max(1, len(m.Blocks[i].Text)/80))
			}
			return m.Words[i]
		})
	case Sentences:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].sentences) })
	case Commas:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].commas) })
	case EndsSentence:
		Each(dst, blocks, func(i int32) float32 { return flag(facts[i].ends == endsSentence) })
	case EndsColon:
		Each(dst, blocks, func(i int32) float32 { return flag(facts[i].ends == endsColon) })
	case EndsEllipsis:
		Each(dst, blocks, func(i int32) float32 { return flag(facts[i].ends == endsEllipsis) })
	case StartsLower:
		Each(dst, blocks, func(i int32) float32 { return flag(unicode.IsLower(facts[i].starts)) })
	case Capitalised:
		Each(dst, blocks, func(i int32) float32 { return ratio(float32(facts[i].capitalised), m.Words[i]) })
	case AllCaps:
		Each(dst, blocks, func(i int32) float32 { return ratio(float32(facts[i].upper), float32(facts[i].letters)) })
	case Digits:
		Each(dst, blocks, func(i int32) float32 { return ratio(float32(facts[i].digits), facts[i].chars()) })
	case Separators:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].separators) })
	case Questions:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].questions) })
	case Quotes:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].quotes) })
	case ShortWords:
		Each(dst, blocks, func(i int32) float32 { return ratio(float32(facts[i].short), m.Words[i]) })
	case NonASCII:
		Each(dst, blocks, func(i int32) float32 { return ratio(float32(facts[i].nonASCII), float32(facts[i].letters)) })
	case StrongShare:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].strong) / float32(len(m.Blocks[i].Text)) })
	case KindOf:
		Each(dst, blocks, func(i int32) float32 { return float32(m.Blocks[i].Kind) })
	case Level_:
		Each(dst, blocks, func(i int32) float32 { return float32(m.Blocks[i].Level) })
	case ClockOrDate:
		Each(dst, blocks, func(i int32) float32 { return flag(facts[i].clock) })
	case Currency:
		Each(dst, blocks, func(i int32) float32 { return flag(facts[i].currency) })
	case FirstWordScore:
		Each(dst, blocks, func(i int32) float32 { return facts[i].opening })
	case WordScoreSum:
		Each(dst, blocks, func(i int32) float32 { return facts[i].score })
	case WordScoreMin:
		Each(dst, blocks, func(i int32) float32 { return facts[i].least })
	case WordScoreMax:
		Each(dst, blocks, func(i int32) float32 { return facts[i].most })
	case WordScoreMean:
		Each(dst, blocks, func(i int32) float32 { return facts[i].mean })
	}
}

// place makes the features of the block's place on the page.
func (m *Measures) place(dst []float32, f Feature, blocks []int32) {
	n, all := float32(len(m.Page.Blocks)), float32(m.sums[m.Len].words)
	switch f {
	case PlaceBlocks:
		Each(dst, blocks, func(i int32) float32 { return float32(m.At[i]) / n })
	case PlaceWords:
		Each(dst, blocks, func(i int32) float32 { return ratio(float32(m.sums[i].words), all) })
	case BlocksBefore:
		Each(dst, blocks, func(i int32) float32 { return float32(m.At[i]) })
	case BlocksAfter:
		Each(dst, blocks, func(i int32) float32 { return n - 1 - float32(m.At[i]) })
	case FromHeadline, WordsHeadline:
		h := int32(m.Headline)
		if h < 0 {
			Fill(dst, NoValue)
		} else if f == FromHeadline {
			Each(dst, blocks, func(i int32) float32 { return float32(i - h) })
		} else {
			Each(dst, blocks, func(i int32) float32 { return float32(m.sums[i].words - m.sums[h].words) })
		}
	case TitleOverlap:
		m.shared(dst, blocks, m.stated.title > 0, func(f *fact) float32 { return float32(f.inTitle) / float32(f.words) })
	case TitleCover:
		m.shared(dst, blocks, m.stated.title > 0, func(f *fact) float32 { return min(1, float32(f.inTitle)/float32(m.stated.title)) })
	case InDescription:
		m.shared(dst, blocks, m.stated.told > 3, func(f *fact) float32 { return float32(f.inTold) / float32(f.words) })
	}
}

// shared makes a feature of words that a block shares with something that the
// page states, if it is stated.
func (m *Measures) shared(dst []float32, blocks []int32, stated bool, of func(f *fact) float32) {
	Each(dst, blocks, func(i int32) float32 {
		if f := &m.facts[i]; stated && f.words > 0 {
			return of(f)
		}
		return NoValue
	})
}

// element makes the features of the elements around a block.
func (m *Measures) element(dst []float32, f Feature, blocks []int32) {
	elements, around := m.Page.Elements, m.around
	switch f {
	case Depth:
		m.ofElement(dst, blocks, func(e int32) float32 { return float32(elements[e].Depth) })
	case TagOf:
		m.ofElement(dst, blocks, func(e int32) float32 { return float32(elements[e].Tag) })
	case ParentTag:
		m.ofElement(dst, blocks, func(e int32) float32 {
			if e = elements[e].Parent; e < 0 {
				return 0
			}
			return float32(elements[e].Tag)
		})
	case InAside, InArticle, InMain, InFigure:
		m.ofElement(dst, blocks, func(e int32) float32 { return float32(around[e].inside >> (f - InAside) & 1) })
	case ArticleDepth:
		m.ofElement(dst, blocks, func(e int32) float32 { return float32(around[e].articles) })
	case OwnTokens:
		m.ofElement(dst, blocks, func(e int32) float32 { return around[e].own })
	case NearTokens:
		m.ofElement(dst, blocks, m.near)
	case AllTokens:
		m.ofElement(dst, blocks, func(e int32) float32 { return around[e].sum })
	case AllTokensMin:
		m.ofElement(dst, blocks, func(e int32) float32 { return around[e].least })
	case AllTokensMax:
		m.ofElement(dst, blocks, func(e int32) float32 { return around[e].most })
	case AllTokensMean:
		m.ofElement(dst, blocks, func(e int32) float32 { return ratio(around[e].sum, float32(around[e].known)) })
	case SmallTokens:
		m.ofElement(dst, blocks, func(e int32) float32 { return around[e].small })
	}
}

func (m *Measures) ofElement(dst []float32, blocks []int32, of func(e int32) float32) {
	all := m.Blocks
	Each(dst, blocks, func(i int32) float32 {
		if e := all[i].Element; e >= 0 {
			return of(e)
		}
		return NoValue
	})
}

// kinship makes the features of blocks built alike, of repetition, and of what
// stands above and below.
func (m *Measures) kinship(dst []float32, f Feature, blocks []int32) {
	facts := m.facts
	switch f {
	case PathCount, PathWords, PathLinks, PathShare:
		Each(dst, blocks, func(i int32) float32 { return m.paths.all[m.Path[i]].facts[f-PathCount] })
	case TagPathCount, TagPathWords, TagPathLinks, TagPathShare:
		Each(dst, blocks, func(i int32) float32 { return m.tagPaths.all[facts[i].tagPath].facts[f-TagPathCount] })
	case PathRun:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].run) })
	case Repeats:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].repeats) })
	case RepeatBefore:
		Each(dst, blocks, func(i int32) float32 { return flag(m.First[i] < i) })
	case HeadingScore:
		m.since(dst, blocks, func(f *fact) int32 { return f.heading }, func(_, at int32) float32 { return facts[at].score })
	case HeadingBlocks:
		m.since(dst, blocks, func(f *fact) int32 { return f.heading }, func(i, at int32) float32 { return float32(i - at) })
	case HeadingWords:
		m.since(dst, blocks, func(f *fact) int32 { return f.heading }, m.wordsSince)
	case HeadingLevel:
		m.since(dst, blocks, func(f *fact) int32 { return f.heading }, func(_, at int32) float32 { return float32(m.Blocks[at].Level) })
	case LabelScore:
		m.since(dst, blocks, func(f *fact) int32 { return f.label }, func(_, at int32) float32 { return facts[at].score })
	case LabelWords:
		m.since(dst, blocks, func(f *fact) int32 { return f.label }, m.wordsSince)
	case SentenceAbove:
		Each(dst, blocks, func(i int32) float32 { return distance(i, facts[i].sentence) })
	case SentenceBelow:
		Each(dst, blocks, func(i int32) float32 { return distance(facts[i].nextSentence, i) })
	case LongAbove:
		Each(dst, blocks, func(i int32) float32 { return distance(i, facts[i].longBlock) })
	case LongBelow:
		Each(dst, blocks, func(i int32) float32 { return distance(facts[i].nextLong, i) })
	case ShortRun:
		Each(dst, blocks, func(i int32) float32 {
			if !m.isShort(int(i)) {
				return 0
			}
			return float32(facts[i].shortRun.Len())
		})
	case ShortShare:
		Each(dst, blocks, m.shortShare)
	case DateAbove:
		Each(dst, blocks, func(i int32) float32 { return distance(i, facts[i].date) })
	case DateBelow:
		Each(dst, blocks, func(i int32) float32 { return distance(facts[i].nextDate, i) })
	case DatesAbove:
		Each(dst, blocks, func(i int32) float32 { return float32(facts[i].dates) })
	case DateGap:
		Each(dst, blocks, func(i int32) float32 {
			if f := &facts[i]; f.date >= 0 && f.nextDate >= 0 {
				return float32(m.between(f.date+1, f.nextDate).words)
			}
			return NoValue
		})
	case ShortRunLinks:
		Each(dst, blocks, func(i int32) float32 { return facts[i].runLinks })
	case Indent:
		Each(dst, blocks, func(i int32) float32 { return float32(m.Blocks[i].Line.Indent) })
	case Blanks:
		Each(dst, blocks, func(i int32) float32 { return float32(m.Blocks[i].Line.Blanks) })
	case LengthShare:
		Each(dst, blocks, func(i int32) float32 { return float32(len(m.Blocks[i].Text)) / float32(m.longest) })
	}
}

// since makes a feature of the last block of a sort above.
func (m *Measures) since(dst []float32, blocks []int32, last func(f *fact) int32, of func(i, at int32) float32) {
	Each(dst, blocks, func(i int32) float32 {
		if at := last(&m.facts[i]); at >= 0 {
			return of(i, at)
		}
		return NoValue
	})
}

func (m *Measures) wordsSince(i, at int32) float32 {
	return float32(m.sums[i].words - m.sums[at].words)
}

// neighbour makes a feature of the block so far away.
func (m *Measures) neighbour(dst []float32, away int32, what int, blocks []int32) {
	facts, all := m.facts, m.Blocks
	near := func(of func(j int32) float32) {
		Each(dst, blocks, func(i int32) float32 {
			if j := i + away; j >= 0 && int(j) < len(all) {
				return of(j)
			}
			return NoValue
		})
	}
	switch what {
	case nearWords:
		near(func(j int32) float32 { return float32(facts[j].words) })
	case nearLinks:
		near(func(j int32) float32 { return float32(facts[j].linked) / float32(len(all[j].Text)) })
	case nearEnds:
		near(func(j int32) float32 { return flag(facts[j].ends == endsSentence) })
	case nearKind:
		near(func(j int32) float32 { return float32(all[j].Kind) })
	case nearScore:
		near(func(j int32) float32 { return facts[j].score })
	}
}

// window makes a feature of the blocks around a block, width of them.
func (m *Measures) window(dst []float32, width, what int, blocks []int32) {
	all, before, after := m.sums, int32(width/2), int32(width/2+1)
	over := func(of func(from, to *sums, n float32) float32) {
		Each(dst, blocks, func(i int32) float32 {
			from, to := max(0, i-before), min(int32(m.Len), i+after)
			return of(&all[from], &all[to], float32(to-from))
		})
	}
	switch what {
	case windowWords:
		over(func(from, to *sums, n float32) float32 { return float32(to.words-from.words) / n })
	case windowLinks:
		over(func(from, to *sums, _ float32) float32 {
			return ratio(float32(to.links-from.links), float32(to.bytes-from.bytes))
		})
	case windowSentences:
		over(func(from, to *sums, n float32) float32 { return float32(to.ends-from.ends) / n })
	case windowLong:
		over(func(from, to *sums, _ float32) float32 { return float32(to.long - from.long) })
	case windowScore:
		over(func(from, to *sums, n float32) float32 { return (to.score - from.score) / n })
	}
}
