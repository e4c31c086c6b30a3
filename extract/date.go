package extract

import "time"

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.Precision == NoDate || d.Time.IsZero() }

// String returns the date in ISO 8601 as precisely as the page states it, for
// example 2025-04-25 or 2025-04-25T21:41:00+03:00, and "" if it is unknown.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	layout := time.DateOnly
	switch d.Precision {
	case Minute:
		layout = "2006-01-02T15:04"
	case Second:
		layout = "2006-01-02T15:04:05"
	}
	if d.HasZone && d.Precision > Day {
		layout += "Z07:00"
	}
	return d.Time.Format(layout)
}
