package density

import (
	"fmt"

	"github.com/pithtext/pith/extract/internal/block"
)

// What the second step knows of a block beside its features: the first step's
// scores of the blocks around it, of its containers and of the blocks that
// are built alike. Means are weighted by words.
const (
	score       = iota
	pageMean    // of all blocks
	pageMass    // expected words of content on the page
	path        // mean of the blocks of its path
	follows     // mean of the three blocks after it, up to the next heading
	section     // mean of the blocks up to the next heading
	heading     // score of the last heading above
	twin        // score of the first block with the same text
	firstLikely // blocks since the first likely block; negative before it
	lastLikely  // blocks to the last one
	gapWords    // words of the run of unlikely blocks that it is in
	gapBlocks
	sureWords   // words of the page's sure blocks: its core
	unsureWords // words of the blocks that are neither sure nor unlikely
	coreShare   // sure words as a share of both
	coreAbove   // words since the last sure block above
	coreBelow   // words to the next one
	coreLevel   // containers up to the one that holds half of the core
	corePath    // share of its path's words that are sure
	onTopic     // share of its stems that other sure blocks have too
	onTopicSum  // number of them
	onTopicNear // the share in the blocks around it
	topicSize   // stems of the page's core
	around5     // mean over windows centred on it
	around11
	around25
	nearby // scores of the neighbours in offsets
)

var offsets = [...]int32{-4, -3, -2, -1, 1, 2, 3, 4}

const (
	holding    = nearby + len(offsets)               // mean of each container
	massOf     = holding + block.MaxContainers       // share of the page's mass in each container
	coreOf     = massOf + block.MaxContainers        // share of the page's core in each container
	numContext = coreOf + block.MaxContainers        // number of the second step's own inputs
	NumInputs  = int(block.NumFeatures) + numContext // number of inputs of the second step
)

var contextNames = [nearby]string{"score", "page_mean", "page_mass", "path_score", "follows_score",
	"section_score", "heading_score1", "twin_score", "first_likely", "last_likely",
	"gap_words", "gap_blocks", "sure_words", "unsure_words", "core_share", "core_above", "core_below", "core_level",
	"core_path", "on_topic", "on_topic_sum", "on_topic_near", "topic_size", "around5", "around11", "around25"}

// InputName names input i of the second step.
func InputName(i int) string {
	if i < int(block.NumFeatures) {
		return block.Feature(i).String()
	}
	switch i -= int(block.NumFeatures); {
	case i < nearby:
		return contextNames[i]
	case i < holding:
		return fmt.Sprintf("first_at%+d", offsets[i-nearby])
	case i < massOf:
		return fmt.Sprintf("first_in%d", i-holding)
	case i < coreOf:
		return fmt.Sprintf("mass_in%d", i-massOf)
	}
	return fmt.Sprintf("core_in%d", i-coreOf)
}

// First-step scores from which a block counts as likely content, as surely
// content, and as not unlikely to be.
const (
	likely = 0.5
	sure   = 0.9
	unsure = 0.2
)

// Context is what the first step's scores say of a page as a whole, from which
// Column makes the second step's own inputs.
type Context struct {
	measures    *block.Measures
	scores      []float32
	mass, words []float32 // running sums of words times score, and of words,
	sure        []float32 // and of the words of sure blocks
	places      []place   // of each block
	paths       []pathSum // by the block's path
	containers  []held    // by index in Measures.Containers
	topic       topic
	first, last int32   // likely blocks, -1 for none
	core        float32 // words of sure blocks
	unsure      float32 // words of unsure ones
}

// A place is where a block stands to others.
type place struct {
	heading              int32 // last heading above, -1 for none
	nextHeading          int32 // next heading below, or the page's end
	gapStart, gapEnd     int32 // the run of unlikely blocks that it is in
	coreAbove, coreBelow int32 // next sure blocks, -1 for none
}

type pathSum struct{ mass, words, sure float32 }

// held is what a container holds: its mean score, its shares of the page's
// mass and of its core, and whether it has more than half of that.
type held struct {
	mean, mass, core float32
	most             bool
}

