package meta

import "strings"

// pictured is the month from which the lead image is, as its address says, in
// months of the common era; 0 if it says none.
func (d *dateFinder) pictured() int {
	u := d.out.Image
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	for i := 0; i+8 <= len(u); i++ {
		if u[i]-'0' > 9 || i > 0 && u[i-1]-'0' <= 9 {
			continue
		}
		if y, m, _, ok := pathDate(u[i:]); ok {
			return y*12 + m
		}
		n := 0
		for i+n < len(u) && u[i+n]-'0' <= 9 {
			n++
		}
		if t, ok := parseEpoch(u[i : i+n]); ok && n == 10 {
			return t.Time.Year()*12 + int(t.Time.Month())
		}
	}
	return 0
}
