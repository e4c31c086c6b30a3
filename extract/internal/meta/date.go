package meta

import (
	"strings"
	"time"
)

// A mention is a date found inside a text.
type mention struct {
	date       Date
	start, end int  // byte offsets into the text
	ambiguous  bool // day and month might be the other way round
	ordered    bool // the numbers tell which is the day and which the month
	order      order
	short      bool // the year has two digits
}

// maxScan bounds how much of one text is searched for dates, in bytes.
const maxScan = 600

// maxDateTokens bounds the tokens of one searched text.
const maxDateTokens = 160

// findDates returns the dates that text states, in order. A text without the
// digits of a day and a year states none but for phrases such as "yesterday",
// which are read only when loc.now is known.
func findDates(text string, loc locale) []mention {
	if len(text) > maxScan {
		text = text[:maxScan]
	}
	if !enoughDigits(text) && loc.now.IsZero() {
		return nil
	}
	var buf [maxDateTokens]token
	toks := tokenize(text, buf[:0])
	var found []mention
	low := 0 // the token after the last date
	for i := 0; i < len(toks); {
		if !toks[i].opensDate() {
			i++
			continue
		}
		m, next := dateAt(toks, low, i, text, loc)
		if next == i {
			i++
			continue
		}
		if found == nil {
			found = make([]mention, 0, 2)
		}
		found = append(found, m)
		i, low = next, next
	}
	if len(found) == 0 && !loc.now.IsZero() {
		if m, ok := relative(toks, text, loc); ok {
			found = append(found, m)
		}
	}
	return found
}

// enoughDigits is the cheap test before a text is cut into tokens: it has two
// numbers, or one that may be a whole date, or digits beyond ASCII.
func enoughDigits(s string) bool {
	numbers, digits := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c-'0' <= 9:
			if digits++; digits == 1 {
				numbers++
			}
			if numbers == 2 || digits == 8 {
				return true
			}
		case mayBeDigit(s, i):
			return true
		default:
			digits = 0
		}
	}
	return false
}

// beyondDigits is the least first byte of scripts with digits of their own, and
// of Han numerals.
const beyondDigits = 0xd9

// mayBeDigit reports whether a digit beyond ASCII may begin at s[i]: curly quotes
// and dashes, which prose is full of, are none.
func mayBeDigit(s string, i int) bool {
	return s[i] >= beyondDigits && !strings.HasPrefix(s[i:], "\xe2\x80")
}

// mayHoldDate reports whether a text has a digit of some script.
func mayHoldDate(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'0' <= 9 {
			return true
		}
		if c >= beyondDigits {
			return true
		}
	}
	return false
}

// opensDate reports whether a date may begin with t.
func (t *token) opensDate() bool {
	return t.kind == number || t.month > 0 || t.kind == mark && isHan(rune(t.val))
}

// dateAt reads the date that begins at token i, which opens one. next is i if there is none.
// Its time of day may stand before it, but not before token low.
func dateAt(toks []token, low, i int, text string, loc locale) (m mention, next int) {
	t := toks[i]
	var y, mo, d, end int
	switch {
	case t.kind == number:
		y, mo, d, end = numberFirst(toks, i, text, loc, &m)
	case t.month > 0:
		y, mo, d, end = monthNameFirst(toks, i, text, &m)
	default:
		y, mo, d, end = eraFirst(toks, i)
	}
	if end == 0 {
		return m, i
	}
	y, mo, d = gregorian(y, mo, d, loc)
	if !validDay(y, mo, d) {
		return m, i
	}
	m.date = Date{Time: time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC), Precision: Day}
	m.start = int(t.start)
	m.end = int(toks[end-1].end)
	if cut := cutYear(toks[end-1]); cut > 0 {
		m.end = int(toks[end-1].start) + cut
		return m, end
	}
	end = readTime(toks, low, i, end, text, &m)
	return m, end
}

// swapped is the date with day and month the other way round.
func (m mention) swapped() (mention, bool) {
	y, mo, d := m.date.Time.Date()
	if !m.ambiguous || d > 12 {
		return m, false
	}
	t := m.date.Time
	m.date.Time = time.Date(y, time.Month(d), int(mo), t.Hour(), t.Minute(), t.Second(), 0, t.Location())
	return m, true
}
