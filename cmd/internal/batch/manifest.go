package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
)

// An Entry is a line of a manifest: a page and what the caller knows of it. The
// failure list has the same form, so it can be a manifest again.
type Entry struct {
	ID      json.RawMessage `json:"id,omitempty"`
	Path    string          `json:"path"`
	Record  string          `json:"record,omitempty"` // of an archive, as Page.Record
	Offset  *int64          `json:"offset,omitempty"` // of an archive, as Page.Offset
	URL     string          `json:"url,omitempty"`
	Charset string          `json:"charset,omitempty"`
	Crawled string          `json:"crawled,omitempty"` // RFC 3339
	Error   string          `json:"error,omitempty"`   // why it failed; not read
}

// ListedPaths yields the paths in a manifest, without a word on lines that are
// none of a manifest.
func ListedPaths(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		err := EachRecord(r, func(line []byte, _ int) error {
			var e Entry
			if json.Unmarshal(line, &e) == nil && e.Path != "" && !yield(e.Path, nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil && err != fs.SkipAll {
			yield("", err)
		}
	}
}

// ErrManifest: the first line is not even JSON.
var ErrManifest = errors.New("is no manifest: it does not begin with a line of JSON")

// Manifest yields what each line of a manifest names, in order. A line with a
// record or an offset, or with the path of a page, is exactly one page, and so
// is one that is not empty and cannot be read. The path of anything else is read
// as an argument is: an archive, a file of lines or a directory stands for all
// its pages, an address for the page there.
func (in *Input) Manifest(ctx context.Context, name string, r io.Reader) Pages {
	return func(yield func(*Page) bool) {
		var c cursor
		defer c.close()
		l := newLines(r, in.MaxBytes)
		begun := false
		for {
			line, offset, long, err := l.next()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(bad(name, err))
				return
			}
			if len(bytes.TrimSpace(line)) == 0 && !long {
				continue
			}
			if !begun && !long && !json.Valid(line) {
				yield(bad(name, ErrManifest))
				return
			}
			begun = true
			var e Entry
			if err = in.parseEntry(&e, line, long, l.number); err != nil {
				p := bad(name, err)
				p.ID, p.Offset = e.ID, offset
				if !yield(p) {
					return
				}
				continue
			}
			if !in.entry(ctx, &c, e, name, yield) {
				return
			}
		}
	}
}

// parseEntry fills in e from a line; of one that is no entry only the id.
func (in *Input) parseEntry(e *Entry, line []byte, long bool, number int) error {
	if long {
		e.ID = idOf(line)
		return fmt.Errorf("%w: line %d is longer than %d bytes", ErrTooLarge, number, in.MaxBytes)
	}
	if err := json.Unmarshal(line, e); err != nil {
		*e = Entry{}
		if fields, err := object(line); err == nil {
			e.ID = fields["id"]
		}
		return fmt.Errorf("%w: line %d is not an entry of a manifest: %w", ErrLine, number, JSONError(err))
	}
	switch e.Path {
	case "":
		return fmt.Errorf("%w: line %d has no path", ErrLine, number)
	case "-":
		return fmt.Errorf("%w: line %d names the standard input, which cannot be read again", ErrLine, number)
	}
	return nil
}

// entry yields what an entry of the manifest name asks for.
func (in *Input) entry(ctx context.Context, c *cursor, e Entry, name string, yield func(*Page) bool) bool {
	if e.Record != "" || e.Offset != nil {
		return yield(e.tell(c.find(in, e)))
	}
	return in.named(ctx, e.Path, filepath.ToSlash(e.Path), name, func(p *Page) bool {
		if p.Source == e.Path && p.Record == "" && p.Offset < 0 {
			e.tell(p)
		}
		return yield(p)
	})
}

// tell tells a page what its entry knows of it.
func (e *Entry) tell(p *Page) *Page {
	p.ID = e.ID
	if e.URL != "" {
		p.URL = e.URL
	}
	if e.Charset != "" {
		p.Charset = e.Charset
	}
	if e.Crawled != "" {
		p.Crawled = timeOf(e.Crawled)
	}
	return p
}

// A cursor goes through an archive as a manifest asks for its records. Entries
// in the archive's order cost one reading of it.
type cursor struct {
	path string
	next func() (*Page, bool)
	stop func()
}

func (c *cursor) close() {
	if c.stop != nil {
		c.stop()
	}
	*c = cursor{}
}

func (c *cursor) open(in *Input, path string) {
	c.close()
	quiet := *in
	quiet.Count = nil // of the records in between nothing is asked
	quiet.Fetch = nil
	c.path = path
	c.next, c.stop = iter.Pull(func(yield func(*Page) bool) {
		quiet.named(context.Background(), path, filepath.ToSlash(path), path, yield)
	})
}

// find reads on to the page that an entry asks for, from the start if need be.
func (c *cursor) find(in *Input, e Entry) *Page {
	for fresh := c.path != e.Path; ; fresh = true {
		if fresh {
			c.open(in, e.Path)
		}
		var broken *Page // what the archive itself could not be read for
		for p, ok := c.next(); ok; p, ok = c.next() {
			if e.asksFor(p) {
				return p
			}
			if p.Err != nil && p.Record == "" && p.Offset < 0 {
				broken = p
			}
		}
		if fresh {
			c.close()
			return e.missing(broken)
		}
	}
}

// missing is the page of an entry that its archive does not have. It is asked for
// again as it was: its path alone would ask for all of the archive.
func (e *Entry) missing(broken *Page) *Page {
	p := bad(e.Path, fmt.Errorf("has no record %q", e.Record))
	switch {
	case broken != nil:
		p.Err = broken.Err
	case e.Record == "":
		p.Err = fmt.Errorf("has no page at %d", *e.Offset)
	}
	p.Record = e.Record
	if e.Offset != nil {
		p.Offset = *e.Offset
	}
	return p
}

// asksFor says whether p is the page of an archive that an entry asks for: by its
// name, since its place may have been told behind damage, and by its place where
// that left no name.
func (e *Entry) asksFor(p *Page) bool {
	switch {
	case p.Source != e.Path:
		return false
	case e.Record != "" && p.Record != "", e.Offset == nil:
		return p.Record == e.Record
	}
	return p.Offset == *e.Offset
}

// Entry returns the manifest line that asks for the page again.
func (p *Page) Entry(err error) Entry {
	e := Entry{ID: p.ID, Path: p.Source, Record: p.Record, URL: p.URL, Charset: p.Charset}
	if p.Offset >= 0 {
		e.Offset = &p.Offset
	}
	if !p.Crawled.IsZero() {
		e.Crawled = p.Crawled.Format("2006-01-02T15:04:05Z07:00")
	}
	if err != nil {
		e.Error = err.Error()
	}
	return e
}
