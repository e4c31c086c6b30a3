package density

import "math"

// compareEach sets a[k] to the rows of which column has a value beyond
// thresholds[k], for all thresholds up to the first noThreshold. It is the
// meaning of compare, and does its work where there is no assembly: it looks up
// row by row how many thresholds each is beyond.
func compareEach(a []rows, thresholds []int32, column *[batchRows]float32, n int) {
	var passed [mostOfInput]rows // by the number of thresholds that they are beyond
	for i := 0; i < n; {         // neighbours often have the same container
		x, run := column[i], rows(1)<<i
		for i++; i < n && column[i] == x; i++ {
			run |= 1 << i
		}
		passed[below(thresholds, key(x))%mostOfInput] |= run
	}
	var beyond rows
	for k := uint(len(thresholds)) - 1; k > 0; k-- {
		beyond |= passed[k%mostOfInput]
		a[k-1] = beyond
	}
}

// below is the number of thresholds that are less than x, found without a
// branch, which no processor could predict.
func below(thresholds []int32, x int32) uint {
	at := uint(0)
	for step := uint(len(thresholds)) / 2; step > 0; step /= 2 {
		less := (int64(thresholds[at+step-1]) - int64(x)) >> 63 // all bits if so
		at += step & uint(less)
	}
	return at
}

// key maps floats to integers of the same order.
func key(x float32) int32 {
	k := int32(math.Float32bits(x + 0)) // no negative zero
	return k ^ int32(uint32(k>>31)>>1)
}
