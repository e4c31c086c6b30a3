package density

import "github.com/pithtext/pith/extract/internal/block"

// reason says in a few words why block i got its verdict: the rule that
// changed it, or what speaks loudest in its measures.
func (c *choice) reason(i int) string {
	if c.reasons[i] != "" {
		return c.reasons[i]
	}
	if c.chosen[i] {
		switch {
		case c.Blocks[i].Kind == block.Heading:
			return "heading inside the article"
		case c.Words[i] >= 20:
			return "prose"
		}
		return "among content"
	}
	if c.First[i] < int32(i) {
		return "repeats text above"
	}
	if why := against(c.Marks[i]); why != "" {
		return why
	}
	if c.Words[i] < 10 {
		return "short, among boilerplate"
	}
	return "apart from the article"
}

// against is what a block's marks say against it, the plainest first.
func against(mark block.Mark) string {
	switch {
	case mark&block.Hidden != 0:
		return "hidden"
	case mark&block.Nav != 0:
		return "navigation"
	case mark&block.Footer != 0:
		return "page footer"
	case mark&block.Dialog != 0:
		return "dialog"
	case mark&block.Linked != 0:
		return "mostly links"
	case mark&block.Aside != 0:
		return "aside"
	case mark&block.ChromeNames != 0:
		return "container named like boilerplate"
	case mark&block.ChromeWords != 0:
		return "words of boilerplate"
	}
	return ""
}
