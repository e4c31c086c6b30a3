package meta

// dates chooses the dates of publication and of the last change.
func (f *finder) dates() {
	var d dateFinder
	d.finder, d.pool = f, f.pool(2, &f.models.date)
	d.stamps, d.notes = f.stamps, f.notes
	d.head()
	d.marked()
	d.lines()
	d.address()
	if len(d.stamps) == 0 {
		d.script()
	}
	if len(d.stamps) == 0 {
		d.anywhere()
	}
	d.settle()
	best := d.pool.choose()
	if best != nil {
		f.out.Published, f.out.Sources["published"] = d.finest(best)
	}
	f.report(d.pool, best)
	d.modified(best)
	f.stamps, f.notes = d.stamps, d.notes
}

// finest is the most precise stamp of an option's day, the surest among equals.
func (d *dateFinder) finest(o *option) (Date, Source) {
	best, src, rank := o.date, o.source, o.rank
	for i := range d.stamps {
		s := &d.stamps[i]
		if !s.date.sameDay(o.date) || s.kind >= dateMetaMod && o.rank < dateMetaMod {
			continue
		}
		finer := s.date.Precision > best.Precision && best.Precision == Day
		if finer || s.date.Precision == best.Precision && s.kind < rank {
			best, src, rank = s.date, s.source, s.kind
		}
	}
	return best, src
}
