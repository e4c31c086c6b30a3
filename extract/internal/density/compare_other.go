//go:build !amd64

package density

func compare(a []rows, thresholds []int32, column *[batchRows]float32, n int) {
	compareEach(a, thresholds, column, n)
}
