package meta

// modified takes the surest statement of a change that is not older than the
// publication.
func (d *dateFinder) modified(published *option) {
	best := -1
	for i := range d.stamps {
		s := &d.stamps[i]
		if s.kind < dateMetaMod || s.kind > dateClassMod || d.notes[i].has(dateLaterLD) {
			continue
		}
		if published != nil && s.date.dayNumber() < published.date.dayNumber() {
			continue
		}
		if best < 0 || modRank(s.kind) < modRank(d.stamps[best].kind) {
			best = i
		}
	}
	for i := range d.stamps {
		s := &d.stamps[i]
		if d.opts.Candidates && s.kind >= dateMetaMod && s.kind <= dateClassMod {
			d.out.Candidates = append(d.out.Candidates, Candidate{Field: "modified", Value: s.date.String(), Chosen: i == best, Reason: dateNames[s.kind], Source: s.source})
		}
	}
	if best >= 0 {
		d.out.Modified, d.out.Sources["modified"] = d.stamps[best].date, d.stamps[best].source
	}
}

// modRank orders the statements of a change: what is shown to readers, then
// what machines are told.
func modRank(k feature) int {
	switch k {
	case dateLDMod:
		return 0
	case dateMetaMod:
		return 1
	case dateItemMod:
		return 2
	case dateLabelMod:
		return 3
	}
	return 4
}
