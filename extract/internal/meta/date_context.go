package meta

import (
	"slices"
	"strings"
	"time"
)

// compare notes what the options are like beside each other.
func (d *dateFinder) compare() {
	options := d.pool.options
	var c dateRivals
	for i := range options {
		o := &options[i]
		shown := o.features.has(dateUnder) || o.features.has(dateBelow) || o.features.has(dateAbove)
		o.features.put(shown, dateShown)
		o.features.put(shown && pubKinds(o.features) > 0, dateShownPub)
		if shown {
			c.shown++
		}
		c.pub = c.pub || pubKinds(o.features) > 0
		c.pubShown = c.pubShown || o.features.has(dateShownPub)
		c.two = c.two || pubKinds(o.features) > 1
		c.url = c.url || pubKinds(o.features) > 0 && (o.features.has(dateURL) || o.features.has(dateMonthURL))
		c.ld = c.ld || o.features.has(dateLDPub)
		if hasMod(o.features) && o.date.Time.After(c.changed) {
			c.changed = o.date.Time
		}
	}
	if c.pub {
		d.pool.options = slices.DeleteFunc(options, func(o option) bool { return onlyChange(o.features) })
	}
	c.article = d.describes(articleClass)
	c.year = yearIn(d.out.Title)
	c.pictured = d.pictured()
	for i := range d.stamps {
		if t := d.stamps[i].date.Time; d.stamps[i].kind == dateStrayComment && (c.talked.IsZero() || t.Before(c.talked)) {
			c.talked = t
		}
	}
	for i := range d.pool.options {
		d.against(&d.pool.options[i], &c)
	}
}

// A dateRivals is what the options of a page are held against.
type dateRivals struct {
	pub, pubShown, ld bool      // a publication is stated, and shown, and in JSON-LD
	two, url          bool      // one is stated twice, and in the URL
	shown             int       // how many are shown
	changed           time.Time // the last change, if one is stated
	article           bool      // JSON-LD has an article
	year              string    // of the title, "" if it has none
	pictured          int       // the month of the lead image, 0 if unknown
	talked            time.Time // the first comment, zero if there is none
}

// against holds an option against the others of the page.
func (d *dateFinder) against(o *option, c *dateRivals) {
	put := func(on bool, ft feature) { o.features.put(on, ft) }
	n, mod, shown := pubKinds(o.features), hasMod(o.features), o.features.has(dateShown)
	put(n == 0 && c.pub, dateRival)
	put(n > 0 && (o.features.has(dateURL) || o.features.has(dateMonthURL)), dateURLPub)
	put(n == 0 && c.two, dateRivalTwo)
	put(n == 0 && c.url, dateRivalURL)
	put(c.ld && !o.features.has(dateLDPub), dateRivalLD)
	put(mod && n == 0 && c.pub, dateAlsoMod)
	put(n > 1, dateTwoPub)
	put(n > 2, dateThreePub)
	put(!c.pub, dateNoPub)
	put(mod && o.rank >= dateMetaMod, dateOnlyMod)
	put(shown && mod, dateShownMod)
	put(shown && c.shown == 1, dateLone)
	put(!shown && c.shown > 0, dateRivalShown)
	put(c.pubShown && !o.features.has(dateShownPub), datePubShown)
	year := strings.Contains(d.out.Title, o.value[:4])
	put(year, dateYear)
	put(!year && c.year != "", dateYearElse)
	put(!c.article, dateNoLD)
	put(d.home, dateHome)
	if c.pictured > 0 {
		months := o.date.Time.Year()*12 + int(o.date.Time.Month()) - c.pictured
		put(months == 0, dateImage)
		put(months > 1, dateImageOlder)
		put(months < 0, dateImageNewer)
	}
	put(!c.talked.IsZero() && c.talked.Before(o.date.Time.AddDate(0, 0, -2)), dateTalked)
	if o.date.HasZone && o.date.Precision > Day {
		_, offset := o.date.Time.Zone()
		put(offset == 0, dateUTC)
		put(offset != 0, dateZone)
	}
	if n > 0 && !c.changed.IsZero() {
		days := c.changed.Sub(o.date.Time).Hours() / 24
		put(days >= -1 && days < 2, dateModSame)
		put(days >= 2 && days < 31, dateModSoon)
		put(days > 365, dateModLate)
	}
	for j := range d.pool.options {
		if q := &d.pool.options[j]; n == 0 && pubKinds(q.features) > 0 {
			h := q.date.Time.Sub(o.date.Time).Hours()
			near := h > -36 && h < 36
			put(near, dateNextDay)
			put(!near && h > 0, dateOlder)
			put(!near && h < 0, dateNewer)
		}
	}
}

// hasMod reports whether marks of a change are among the features.
func hasMod(s features) bool {
	for k := dateMetaMod; k <= dateClassMod; k++ {
		if s.has(k) {
			return true
		}
	}
	return false
}

// onlyChange reports whether a day is stated as that of a change by meta tags or
// JSON-LD, and by nothing else: beside a publication it is none.
func onlyChange(s features) bool {
	for k := range dateKinds {
		if s.has(k) && k != dateMetaMod && k != dateLDMod {
			return false
		}
	}
	return true
}

// yearIn is the first year that a title has.
func yearIn(s string) string {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '2' && s[i+1] == '0' || s[i] == '1' && s[i+1] == '9') && s[i+2]-'0' <= 9 && s[i+3]-'0' <= 9 && (i == 0 || s[i-1]-'0' > 9) && (i+4 == len(s) || s[i+4]-'0' > 9) {
			return s[i : i+4]
		}
	}
	return ""
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
