package extract

import (
	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/meta"
)

// An Article is what was found on a page: its metadata and every block of the
// page in reading order, each with the verdict on it.
type Article struct {
	Title    string
	Byline   string   // the authors as the page names them, "" if unknown
	Authors  []string // one name each, in the page's order
	SiteName string
	Language string // BCP 47 tag as declared, or found by content
	URL      string // canonical URL if the page states one, else Options.URL

	Description string
	Image       string   // URL of the lead image
	Section     string   // the section or category that the page states
	Tags        []string // keywords that the page states

	Published Date
	Modified  Date

	// Sources says where each value was found, by the name of its field in
	// JSON ("title", "authors", "published", ...).
	Sources map[string]Source

	// Candidates are all the values that were considered for the title, the
	// authors and the dates; filled for explanations only when
	// Options.Candidates is set.
	Candidates []Candidate

	// Confidence is the expected F1, 0 to 1, of the chosen body: is there an
	// article, and is it whole?
	Confidence float64

	Blocks []Block
}

// A Date is a point in time as a page states it; its String is ISO 8601.
type Date = meta.Date

// Precision says how exactly a page states a date.
type Precision = meta.Precision

// The precisions, from none to the finest.
const (
	NoDate = meta.NoDate
	Day    = meta.Day
	Minute = meta.Minute
	Second = meta.Second
)

// A Source says where a value was found.
type Source = meta.Source

// A Candidate is a value that was considered for a field.
type Candidate = meta.Candidate

// A Block is a piece of the page's text that stands on its own: a paragraph,
// a heading, a list item, a table cell.
type Block struct {
	Kind     Kind
	Level    int  // heading: 1 to 6; list item, and what continues one: depth from 1; else 0
	Ordinal  int  // number of an item of an ordered list, 0 for an unordered one
	Quoted   bool // inside a quotation
	Table    int  // number of the table it is in, from 1; 0 outside of tables
	Row      int  // row and column in that table, from 0
	Col      int
	Header   bool   // a header cell
	Language string // of code, as its class or its fence says: "go", "c++"; else ""
	Text     string // white space folded, but for Code; "\n" where the page breaks the line
	Spans    []Span // links, emphasis and code as byte offsets into Text
	Start    int    // byte offsets into the decoded input, -1 if not known (FromNode)
	End      int
	Content  bool    // part of the article's body
	Score    float64 // calibrated probability of being content, 0 to 1
	Reason   string  // why the verdict is what it is
}

// Kind is the kind of a block; its String is its name in JSON.
type Kind = block.Kind

// The kinds of blocks.
const (
	Paragraph  = block.Paragraph
	Heading    = block.Heading
	ListItem   = block.ListItem
	Code       = block.Code       // white space as it stands
	Cell       = block.Cell       // a cell of a data table
	Caption    = block.Caption    // of a figure or table
	Term       = block.Term       // of a definition list
	Definition = block.Definition // of a definition list
	Summary    = block.Summary    // a label that opens or names something: summary, legend, button
)

// A Span is a run of a block's text that is a link, emphasized, code or a formula.
type Span = block.Span

// SpanKind is the kind of a span.
type SpanKind = block.SpanKind

// The kinds of spans.
const (
	Link     = block.Link
	Strong   = block.Strong
	Emphasis = block.Emphasis
	CodeSpan = block.CodeSpan
	Formula  = block.Formula // in TeX
)
