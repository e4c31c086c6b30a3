package meta

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"hash/fnv"
	"io"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/density"
	"github.com/pithtext/pith/extract/internal/source"
)

var (
	trainFlag = flag.Bool("train", false, "learn the weights anew and write weights.go")
	treesFlag = flag.Int("trees", 120, "trees of a model")
	onlyFlag  = flag.String("only", "", "html or text: score only those, write nothing")
	missFlag  = flag.String("misses", "", "print the misses of CORPUS/FIELD in the half that may be looked at")
)

// corpora are the folders whose gold the weights are learned from.
var trainOn = map[bool][]string{
	false: {"wcxb", "trafilatura", "htmldate", "chinese", "readability"},
	true:  {"wcxb-text", "trafilatura-text", "chinese-text", "readability-text"},
}

// A goldPage is a page with what is known of it.
type goldPage struct {
	ID, HTML, URL, Title, Author, Date, Type, Text string

	corpus   string
	half     bool
	page     *block.Page
	verdicts []block.Verdict
	found    *finder
	others   []*finder // the same page without its address, and without verdicts: to learn from
}

// shared is the folder of the development corpora, "" if there is none.
func shared() string {
	dir := os.Getenv("PITH_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "corpora")); err != nil {
		return ""
	}
	return dir
}

func loadCorpus(t *testing.T, dir, name string) []*goldPage {
	file, err := os.Open(filepath.Join(dir, "corpora", name, "pages.jsonl"))
	require.NoError(t, err)
	defer file.Close()
	var pages []*goldPage
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		g := &goldPage{corpus: name}
		require.NoError(t, json.Unmarshal(sc.Bytes(), g))
		h := fnv.New32a()
		u, _ := url.Parse(g.URL)
		if u != nil && u.Host != "" {
			io.WriteString(h, u.Host)
		} else {
			io.WriteString(h, g.ID)
		}
		g.half = h.Sum32()>>8&1 == 1
		pages = append(pages, g)
	}
	require.NoError(t, sc.Err())
	work := make(chan *goldPage)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for g := range work {
				g.page = readPage(filepath.Join(dir, "corpora", name, g.HTML), strings.HasSuffix(name, "-text"))
				classes, words := density.Lexicons(g.page.Origin)
				g.verdicts, _ = density.Classify(block.Measure(g.page, classes, words), density.Balance)
				g.run()
			}
		}()
	}
	for _, g := range pages {
		work <- g
	}
	close(work)
	wg.Wait()
	return pages
}

func (g *goldPage) run() {
	g.found = newFinder(g.page, g.verdicts, Options{URL: g.URL})
	g.found.find()
	g.others = nil
	for _, f := range []*finder{
		newFinder(g.page, g.verdicts, Options{}),
		newFinder(g.page, nil, Options{URL: g.URL}),
	} {
		f.find()
		g.others = append(g.others, f)
	}
}

func readPage(path string, text bool) *block.Page {
	b, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	if strings.HasSuffix(path, ".gz") {
		zr, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			panic(err)
		}
		if b, err = io.ReadAll(zr); err != nil {
			panic(err)
		}
	}
	s, err := source.DecodeBytes(b, "")
	if err != nil {
		s = ""
	}
	if text {
		return source.Text(s)
	}
	return source.HTML(s)
}

var (
	byWord = regexp.MustCompile(`(?i)^\s*(by|von|par|por|di|text)\b[:\s]+`)
	andCut = regexp.MustCompile(`\s*(?:;|,|\||/|&|\band\b|\bund\b|\bet\b|\by\b)\s*`)
)

