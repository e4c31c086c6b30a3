package meta

import (
	"math"
	"math/bits"
)

// An example is a page's options for a field with those that are right.
type example struct {
	options []features
	right   []bool
	weight  float64
}

// A sheet holds the options of all examples, one a row, page after page.
type sheet struct {
	rows   []row
	first  []int // of each page, and the number of rows
	weight []float64
}

type row struct {
	features
	right bool
	score float64 // logarithm of its odds
	g, h  float64 // first and second derivative of the loss by the score
}

func sheetOf(examples []example) *sheet {
	s := &sheet{first: []int{0}}
	for _, e := range examples {
		for i, fs := range e.options {
			s.rows = append(s.rows, row{features: fs, right: e.right[i]})
		}
		s.first = append(s.first, len(s.rows))
		s.weight = append(s.weight, e.weight)
	}
	return s
}

// derive sets the derivatives of the loss: the probability of an option is its
// share of the sum of exponentials, in which "none of them" has the share 1.
func (s *sheet) derive() {
	for p, weight := range s.weight {
		rows := s.rows[s.first[p]:s.first[p+1]]
		sum, good := 1.0, 0.0
		for i := range rows {
			r := &rows[i]
			r.h = math.Exp(math.Min(r.score, 30))
			sum += r.h
			if r.right {
				good += r.h
			}
		}
		for i := range rows {
			r := &rows[i]
			x := r.h
			r.g = x / sum
			r.h = math.Max(r.g*(1-r.g), 1e-6) * weight
			if r.right {
				r.g -= x / good
			}
			r.g *= weight
		}
	}
}

// eachFeature calls f for the features of a set in order.
func eachFeature(s features, f func(feature)) {
	for w, word := range s {
		for ; word != 0; word &= word - 1 {
			f(feature(w*64 + bits.TrailingZeros64(word)))
		}
	}
}

// Settings of the learning, by cross-validation.
const (
	linearSteps = 300
	linearPrior = 80.0 // keeps weights small
	treeCount   = 200
	treeRate    = 0.15
	treePrior   = 5.0
	treeLeast   = 1.0 // second derivative on either side of a question
	treeShare   = 0.2 // of the features, which each tree may ask for
)

// learn fits a weight for each feature and a bias with full-batch Adam.
func (s *sheet) learn(n int) (weights []float64, bias float64) {
	w, m, v, grad := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	total := 0.0
	for _, x := range s.weight {
		total += x
	}
	var list []feature // of all rows, one after the other
	first := []int{0}
	for i := range s.rows {
		eachFeature(s.rows[i].features, func(f feature) { list = append(list, f) })
		first = append(first, len(list))
	}
	score := func() {
		for i := range s.rows {
			s.rows[i].score = w[n]
			for _, f := range list[first[i]:first[i+1]] {
				s.rows[i].score += w[f]
			}
		}
	}
	for step := 1; step <= linearSteps; step++ {
		score()
		s.derive()
		clear(grad)
		for i := range s.rows {
			g := s.rows[i].g
			grad[n] += g
			for _, f := range list[first[i]:first[i+1]] {
				grad[f] += g
			}
		}
		rate := 0.1 * math.Min(1, 2-2*float64(step)/linearSteps+0.02)
		for i := range w {
			g := grad[i]
			if i < n {
				g += linearPrior * w[i]
			}
			g /= total
			m[i] = 0.9*m[i] + 0.1*g
			v[i] = 0.99*v[i] + 0.01*g*g
			w[i] -= rate * (m[i] / (1 - math.Pow(0.9, float64(step)))) / (math.Sqrt(v[i]/(1-math.Pow(0.99, float64(step)))) + 1e-8)
		}
	}
	score()
	return w[:n], w[n]
}

// grow adds trees to the scores where features matter together. Each is fitted
// to the derivatives that those before it leave.
func (s *sheet) grow(n int) []tree {
	trees := make([]tree, treeCount)
	leaf := make([]uint8, len(s.rows))
	seed := uint32(1)
	for k := range trees {
		t := &trees[k]
		s.derive()
		var asked [128]bool
		for f := range asked {
			seed = seed*1664525 + 1013904223
			asked[f] = float64(seed>>8)/(1<<24) < treeShare
		}
		clear(leaf)
		for level := range 3 {
			s.ask(t, leaf, 1<<level-1, n, &asked)
		}
		var g, h [8]float64
		for i := range s.rows {
			g[leaf[i]-7] += s.rows[i].g
			h[leaf[i]-7] += s.rows[i].h
		}
		for j := range t.leaf {
			t.leaf[j] = float32(-treeRate * g[j] / (h[j] + treePrior))
		}
		for i := range s.rows {
			s.rows[i].score += float64(t.leaf[leaf[i]-7])
		}
	}
	return trees
}

// ask finds the questions of one level, whose first node is base, and moves
// the rows down by their answers.
func (s *sheet) ask(t *tree, leaf []uint8, base, n int, asked *[128]bool) {
	type sums struct{ g, h float64 }
	var all [4]sums
	var with [4][128]sums
	for i := range s.rows {
		r, k := &s.rows[i], int(leaf[i])-base
		all[k].g += r.g
		all[k].h += r.h
		eachFeature(r.features, func(f feature) {
			with[k][f].g += r.g
			with[k][f].h += r.h
		})
	}
	gain := func(s sums) float64 { return s.g * s.g / (s.h + treePrior) }
	for k := range base + 1 {
		best, most := noFeature, 0.0
		for f := range n {
			yes := with[k][f]
			no := sums{all[k].g - yes.g, all[k].h - yes.h}
			if !asked[f] || yes.h < treeLeast || no.h < treeLeast {
				continue
			}
			if g := gain(yes) + gain(no) - gain(all[k]); g > most {
				best, most = feature(f), g
			}
		}
		t.split[base+k] = best
	}
	for i := range s.rows {
		f := t.split[leaf[i]]
		leaf[i] = 2*leaf[i] + 1
		if s.rows[i].has(f) {
			leaf[i]++
		}
	}
}
