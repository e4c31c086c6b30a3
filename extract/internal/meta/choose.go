package meta

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// A feature is one thing that is known of an option: a kind of place that
// states it, or what stands around. Each field numbers its own.
type feature uint8

// noFeature is one that no option has.
const noFeature feature = 127

// features is a set of them.
type features [2]uint64

func (s *features) set(f feature) { s[f>>6] |= 1 << (f & 63) }

// put adds a feature if on is set.
func (s *features) put(on bool, f feature) {
	if on {
		s.set(f)
	}
}

// join adds those of another set.
func (s *features) join(t features) {
	s[0] |= t[0]
	s[1] |= t[1]
}

func (s features) has(f feature) bool { return s[f>>6]>>(f&63)&1 == 1 }

// An option is one value of a field with all that speaks for and against it.
type option struct {
	key      string // equal for values that mean the same
	value    string
	names    []string // authors
	date     Date
	features features
	source   Source
	rank     feature // the feature that gave value and source: lower is surer
	score    float64
	block    int // that shows it, -1 if not known
}

// A pool gathers the options of a field.
type pool struct {
	model   *model
	options []option
}

// A model is the learned scoring of a field: the sum of the weights of an
// option's features is the logarithm of its odds against "none of them".
type model struct {
	field   string
	names   []string // of the features, for reasons
	weights []float32
	bias    float32
	trees   []tree
	floor   float64 // the least probability of an answer
}

// A tree adds to the score what features say together: three questions in a
// row, the next at 2i+1 for no and 2i+2 for yes, and what their answers add.
type tree struct {
	split [7]feature
	leaf  [8]float32
}

// answers are those to the questions of trees: 1 for each feature that is set.
type answers [1 << 8]uint8

func (t *tree) at(a *answers) float32 {
	n := 1 + int(a[t.split[0]])
	n = 2*n + 1 + int(a[t.split[n]])
	n = 2*n + 1 + int(a[t.split[n]])
	return t.leaf[n-7]
}

// maxOptions bounds the options of a field.
const maxOptions = 64

// add enters evidence for a value. Values with the same key become one
// option, which keeps the value and source of its surest evidence.
func (p *pool) add(key, value string, f feature, src Source) *option {
	if key == "" {
		return nil
	}
	for i := range p.options {
		o := &p.options[i]
		if o.key == key {
			o.features.set(f)
			if f < o.rank {
				o.value, o.source, o.rank = value, src, f
			}
			return o
		}
	}
	if len(p.options) == maxOptions {
		return nil
	}
	p.options = append(p.options, option{key: key, value: value, source: src, rank: f, block: -1})
	o := &p.options[len(p.options)-1]
	o.features.set(f)
	return o
}

// support adds evidence to a value that something else has put forward.
func (p *pool) support(key string, f feature) {
	for i := range p.options {
		if p.options[i].key == key {
			p.options[i].features.set(f)
		}
	}
}

// choose scores the options and returns the best one, nil if none is likely
// enough.
func (p *pool) choose() *option {
	if len(p.options) == 0 {
		return nil
	}
	total := 1.0
	for i := range p.options {
		p.options[i].score = p.odds(i)
		total += p.options[i].score
	}
	best := &p.options[0]
	for i := range p.options {
		o := &p.options[i]
		if o.score /= total; o.score > best.score {
			best = o
		}
	}
	if best.score < p.model.floor {
		return nil
	}
	return best
}

// odds are those of option i against "none of them": the ones of an option
// before it if the same is known of both.
func (p *pool) odds(i int) float64 {
	s := &p.options[i].features
	for j := range p.options[:i] {
		if o := &p.options[j]; o.features == *s {
			return o.score
		}
	}
	return math.Exp(float64(p.model.logOdds(*s)))
}

func (m *model) logOdds(s features) float32 {
	var a answers
	sum := m.bias
	for w, word := range s {
		for word != 0 {
			i := bits.TrailingZeros64(word)
			word &= word - 1
			f := w*64 + i
			a[f] = 1
			if f < len(m.weights) {
				sum += m.weights[f]
			}
		}
	}
	for i := range m.trees {
		sum += m.trees[i].at(&a)
	}
	return min(sum, 30)
}

// reason names what spoke for an option, and what most against it.
func (m *model) reason(s features) string {
	type part struct {
		name string
		w    float32
	}
	var parts []part
	for f, name := range m.names {
		if s.has(feature(f)) && f < len(m.weights) {
			parts = append(parts, part{name, m.weights[f]})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.w, a.w) })
	var sb strings.Builder
	n := 0
	for _, p := range parts {
		if p.w <= 0 && n > 0 || n == 4 {
			break
		}
		if n > 0 {
			sb.WriteString(", ")
		}
		sb.WriteString(p.name)
		n++
	}
	if l := len(parts); l > n && parts[l-1].w < -0.3 {
		sb.WriteString("; but ")
		sb.WriteString(parts[l-1].name)
	}
	return sb.String()
}

// pool is the empty pool of the field with number i. It has room for all the
// options there may be: they stay where they are while others are added.
func (f *finder) pool(i int, m *model) *pool {
	p := &f.pools[i]
	if p.options == nil {
		p.options = make([]option, 0, maxOptions)
	}
	p.model, p.options = m, p.options[:0]
	return p
}

// report adds the pool's options to the candidates of the page, the likeliest
// first.
func (f *finder) report(p *pool, chosen *option) {
	if !f.opts.Candidates {
		return
	}
	before := len(f.out.Candidates)
	for i := range p.options {
		o := &p.options[i]
		f.out.Candidates = append(f.out.Candidates, Candidate{
			Field: p.model.field, Value: o.value, Score: o.score, Chosen: o == chosen,
			Reason: p.model.reason(o.features), Source: o.source,
		})
	}
	slices.SortStableFunc(f.out.Candidates[before:], func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
}

// models are the models of the three fields that are chosen.
type models struct{ title, author, date model }
