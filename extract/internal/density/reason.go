package density

import "github.com/pithtext/pith/extract/internal/block"

// reason says in a few words why block i got its verdict: the rule that
// changed it, or what speaks loudest in its measures.
func (c *choice) reason(i int) string {
	if c.reasons[i] != "" {
		return c.reasons[i]
	}
	row := c.Row(i)
	if c.chosen[i] {
		switch {
		case c.Blocks[i].Kind == block.Heading:
			return "heading inside the article"
		case row[block.Words] >= 20:
			return "prose"
		}
		return "among content"
	}
	switch {
	case row[block.HiddenText] == 1:
		return "hidden"
	case row[block.InNav] == 1:
		return "navigation"
	case row[block.InFooter] == 1:
		return "page footer"
	case row[block.InDialog] == 1:
		return "dialog"
	case row[block.RepeatBefore] == 1:
		return "repeats text above"
	case row[block.LinkDensity] > 0.5:
		return "mostly links"
	case row[block.InAside] == 1:
		return "aside"
	case row[block.SmallTokens] < -2 && c.Origin == block.HTML:
		return "container named like boilerplate"
	case row[block.WordScoreSum] < -3:
		return "words of boilerplate"
	case row[block.Words] < 10:
		return "short, among boilerplate"
	}
	return "apart from the article"
}
