package block

import (
	"slices"
	"sync"
)

// Measures are what was measured of a page's blocks, from which Column makes
// the features, and what a classifier needs beside them: how blocks belong
// together. Blocks that are not open to doubt are left out: see Measures.open.
type Measures struct {
	Page       *Page
	Len        int
	Blocks     []Block                // those that were measured
	At         []int32                // their indices on the page
	Words      []float32              // words of each block, the weight of a verdict on it
	Marks      []Mark                 // what is plainly so of each block
	Inside     [][MaxContainers]int32 // the block's containers from the inside, as indices into Containers; 0 when there are no more
	Containers []Container            // the first stands for none
	Path       []int32                // number of the block's path on this page: blocks built alike share it
	First      []int32                // first block with the same text, itself if there is none before
	Headline   int                    // the likely headline's block, -1 for none
	Article    bool                   // the page says that it is an article, and no discussion
	Stems      []uint32               // hashes of the stems of the blocks' words, block after block
	StemsAt    []int32                // where each block's stems begin, and the end of all

	before   []int32 // open blocks before each of the page's, and all of them
	opened   []Block // memory for Blocks
	facts    []fact
	sums     []sums              // of the blocks before each block
	holds    []bool              // of each element: a block is in it
	around   []around            // of each element that holds one
	stated   stated              // words of the page's title and description
	scratch  words               // of the block that is being measured
	longest  int                 // bytes of the longest block's text
	ofPage   [neighbours]float32 // the features that all blocks share
	twins    []int32             // first block of each text and one, by the text's hash
	paths    paths
	tagPaths paths            // of tags alone
	numbers  map[uint32]int32 // memory for the numbers of both
}

// A fact is what is known of a block alone and of where it stands.
type fact struct {
	wording
	links                  int32   // number of links
	linked, strong         int32   // bytes in links, bytes that are strong
	heading, label         int32   // last heading and last label above, -1 for none
	sentence, longBlock    int32   // last block above that ends a sentence, that is long; -1 for none
	nextSentence, nextLong int32   // the same below
	shortRun               Range   // run of short blocks, or of others, that it is in
	runLinks               float32 // link density of that run
	date, nextDate         int32   // last short line above with a time or a year, and next below; -1 for none
	dates, shorts          int32   // such lines above; short lines that are no sentence, up to it
	run                    int32   // blocks in the run of its path
	repeats                int32   // blocks with its text
	tagPath                int32   // number of its path of tags alone
}

// A wording is what is known of a text: blocks with equal texts share it.
type wording struct {
	shape
	score             float32 // sum of the lexicon values of its words
	least, most, mean float32 // and their range and mean
	opening           float32 // lexicon value of its first two words
	inTitle, inTold   int32   // its words that stand in the page's title, in its description
}

// A Mark is a set of things that are plainly so of a block.
type Mark uint16

const (
	Hidden      Mark = 1 << iota // not shown to a reader
	Nav                          // inside such an element or one with that role
	Footer                       //
	Aside                        //
	Dialog                       //
	Sentence                     // ends with a sentence mark
	Linked                       // more than half of it is links
	ChromeNames                  // the classes around it speak of boilerplate
	ChromeWords                  // its words do
)

// sums are running totals over blocks.
type sums struct {
	words, bytes, links, ends, long, heads int32
	score                                  float32
}

// long is the number of words from which a block counts as long.
const long = 20

// released holds the memory of measures that nobody needs any more.
var released = sync.Pool{New: func() any { return &Measures{numbers: make(map[uint32]int32)} }}

// Measure measures the blocks of a page that are open to doubt. Time and memory
// are linear in the page; classes and words hold learned values of attribute
// tokens and of words.
func Measure(p *Page, classes, words *Lexicon) *Measures {
	m := released.Get().(*Measures)
	m.Page = p
	m.holds, m.around = sized(m.holds, len(p.Elements)), slices.Grow(m.around[:0], len(p.Elements))[:len(p.Elements)]
	head := headOf(p)
	m.elements(classes)
	m.open()
	n := m.Len
	m.Words, m.Marks, m.Inside = sized(m.Words, n), sized(m.Marks, n), sized(m.Inside, n)
	m.Path, m.First, m.facts = sized(m.Path, n), sized(m.First, n), sized(m.facts, n)
	m.sums, m.StemsAt = sized(m.sums, n+1), sized(m.StemsAt, n+1)
	m.repeats()
	m.texts(words, head.description)
	m.sum()
	m.contain()
	m.alike()
	m.findHeadline()
	m.above()
	m.pageLevel(&head)
	m.mark()
	return m
}

// Release gives the memory of m back for other pages; m must not be used any
// more.
func (m *Measures) Release() {
	m.Page, m.Blocks = nil, nil
	clear(m.opened)
	if cap(m.before) <= mostKept && cap(m.around) <= mostKept {
		released.Put(m)
	}
}

// mostKept is the size in blocks and in elements of the largest page whose
// memory is kept.
const mostKept = 1 << 14

