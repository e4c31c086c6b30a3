package meta

import "time"

// A Date is a point in time as a page states it.
type Date struct {
	Time      time.Time // zero if unknown; in the stated zone, else UTC
	Precision Precision
	HasZone   bool // the page states the zone of Time
}

// Precision says how exactly a page states a date.
type Precision uint8

// The precisions, from none to the finest.
const (
	NoDate Precision = iota
	Day
	Minute
	Second
)

var precisionNames = [...]string{"", "day", "minute", "second"}

func (p Precision) String() string { return precisionNames[p] }

// A Source says where a value was found.
type Source struct {
	Kind  string // "json-ld", "meta", "microdata", "time", "byline", "heading", "title", "url", "line", ...
	Place string // for example "article:published_time" or "NewsArticle.datePublished"
	Start int    // byte offsets into the decoded input, -1 if not known
	End   int
}

// A Candidate is a value that was considered for a field.
type Candidate struct {
	Field  string // the JSON name of the field, such as "title" or "published"
	Value  string
	Score  float64 // probability of being right, 0 to 1
	Chosen bool
	Reason string
	Source Source
}

// sameDay reports whether two dates name the same calendar day.
func (d Date) sameDay(e Date) bool { return d.dayNumber() == e.dayNumber() }

// dayNumber is the calendar day in the date's own zone as yyyymmdd, 0 for none.
func (d Date) dayNumber() int {
	if d.Precision == NoDate {
		return 0
	}
	y, m, day := d.Time.Date()
	return y*10000 + int(m)*100 + day
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.Precision == NoDate || d.Time.IsZero() }

// String returns the date in ISO 8601 as precisely as the page states it, for
// example 2025-04-25 or 2025-04-25T21:41:00+03:00, and "" if it is unknown.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time.Format(d.layout())
}

func (d Date) layout() string {
	switch zone := d.HasZone; {
	case d.Precision == Minute && zone:
		return "2006-01-02T15:04Z07:00"
	case d.Precision == Minute:
		return "2006-01-02T15:04"
	case d.Precision == Second && zone:
		return time.RFC3339
	case d.Precision == Second:
		return "2006-01-02T15:04:05"
	}
	return time.DateOnly
}
