package score

// A Bin is the pages whose stated confidence lies between two bounds.
type Bin struct {
	From, To float64 // To is not in it
	Pages    int
	Stated   float64 // mean confidence
	Reached  float64 // mean word F1
}

// Calibration compares the confidence that predictions state with the word F1
// that they reach, in bins that are narrower where more pages lie.
func Calibration(rows []Row) []Bin {
	bounds := []float64{0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01}
	var bins []Bin
	for i := range len(bounds) - 1 {
		b := Bin{From: bounds[i], To: bounds[i+1]}
		var stated, reached mean
		for _, r := range rows {
			if r.Confidence >= b.From && r.Confidence < b.To {
				stated.add(r.Confidence)
				reached.add(r.F1)
			}
		}
		if b.Pages = stated.n; b.Pages > 0 {
			b.Stated, b.Reached = stated.value(), reached.value()
			bins = append(bins, b)
		}
	}
	return bins
}
