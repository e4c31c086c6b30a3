package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// The features of dates. Kinds of places come first, the surest on top.
const (
	dateLDPub        feature = iota // datePublished of an article in JSON-LD
	dateMetaPub                     // article:published_time and the like
	dateItemPub                     // itemprop datePublished
	dateTimePub                     // a time element marked as the publication
	dateTime                        // a time element
	dateLabelPub                    // a line that says "published"
	dateLDCreated                   // dateCreated in JSON-LD
	dateLDPage                      // datePublished of a page in JSON-LD
	dateLDThing                     // datePublished or uploadDate of a thing or video in JSON-LD
	dateMeta                        // a meta tag that just says date
	dateClass                       // an element whose class says date
	dateLine                        // a line
	dateURL                         // the URL
	dateMetaMod                     // meta tags for the last change
	dateLDMod                       // dateModified in JSON-LD
	dateItemMod                     // itemprop dateModified
	dateLabelMod                    // a line that says "updated"
	dateClassMod                    // an element whose class says so
	dateScript                      // datePublished in a script
	dateStray                       // any shown date beside other articles
	dateStrayComment                // among comments
	dateStrayFrame                  // in a footer or navigation
	dateStrayInside                 // far from headline and ends of the article
	dateAnywhere                    // a line anywhere, where no other date was found
	dateKinds
)

// What is known of a date besides its kinds of places.
const (
	dateUnder = dateKinds + iota // right under the headline
	dateBelow                    // farther under it
	dateAbove                    // above the headline
	dateFar                      // far from it
	dateInside
	dateTail
	dateFirst // the first date shown
	dateMany  // its kind of place states four or more days
	dateProse // inside a sentence
	dateAlone // the line is little but the date
	dateNewest
	dateOldest
	dateShort // a year of two digits
	dateUnsure
	dateClock // stated with a time of day
	dateBylined
	dateLaterLD
	dateOnlyMod // nothing but marks of a change speak for it
	dateOnly    // the only one of the page
	dateEvent   // words such as "until" or "deadline" stand before it
	dateNewYear // the first of January, which often means "that year"
	dateForum
	dateMonthURL // the URL has its year and month
	dateEmpty    // a time element without text
	dateRival    // others are stated to be the publication, this one is not
	dateRivalLD  // JSON-LD states another publication
	dateAlsoMod  // marks of a change speak for it, and others are the publication
	dateShownPub // stated to be the publication, and shown
	dateTwoPub   // two kinds of places state it as the publication
	dateNextDay  // the day beside a publication that is stated
	dateShownMod // shown as the day of a change, or changed on that day
	dateShown    // shown near headline or article
	dateOlder    // shown, and older than the publication that is stated
	dateNewer    // shown, and newer
	dateYear     // the title has its year
	dateFeatures
)

