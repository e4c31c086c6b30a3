package density

import "github.com/pithtext/pith/extract/internal/block"

// mend applies the rules that any reader would call obvious, whatever the
// scores say.
func (c *choice) mend() {
	c.dropRepeats()
	c.dropOrphans()
}

func (c *choice) set(i int, content bool, reason string) {
	if c.chosen[i] != content {
		c.chosen[i], c.reasons[i] = content, reason
	}
}

// dropRepeats drops text that was taken before, word for word; short labels
// may stand twice.
func (c *choice) dropRepeats() {
	taken := make([]bool, c.Len)
	for i := range c.chosen {
		if !c.chosen[i] {
			continue
		}
		first := c.First[i]
		if taken[first] && c.Words[i] >= 4 {
			c.set(i, false, "repeats text above")
		}
		taken[first] = true
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
