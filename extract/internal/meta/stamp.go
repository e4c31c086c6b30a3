package meta

import "strings"

// A stamp is one place that states a date.
type stamp struct {
	mention
	kind   feature
	source Source
}

// A dateFinder gathers the stamps of a page before they become options.
type dateFinder struct {
	*finder
	pool   *pool
	stamps []stamp
	notes  []features // of each stamp
}

const maxStamps = 120

// add enters a stamp if its date is sane.
func (d *dateFinder) add(m mention, kind feature, src Source) *features {
	if m.date.Precision == NoDate || len(d.stamps) == maxStamps {
		return nil
	}
	if now := d.opts.Now; !now.IsZero() && m.date.Time.After(now.AddDate(0, 0, 1)) {
		if s, ok := m.swapped(); ok && !s.date.Time.After(now.AddDate(0, 0, 1)) {
			m = s
		} else {
			return nil
		}
	}
	if y := m.date.Time.Year(); y < 1990 || y > 2100 {
		return nil
	}
	d.stamps = append(d.stamps, stamp{mention: m, kind: kind, source: src})
	d.notes = append(d.notes, features{})
	n := &d.notes[len(d.notes)-1]
	n.set(kind)
	return n
}

func (d *dateFinder) value(s string, kind feature, src Source) *features {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 120 {
		return nil
	}
	if v, ok := parseISO(s); ok {
		return d.add(mention{date: v}, kind, src)
	}
	if v, ok := parseEpoch(s); ok {
		return d.add(mention{date: v}, kind, src)
	}
	if ms := findDates(s, d.loc); len(ms) > 0 {
		return d.add(ms[0], kind, src)
	}
	return nil
}