// dateNames say for people what each feature is.
var dateNames = [dateFeatures]string{
	dateLDPub:        "datePublished in JSON-LD",
	dateMetaPub:      "a meta tag for the publication",
	dateItemPub:      "microdata datePublished",
	dateTimePub:      "a time element for the publication",
	dateTime:         "a time element",
	dateLabelPub:     "a line that says published",
	dateLDCreated:    "dateCreated in JSON-LD",
	dateLDPage:       "datePublished of the page in JSON-LD",
	dateLDThing:      "the date of a thing in JSON-LD",
	dateMeta:         "a meta date",
	dateClass:        "a class that says date",
	dateLine:         "a line",
	dateURL:          "the URL",
	dateMetaMod:      "a meta tag for the last change",
	dateLDMod:        "dateModified in JSON-LD",
	dateItemMod:      "microdata dateModified",
	dateLabelMod:     "a line that says updated",
	dateClassMod:     "a class that says updated",
	dateScript:       "a script",
	dateStray:        "beside other articles",
	dateStrayComment: "among comments",
	dateStrayFrame:   "in the page's frame",
	dateStrayInside:  "far down in the article",
	dateAnywhere:     "a line anywhere",
	dateUnder:        "under the headline",
	dateBelow:        "some way under the headline",
	dateAbove:        "above the headline",
	dateFar:          "far from the headline",
	dateInside:       "down in the article",
	dateTail:         "at the end of the article",
	dateFirst:        "the first shown",
	dateMany:         "one of many",
	dateProse:        "inside a sentence",
	dateAlone:        "a line of its own",
	dateNewest:       "the newest",
	dateOldest:       "the oldest",
	dateShort:        "a short year",
	dateUnsure:       "day and month unsure",
	dateClock:        "with a time of day",
	dateBylined:      "beside a byline",
	dateLaterLD:      "of another article",
	dateOnlyMod:      "only marks of a change",
	dateOnly:         "the only date",
	dateEvent:        "an event",
	dateNewYear:      "the first of January",
	dateForum:        "a discussion",
	dateMonthURL:     "the URL's month",
	dateEmpty:        "not shown",
	dateRival:        "another is the publication",
	dateRivalLD:      "another is the publication in JSON-LD",
	dateAlsoMod:      "changed on that day",
	dateShownPub:     "shown, and stated to be the publication",
	dateTwoPub:       "stated twice to be the publication",
	dateNextDay:      "the day beside the publication",
	dateShownMod:     "shown, and changed on that day",
	dateShown:        "shown",
	dateOlder:        "older than the publication",
	dateNewer:        "newer than the publication",
	dateYear:         "the title has its year",
}

// A stamp is one place that states a date.
type stamp struct {
	mention
	kind   feature
	source Source
}

// dates chooses the dates of publication and of the last change.
func (f *finder) dates() {
	var d dateFinder
	d.finder, d.pool.model = f, &f.models.date
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
	f.report(&d.pool, best)
	d.modified(best)
}

// A dateFinder gathers the stamps of a page before they become options.
type dateFinder struct {
	*finder
	pool   pool
	stamps []stamp
	notes  []features // of each stamp
	days   [dateFeatures][]int
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

// head takes the dates that JSON-LD and meta tags state.
func (d *dateFinder) head() {
	for _, e := range d.ld {
		put := func(key string, kind feature) {
			if s := e.get(key); s != "" {
				if n := d.value(s, kind, ldSource(e, key)); n != nil {
					if e.later && e.class != pageClass {
						n.set(dateLaterLD)
					}
					if strings.HasPrefix(e.typ, "Discussion") || e.typ == "Question" {
						n.set(dateForum)
					}
				}
			}
		}
		switch e.class {
		case articleClass:
			put("datePublished", dateLDPub)
			put("dateCreated", dateLDCreated)
			put("dateModified", dateLDMod)
		case pageClass:
			put("datePublished", dateLDPage)
			put("dateCreated", dateLDPage)
			put("dateModified", dateLDMod)
		case productClass, mediaClass:
			put("datePublished", dateLDThing)
			put("uploadDate", dateLDThing)
		}
	}
	for _, s := range d.finder.head {
		if kind, ok := dateMetaKind(s.key); ok {
			d.value(s.value, kind, d.source(s))
		}
	}
}

// dateMetaKind tells the keys of meta tags that state dates.
func dateMetaKind(key string) (feature, bool) {
	switch key {
	case "date", "dc.date", "dc:date", "dcterms.date", "timestamp", "citation_date", "citation_year", "dcterms.available", "article_date", "time", "sort_date", "displaydate", "dc.date.x-metadatalastmodified", "content_date", "newsdate", "eomportal-lastupdate", "dateline":
		return dateMeta, true
	case "ptime", "dc.created", "dcterms.created", "dc.date.created", "datecreated", "created", "creation_date", "originalpublicationdate", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "og:pubdate", "pdate", "citation_online_date", "dateposted", "dc.issued", "article:post_date", "og:release_date", "date_published", "firstcreated", "creationdate", "pub_date", "release_date", "og:regdate", "uploaddate":
		return dateMetaPub, true
	}
	if strings.Contains(key, "expir") || strings.Contains(key, "publisher") || strings.Contains(key, "event") {
		return 0, false
	}
	switch {
	case strings.Contains(key, "modif"), strings.Contains(key, "updated"), strings.Contains(key, "lastmod"), strings.Contains(key, "revis") && strings.Contains(key, "date"), key == "last-modified", key == "utime", key == "mtime":
		return dateMetaMod, true
	case strings.Contains(key, "publish"), strings.Contains(key, "pubdate"), strings.Contains(key, "publication_date"), strings.Contains(key, "publicationdate"), strings.Contains(key, "issued"):
		return dateMetaPub, true
	}
	return 0, false
}

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
				k = labelKind(text[:ms[0].start], kind)
			}
			note = d.add(ms[0], k, src)
			if len(ms) > 1 && stray == 0 && note != nil { // "Published ... Updated ..."
				k := labelKind(text[ms[0].end:ms[1].start], dateClassMod)
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
			if k := labelKind(before(d.page.Blocks[i].Text, text), kind); k != kind {
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
				kind := labelKind(lead, dateLine)
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
				if _, ok := parseByline(b.Text, false, d.loc); ok {
					note.set(dateBylined)
				}
				if isEvent(lead) {
					note.set(dateEvent)
				}
			}
		}
	}
}

