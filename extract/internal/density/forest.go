package density

import "math"

// A forest is a sum of regression trees (Friedman, "Greedy Function
// Approximation", 2001) in flat arrays. Leaf values are integers, so that the
// sum is the same on every machine.
type forest struct {
	roots  []uint32 // first node of each tree
	depths []uint8  // steps from the root of each tree to its deepest leaf
	nodes  []node   // at least mostNodes from the root of the last tree
	leaves []int32  // raw score in 1/65536, by the leaf's node
}

// A node sends a row to its child if the row's input is at most its threshold,
// else to the child after that. From the highest bit: the key of the threshold
// (32 bits), the input (16), the child, counted from the root of its tree
// (16). A leaf sends every row to itself.
type node uint64

// Trees have at most so many nodes, steps at most so many inputs, both powers
// of two: what is masked with one less needs no check against the bounds.
const (
	mostNodes  = 64
	mostInputs = 128
)

// A batch is the inputs of some rows, as keys and column by column, and the
// sums of the rows' leaves: few enough to stay in the processor's first cache,
// and eight by eight, since the loads of eight rows that go down a tree
// together overlap.
type batch struct {
	columns [mostInputs * batchRows]int32
	sums    [batchRows]int32
}

// eight are the columns of eight rows of a batch, each batchRows after the one
// before.
type eight [(mostInputs-1)*batchRows + 8]int32

const batchRows = 64

// column is column j of b.
func (b *batch) column(j int) *[batchRows]int32 {
	return (*[batchRows]int32)(b.columns[j*batchRows:])
}

// add adds the raw scores of the trees from and up to to to the sums of the
// first n rows of b.
func (f *forest) add(b *batch, n, from, to int) {
	for t := from; t < to; t++ {
		nodes, leaves := (*[mostNodes]node)(f.nodes[f.roots[t]:]), (*[mostNodes]int32)(f.leaves[f.roots[t]:])
		depth := int(f.depths[t])
		for i := 0; i < n; i += 8 {
			c, s := (*eight)(b.columns[i:]), (*[8]int32)(b.sums[i:])
			var n0, n1, n2, n3, n4, n5, n6, n7 uint64
			for range depth {
				n0 = nodes[n0%mostNodes].next(c, 0)
				n1 = nodes[n1%mostNodes].next(c, 1)
				n2 = nodes[n2%mostNodes].next(c, 2)
				n3 = nodes[n3%mostNodes].next(c, 3)
				n4 = nodes[n4%mostNodes].next(c, 4)
				n5 = nodes[n5%mostNodes].next(c, 5)
				n6 = nodes[n6%mostNodes].next(c, 6)
				n7 = nodes[n7%mostNodes].next(c, 7)
			}
			s[0] += leaves[n0%mostNodes]
			s[1] += leaves[n1%mostNodes]
			s[2] += leaves[n2%mostNodes]
			s[3] += leaves[n3%mostNodes]
			s[4] += leaves[n4%mostNodes]
			s[5] += leaves[n5%mostNodes]
			s[6] += leaves[n6%mostNodes]
			s[7] += leaves[n7%mostNodes]
		}
	}
}

// next is the node that a row goes to from n, without a branch, which no
// processor could predict.
func (n node) next(c *eight, row uint64) uint64 {
	beyond := uint64(0)
	if c[n>>16%mostInputs*batchRows+node(row)] > int32(n>>32) {
		beyond = 1
	}
	return uint64(n)%mostNodes + beyond
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
