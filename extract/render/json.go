package render

import (
	"bytes"
	"encoding/json"
	"io"
	"math"

	"github.com/pithtext/pith/extract"
)

// A Record is an article as one JSON object, metadata and body; values that
// are not known are left out.
type Record struct {
	Title       string            `json:"title,omitempty"`
	Byline      string            `json:"byline,omitempty"`
	Authors     []string          `json:"authors,omitempty"`
	Date        string            `json:"date,omitempty"` // published, ISO 8601 as precisely as known
	Modified    string            `json:"modified,omitempty"`
	SiteName    string            `json:"site_name,omitempty"`
	Language    string            `json:"language,omitempty"`
	URL         string            `json:"url,omitempty"`
	Description string            `json:"description,omitempty"`
	Image       string            `json:"image,omitempty"`
	Section     string            `json:"section,omitempty"`
	Tags        []string          `json:"tags,omitempty"`
	Confidence  float64           `json:"confidence,omitempty"` // 0 to 1, four digits
	Words       int               `json:"words,omitempty"`      // words of Text
	Text        string            `json:"text,omitempty"`       // the body alone
	Sources     map[string]Source `json:"sources,omitempty"`    // by field; that of date is "published"
}

// A Source says where a value of a record was found.
type Source struct {
	Kind  string `json:"kind"`
	Place string `json:"place,omitempty"`
	Start int    `json:"start"` // byte offsets into the decoded input, -1 if not known
	End   int    `json:"end"`
}

// NewRecord returns the record of an article.
func NewRecord(a *extract.Article) Record {
	text := a.Text()
	r := Record{
		Title:       a.Title,
		Byline:      a.Byline,
		Authors:     a.Authors,
		Date:        a.Published.String(),
		Modified:    a.Modified.String(),
		SiteName:    a.SiteName,
		Language:    a.Language,
		URL:         a.URL,
		Description: a.Description,
		Image:       a.Image,
		Section:     a.Section,
		Tags:        a.Tags,
		Confidence:  round(a.Confidence),
		Words:       countWords(text),
		Text:        text,
	}
	if len(a.Sources) > 0 {
		r.Sources = make(map[string]Source, len(a.Sources))
		for field, s := range a.Sources {
			r.Sources[field] = Source(s)
		}
	}
	return r
}

type blockRecord struct {
	Kind     string       `json:"kind"`
	Level    int          `json:"level,omitempty"`
	Ordinal  int          `json:"ordinal,omitempty"`
	Quoted   bool         `json:"quoted,omitempty"`
	Language string       `json:"language,omitempty"`
	Table    *cellRecord  `json:"table,omitempty"`
	Text     string       `json:"text"`
	Spans    []spanRecord `json:"spans,omitempty"`
	Start    int          `json:"start"`
	End      int          `json:"end"`
	Content  bool         `json:"content"`
	Score    float64      `json:"score"`
	Reason   string       `json:"reason,omitempty"`
}

type cellRecord struct {
	Number int  `json:"number"`
	Row    int  `json:"row"`
	Col    int  `json:"col"`
	Header bool `json:"header,omitempty"`
}

type spanRecord struct {
	Kind  string `json:"kind"`
	Start int32  `json:"start"`
	End   int32  `json:"end"`
	URL   string `json:"url,omitempty"`
}

func newBlockRecord(b extract.Block) blockRecord {
	r := blockRecord{
		Kind:     b.Kind.String(),
		Level:    b.Level,
		Ordinal:  b.Ordinal,
		Quoted:   b.Quoted,
		Language: b.Language,
		Text:     b.Text,
		Start:    b.Start,
		End:      b.End,
		Content:  b.Content,
		Score:    round(b.Score),
		Reason:   b.Reason,
	}
	if b.Table > 0 {
		r.Table = &cellRecord{b.Table, b.Row, b.Col, b.Header}
	}
	for _, s := range b.Spans {
		r.Spans = append(r.Spans, spanRecord{s.Kind.String(), s.Start, s.End, s.URL})
	}
	return r
}

// JSON writes the record as one indented object, with every block of the page,
// content or not.
func JSON(w io.Writer, a *extract.Article, opts Options) error {
	full := struct {
		Record
		Blocks []blockRecord `json:"blocks,omitempty"`
	}{Record: shown(a, opts)}
	for _, b := range a.Blocks {
		full.Blocks = append(full.Blocks, newBlockRecord(b))
	}
	return encode(w, full, "  ")
}

// JSONL writes the record as one line.
func JSONL(w io.Writer, a *extract.Article, opts Options) error {
	return encode(w, shown(a, opts), "")
}

// shown returns the record, or the text and what is known of it alone.
func shown(a *extract.Article, opts Options) Record {
	r := NewRecord(a)
	if opts.BodyOnly {
		r = Record{Confidence: r.Confidence, Words: r.Words, Text: r.Text}
	}
	return r
}

func encode(w io.Writer, v any, indent string) error {
	var doc bytes.Buffer
	e := json.NewEncoder(&doc)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return err
	}
	return flush(w, doc.String())
}

// round keeps four digits; JSON has no word for what is not a number.
func round(f float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return math.Round(f*1e4) / 1e4
}