// script looks for datePublished where a page keeps its data in a script, as
// the last place that may state the publication.
func (d *dateFinder) script() {
	in := d.page.Input
	for n, i := 0, 0; n < 3; n++ {
		j := strings.Index(in[i:], "atePublished")
		if j < 0 {
			return
		}
		i += j + len("atePublished")
		rest := in[i:min(i+60, len(in))]
		k := 0
		for k < len(rest) && k < 16 && rest[k]-'0' > 9 {
			k++
		}
		end := k
		for end < len(rest) && strings.IndexByte("0123456789-:TZ.+", rest[end]) >= 0 {
			end++
		}
		if d.value(rest[k:end], dateScript, Source{Kind: "script", Place: "datePublished", Start: i + k, End: i + end}) != nil {
			return
		}
	}
}

// anywhere takes the dates of short lines wherever they stand, for pages that
// state none where it is usual.
func (d *dateFinder) anywhere() {
	for i := range d.page.Blocks {
		b := &d.page.Blocks[i]
		if len(b.Text) > 120 || len(d.stamps) > 8 || !mayHoldDate(b.Text) || d.hidden(b) {
			continue
		}
		for _, m := range findDates(b.Text, d.loc) {
			kind := labelKind(b.Text[:m.start], dateAnywhere)
			if note := d.add(m, kind, d.sourceAt("dateline", "", i, b.Text[m.start:m.end])); note != nil {
				note.set(dateAnywhere)
			}
		}
	}
}

// address reads the date in the URL's path.
func (d *dateFinder) address() {
	u := d.out.URL
	if d.opts.URL != "" {
		u = d.opts.URL
	}
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
				return
			}
			for k := range d.stamps {
				if t := d.stamps[k].date.Time; t.Year() == y && int(t.Month()) == m {
					d.notes[k].set(dateMonthURL)
				}
			}
		}
	}
}

// pathDate reads 2025/04/25, 2025-04-25, 20250425 or 2025/04/ in a path.
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
		if n == 0 || n > 2 || m < 1 || m > 12 {
			return 0, 0, 0, false
		}
		rest := s[5+n:]
		if len(rest) > 1 && rest[0] == c {
			if d, n := num(rest[1:]); n > 0 && n <= 2 && validDay(y, m, d) {
				return y, m, d, true
			}
		}
		if c == '/' && n == 2 && rest != "" && rest[0] == '/' {
			return y, m, 0, true
		}
		return 0, 0, 0, false
	}
	if v, ok := atoi(s[:8]); ok && validDay(v/10000, v/100%100, v%100) && (len(s) == 8 || s[8]-'0' > 9) {
		return v / 10000, v / 100 % 100, v % 100, true
	}
	return 0, 0, 0, false
}

