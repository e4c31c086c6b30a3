package density

// compare is compareEach. It compares four rows at once with one threshold
// after the other, which is six times as fast.
//
//go:noescape
func compare(a []rows, thresholds []int32, column *[batchRows]float32, n int)