// NewContext computes the context of a page's blocks from the first step's
// scores.
func NewContext(m *block.Measures, scores []float32) *Context {
	c := new(Context)
	c.read(m, scores)
	return c
}

// read computes the context, in the memory that c has.
func (c *Context) read(m *block.Measures, scores []float32) {
	n := m.Len
	*c = Context{measures: m, scores: scores, first: -1, last: -1, paths: c.paths[:0], topic: c.topic,
		mass: sized(c.mass, n+1), words: sized(c.words, n+1), sure: sized(c.sure, n+1),
		places: sized(c.places, n), containers: sized(c.containers, len(m.Containers))}
	mass, words, core := c.mass, c.words, c.sure
	mass[0], words[0], core[0] = 0, 0, 0
	for i, p := range scores {
		w, path := m.Words[i], int(m.Path[i])
		mass[i+1], words[i+1], core[i+1] = mass[i]+float32(w*p), words[i]+w, core[i]
		for path >= len(c.paths) {
			c.paths = append(c.paths, pathSum{})
		}
		sum := &c.paths[path]
		sum.mass += float32(w * p)
		sum.words += w
		switch {
		case p >= sure:
			core[i+1] += w
			sum.sure += w
		case p >= unsure:
			c.unsure += w
		}
		if p >= likely && w > 0 {
			if c.first < 0 {
				c.first = int32(i)
			}
			c.last = int32(i)
		}
	}
	c.core = core[n]
	for k := 1; k < len(m.Containers); k++ {
		r := m.Containers[k].Range
		held, core := &c.containers[k], core[r.End]-core[r.Start]
		held.mean = c.mean(r.Start, r.End)
		held.mass = share(c.mass[r.End]-c.mass[r.Start], c.mass[n])
		held.core, held.most = share(core, c.core), 2*core > c.core
	}
	c.containers[0] = held{mean: block.NoValue, mass: block.NoValue, core: block.NoValue}
	c.place()
	c.topic.read(m, scores)
}

// place finds the headings, gaps and sure blocks around each block.
func (c *Context) place() {
	n := int32(len(c.scores))
	heading, core, gap := int32(-1), int32(-1), int32(0)
	for i := range n {
		p := &c.places[i]
		p.heading, p.coreAbove, p.gapStart = heading, core, gap
		if c.measures.Blocks[i].Kind == block.Heading {
			heading = i
		}
		if c.scores[i] >= sure {
			core = i
		}
		if c.scores[i] >= likely {
			p.gapStart, gap = i, i+1
		}
	}
	heading, core, gap = n, -1, n
	for i := n - 1; i >= 0; i-- {
		p := &c.places[i]
		p.nextHeading, p.coreBelow, p.gapEnd = heading, core, gap
		if c.measures.Blocks[i].Kind == block.Heading {
			heading = i
		}
		if c.scores[i] >= sure {
			core = i
		}
		if c.scores[i] >= likely {
			p.gapEnd, gap = i, i
		}
	}
}

// mean is the mean score of the blocks [from, to), as far as they are there.
func (c *Context) mean(from, to int32) float32 {
	from, to = max(from, 0), min(to, int32(len(c.scores)))
	if w := c.words[to] - c.words[from]; w > 0 {
		return (c.mass[to] - c.mass[from]) / w
	}
	return 0
}