// settle resolves unsure dates by the sure ones and makes options of stamps
// of the same day.
func (d *dateFinder) settle() {
	for i := range d.stamps {
		s := &d.stamps[i]
		o, ok := s.swapped()
		if !ok {
			continue
		}
		keep, swap := 0, 0
		for j := range d.stamps {
			if t := &d.stamps[j]; !t.ambiguous {
				if t.date.sameDay(s.date) {
					keep++
				} else if t.date.sameDay(o.date) {
					swap++
				}
			}
		}
		if swap > keep {
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
		if k := s.kind; k == dateTime || k == dateTimePub || k == dateItemPub || k == dateClass || k == dateLDPub {
			if !containsInt(d.days[k], day) {
				d.days[k] = append(d.days[k], day)
			}
		}
	}
	for i := range d.stamps {
		s, n := &d.stamps[i], d.notes[i]
		if len(d.days[s.kind]) >= 4 {
			n.set(dateMany)
		}
		o := d.option(s)
		if o == nil {
			continue
		}
		for w := range n {
			o.features[w] |= n[w]
		}
	}
	d.compare()
}

// option is the option for a stamp's day.
func (d *dateFinder) option(s *stamp) *option {
	for i := range d.pool.options {
		if o := &d.pool.options[i]; o.date.sameDay(s.date) {
			o.features.set(s.kind)
			if s.kind < o.rank {
				o.date, o.source, o.rank, o.value = s.date, s.source, s.kind, s.date.String()
			}
			return o
		}
	}
	value := s.date.String()
	o := d.pool.add(value, value, s.kind, s.source)
	if o != nil {
		o.date = s.date
	}
	return o
}

// compare notes what the options are like beside each other.
func (d *dateFinder) compare() {
	anyPub, anyLD, title := false, false, d.out.Title
	for i := range d.pool.options {
		o := &d.pool.options[i]
		anyPub = anyPub || pubKinds(o.features) > 0
		anyLD = anyLD || o.features.has(dateLDPub)
	}
	for i := range d.pool.options {
		o := &d.pool.options[i]
		n := pubKinds(o.features)
		shown := o.features.has(dateUnder) || o.features.has(dateBelow) || o.features.has(dateAbove)
		mod := false
		for k := dateMetaMod; k <= dateClassMod; k++ {
			mod = mod || o.features.has(k)
		}
		flag := func(on bool, ft feature) {
			if on {
				o.features.set(ft)
			}
		}
		flag(n == 0 && anyPub, dateRival)
		flag(anyLD && !o.features.has(dateLDPub), dateRivalLD)
		flag(mod && n == 0 && anyPub, dateAlsoMod)
		flag(n > 0 && shown, dateShownPub)
		flag(n > 1, dateTwoPub)
		flag(mod && o.rank >= dateMetaMod, dateOnlyMod)
		flag(shown, dateShown)
		flag(shown && mod, dateShownMod)
		flag(strings.Contains(title, o.value[:4]), dateYear)
		for j := range d.pool.options {
			if q := &d.pool.options[j]; n == 0 && pubKinds(q.features) > 0 {
				switch h := q.date.Time.Sub(o.date.Time).Hours(); {
				case h > -36 && h < 36:
					o.features.set(dateNextDay)
				case h > 0:
					o.features.set(dateOlder)
				default:
					o.features.set(dateNewer)
				}
			}
		}
	}
}

// pubKinds counts the kinds of places that state the publication outright.
func pubKinds(s features) (n int) {
	for _, k := range [...]feature{dateLDPub, dateMetaPub, dateItemPub, dateLDPage} {
		if s.has(k) {
			n++
		}
	}
	return n
}

func containsInt(list []int, v int) bool {
	for _, o := range list {
		if o == v {
			return true
		}
	}
	return false
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
