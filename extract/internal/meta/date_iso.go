package meta

import (
	"strings"
	"time"
)

// parseISO reads the forms of ISO 8601 without making tokens: the way nearly
// every machine writes dates.
func parseISO(s string) (Date, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, ok1 := atoi(s[:4])
	mo, ok2 := atoi(s[5:7])
	d, ok3 := atoi(s[8:10])
	if !ok1 || !ok2 || !ok3 || !validDay(y, mo, d) {
		return Date{}, false
	}
	out := Date{Time: time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC), Precision: Day}
	rest := s[10:]
	if rest == "" {
		return out, true
	}
	if rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' {
		return out, rest[0] < '0' || rest[0] > '9'
	}
	rest = strings.TrimLeft(rest[1:], " ")
	if len(rest) < 5 || rest[2] != ':' {
		return out, true
	}
	h, ok1 := atoi(rest[:2])
	mi, ok2 := atoi(rest[3:5])
	if !ok1 || !ok2 || h > 24 || mi > 59 {
		return out, true
	}
	sec, prec := 0, Minute
	rest = rest[5:]
	if len(rest) >= 3 && rest[0] == ':' {
		if v, ok := atoi(rest[1:3]); ok && v < 61 {
			sec, prec = v, Second
			rest = rest[3:]
		}
		if len(rest) > 0 && (rest[0] == '.' || rest[0] == ',') {
			rest = strings.TrimLeft(rest[1:], "0123456789")
		}
	}
	rest = strings.TrimSpace(rest)
	loc, hasZone := time.UTC, false
	if rest != "" {
		var buf [8]token
		toks := tokenize(rest, buf[:0])
		if h, next := meridiem(toks, 0, h, 0, rest); next > 0 {
			setClock(&out, h, mi, sec, prec, time.UTC, false)
			return out, true
		}
		loc, hasZone, _ = zoneAt(toks, 0, rest)
	}
	setClock(&out, h, mi, sec, prec, loc, hasZone)
	return out, true
}

// parseEpoch reads seconds or milliseconds since 1970.
func parseEpoch(s string) (Date, bool) {
	if len(s) != 10 && len(s) != 13 {
		return Date{}, false
	}
	var v int64
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return Date{}, false
		}
		v = v*10 + int64(s[i]-'0')
	}
	if len(s) == 13 {
		v /= 1000
	}
	t := time.Unix(v, 0).UTC()
	if t.Year() < 1995 || t.Year() > 2100 {
		return Date{}, false
	}
	return Date{Time: t, Precision: Second, HasZone: true}, true
}

func atoi(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
