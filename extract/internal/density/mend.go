package density

import (
	"slices"

	"github.com/pithtext/pith/extract/internal/block"
)

// mend applies the rules that any reader would call obvious, whatever the
// scores say.
func (c *choice) mend() {
	c.keepTogether()
	c.keepLede()
	c.dropInserts()
	c.dropHeadline()
	c.bridge()
	c.dropBelowLabels()
	c.dropAsides()
	c.dropCaptions()
	c.dropRepeats()
	c.dropOrphans()
}

func (c *choice) set(i int, content bool, reason string) {
	if c.chosen[i] != content {
		c.chosen[i], c.reasons[i] = content, reason
	}
}

// keepTogether lets the items of a list, the cells of a table and the lines of
// code that follow one another stand or fall together, by their mean score.
func (c *choice) keepTogether() {
	from := 0
	for i := 1; i <= c.Len; i++ {
		if i < c.Len && c.together(i) {
			continue
		}
		if i-from > 1 && c.mixed(from, i) {
			var mass, words float32
			for j := from; j < i; j++ {
				mass += float32(c.Words[j] * c.scores[j])
				words += c.Words[j]
			}
			for j := from; j < i; j++ {
				c.set(j, mass >= c.least*words, "with its list or table")
			}
		}
		from = i
	}
}

// together reports whether block i belongs to the list, table or run of code
// of the block above.
func (c *choice) together(i int) bool {
	a, b := &c.Blocks[i-1], &c.Blocks[i]
	switch {
	case b.Table > 0:
		return a.Table == b.Table
	case a.Kind != b.Kind || a.Table > 0:
		return false
	case b.Kind == block.ListItem:
		return c.Path[i-1] == c.Path[i]
	}
	return b.Kind == block.Code
}

// keepLede keeps the opening paragraph where a picture or a row of buttons
// parts it from the rest: a whole sentence, doubtful by its score, a few blocks
// above the first that was taken.
func (c *choice) keepLede() {
	first := slices.Index(c.chosen, true)
	if first < 0 {
		return
	}
	for i := first - 1; i >= max(0, first-farthestLede); i-- {
		if c.scores[i] >= ledeScore && c.Marks[i]&block.Sentence != 0 && c.Words[i] >= 12 {
			c.set(i, true, "opening paragraph")
			return
		}
	}
}

// ledeScore is the least score of an opening paragraph, farthestLede its
// greatest distance in blocks.
const (
	ledeScore    = 0.3
	farthestLede = 6
)

// dropInserts drops the rest of a list of headlines in the middle of the
// article whose label ("Related news") was dropped, if none of them is likely
// content by itself.
func (c *choice) dropInserts() {
	for i := 1; i < c.Len; i++ {
		if c.chosen[i] || !c.line(i) || !c.chosen[i-1] {
			continue
		}
		end, highest := i, float32(0)
		for end < c.Len && end-i < longestInsert && c.line(end) {
			highest = max(highest, c.scores[end])
			end++
		}
		if end-i < 3 || highest >= likely || end == c.Len || c.line(end) || !c.chosen[end] {
			continue
		}
		for ; i < end; i++ {
			c.set(i, false, "list inside the article")
		}
	}
}

// longestInsert is how many lines such a list has at most.
const longestInsert = 9

// line reports whether block i is a short line that is no sentence, as menus
// and lists of headlines are made of.
func (c *choice) line(i int) bool {
	return c.Blocks[i].Kind == block.Paragraph && c.Words[i] < 15 && c.Marks[i]&block.Sentence == 0
}

func (c *choice) mixed(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if c.chosen[i] != c.chosen[from] {
			return true
		}
	}
	return false
}

// dropHeadline drops the page's headline from the top of what was taken, unless
// it surely belongs there: it is the title.
func (c *choice) dropHeadline() {
	first := slices.Index(c.chosen, true)
	if first >= 0 && first == c.Headline && c.Blocks[first].Kind == block.Heading && c.scores[first] < headlineScore {
		c.set(first, false, "headline")
	}
}

// headlineScore is the least score of a headline that stays.
const headlineScore = 0.7

// bridge takes a short line between two paragraphs that were taken: there it
// is a subheading, a quotation's source or a line of speech.
func (c *choice) bridge() {
	for i := 1; i+1 < c.Len; i++ {
		if !c.chosen[i] && c.chosen[i-1] && c.chosen[i+1] && c.scores[i] >= bridgeScore &&
			c.scores[i-1] >= likely && c.scores[i+1] >= likely && c.Words[i] < 12 {
			c.set(i, true, "short line between paragraphs")
		}
	}
}

