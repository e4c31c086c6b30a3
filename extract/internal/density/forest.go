package density

import "math"

// A forest is a sum of regression trees (Friedman, "Greedy Function
// Approximation", 2001). Up to 64 rows go down its trees together: whatever is
// asked of them is answered by one word, a bit a row. As in QuickScorer
// (Lucchese et al., SIGIR 2015) and RapidScorer (Ye et al., KDD 2018) the
// inputs are asked one after the other, each for all its thresholds at once.
//
// Leaf values are integers, so that the sum is the same on every machine.
type forest struct {
	thresholds []int32  // keys, ascending, of the first input, of the second, ...; the last of each, or more, are noThreshold
	ends       []uint16 // where the thresholds of each input end
	trees      []tree
}

// Bounds of the tables, powers of two.
const (
	mostThresholds = 1 << 12 // of a forest
	mostOfInput    = 1 << 5  // thresholds of one input, and one
	mostLeaves     = 1 << 5
)

// noThreshold fills up an input's thresholds to a power of two, and ends them:
// nothing is beyond it.
const noThreshold = math.MaxInt32

// A tree has its leaves from left to right, and its inner nodes each before the
// nodes below it. A tree that has fewer leaves ends in nodes that nothing
// reaches.
type tree struct {
	nodes  [mostLeaves - 1]node
	leaves [mostLeaves]int32 // raw scores in 1/65536
}

// A node parts the rows that reach the leaves [from, to): those beyond its
// threshold go to the leaves from at on.
type node struct {
	threshold    uint16
	from, to, at uint8 // to is mostLeaves too for the last leaf of a smaller tree
}

// Rows is a set of up to 64 rows.
type rows uint64

// answers are, for each threshold of a forest, the rows whose input is beyond
// it.
type answers [mostThresholds]rows

// batchRows is how many rows go down together.
const batchRows = 64

// ask sets the answers of input j, of which column has the values of n rows.
// What is answered of other rows means nothing.
func (f *forest) ask(a *answers, j int, column *[batchRows]float32, n int) {
	from := 0
	if j > 0 {
		from = int(f.ends[j-1])
	}
	to := int(f.ends[j])
	compare(a[from:to], f.thresholds[from:to], column, n)
}

// add adds the raw scores of n rows to their sums.
func (f *forest) add(sums *[batchRows]int32, a *answers, n int) {
	var from [2 * mostLeaves]rows // of each leaf, the rows that reach it or one after it
	from[0] = ^rows(0)
	for t := range f.trees {
		t := &f.trees[t]
		for _, n := range &t.nodes {
			from[n.at%mostLeaves] = from[n.from%(2*mostLeaves)]&a[n.threshold%mostThresholds] | from[n.to%(2*mostLeaves)]
		}
		// Leaf i is where the rows of from[1], ..., from[i] end, so bit 0 of a
		// row's leaf is whether it is in an odd number of all these sets, bit 1
		// whether in an odd number of every second one, and so on.
		b4 := from[16]
		b3 := from[8] ^ from[24] ^ b4
		b2 := from[4] ^ from[12] ^ from[20] ^ from[28] ^ b3
		b1 := from[2] ^ from[6] ^ from[10] ^ from[14] ^ from[18] ^ from[22] ^ from[26] ^ from[30] ^ b2
		b0 := from[1] ^ from[3] ^ from[5] ^ from[7] ^ from[9] ^ from[11] ^ from[13] ^ from[15] ^
			from[17] ^ from[19] ^ from[21] ^ from[23] ^ from[25] ^ from[27] ^ from[29] ^ from[31] ^ b1
		leaves := &t.leaves
		for i := 0; i < n; i += 8 {
			at := spread[uint8(b0)] | spread[uint8(b1)]<<1 | spread[uint8(b2)]<<2 | spread[uint8(b3)]<<3 | spread[uint8(b4)]<<4
			b0, b1, b2, b3, b4 = b0>>8, b1>>8, b2>>8, b3>>8, b4>>8
			s := (*[8]int32)(sums[i:])
			s[0] += leaves[at%mostLeaves]
			s[1] += leaves[at>>8%mostLeaves]
			s[2] += leaves[at>>16%mostLeaves]
			s[3] += leaves[at>>24%mostLeaves]
			s[4] += leaves[at>>32%mostLeaves]
			s[5] += leaves[at>>40%mostLeaves]
			s[6] += leaves[at>>48%mostLeaves]
			s[7] += leaves[at>>56%mostLeaves]
		}
	}
}

// spread has the bits of a byte in eight bytes.
var spread = func() (s [256]uint64) {
	for b := range s {
		for i := range 8 {
			s[b] |= uint64(b>>i&1) << (8 * i)
		}
	}
	return s
}()

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
