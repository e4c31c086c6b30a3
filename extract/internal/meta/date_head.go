package meta

import "strings"

// head takes the dates that JSON-LD and meta tags state.
func (d *dateFinder) head() {
	for _, e := range d.ld {
		put := func(key string, kind feature) {
			if s := e.get(key); s != "" {
				if n := d.value(s, kind, d.ldSource(e, key)); n != nil {
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
			put("dateCreated", dateLDCreated)
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

// dateKeyWords are the words of other keys that may state dates.
var dateKeyWords = sieveOf("issued lastmod modif mtime pubdate publication publish revis updated utime")

// saysDate reports whether a key is a word with a prefix, and the word is date.
func saysDate(key string) bool {
	i := len(key) - len(".date")
	return i > 0 && key[i+1:] == "date" && strings.IndexByte(".:-_", key[i]) >= 0
}

// dateMetaKind tells the keys of meta tags that state dates.
func dateMetaKind(key string) (feature, bool) {
	switch key {
	case "date", "timestamp", "citation_year", "dcterms.available", "time", "displaydate", "dateline":
		return dateMeta, true
	case "dc.created", "dcterms.created", "dc.date.created", "datecreated", "created", "creation_date", "parsely-pub-date", "citation_online_date", "dateposted", "article:post_date", "og:release_date", "pub_date", "release_date", "uploaddate":
		return dateMetaPub, true
	}
	if !dateKeyWords.mayHold(key) && !saysDate(key) || strings.Contains(key, "expir") || strings.Contains(key, "publisher") || strings.Contains(key, "event") {
		return 0, false
	}
	switch {
	case strings.Contains(key, "modif"), strings.Contains(key, "updated"), strings.Contains(key, "lastmod"), strings.Contains(key, "revis") && strings.Contains(key, "date"), key == "utime", key == "mtime":
		return dateMetaMod, true
	case strings.Contains(key, "publish"), strings.Contains(key, "pubdate"), strings.Contains(key, "publication_date"), strings.Contains(key, "publicationdate"), strings.Contains(key, "issued"):
		return dateMetaPub, true
	case saysDate(key):
		return dateMeta, true
	}
	return 0, false
}
