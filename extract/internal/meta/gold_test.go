package meta

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/density"
	"github.com/pithtext/pith/extract/internal/source"
)

// A goldPage is a page with what is known of it.
type goldPage struct {
	ID, HTML, URL, Title, Author, Date string

	corpus   string
	half     bool // by the host
	page     *block.Page
	verdicts []block.Verdict
	finders  []*finder // the page; without its address; without verdicts
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
		if u, _ := url.Parse(g.URL); u != nil && u.Host != "" {
			io.WriteString(h, u.Host)
		} else {
			io.WriteString(h, g.ID)
		}
		g.half = h.Sum32()>>8&1 == 1
		pages = append(pages, g)
	}
	require.NoError(t, sc.Err())
	each(pages, func(g *goldPage) {
		g.page = readPage(filepath.Join(dir, "corpora", name, g.HTML), strings.HasSuffix(name, "-text"))
		classes, words := density.Lexicons(g.page.Origin)
		m := block.Measure(g.page, classes, words)
		g.verdicts, _ = density.Classify(m, density.Balance)
		m.Release()
		g.find()
	})
	return pages
}

// each calls f for all pages in parallel.
func each(pages []*goldPage, f func(*goldPage)) {
	work := make(chan *goldPage)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for g := range work {
				f(g)
			}
		})
	}
	for _, g := range pages {
		work <- g
	}
	close(work)
	wg.Wait()
}

// find finds the metadata of the page, and again as if its address or the
// verdicts were not known: there is something to learn from these, too.
func (g *goldPage) find() {
	g.finders = []*finder{
		newFinder(g.page, g.verdicts, Options{URL: g.URL}),
		newFinder(g.page, g.verdicts, Options{}),
		newFinder(g.page, nil, Options{URL: g.URL}),
	}
	for _, f := range g.finders {
		f.find()
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
		if k := new(scribe).key(p); k != "" {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ";")
}

// fields are what is learned: where the gold is, when an option is right, and
// the least probability of an answer. A title is always given, the others
// only where they are more than a guess.
var fields = []struct {
	name  string
	names []string // of the features
	model func(*models) *model
	floor float64
	gold  func(*goldPage) string
	right func(gold, value string) bool
}{
	{"title", titleNames[:], func(m *models) *model { return &m.title }, 0,
		func(g *goldPage) string { return g.Title },
		func(gold, v string) bool { return new(scribe).key(gold) == new(scribe).key(v) }},
	{"authors", authorNames[:], func(m *models) *model { return &m.author }, 0.15,
		func(g *goldPage) string { return g.Author },
		func(gold, v string) bool {
			return new(scribe).key(gold) == new(scribe).key(v) || people(v) != "" && people(gold) == people(v)
		}},
	{"published", dateNames[:], func(m *models) *model { return &m.date }, 0.5,
		func(g *goldPage) string { return g.Date },
		func(gold, v string) bool { return len(gold) >= 10 && len(v) >= 10 && gold[:10] == v[:10] }},
}

// examples are the pages' options for a field.
func examples(pages []*goldPage, field int, keep func(*goldPage) bool) []example {
	var out []example
	for _, g := range pages {
		gold := fields[field].gold(g)
		weight := 0.6
		switch {
		case gold == "" && fields[field].name == "authors" && strings.HasPrefix(g.corpus, "wcxb"):
			weight = 0.2 // most of these have no author, so that no option is right
		case gold == "":
			continue
		case strings.HasPrefix(g.corpus, "chinese"): // few pages, in a script of their own
			weight *= 4
		}
		if !keep(g) {
			continue
		}
		for _, f := range g.finders {
			e := example{weight: weight}
			for _, o := range f.pools[field].options {
				e.options = append(e.options, o.features)
				e.right = append(e.right, fields[field].right(gold, o.value))
			}
			out = append(out, e)
		}
	}
	return out
}

func newFinder(p *block.Page, verdicts []block.Verdict, opts Options) *finder {
	f := new(finder)
	f.begin(p, verdicts, opts)
	return f
}
