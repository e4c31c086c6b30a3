package meta

import "slices"

// settle resolves unsure dates by the sure ones and makes options of stamps
// of the same day.
func (d *dateFinder) settle() {
	for i := range d.stamps {
		s := &d.stamps[i]
		o, ok := s.swapped()
		if !ok {
			continue
		}
		keep, swap, other := 0, 0, 0
		for j := range d.stamps {
			if t := &d.stamps[j]; !t.ambiguous {
				if t.date.sameDay(s.date) {
					keep++
				} else if t.date.sameDay(o.date) {
					swap++
				} else if t.ordered && t.order != s.order {
					other++
				}
			}
		}
		if swap > keep || keep == 0 && other > 0 {
			s.mention = o
			s.ambiguous = false
		} else if keep > 0 {
			s.ambiguous = false
		}
	}
	oldest, newest := 1<<30, 0
	for i := range d.stamps {
		n := d.stamps[i].date.dayNumber()
		oldest, newest = min(oldest, n), max(newest, n)
	}
	for i := range d.stamps {
		s, n := &d.stamps[i], &d.notes[i]
		day := s.date.dayNumber()
		if s.ambiguous {
			n.set(dateUnsure)
		}
		if s.short {
			n.set(dateShort)
		}
		if s.date.Precision > Day {
			n.set(dateClock)
		}
		if day == newest && oldest != newest {
			n.set(dateNewest)
		}
		if day == oldest && oldest != newest {
			n.set(dateOldest)
		}
		if oldest == newest {
			n.set(dateOnly)
		}
		if day%10000 == 101 {
			n.set(dateNewYear)
		}
	}
	if i := d.next(); i >= 0 {
		d.notes[i].set(dateNext)
	}
	var many [dateFeatures]bool
	for _, k := range [...]feature{dateTime, dateTimePub, dateItemPub, dateClass, dateLDPub, dateStrayComment} {
		many[k] = d.manyDays(k)
	}
	for i := range d.stamps {
		s, n := &d.stamps[i], d.notes[i]
		n.put(many[s.kind], dateMany)
		o := d.option(s)
		if o == nil {
			continue
		}
		o.features.join(n)
	}
	d.compare()
}

// next is the stamp that stands first after the headline, -1 if none does: of
// a discussion it is likely the first contribution's.
func (d *dateFinder) next() int {
	h, best := d.out.Headline, -1
	if h < 0 {
		return -1
	}
	for i := range d.stamps {
		s := &d.stamps[i]
		if s.source.Kind == "meta" || s.source.Start <= int(d.page.Blocks[h].Start) {
			continue
		}
		if best < 0 || s.source.Start < d.stamps[best].source.Start {
			best = i
		}
	}
	return best
}

// manyDays reports whether stamps of a kind state four days or more.
func (d *dateFinder) manyDays(kind feature) bool {
	var room [4]int
	days := room[:0]
	for i := range d.stamps {
		if s := &d.stamps[i]; s.kind == kind && !slices.Contains(days, s.date.dayNumber()) {
			if days = append(days, s.date.dayNumber()); len(days) == len(room) {
				return true
			}
		}
	}
	return false
}

// option is the option for a stamp's day.
func (d *dateFinder) option(s *stamp) *option {
	for i := range d.pool.options {
		if o := &d.pool.options[i]; o.date.sameDay(s.date) {
			if s.kind < o.rank {
				o.date, o.source, o.rank, o.value = s.date, s.source, s.kind, d.text.date(s.date)
			}
			return o
		}
	}
	value := d.text.date(s.date)
	o := d.pool.add(value, value, s.kind, s.source)
	if o != nil {
		o.date = s.date
	}
	return o
}
