// Package meta finds a page's title, authors, dates and the rest of its
// metadata. Every place that may state a value yields candidates; those that
// agree are taken together; a learned score over where they were found and
// what stands around chooses among them.
package meta

import (
	"sync"
	"time"

	"github.com/pithtext/pith/extract/internal/block"
)

// Options steer Find.
type Options struct {
	URL string    // address of the page, "" if unknown
	Now time.Time // time of the crawl: nothing later is believed; zero if unknown

	// Candidates asks for Meta.Candidates.
	Candidates bool
}

// Meta is the metadata of a page. Values that the page does not state are
// zero.
type Meta struct {
	Title    string
	Authors  []string // one name each, in the page's order
	Byline   string   // the authors as the page names them
	SiteName string
	Language string // BCP 47 tag as declared, else the language subtag found by content
	URL      string // the canonical URL that the page states, else Options.URL

	Description string
	Image       string
	Section     string
	Tags        []string

	Published Date
	Modified  Date

	// Sources says where each value was found, by its name in JSON ("title",
	// "authors", "site_name", "language", "url", "description", "image",
	// "section", "tags", "published", "modified").
	Sources map[string]Source

	// Candidates are all values considered for the title, the authors and the
	// dates, the likeliest of each field first; only if Options.Candidates is set.
	Candidates []Candidate

	// Headline is the block that shows the title, -1 if none does.
	Headline int
}

// Find looks for the metadata of p. verdicts, one for each block, say where
// the article is; nil if that is not known.
func Find(p *block.Page, verdicts []block.Verdict, opts Options) *Meta {
	f := finders.Get().(*finder)
	f.begin(p, verdicts, opts)
	f.find()
	out := f.out
	f.release()
	return out
}

// finders keeps memory for the next call.
var finders = sync.Pool{New: func() any { return new(finder) }}

// maxKept bounds the nodes that are kept of one tree, maxTrees the trees.
const (
	maxKept  = 1 << 10
	maxTrees = 16
)

// release ends the use of f. It lets go of all strings: the page's memory is
// used again, too.
func (f *finder) release() {
	for i := range f.trees {
		if f.trees[i].release(); i >= maxTrees {
			f.trees[i] = nil
		}
	}
	for i := range f.pools {
		clear(f.pools[i].options[:cap(f.pools[i].options)])
	}
	clear(f.head)
	clear(f.ld)
	clear(f.stamps)
	clear(f.lines)
	*f = finder{
		head: f.head[:0], marked: f.marked[:0], titles: f.titles[:0], ld: f.ld[:0],
		lines: f.lines[:0], stamps: f.stamps[:0], notes: f.notes[:0], trees: f.trees[:0], pools: f.pools,
	}
	finders.Put(f)
}

// begin sets f to the work on a page.
func (f *finder) begin(p *block.Page, verdicts []block.Verdict, opts Options) {
	f.page, f.verdicts, f.opts, f.models = p, verdicts, opts, &htmlModels
	if p.Origin == block.Text {
		f.models = &textModels
	}
	f.out = &Meta{Sources: make(map[string]Source, 12), Headline: -1}
}

// find is the order of the work: the article's bounds and the headline go before
// all that is judged by its distance to them.
func (f *finder) find() {
	f.bounds()
	f.scan()
	f.entities()
	f.site()
	f.language()
	f.title()
	f.authors()
	f.rest()
	f.dates()
	if f.page.Origin == block.Text {
		f.numberLines()
	}
}

// A finder is the state of one call of Find.
type finder struct {
	page     *block.Page
	verdicts []block.Verdict
	opts     Options
	out      *Meta

	head   []statement // what meta and link elements state
	marked []marked    // elements whose attributes promise a title, author or date
	titles []int32     // the h1 and h2 elements
	ld     []entity
	lang   string // of the html element
	host   string // letters and digits of the host's main label
	slug   string // the page's part of the URL, as words
	home   bool   // the URL has no path
	loc    locale

	lines     []titleLineAt // of scraped text that may be the title
	announced [4]struct {   // what finder.announces found out last
		block int
		is    bool
	}

	models *models
	pools  [3]pool // the options of the title, the authors and the dates
	stamps []stamp
	notes  []features // of each stamp
	trees  []*jsonTree
	text   scribe
	names  [2][maxNames]string

	first, last int // the blocks where the article begins and ends
}
