package block

// A Block is a piece of text that stands on its own on the page: what lies
// between two block-level borders of HTML, or a paragraph, line or list item
// of scraped text.
type Block struct {
	Kind    Kind
	Level   int8  // heading: 1 to 6; list item, definition: depth of nesting from 1; else 0
	Ordinal int32 // number of an item of an ordered list, 0 for an unordered one
	Quoted  bool  // inside a quotation, whatever its kind
	Element int32 // the innermost element around all of it, -1 for scraped text
	Table   int32 // number of the data table it is in, from 1; 0 outside of tables
	Row     int32 // row and column in that table, from 0
	Col     int32
	Header  bool   // a header cell
	Flow    Range  // into Page.Flow
	Text    string // Page.Flow[Flow.Start:Flow.End]
	Spans   []Span // links, emphasis and code inside Text, in order of Start
	Start   int32  // byte offsets into Page.Input, -1 if not known
	End     int32
	Line    Line // how it was laid out; scraped text only
}

// Line is the layout of a block of scraped text.
type Line struct {
	Indent int16 // columns of white space before the first line
	Blanks int16 // blank lines before it
	Bullet bool  // begins with a list marker, which is not part of Text
	Lines  int32 // input lines that it was joined from
}

// Kind is the kind of a block.
type Kind uint8

const (
	Paragraph  Kind = iota
	Heading         // h1 to h6; Level says which
	ListItem        // li
	Code            // pre: white space as it stands
	Cell            // td or th of a data table
	Caption         // figcaption or caption
	Term            // dt
	Definition      // dd
	Summary         // summary, legend and button: a label that opens or names something
	kinds
)

var kindNames = [kinds]string{"paragraph", "heading", "list_item", "code", "cell", "caption", "term", "definition", "summary"}

func (k Kind) String() string { return kindNames[k] }

// A Span is a run of a block's text with a meaning of its own.
type Span struct {
	Kind       SpanKind
	Start, End int32  // byte offsets into Block.Text
	URL        string // link: href as it stands on the page; image: src
}

// SpanKind is the kind of a span.
type SpanKind uint8

const (
	Link SpanKind = iota
	Strong
	Emphasis
	CodeSpan
	Formula // TeX
	spanKinds
)

var spanKindNames = [spanKinds]string{"link", "strong", "emphasis", "code", "formula"}

func (k SpanKind) String() string { return spanKindNames[k] }

// A Verdict says of one block whether it belongs to the article, and why.
type Verdict struct {
	Content bool
	Score   float32 // calibrated probability of being content, 0 to 1
	Reason  string  // a short phrase for people, one of a fixed set
}
