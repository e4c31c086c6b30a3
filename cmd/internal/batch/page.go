package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"time"
)

// A Page is one page of a batch: where it comes from, what is known of it, and
// how to read it.
type Page struct {
	Source string // the file, "-" for the standard input, or the address it was fetched from
	Record string // its name inside an archive: a member's name or a WARC-Record-ID
	Offset int64  // where it begins inside an archive or a file of lines, -1 for a page of its own

	ID      json.RawMessage            // the caller's id, nil if there is none
	URL     string                     // the page's address
	Charset string                     // the caller's word
	Stated  string                     // the charset that an HTTP header states, which is often wrong
	Form    Form                       // HTML, text, or to be told by content
	Crawled time.Time                  // zero if not known
	Fields  map[string]json.RawMessage // the object of a line of JSON, without the page itself

	Name string // slash-separated name in a mirror, without extension
	Site string // what its site is called when it has no URL: the argument that it was found under
	Err  error  // why there is nothing to read

	parse func() // fills in what costs time to find out; nil when done
	size  int64  // bytes that it counts for in progress
	read  func(limit int64) ([]byte, error)
}

// Form is what a page is written in.
type Form uint8

const (
	Auto Form = iota // to be told by content
	HTML
	Text
)

// Pages is a sequence of pages. It is read once, from one goroutine; what goes
// wrong on the way is the Err of a page of its own.
type Pages = iter.Seq[*Page]

// ErrTooLarge: a page is larger than the limit it was read with.
var ErrTooLarge = errors.New("too large")

// Parse fills in what is known of a page that is a line of JSON, and its Err.
// Run has it done in parallel before work is called.
func (p *Page) Parse() {
	if parse := p.parse; parse != nil {
		p.parse = nil
		parse()
	}
}

// Read returns the page's bytes, decompressed, or ErrTooLarge if there are more
// than limit of them. It may be called once, from any goroutine.
func (p *Page) Read(limit int64) ([]byte, error) {
	if p.Err != nil {
		return nil, p.Err
	}
	read := p.read
	p.read = nil // what it holds is not needed any more
	if read == nil {
		return nil, errors.New("page was read already")
	}
	data, err := read(limit)
	if err != nil {
		return nil, err
	}
	return p.unpack(data)
}

// Where names the page for people: "crawl.warc.gz#1234", "pages.zip!a/b.html".
func (p *Page) Where() string {
	switch {
	case p.Offset < 0 && p.Record == "":
		return p.Source
	case p.Offset < 0:
		return p.Source + "!" + p.Record
	}
	return p.Source + "#" + strconv.FormatInt(p.Offset, 10)
}

// With gives the page its bytes.
func (p *Page) With(data []byte) *Page {
	p.read, p.size = held(data), int64(len(data))
	return p
}

// Size is what the page takes of its input, in bytes, compressed if that is.
func (p *Page) Size() int64 { return p.size }

// key tells pages of one run apart; see Done.
func (p *Page) key() string { return Key(p.Source, p.Record, p.Offset, p.ID) }

// Key is what tells the pages of a run apart: where they come from and, for
// those with a source of their own, the id that the caller gave.
func Key(source, record string, offset int64, id json.RawMessage) string {
	if offset >= 0 {
		id = nil
	}
	var s string
	if json.Unmarshal(id, &s) != nil {
		s = string(id)
	}
	// Names need not be UTF-8, but in JSON they are.
	return fmt.Sprintf("%s\x00%s\x00%d\x00%s", string([]rune(source)), string([]rune(record)), offset, s)
}

// bad is a page that could not be had.
func bad(source string, err error) *Page {
	return &Page{Source: source, Offset: -1, Err: err}
}

// held gives the reader of a page whose bytes are in memory already.
func held(data []byte) func(int64) ([]byte, error) {
	return func(limit int64) ([]byte, error) {
		if int64(len(data)) > limit {
			return nil, ErrTooLarge
		}
		return data, nil
	}
}
