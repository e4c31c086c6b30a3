package block

import (
	"strings"
	"unicode"
)

// Measure computes the features of every block of a page. Time and memory are
// linear in the page; classes and words hold learned values of attribute
// tokens and of words.
func Measure(p *Page, classes, words *Lexicon) *Measures {
	n := len(p.Blocks)
	m := &measurer{
		Measures: &Measures{Len: n, Origin: p.Origin, Blocks: p.Blocks,
			values: make([]float32, n*int(NumFeatures)), Words: make([]float32, n),
			Containers: make([][MaxContainers]Range, n), Path: make([]int32, n), First: make([]int32, n)},
		page: p, classes: classes, lexicon: words,
		shapes: make([]shape, n), hashes: make([]uint32, 0, len(p.Flow)/4), words: make([]Range, n),
		sums: make([]sums, n+1), links: make([]int32, n),
	}
	m.shape()
	m.elements()
	m.contain()
	m.paths()
	m.repeats()
	m.headline()
	m.place()
	m.above()
	m.layout()
	m.pageLevel()
	m.near()
	return m.Measures
}

// measurer holds what the steps of Measure share.
type measurer struct {
	*Measures
	page    *Page
	classes *Lexicon
	lexicon *Lexicon
	shapes  []shape
	hashes  []uint32 // of all words in reading order
	words   []Range  // of each block, into hashes
	links   []int32  // bytes of each block that are in links
	sums    []sums   // of the blocks before each block
	around  []around // of each element
	title   int      // the likely headline's block, -1 for none
}

// sums are running totals over blocks.
type sums struct {
	words, bytes, links, sentences, ends, long, heads int32
	score                                             float32
}

// long is the number of words from which a block counts as long.
const long = 20

// shape fills the features that a block has alone.
func (m *measurer) shape() {
	for i := range m.page.Blocks {
		b, s, row := &m.page.Blocks[i], &m.shapes[i], m.Row(i)
		from := len(m.hashes)
		m.hashes = s.measure(b.Text, m.hashes)
		m.words[i] = Range{int32(from), int32(len(m.hashes))}
		m.Words[i] = float32(s.words)

		chars := float32(s.letters + s.digits)
		row[Words] = float32(s.words)
		row[Chars] = chars
		row[WordLength] = ratio(chars, float32(s.words))
		row[LongestWord] = float32(s.longest)
		if s.wrapped > 0 {
			row[TextDensity] = float32(s.wrapped) / float32(max(1, len(b.Text)/80))
		} else {
			row[TextDensity] = float32(s.words)
		}
		row[Lines] = float32(s.lines)
		row[Sentences] = float32(s.sentences)
		row[Commas] = float32(s.commas)
		row[EndsSentence] = flag(s.ends == endsSentence)
		row[EndsColon] = flag(s.ends == endsColon)
		row[EndsEllipsis] = flag(s.ends == endsEllipsis)
		row[StartsLower] = flag(unicode.IsLower(s.starts))
		row[Capitalised] = ratio(float32(s.capitalised), float32(s.words))
		row[AllCaps] = ratio(float32(s.upper), float32(s.letters))
		row[Digits] = ratio(float32(s.digits), chars)
		row[Separators] = float32(s.separators)
		row[Questions] = float32(s.questions)
		row[Quotes] = float32(s.quotes)
		row[Address] = flag(s.address)
		row[ShortWords] = ratio(float32(s.short), float32(s.words))
		row[Unspaced] = ratio(float32(s.unspaced), float32(s.letters))
		row[NonASCII] = ratio(float32(s.nonASCII), float32(s.letters))
		row[KindOf] = float32(b.Kind)
		row[Level_] = float32(b.Level)
		row[Numbered] = float32(b.Ordinal)
		row[QuotedText] = flag(b.Quoted)
		row[InTable] = flag(b.Table > 0)
		row[HeaderCell] = flag(b.Header)
		row[ClockOrDate] = flag(s.clock)
		row[Currency] = flag(s.currency)
		m.spans(i)
		m.wordScores(i)
	}
}

func (m *measurer) spans(i int) {
	b, row := &m.page.Blocks[i], m.Row(i)
	var share [spanKinds]int32
	var end [spanKinds]int32
	links := 0
	for _, s := range b.Spans {
		from := max(s.Start, end[s.Kind]) // nested spans of one kind count once
		if s.End > from {
			share[s.Kind] += s.End - from
			end[s.Kind] = s.End
		}
		if s.Kind == Link {
			links++
		}
	}
	size := float32(len(b.Text))
	m.links[i] = share[Link]
	row[Links] = float32(links)
	row[LinkDensity] = float32(share[Link]) / size
	row[StrongShare] = float32(share[Strong]) / size
	row[EmphasisShare] = float32(share[Emphasis]) / size
	row[CodeShare] = float32(share[CodeSpan]) / size
	if m.Origin == Text {
		for _, f := range [...]Feature{Links, LinkDensity, StrongShare, EmphasisShare, CodeShare} {
			row[f] = NoValue
		}
	}
}

// Seeds that keep single words and word pairs apart in the lexicon.
const pairSeed = 0x9e3779b9

// PairHash is the lexicon's hash of two neighbouring words.
func PairHash(x, y uint32) uint32 { return (x*fnvPrime^y)*fnvPrime ^ pairSeed }

