package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
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

// Manifest yields exactly one page for each line of a manifest that is not
// empty, in order.
func (in *Input) Manifest(name string, r io.Reader) Pages {
	return func(yield func(*Page) bool) {
		var c cursor
		defer c.close()
		l := newLines(r, in.MaxBytes)
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
			p := in.entry(&c, line, long, name, l.number)
			if p.Source == name {
				p.Offset = offset
			}
			if !yield(p) {
				return
			}
		}
	}
}

func (in *Input) entry(c *cursor, line []byte, long bool, name string, number int) *Page {
	if long {
		p := bad(name, fmt.Errorf("%w: line %d is longer than %d bytes", ErrTooLarge, number, in.MaxBytes))
		p.ID = idOf(line)
		return p
	}
	var e Entry
	if err := json.Unmarshal(line, &e); err != nil {
		p := bad(name, fmt.Errorf("%w: line %d is not an entry of a manifest: %w", ErrLine, number, err))
		if fields, err := object(line); err == nil {
			p.ID = fields["id"]
		}
		return p
	}
	if e.Path == "" {
		p := bad(name, fmt.Errorf("%w: line %d has no path", ErrLine, number))
		p.ID = e.ID
		return p
	}
	var p *Page
	switch {
	case in.OverwritesEntry(e.Path) != "":
		p = bad(e.Path, ErrOverwrite)
	case e.Record != "" || e.Offset != nil:
		p = c.find(in, e)
	default:
		stem, _ := splitName(filepath.ToSlash(e.Path))
		var size int64
		if info, err := os.Stat(e.Path); err == nil {
			size = info.Size()
		}
		p = in.filePage(e.Path, safeName(stem), name, size)
	}
	p.ID = e.ID
	if e.URL != "" {
		p.URL = e.URL
	}
	if e.Charset != "" {
		p.Charset = e.Charset
	}
	if e.Crawled != "" {
		p.Crawled = timeOf(json.RawMessage(`"` + e.Crawled + `"`))
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
		quiet.arg(context.Background(), path, yield)
	})
}

func (c *cursor) find(in *Input, e Entry) *Page {
	for fresh := c.path != e.Path; ; fresh = true {
		if fresh {
			c.open(in, e.Path)
		}
		for p, ok := c.next(); ok; p, ok = c.next() {
			if p.Source == e.Path && p.Record == e.Record && (e.Offset == nil || p.Offset == *e.Offset) {
				return p
			}
			if p.Err != nil && p.Record == "" && p.Offset < 0 {
				return p // the archive itself cannot be read
			}
		}
		if fresh {
			c.close()
			return bad(e.Path, fmt.Errorf("has no record %q", e.Record))
		}
	}
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
