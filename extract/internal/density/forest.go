package density

// A forest is a sum of regression trees (Friedman, "Greedy Function
// Approximation", 2001) in flat arrays. Leaf values are integers, so that the
// sum is the same on every machine.
type forest struct {
	roots  []uint32 // first node of each tree
	depths []uint8  // steps from the root of each tree to its deepest leaf
	nodes  []node
	leaves []int32 // raw score in 1/65536, by the leaf's node
}

// A node sends a row to child if the row's feature is at most threshold, else
// to child+1. A leaf sends every row to itself.
type node struct {
	threshold float32
	feature   uint16
	child     uint16 // from the root of its tree
}

// add adds the forest's raw score of each row to sums; rows are width long.
func (f *forest) add(sums []int32, rows []float32, width int) {
	for t, root := range f.roots {
		nodes := f.nodes[root:]
		leaves := f.leaves[root:]
		depth := int(f.depths[t])
		for i := range sums {
			row := rows[i*width : (i+1)*width]
			at := 0
			for range depth {
				n := &nodes[at]
				at = int(n.child)
				if row[n.feature] > n.threshold {
					at++
				}
			}
			sums[i] += leaves[at]
		}
	}
}

// A curve maps raw scores to probabilities by straight lines between knots at
// even distances; outside of them it is flat.
type curve struct {
	from, step int32
	knots      []float32
}

func (c *curve) at(raw int32) float32 {
	last := int32(len(c.knots) - 1)
	x := raw - c.from
	k := x / c.step
	switch {
	case x <= 0:
		return c.knots[0]
	case k >= last:
		return c.knots[last]
	}
	part := float32(x-k*c.step) / float32(c.step)
	rise := c.knots[k+1] - c.knots[k]
	return c.knots[k] + float32(part*rise) // the conversion keeps machines from fusing: same bits everywhere
}
