package meta

import (
	"strings"
	"time"
)

// A locale is what the reading of a date depends on besides its own words.
type locale struct {
	lang  string    // primary language subtag, "" if unknown
	order order     // of the numbers in 04/05/2025
	now   time.Time // the time of the crawl; zero if unknown
}

// order is the order of day and month in a date of three numbers whose year
// comes last.
type order uint8

const (
	dayFirst order = iota
	monthFirst
)

// localeOf is the locale of a declared language tag. Only the United States
// and a few places with them put the month first.
func localeOf(tag string, now time.Time) locale {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	l := locale{lang: primary(tag), now: now}
	switch tag {
	case "en", "en-us", "en-ph", "fil", "tl", "es-us", "es-pr", "":
		l.order = monthFirst
	}
	return l
}

// primary is the language subtag of a language tag.
func primary(tag string) string {
	for i := 0; i < len(tag); i++ {
		if tag[i] == '-' || tag[i] == '_' {
			tag = tag[:i]
			break
		}
	}
	return strings.ToLower(tag)
}
