package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// lines reads the dates in the lines near the headline and at the article's
// end.
func (d *dateFinder) lines() {
	shown := 0
	for _, w := range d.windows() {
		for i := int(w.Start); i < int(w.End); i++ {
			b := &d.page.Blocks[i]
			if d.hidden(b) {
				continue
			}
			text := b.Text
			prose := len(text) > 180
			if prose {
				text = text[:cutRune(text, 140)]
			}
			if !mayHoldDate(text) && d.opts.Now.IsZero() {
				continue
			}
			end := 0
			for j, m := range findDates(text, d.loc) {
				if j == 3 {
					break
				}
				lead := text[end:m.start]
				end = m.end
				if d.isAccount(lead, i) {
					continue
				}
				kind := d.labelKind(lead, dateLine)
				srcKind := "dateline"
				if d.page.Origin == block.Text {
					srcKind = "line"
				}
				n := d.nearness(i)
				stray := d.stray(n, b.Element, false)
				if stray != 0 {
					kind = stray
				}
				note := d.add(m, kind, d.sourceAt(srcKind, "", i, text[m.start:m.end]))
				if note == nil || stray != 0 {
					continue
				}
				d.place(note, n)
				if shown++; shown == 1 {
					note.set(dateFirst)
				}
				if prose || strings.Count(lead, " ") > 6 {
					note.set(dateProse)
				}
				if m.end-m.start >= len(b.Text)*3/5 {
					note.set(dateAlone)
				}
				if _, ok := parseByline(b.Text, false, d.loc, d.room(0)); ok {
					note.set(dateBylined)
				}
				if isEvent(d.text.lower(lead)) {
					note.set(dateEvent)
				}
			}
		}
	}
}

// maxNote is the longest line whose date is taken wherever it stands, in bytes.
const maxNote = 250

// anywhere takes the dates of short lines wherever they stand, for pages that
// state none where it is usual. Hidden ones come last: scripts may show them.
func (d *dateFinder) anywhere() {
	for _, hidden := range [...]bool{false, true} {
		for i := range d.page.Blocks {
			b := &d.page.Blocks[i]
			if len(b.Text) > maxNote || len(d.stamps) > 8 || d.hidden(b) != hidden || !mayHoldDate(b.Text) {
				continue
			}
			for _, m := range findDates(b.Text, d.loc) {
				if d.isAccount(b.Text[:m.start], i) {
					continue
				}
				kind := d.labelKind(b.Text[:m.start], dateAnywhere)
				if note := d.add(m, kind, d.sourceAt("dateline", "", i, b.Text[m.start:m.end])); note != nil {
					note.set(dateAnywhere)
				}
			}
		}
		if len(d.stamps) > 0 {
			return
		}
	}
}
