package meta

import "strings"

// address reads the date in the path of the page's address, else of the one
// that the page states.
func (d *dateFinder) address() {
	if !d.path(d.opts.URL) && d.out.URL != d.opts.URL {
		d.path(d.out.URL)
	}
}

// path reads the date in a URL's path, and reports whether it has at least a
// month.
func (d *dateFinder) path(u string) (found bool) {
	src := Source{Kind: "url", Place: "path", Start: -1, End: -1}
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	if i := strings.IndexByte(u, '/'); i >= 0 {
		u = u[i:]
	}
	for i := 0; i+8 <= len(u); i++ {
		if u[i] != '2' && u[i] != '1' || i > 0 && u[i-1]-'0' <= 9 {
			continue
		}
		if y, m, day, ok := pathDate(u[i:]); ok {
			if day > 0 {
				d.add(mention{date: dayDate(y, m, day)}, dateURL, src)
				return true
			}
			found = true
			for k := range d.stamps {
				if t := d.stamps[k].date.Time; t.Year() == y && int(t.Month()) == m {
					d.notes[k].set(dateMonthURL)
				}
			}
		}
	}
	return found
}

// pathDate reads 2025/04/25, 2025-04-25, 2025/april/25, 20250425 or 2025/04/ in
// a path.
func pathDate(s string) (y, m, d int, ok bool) {
	y, ok = atoi(s[:4])
	if !ok || y < 1990 || y > 2100 {
		return 0, 0, 0, false
	}
	num := func(s string) (int, int) {
		n := 0
		for n < len(s) && n < 3 && s[n]-'0' <= 9 {
			n++
		}
		v, _ := atoi(s[:n])
		return v, n
	}
	if c := s[4]; c == '/' || c == '-' || c == '_' || c == '.' {
		m, n := num(s[5:])
		if n > 2 {
			return 0, 0, 0, false
		}
		if n == 0 {
			n = max(strings.IndexByte(s[5:], c), 0)
			m = int(monthOf(s[5 : 5+n]))
		}
		if n == 0 || m < 1 || m > 12 {
			return 0, 0, 0, false
		}
		rest := s[5+n:]
		if len(rest) > 1 && rest[0] == c {
			if d, n := num(rest[1:]); n > 0 && n <= 2 && validDay(y, m, d) {
				return y, m, d, true
			}
		}
		if c == '/' && n > 1 && rest != "" && rest[0] == '/' {
			return y, m, 0, true
		}
		return 0, 0, 0, false
	}
	if v, ok := atoi(s[:8]); ok && validDay(v/10000, v/100%100, v%100) && (len(s) == 8 || s[8]-'0' > 9) {
		return v / 10000, v / 100 % 100, v % 100, true
	}
	return 0, 0, 0, false
}
