package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

// A record is what a stream of results has for a page: where it comes from,
// the article, and what went wrong.
type record struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Source string          `json:"source,omitempty"`
	Member string          `json:"record,omitempty"` // batch.Page.Record
	Offset *int64          `json:"offset,omitempty"` // batch.Page.Offset, nil for a page of its own
	render.Record
	Filtered string `json:"filtered,omitempty"` // which condition the page does not meet
	Error    string `json:"error,omitempty"`
	Charset  string `json:"charset,omitempty"` // with the next, of a page that failed: as in batch.Entry
	Crawled  string `json:"crawled,omitempty"`
}

// newRecord returns the record of an article, which may be nil.
func newRecord(a *extract.Article) record {
	if a == nil {
		return record{}
	}
	return record{Record: render.NewRecord(a)}
}

// from notes where a record comes from.
func (r record) from(p *batch.Page) record {
	r.ID, r.Source, r.Member = p.ID, p.Source, p.Record
	if p.Offset >= 0 {
		r.Offset = &p.Offset
	}
	return r
}

// key is that of the page it came from.
func (r record) key() string {
	offset := int64(-1)
	if r.Offset != nil {
		offset = *r.Offset
	}
	return batch.Key(r.Source, r.Member, offset, r.ID)
}

// recorded is what a record says of an error. That there is no article is no
// fault that someone is to mend.
func recorded(err error) string {
	if errors.Is(err, extract.ErrNoArticle) {
		return err.Error()
	}
	return sentence(err)
}

// failed says whether the page failed. That it has no article is no failure.
func (r record) failed() bool {
	return r.Error != "" && !strings.HasPrefix(r.Error, extract.ErrNoArticle.Error())
}

// entry is the manifest line that asks for the page again.
func (r record) entry() batch.Entry {
	return batch.Entry{ID: r.ID, Path: r.Source, Record: r.Member, Offset: r.Offset, URL: r.URL,
		Charset: r.Charset, Crawled: r.Crawled, Error: r.Error}
}

// line is the record as one line of JSON.
func (r record) line() []byte { return append(encode(r), '\n') }

// encode is JSON on one line without the escapes that only matter inside of
// HTML. NEL is escaped, since some readers of lines take it for a line's end.
func encode(v any) []byte {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	must(e.Encode(v))
	line := bytes.TrimSuffix(buf.Bytes(), []byte("\n"))
	return bytes.ReplaceAll(line, []byte("\u0085"), []byte(`\u0085`))
}

// columns of CSV.
var columns = []string{
	"id", "source", "record", "offset", "url", "title", "byline", "authors", "date", "modified",
	"site_name", "language", "confidence", "words", "text", "error",
}

func csvRow(cells []string) []byte {
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	must(w.Write(cells))
	w.Flush()
	return buf.Bytes()
}

// row is the record as a row of CSV.
func (r record) row() []byte {
	id := string(r.ID)
	if s := ""; json.Unmarshal(r.ID, &s) == nil {
		id = s
	}
	offset := ""
	if r.Offset != nil {
		offset = strconv.FormatInt(*r.Offset, 10)
	}
	return csvRow([]string{
		id, r.Source, r.Member, offset, r.URL, r.Title, r.Byline, strings.Join(r.Authors, "; "), r.Date, r.Modified,
		r.SiteName, r.Language, strconv.FormatFloat(r.Confidence, 'f', -1, 64), strconv.Itoa(r.Words), r.Text, r.Error,
	})
}

// scanLines is the batch.RecordScanner of JSON lines; each gets every record.
func scanLines(each func(record)) batch.RecordScanner {
	return func(r io.Reader) (int64, error) {
		var whole int64
		err := batch.EachLine(r, func(line []byte) error {
			var rec record
			if err := json.Unmarshal(line, &rec); err != nil {
				return errors.New("is no output of this command; give another --output")
			}
			each(rec)
			whole += int64(len(line))
			return nil
		})
		return whole, err
	}
}

// scanRows is the batch.RecordScanner of CSV with a header. Rows may hold line
// ends, and the last may be torn just before its own, so a row counts when
// something follows it or the data ends in a line end.
func scanRows(each func(record)) batch.RecordScanner {
	header := true
	return func(r io.Reader) (int64, error) {
		tail := &lastByte{r: r}
		c := csv.NewReader(tail)
		c.FieldsPerRecord = len(columns)
		var whole, end int64
		var row []string
		count := func() {
			if whole = end; row != nil && !header {
				each(rowRecord(row))
			}
			header = header && row == nil
		}
		for {
			cells, err := c.Read()
			if err != io.EOF || tail.last == '\n' {
				count()
			}
			if err != nil {
				return whole, nil
			}
			row, end = cells, c.InputOffset()
		}
	}
}

// rowRecord is what a row says of where it comes from. Its id may have been a
// string or not: what looks like a number, an object or an array is none.
func rowRecord(cells []string) record {
	rec := record{Source: cells[1], Member: cells[2], Error: cells[len(cells)-1]}
	rec.URL = cells[4]
	switch id := cells[0]; {
	case id == "":
	case strings.Contains("-0123456789{[", id[:1]) && json.Valid([]byte(id)):
		rec.ID = json.RawMessage(id)
	default:
		rec.ID = encode(id)
	}
	if n, err := strconv.ParseInt(cells[3], 10, 64); err == nil {
		rec.Offset = &n
	}
	return rec
}

type lastByte struct {
	r    io.Reader
	last byte
}

func (l *lastByte) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if n > 0 {
		l.last = p[n-1]
	}
	return n, err
}