// sized returns n zero values, in the memory of s if there is enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// texts measures what each block is alone.
func (m *Measures) texts(lexicon *Lexicon, description string) {
	w := &m.scratch
	m.stated.read(m.Page.Title, description, w)
	w.stems = w.stems[:0]
	m.longest = 1
	for i := range m.Blocks {
		b, f := &m.Blocks[i], &m.facts[i]
		if first := m.First[i]; first < int32(i) {
			f.wording = m.facts[first].wording
			w.stems = append(w.stems, w.stems[m.StemsAt[first]:m.StemsAt[first+1]]...)
		} else {
			w.all = w.all[:0]
			f.shape.measure(b.Text, w)
			w.stems = w.stems[:min(len(w.stems), int(m.StemsAt[i])+mostStems)]
			f.inTitle, f.inTold = m.stated.count(w.all)
			f.values(w.all, lexicon)
		}
		f.spans(b.Spans)
		m.Words[i] = float32(f.words)
		m.StemsAt[i+1] = int32(len(w.stems))
		m.longest = max(m.longest, len(b.Text))
	}
	m.Stems = w.stems
}

// mostStems is how many of a block's stems tell what it is about.
const mostStems = 128

// spans measures links and strong text; nested spans of one kind count once.
func (f *fact) spans(spans []Span) {
	var share, end [spanKinds]int32
	for _, s := range spans {
		from := max(s.Start, end[s.Kind])
		if s.End > from {
			share[s.Kind] += s.End - from
			end[s.Kind] = s.End
		}
		if s.Kind == Link {
			f.links++
		}
	}
	f.linked, f.strong = share[Link], share[Strong]
}

// Seeds that keep single words and word pairs apart in the lexicon.
const pairSeed = 0x9e3779b9

// PairHash is the lexicon's hash of two neighbouring words.
func PairHash(x, y uint32) uint32 { return (x*fnvPrime^y)*fnvPrime ^ pairSeed }

// values looks up the words of a block.
func (f *wording) values(words []uint32, lexicon *Lexicon) {
	t := lexicon.tally(words)
	f.score, f.least, f.most = float32(t.sum)/16, float32(t.least)/16, float32(t.most)/16
	f.mean = ratio(f.score, float32(t.known))
	f.opening = NoValue
	if len(words) > 1 {
		if v, ok := lexicon.Value(PairHash(words[0], words[1])); ok {
			f.opening = v
		}
	}
}

// sum adds up what blocks have from the top of the page.
func (m *Measures) sum() {
	for i := range m.facts {
		f, t := &m.facts[i], m.sums[i]
		t.words += f.words
		t.bytes += int32(len(m.Blocks[i].Text))
		t.links += f.linked
		t.score += f.score
		if f.ends == endsSentence {
			t.ends++
		}
		if f.words >= long {
			t.long++
		}
		if m.Blocks[i].Kind == Heading {
			t.heads++
		}
		m.sums[i+1] = t
	}
}

// between are the totals of the blocks [from, to).
func (m *Measures) between(from, to int32) sums {
	a, b := &m.sums[from], &m.sums[to]
	return sums{b.words - a.words, b.bytes - a.bytes, b.links - a.links, b.ends - a.ends, b.long - a.long,
		b.heads - a.heads, b.score - a.score}
}

func (s *sums) linkDensity() float32 { return ratio(float32(s.links), float32(s.bytes)) }

// findHeadline finds the likely headline: the heading that shares most words
// with the page's title, else the first heading of the highest level.
func (m *Measures) findHeadline() {
	m.Headline = -1
	best := float32(0)
	for i := range m.facts {
		f, b := &m.facts[i], &m.Blocks[i]
		if m.stated.title == 0 || f.words == 0 {
			continue
		}
		in, words := float32(f.inTitle), float32(f.words)
		shared := 2 * in / (words + float32(m.stated.title))
		if b.Kind == Heading {
			shared += float32(7-b.Level) / 20
		} else {
			shared *= 0.6
		}
		if shared > best && in/words > 0.5 && shared > 0.3 {
			best, m.Headline = shared, i
		}
	}
	if m.Headline >= 0 {
		return
	}
	level := int8(3)
	for i := range m.Blocks {
		if b := &m.Blocks[i]; b.Kind == Heading && b.Level < level {
			level, m.Headline = b.Level, i
		}
	}
}

// mark sets the marks of all blocks.
func (m *Measures) mark() {
	for i := range m.facts {
		f, b := &m.facts[i], &m.Blocks[i]
		m.Marks[i] = m.MarkOf(b) | when(f.ends == endsSentence, Sentence) |
			when(2*f.linked > int32(len(b.Text)), Linked) | when(f.score < -3, ChromeWords)
		if b.Element >= 0 {
			m.Marks[i] |= when(m.around[b.Element].small < -2, ChromeNames)
		}
	}
}

// MarkOf are the marks that a block of the page, open or not, has from where it
// stands.
func (m *Measures) MarkOf(b *Block) Mark {
	if b.Element < 0 {
		return 0
	}
	in := m.around[b.Element].inside
	return when(m.Page.Elements[b.Element].Hidden, Hidden) | when(in&inNav != 0, Nav) | when(in&inFooter != 0, Footer) |
		when(in&inAside != 0, Aside) | when(in&inDialog != 0, Dialog)
}

// when is mark if so.
func when(so bool, mark Mark) Mark {
	if so {
		return mark
	}
	return 0
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