func (m *measurer) wordScores(i int) {
	row, hs := m.Row(i), m.hashes[m.words[i].Start:m.words[i].End]
	var sum, least, most float32
	known := 0
	for _, h := range hs {
		if v, ok := m.lexicon.Value(h); ok {
			sum += v
			least, most = min(least, v), max(most, v)
			known++
		}
	}
	row[WordScoreSum], row[WordScoreMin], row[WordScoreMax] = sum, least, most
	row[WordScoreMean] = ratio(sum, float32(known))
	row[FirstWordScore] = NoValue
	if len(hs) > 1 {
		if v, ok := m.lexicon.Value(PairHash(hs[0], hs[1])); ok {
			row[FirstWordScore] = v
		}
	}
}

// headline finds the likely headline, the heading that shares most words with
// the page's title, and measures each block against title and description.
func (m *measurer) headline() {
	title := map[uint32]bool{}
	hs := (&shape{}).measure(m.page.Title, nil)
	for _, h := range hs {
		title[h] = true
	}
	about := map[uint32]bool{}
	description := m.page.meta("og:description", "description", "twitter:description")
	for _, h := range (&shape{}).measure(description, nil) {
		about[h] = true
	}
	body := m.page.articleBody()
	m.title = -1
	best := float32(0)
	for i := range m.Blocks {
		row := m.Row(i)
		hs := m.hashes[m.words[i].Start:m.words[i].End]
		row[TitleOverlap], row[TitleCover] = NoValue, NoValue
		row[InDescription], row[InBody] = NoValue, NoValue
		if len(hs) == 0 {
			continue
		}
		if len(title) > 0 {
			in := float32(0)
			for _, h := range hs {
				if title[h] {
					in++
				}
			}
			row[TitleOverlap] = in / float32(len(hs))
			row[TitleCover] = min(1, in/float32(len(title)))
			f := 2 * in / float32(len(hs)+len(title))
			if m.Blocks[i].Kind == Heading {
				f += float32(7-m.Blocks[i].Level) / 20
			} else {
				f *= 0.6
			}
			if f > best && row[TitleOverlap] > 0.5 && f > 0.3 {
				best, m.title = f, i
			}
		}
		if len(about) > 3 {
			in := float32(0)
			for _, h := range hs {
				if about[h] {
					in++
				}
			}
			row[InDescription] = in / float32(len(hs))
		}
		if body != nil {
			in := float32(0)
			for j := 1; j < len(hs); j++ {
				if body[PairHash(hs[j-1], hs[j])] {
					in++
				}
			}
			row[InBody] = in / float32(max(1, len(hs)-1))
		}
	}
	if m.title < 0 { // no title to go by: the first heading of the highest level
		level := int8(3)
		for i := range m.Blocks {
			if b := &m.Blocks[i]; b.Kind == Heading && b.Level < level {
				level, m.title = b.Level, i
			}
		}
	}
}

// meta returns the content of the first meta element with one of the names.
func (p *Page) meta(names ...string) string {
	for _, name := range names {
		for e := range p.Elements {
			if p.Elements[e].Tag != TagMeta {
				continue
			}
			for _, key := range [...]string{"property", "name"} {
				if v, ok := p.Attr(int32(e), key); ok && strings.EqualFold(v, name) {
					content, _ := p.Attr(int32(e), "content")
					return content
				}
			}
		}
	}
	return ""
}

// articleBody returns the word pairs of the longest articleBody that the
// page's JSON-LD states, nil if there is none. The value is read as it stands:
// an escape sequence only costs the pair that it is in.
func (p *Page) articleBody() map[uint32]bool {
	longest := ""
	for _, s := range p.JSONLD {
		for {
			i := strings.Index(s, `"articleBody"`)
			if i < 0 {
				break
			}
			s = s[i+len(`"articleBody"`):]
			v := strings.TrimLeft(s, " \t\r\n:")
			if !strings.HasPrefix(v, `"`) {
				continue
			}
			v = v[1:]
			end := 0
			for end < len(v) && v[end] != '"' {
				if v[end] == '\\' {
					end++
				}
				end++
			}
			end = min(end, len(v))
			if end > len(longest) {
				longest = v[:end]
			}
			s = v[end:]
		}
	}
	if len(longest) < 200 {
		return nil
	}
	hs := (&shape{}).measure(longest, nil)
	pairs := make(map[uint32]bool, len(hs))
	for j := 1; j < len(hs); j++ {
		pairs[PairHash(hs[j-1], hs[j])] = true
	}
	return pairs
}

// place fills the features of the block's place on the page.
func (m *measurer) place() {
	n := float32(m.Len)
	all := m.sums[m.Len]
	for i := range m.Blocks {
		row, before := m.Row(i), m.sums[i]
		row[PlaceBlocks] = float32(i) / n
		row[PlaceWords] = ratio(float32(before.words), float32(all.words))
		row[BlocksBefore] = float32(i)
		row[BlocksAfter] = float32(m.Len - 1 - i)
		row[FromHeadline], row[WordsHeadline] = NoValue, NoValue
		if m.title >= 0 {
			row[FromHeadline] = float32(i - m.title)
			row[WordsHeadline] = float32(before.words - m.sums[m.title].words)
		}
	}
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func ratio(x, y float32) float32 {
	if y == 0 {
		return 0
	}
	return x / y
}