// people is the set of names in an author's gold or answer.
func people(s string) string {
	var out []string
	for _, p := range andCut.Split(byWord.ReplaceAllString(s, ""), -1) {
		if k := titleKey(p); k != "" {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return strings.Join(out, ";")
}

// fields are what is learned: where the gold is and when an option is right.
var fields = []struct {
	name  string
	gold  func(*goldPage) string
	right func(gold, value string) bool
}{
	{"title", func(g *goldPage) string { return g.Title }, func(gold, v string) bool { return titleKey(gold) == titleKey(v) }},
	{"author", func(g *goldPage) string { return g.Author }, func(gold, v string) bool {
		return titleKey(gold) == titleKey(v) || people(v) != "" && people(gold) == people(v)
	}},
	{"date", func(g *goldPage) string { return g.Date }, func(gold, v string) bool {
		return len(gold) >= 10 && len(v) >= 10 && gold[:10] == v[:10]
	}},
}

// floors are the least probabilities of an answer: a title is always given,
// the others only where they are more than a guess.
var floors = [3]float64{0, 0.15, 0.25}

// An example is a page's options with those that are right.
type example struct {
	options [][]feature
	right   []bool
	weight  float64
}

func examples(pages []*goldPage, field int, keep func(*goldPage) bool) []example {
	var out []example
	for _, g := range pages {
		gold := fields[field].gold(g)
		if !keep(g) || gold == "" {
			continue
		}
		for _, f := range append([]*finder{g.found}, g.others...) {
			out = append(out, f.example(g, field))
		}
	}
	return out
}

func (f *finder) example(g *goldPage, field int) example {
	gold := fields[field].gold(g)
	ex := example{weight: 0.6}
	if strings.HasPrefix(g.corpus, "chinese") { // few pages, in a script of their own
		ex.weight *= 4
	}
	for _, o := range f.pools[field].options {
		var fs []feature
		for i := range feature(128) {
			if o.features.has(i) {
				fs = append(fs, i)
			}
		}
		ex.options = append(ex.options, fs)
		ex.right = append(ex.right, fields[field].right(gold, o.value))
	}
	return ex
}

// learn fits the weights of the choice: the probability of an option is its
// share of the sum of exponentials, in which "none of them" has the share 1.
// Full-batch Adam; the prior keeps weights small.
func learn(exs []example, n int) ([]float64, float64) {
	w, m, v := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	total := 0.0
	for _, e := range exs {
		total += e.weight
	}
	const prior = 1.0
	for step := 1; step <= 500; step++ {
		grad := make([]float64, n+1)
		for _, e := range exs {
			score := make([]float64, len(e.options))
			sum, good := 1.0, 0.0
			for i, fs := range e.options {
				s := w[n]
				for _, f := range fs {
					s += w[f]
				}
				score[i] = math.Exp(math.Min(s, 30))
				sum += score[i]
				if e.right[i] {
					good += score[i]
				}
			}
			if good == 0 {
				good = -1 // none is right
			}
			for i, fs := range e.options {
				d := score[i] / sum
				if good > 0 && e.right[i] {
					d -= score[i] / good
				}
				for _, f := range fs {
					grad[f] += d * e.weight
				}
				grad[n] += d * e.weight
			}
		}
		rate := 0.1 * math.Min(1, 2-2*float64(step)/500+0.02)
		for i := range w {
			g := grad[i]
			if i < n {
				g += prior * w[i]
			}
			g /= total
			m[i] = 0.9*m[i] + 0.1*g
			v[i] = 0.99*v[i] + 0.01*g*g
			w[i] -= rate * (m[i] / (1 - math.Pow(0.9, float64(step)))) / (math.Sqrt(v[i]/(1-math.Pow(0.99, float64(step)))) + 1e-8)
		}
	}
	return w[:n], w[n]
}

// grow adds trees to the linear model where features matter together. Each
// tree is fitted to the gradient that the choice leaves.
func grow(exs []example, w []float64, bias float64, n int) []tree {
	type row struct {
		fs    features
		score float64
		g, h  float64
		ex    int
		right bool
	}
	var rows []row
	first := make([]int, len(exs)+1)
	for e, ex := range exs {
		first[e] = len(rows)
		for i, fs := range ex.options {
			r := row{score: bias, ex: e, right: ex.right[i]}
			for _, f := range fs {
				r.fs.set(f)
				r.score += w[f]
			}
			rows = append(rows, r)
		}
	}
	first[len(exs)] = len(rows)
	var trees []tree
	for len(trees) < *treesFlag {
		for e := range exs {
			sum, good := 1.0, 0.0
			for i := first[e]; i < first[e+1]; i++ {
				x := math.Exp(math.Min(rows[i].score, 30))
				sum += x
				if rows[i].right {
					good += x
				}
			}
			for i := first[e]; i < first[e+1]; i++ {
				p := math.Exp(math.Min(rows[i].score, 30)) / sum
				rows[i].g, rows[i].h = p, math.Max(p*(1-p), 1e-6)
				if rows[i].right {
					rows[i].g -= math.Exp(math.Min(rows[i].score, 30)) / good
				}
				rows[i].g *= exs[e].weight
				rows[i].h *= exs[e].weight
			}
		}
		const depth, prior, rate, least = 3, 5.0, 0.1, 5.0
		var t tree
		leaf := make([]int, len(rows))
		for level := 0; level < depth; level++ {
			base := 1<<level - 1
			for node := base; node < 2*base+1; node++ {
				var G, H float64
				sg, sh := make([]float64, n), make([]float64, n)
				for i := range rows {
					if leaf[i] != node {
						continue
					}
					G, H = G+rows[i].g, H+rows[i].h
					for f := range n {
						if rows[i].fs.has(feature(f)) {
							sg[f] += rows[i].g
							sh[f] += rows[i].h
						}
					}
				}
				best, gain := 127, 0.0
				for f := range n {
					if sh[f] < least || H-sh[f] < least {
						continue
					}
					if g := sg[f]*sg[f]/(sh[f]+prior) + (G-sg[f])*(G-sg[f])/(H-sh[f]+prior) - G*G/(H+prior); g > gain {
						best, gain = f, g
					}
				}
				t.split[node] = feature(best)
			}
			for i := range rows {
				if f := t.split[leaf[i]]; rows[i].fs.has(f) {
					leaf[i] = 2*leaf[i] + 2
				} else {
					leaf[i] = 2*leaf[i] + 1
				}
			}
		}
		var G, H [8]float64
		for i := range rows {
			G[leaf[i]-7] += rows[i].g
			H[leaf[i]-7] += rows[i].h
		}
		for k := range t.leaf {
			t.leaf[k] = float32(-rate * G[k] / (H[k] + prior))
		}
		for i := range rows {
			rows[i].score += float64(t.leaf[leaf[i]-7])
		}
		trees = append(trees, t)
	}
	return trees
}

func modelOf(ms *models, field int) *model {
	return []*model{&ms.title, &ms.author, &ms.date}[field]
}

// TestTrain learns the weights on one half of the hosts and scores them on
// the other, both ways, and with -train writes those learned on both.
func TestTrain(t *testing.T) {
	dir := shared()
	if !*trainFlag || dir == "" {
		t.Skip("needs -train and the development corpora (PITH_SHARED)")
	}
	old := [2]models{htmlModels, textModels}
	defer func() { htmlModels, textModels = old[0], old[1] }()
	var file bytes.Buffer
	file.WriteString("package meta\n\n// Code generated by TestTrain (go test -run TestTrain -train .); DO NOT EDIT.\n// Learned from the development corpora wcxb, trafilatura, htmldate, chinese and\n// readability, and from their text renderings.\n\n")
	for _, text := range []bool{false, true} {
		if *onlyFlag != "" && (*onlyFlag == "text") != text {
			continue
		}
		ms, name := &htmlModels, "htmlModels"
		if text {
			ms, name = &textModels, "textModels"
		}
		var pages []*goldPage
		for _, c := range trainOn[text] {
			pages = append(pages, loadCorpus(t, dir, c)...)
		}
		learned := [3]model{}
		for field := range fields {
			n := []int{int(titleFeatures), int(authorFeatures), int(dateFeatures)}[field]
			m := modelOf(ms, field)
			for _, half := range []bool{false, true} { // scored on the half not learned from
				exs := examples(pages, field, func(g *goldPage) bool { return g.half != half })
				w, b := learn(exs, n)
				m.set(w, b)
				m.trees, m.floor = grow(exs, w, b, n), floors[field]
				for _, g := range pages {
					if g.half == half {
						g.run()
						g.found.pools[field].judge(g, field)
					}
				}
			}
			printScores(pages, field)
			exs := examples(pages, field, func(*goldPage) bool { return true })
			w, b := learn(exs, n)
			m.set(w, b)
			m.trees, m.floor = grow(exs, w, b, n), floors[field]
			learned[field] = *m
			for _, g := range pages { // what follows is judged beside the field just learned
				g.run()
			}
		}
		fmt.Fprintf(&file, "var %s = models{\n", name)
		for field, f := range []string{"title", "author", "date"} {
			names := []string{"titleNames", "authorNames", "dateNames"}[field]
			fmt.Fprintf(&file, "%s: model{field: %q, names: %s[:], bias: %.3f, floor: %v, weights: []float32{\n", f, []string{"title", "authors", "published"}[field], names, learned[field].bias, learned[field].floor)
			labels := [][]string{titleNames[:], authorNames[:], dateNames[:]}[field]
			for i, w := range learned[field].weights {
				fmt.Fprintf(&file, "%.3f, // %s\n", w, labels[i])
			}
			file.WriteString("}, trees: []tree{\n")
			for _, t := range learned[field].trees {
				fmt.Fprintf(&file, "{[7]feature{%s}, [8]float32{%s}},\n", list(t.split[:], "%d"), list(t.leaf[:], "%.3f"))
			}
			file.WriteString("}},\n")
		}
		file.WriteString("}\n\n")
	}
	if *onlyFlag != "" {
		return
	}
	out, err := format.Source(file.Bytes())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("weights.go", out, 0o644))
}

func list[T any](xs []T, form string) string {
	var parts []string
	for _, x := range xs {
		parts = append(parts, fmt.Sprintf(form, x))
	}
	return strings.Join(parts, ", ")
}

func (m *model) set(w []float64, bias float64) {
	m.weights, m.bias = make([]float32, len(w)), float32(bias)
	for i, x := range w {
		m.weights[i] = float32(x)
	}
}

// scores counts, for each corpus and field: pages with gold, answers, right
// answers, and pages where a right option was there.
var scores = map[string]*[4]int{}

func (p *pool) judge(g *goldPage, field int) {
	gold := fields[field].gold(g)
	if gold == "" {
		return
	}
	key := g.corpus + "/" + fields[field].name
	s := scores[key]
	if s == nil {
		s = new([4]int)
		scores[key] = s
	}
	s[0]++
	best := p.choose()
	right := false
	if best != nil {
		s[1]++
		if right = fields[field].right(gold, best.value); right {
			s[2]++
		}
	}
	there := false
	for _, o := range p.options {
		there = there || fields[field].right(gold, o.value)
	}
	if there {
		s[3]++
	}
	if !right && key == *missFlag && g.half {
		got := "-"
		if best != nil {
			got = best.value
		}
		fmt.Printf("MISS %s there=%v gold=%q got=%q url=%s title=%q head=%d first=%d last=%d\n", g.ID, there, gold, got, g.URL, g.page.Title, g.found.out.Headline, g.found.first, g.found.last)
		for i, o := range p.options {
			if i < 4 || fields[field].right(gold, o.value) {
				var on []string
				for k := range feature(128) {
					if o.features.has(k) {
						on = append(on, p.model.names[k])
					}
				}
				fmt.Printf("   %.3f %q %s\n", o.score, o.value, strings.Join(on, "; "))
			}
		}
	}
}

func printScores(pages []*goldPage, field int) {
	seen := map[string]bool{}
	for _, g := range pages {
		key := g.corpus + "/" + fields[field].name
		if s := scores[key]; s != nil && !seen[key] {
			seen[key] = true
			fmt.Printf("%-28s n %4d  right %.4f  precision %.4f  answered %.4f  there %.4f\n", key, s[0], float64(s[2])/float64(s[0]), float64(s[2])/float64(max(s[1], 1)), float64(s[1])/float64(s[0]), float64(s[3])/float64(s[0]))
		}
	}
}
