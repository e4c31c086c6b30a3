package density

import "math"

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
// to child+1. A leaf sends every row to itself. Features and thresholds are
// compared by their keys.
type node struct {
	threshold int32
	feature   uint16
	child     uint16 // from the root of its tree
}

// add adds the forest's raw score of each row to sums; rows are width long.
// Trees go outside so that one stays in the cache for all rows; four rows go
// down a tree together so that their loads overlap.
func (f *forest) add(sums []int32, rows []int32, width int) {
	for t, root := range f.roots {
		nodes, leaves := f.nodes[root:], f.leaves[root:]
		depth := int(f.depths[t])
		i := 0
		for ; i+4 <= len(sums); i += 4 {
			r := rows[i*width : (i+4)*width]
			a, b, c, d := r[:width], r[width:2*width], r[2*width:3*width], r[3*width:]
			var ia, ib, ic, id int
			for range depth {
				ia = nodes[ia].next(a)
				ib = nodes[ib].next(b)
				ic = nodes[ic].next(c)
				id = nodes[id].next(d)
			}
			sums[i] += leaves[ia]
			sums[i+1] += leaves[ib]
			sums[i+2] += leaves[ic]
			sums[i+3] += leaves[id]
		}
		for ; i < len(sums); i++ {
			row, at := rows[i*width:(i+1)*width], 0
			for range depth {
				at = nodes[at].next(row)
			}
			sums[i] += leaves[at]
		}
	}
}

// next is the node that row goes to from n: a sign bit in place of a branch
// that no processor could predict.
func (n node) next(row []int32) int {
	return int(n.child) + int(uint64(int64(n.threshold)-int64(row[n.feature]))>>63)
}

// key maps floats to integers of the same order.
func key(x float32) int32 {
	k := int32(math.Float32bits(x + 0)) // no negative zero
	return k ^ int32(uint32(k>>31)>>1)
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
