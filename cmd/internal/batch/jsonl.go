package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// pageFields are the fields of a line of JSON that are taken for the page when
// none is named, in this order.
var pageFields = []struct {
	name string
	form Form
}{{"html", HTML}, {"text", Text}, {"content", Auto}}

// lines yields the pages of a file of JSON lines, one page for each line that
// is not empty.
func (in *Input) lines(name, stem string, f io.Reader, yield func(*Page) bool) bool {
	r := bufio.NewReaderSize(f, 64<<10)
	if head, _ := r.Peek(sniffLen); looksJSON(head) {
		return yield(bad(name, ErrJSON))
	}
	for p := range in.Lines(name, r) {
		if errors.Is(p.Err, errEmptyLine) {
			continue
		}
		p.Site = name
		p.Name = fmt.Sprintf("%s/%012d", stem, p.Offset)
		if parse := p.parse; parse != nil {
			p.parse = func() {
				parse()
				if id := nameOfID(p.ID); id != "" {
					p.Name = stem + "/" + id
				}
			}
		}
		if !yield(p) {
			return false
		}
	}
	return true
}

var errEmptyLine = errors.New("the line is empty")

// ErrLine: a line is not what it should be.
var ErrLine = errors.New("bad line")

// Lines yields exactly one page for each line of JSON, empty ones included. Its
// errors do not number the lines, so that they depend on the line alone.
func (in *Input) Lines(name string, r io.Reader) Pages {
	return func(yield func(*Page) bool) {
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
			p := &Page{Source: name, Offset: offset, size: int64(len(line))}
			switch {
			case long:
				p.Err = fmt.Errorf("%w: the line is longer than %d bytes", ErrTooLarge, in.MaxBytes)
				p.ID = idOf(line)
			case len(bytes.TrimSpace(line)) == 0:
				p.Err = errEmptyLine
			default:
				p.parse = func() { in.parseLine(p, line) }
			}
			if !yield(p) {
				return
			}
		}
	}
}

// parseLine fills in p from a line of JSON.
func (in *Input) parseLine(p *Page, line []byte) {
	fields, err := object(line)
	if err != nil {
		p.Err = fmt.Errorf("%w: not a JSON object: %w", ErrLine, err)
		return
	}
	p.ID = fields["id"]
	p.URL = stringOf(fields["url"])
	p.Crawled = timeOf(stringOf(fields["crawled"]))
	name, form, wanted := in.Field, Auto, strconv.Quote(in.Field)
	if name == "" {
		wanted = `"html", "text" or "content"`
		for _, f := range pageFields {
			if raw := fields[f.name]; len(raw) > 0 && raw[0] == '"' && (name == "" || string(fields[name]) == `""`) {
				name, form = f.name, f.form // of empty ones the last
			}
		}
	}
	raw := fields[name]
	if len(raw) == 0 || raw[0] != '"' {
		p.Err = fmt.Errorf("%w: no string %s", ErrLine, wanted)
		return
	}
	delete(fields, name)
	p.Fields = fields
	if p.Form = form; in.Form != Auto {
		p.Form = in.Form
	}
	p.Charset = "utf-8" // a string of JSON has no other
	p.read = func(limit int64) ([]byte, error) {
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, err
		}
		return held([]byte(s))(limit)
	}
}

// object parses a line that is to be one object of JSON.
func object(line []byte) (map[string]json.RawMessage, error) {
	var fields map[string]json.RawMessage
	if !utf8.Valid(line) {
		line = bytes.ToValidUTF8(line, []byte("\ufffd"))
	}
	if err := json.Unmarshal(line, &fields); err != nil {
		return nil, JSONError(err)
	}
	if fields == nil {
		return nil, errors.New("null")
	}
	return fields, nil
}

// JSONError says what is wrong with JSON, without a word on types of Go.
func JSONError(err error) error {
	var other *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &other):
		return err
	case other.Field != "":
		return fmt.Errorf("%s in %q", other.Value, other.Field)
	}
	return errors.New(other.Value)
}

// idOf finds the id at the head of a line that is too long to be parsed.
func idOf(head []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(head))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for {
		name, err := d.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return nil
		}
		if name == "id" {
			return value
		}
	}
}

func stringOf(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// timeOf is zero for what is no time.
func timeOf(s string) time.Time {
	t, _ := time.Parse(time.RFC3339, s)
	return t
}

// nameOfID makes a name for a page of a file of lines of its id, if it has one.
func nameOfID(raw json.RawMessage) string {
	id := strings.Trim(string(raw), `"`)
	if id == "" || id == "null" {
		return ""
	}
	stem, _ := splitName(safeElement(strings.NewReplacer("/", "_", `\`, "_").Replace(id)))
	return stem
}