// Column sets dst[k] to input number of the second step for block blocks[k].
func (c *Context) Column(dst []float32, input int, blocks []int32) {
	input -= int(block.NumFeatures)
	dst = dst[:len(blocks)]
	n := int32(len(c.scores))
	switch input {
	case score:
		block.Each(dst, blocks, func(i int32) float32 { return c.scores[i] })
	case pageMean:
		block.Fill(dst, c.mean(0, n))
	case pageMass:
		block.Fill(dst, c.mass[n])
	case path:
		block.Each(dst, blocks, func(i int32) float32 { p := &c.paths[c.measures.Path[i]]; return share(p.mass, p.words) })
	case follows:
		block.Each(dst, blocks, func(i int32) float32 { return c.mean(i+1, min(c.places[i].nextHeading, i+4)) })
	case section:
		block.Each(dst, blocks, func(i int32) float32 { return c.mean(i+1, c.places[i].nextHeading) })
	case heading:
		block.Each(dst, blocks, func(i int32) float32 { return c.at(c.places[i].heading) })
	case twin:
		block.Each(dst, blocks, func(i int32) float32 { return c.scores[c.measures.First[i]] })
	case firstLikely, lastLikely:
		switch {
		case c.first < 0:
			block.Fill(dst, block.NoValue)
		case input == firstLikely:
			block.Each(dst, blocks, func(i int32) float32 { return float32(i - c.first) })
		default:
			block.Each(dst, blocks, func(i int32) float32 { return float32(c.last - i) })
		}
	case gapWords:
		block.Each(dst, blocks, func(i int32) float32 { return c.words[c.places[i].gapEnd] - c.words[c.places[i].gapStart] })
	case gapBlocks:
		block.Each(dst, blocks, func(i int32) float32 { return float32(c.places[i].gapEnd - c.places[i].gapStart) })
	case sureWords:
		block.Fill(dst, c.core)
	case unsureWords:
		block.Fill(dst, c.unsure)
	case coreShare:
		block.Fill(dst, share(c.core, c.core+c.unsure))
	case coreAbove:
		block.Each(dst, blocks, func(i int32) float32 {
			if above := c.places[i].coreAbove; above >= 0 {
				return c.words[i] - c.words[above+1]
			}
			return block.NoValue
		})
	case coreBelow:
		block.Each(dst, blocks, func(i int32) float32 {
			if below := c.places[i].coreBelow; below >= 0 {
				return c.words[below] - c.words[i+1]
			}
			return block.NoValue
		})
	case coreLevel:
		block.Each(dst, blocks, func(i int32) float32 {
			for k, in := range c.measures.Inside[i] {
				if c.containers[in].most {
					return float32(k)
				}
			}
			return block.MaxContainers
		})
	case corePath:
		block.Each(dst, blocks, func(i int32) float32 { p := &c.paths[c.measures.Path[i]]; return share(p.sure, p.words) })
	case onTopic:
		block.Each(dst, blocks, func(i int32) float32 { return c.topic.share(i, i+1) })
	case onTopicSum:
		block.Each(dst, blocks, func(i int32) float32 { return float32(c.topic.hits[i+1] - c.topic.hits[i]) })
	case onTopicNear:
		block.Each(dst, blocks, func(i int32) float32 { return c.topic.share(max(i-topicReach, 0), min(i+topicReach+1, n)) })
	case topicSize:
		block.Fill(dst, float32(c.topic.size))
	case around5:
		block.Each(dst, blocks, func(i int32) float32 { return c.mean(i-2, i+3) })
	case around11:
		block.Each(dst, blocks, func(i int32) float32 { return c.mean(i-5, i+6) })
	case around25:
		block.Each(dst, blocks, func(i int32) float32 { return c.mean(i-12, i+13) })
	default:
		c.group(dst, input, blocks)
	}
}

// group makes the inputs that are repeated for each of offsets and for each
// container.
func (c *Context) group(dst []float32, input int, blocks []int32) {
	inside, containers := c.measures.Inside, c.containers
	switch {
	case input < holding:
		away := offsets[input-nearby]
		block.Each(dst, blocks, func(i int32) float32 { return c.at(i + away) })
	case input < massOf:
		block.Each(dst, blocks, func(i int32) float32 { return containers[inside[i][input-holding]].mean })
	case input < coreOf:
		block.Each(dst, blocks, func(i int32) float32 { return containers[inside[i][input-massOf]].mass })
	default:
		block.Each(dst, blocks, func(i int32) float32 { return containers[inside[i][input-coreOf]].core })
	}
}

// at is the score of block i; the unknown where there is no such block.
func (c *Context) at(i int32) float32 {
	if i < 0 || int(i) >= len(c.scores) {
		return block.NoValue
	}
	return c.scores[i]
}

func share(x, y float32) float32 {
	if y == 0 {
		return 0
	}
	return x / y
}