// bridgeScore is the least score of a line that is taken with its neighbours.
const bridgeScore = 0.15

// dropAsides drops the lines that name an advertisement, and those that name
// another article behind a label; in HTML these are links.
func (c *choice) dropAsides() {
	for i, chosen := range c.chosen {
		if !chosen || c.Words[i] > longestAside {
			continue
		}
		switch linked := c.Page.Origin == block.Text || c.Marks[i]&block.Linked != 0; {
		case linked && pointsElsewhere(c.Blocks[i].Text):
			c.set(i, false, "another article")
		case c.Blocks[i].Kind == block.Paragraph && c.labelOf(i) == advertLabel:
			c.set(i, false, "advertisement")
		}
	}
}

// longestAside is how many words such a line has at most.
const longestAside = 30

// dropCaptions drops captions of pictures from scraped text, unless they are
// surely content.
func (c *choice) dropCaptions() {
	if c.Page.Origin != block.Text {
		return
	}
	for i, chosen := range c.chosen {
		if chosen && c.scores[i] < sure && caption(c.Blocks[i].Text) {
			c.set(i, false, "caption")
		}
	}
}

// dropBelowLabels drops what stands below a label that ends the article: readers'
// comments, and teasers of other articles, of which only the headlines where the
// article goes on below them. It does so in scraped text, if more of it stands
// above, and on pages that say that they are an article: their comments may be
// longer than that, but none of its own blocks may follow.
func (c *choice) dropBelowLabels() {
	if c.Page.Origin != block.Text && !c.Article {
		return
	}
	var above, below float32 // words chosen
	last := -1               // of the sure blocks and of those that are built like the one before
	for i, chosen := range c.chosen {
		if chosen {
			below += c.Words[i]
		}
		alike := last >= 0 && c.Page.Origin == block.HTML && c.Path[i] == c.Path[last]
		if c.scores[i] >= sure || chosen && alike {
			last = i
		}
	}
	for i := range c.chosen {
		if c.chosen[i] {
			above += c.Words[i]
			below -= c.Words[i]
		}
		if below == 0 && !c.chosen[i] {
			return
		}
		if above < leastAbove {
			continue
		}
		switch l := c.labelOf(i); {
		case l == commentsLabel && c.Article && i >= last,
			l == commentsLabel && !c.Article && above >= max(below, leastDiscussed),
			l == teasersLabel && i >= last && above >= below:
			for j := i; j < c.Len; j++ {
				c.set(j, false, "below the article")
			}
			return
		case l == teasersLabel && above >= below:
			for j := i; j < last && c.line(j) && c.scores[j] < sure; j++ {
				c.set(j, false, "headline of another article")
			}
		}
	}
}

// Words that an article has at least above a label of teasers, and text above
// one of comments: below a short post a thread is what the page is for.
const (
	leastAbove     = 80
	leastDiscussed = 250
)

// dropRepeats drops text that was taken before, word for word; short labels
// may stand twice.
func (c *choice) dropRepeats() {
	c.taken = sized(c.taken, c.Len)
	clear(c.taken)
	for i := range c.chosen {
		if !c.chosen[i] {
			continue
		}
		first := c.First[i]
		if c.taken[first] && c.Words[i] >= 4 {
			c.set(i, false, "repeats text above")
		}
		c.taken[first] = true
	}
}

// dropOrphans drops headings of what was dropped: below them, up to the next
// heading of their level or a higher one, stands nothing that was chosen. A
// heading with nothing at all below it is a line of a list of headings and
// stays as it was judged.
func (c *choice) dropOrphans() {
	var filled [8]bool // by level: something chosen stands below
	bare := true       // nothing stands between here and the next heading
	for i := c.Len - 1; i >= 0; i-- {
		b := &c.Blocks[i]
		if b.Kind != block.Heading {
			bare = false
			if c.chosen[i] {
				for l := range filled {
					filled[l] = true
				}
			}
			continue
		}
		if c.chosen[i] && !filled[b.Level] && !bare {
			c.set(i, false, "heading of what was dropped")
		}
		for l := int(b.Level); l < len(filled); l++ {
			filled[l] = false
		}
		bare = true
	}
}
