package meta

import "strings"

// marked takes the elements whose attributes promise a date.
func (d *dateFinder) marked() {
	shown, strays := 0, 0
	for _, m := range d.finder.marked {
		h := m.hint
		if h&(markPublished|markModified|markDate|markTime) == 0 {
			continue
		}
		kind := dateClass
		switch {
		case h&markItemprop != 0 && h&markPublished != 0:
			kind = dateItemPub
		case h&markItemprop != 0 && h&markModified != 0:
			kind = dateItemMod
		case h&markModified != 0:
			kind = dateClassMod
		case h&markTime != 0 && (h&markPublished != 0 || h&markDate != 0):
			kind = dateTimePub
		case h&markTime != 0:
			kind = dateTime
		}
		i := d.blockOf(m.element)
		if i >= len(d.page.Blocks) {
			i = len(d.page.Blocks) - 1
		}
		n := nearFar
		if i >= 0 {
			n = d.nearness(i)
		}
		if (n == nearFar || n == nearInside) && kind >= dateClass && kind != dateItemMod {
			continue
		}
		text := d.page.TextOf(m.element)
		if len(text) > 200 {
			continue
		}
		stray := d.stray(n, m.element, kind == dateItemPub || kind == dateItemMod)
		if stray != 0 {
			kind = stray
			if strays++; strays > 30 {
				continue
			}
		}
		label := ""
		if i >= 0 {
			if label = before(d.page.Blocks[i].Text, text); d.isAccount(label, i) {
				continue
			}
		}
		value, hasAttr := d.page.Attr(m.element, "datetime")
		if !hasAttr || value == "" {
			value, hasAttr = d.page.Attr(m.element, "content")
		}
		if !hasAttr && h&(markDate|markModified) != 0 {
			value, _ = d.page.Attr(m.element, "title")
		}
		place := d.describe(m.element)
		srcKind := "time"
		if kind == dateItemPub || kind == dateItemMod {
			srcKind = "microdata"
		} else if kind == dateClass || kind == dateClassMod {
			srcKind = "class"
		}
		src := Source{Kind: srcKind, Place: place, Start: -1, End: -1}
		if i >= 0 {
			src = d.sourceAt(srcKind, place, i, "")
		}
		var note *features
		if value != "" {
			note = d.value(value, kind, src)
		}
		if note == nil {
			if d.page.Elements[m.element].Hidden {
				continue
			}
			ms := findDates(text, d.loc)
			if len(ms) == 0 {
				continue
			}
			k := kind
			if stray == 0 {
				k = d.labelKind(text[:ms[0].start], kind)
			}
			note = d.add(ms[0], k, src)
			if len(ms) > 1 && stray == 0 && note != nil { // "Published ... Updated ..."
				k := d.labelKind(text[ms[0].end:ms[1].start], dateClassMod)
				at := len(d.notes) - 1
				if n2 := d.add(ms[1], k, src); n2 != nil {
					d.place(n2, n)
				}
				note = &d.notes[at]
			}
			if note == nil {
				continue
			}
		} else if i >= 0 && kind != dateItemMod && kind != dateItemPub && stray == 0 {
			// a label right before the element tells what its date is
			if k := d.labelKind(label, kind); k != kind {
				note.set(k)
				d.stamps[len(d.stamps)-1].kind = k
			}
		}
		if stray != 0 {
			continue
		}
		if strings.TrimSpace(text) == "" {
			note.set(dateEmpty)
			continue
		}
		d.place(note, n)
		if shown++; shown == 1 {
			note.set(dateFirst)
		}
	}
}

// before is the part of text before sub, "" if it is not there.
func before(text, sub string) string {
	if sub = strings.TrimSpace(sub); sub == "" {
		return ""
	}
	if i := strings.Index(text, sub); i > 0 {
		return text[max(0, i-40):i]
	}
	return ""
}

func (d *dateFinder) place(n *features, at near) {
	n.set([...]feature{nearAt: dateUnder, nearBelow: dateBelow, nearAbove: dateAbove, nearFar: dateFar, nearInside: dateInside, nearTail: dateTail}[at])
}

// stray is the kind of a date that is likely another thing's, 0 if it may be
// the article's. Microdata counts as the article's unless it is a comment's.
func (d *dateFinder) stray(n near, e int32, micro bool) feature {
	if e < 0 {
		return 0
	}
	switch set := d.settingOf(e); {
	case set&inComments != 0:
		return dateStrayComment
	case micro:
		return 0
	case set&inRelated != 0:
		return dateStray
	case set&(inFooter|inNav) != 0:
		return dateStrayFrame
	case n == nearInside || n == nearFar:
		return dateStrayInside
	}
	return 0
}
