package meta

import "strings"

// titleHead takes the titles that the page's head and JSON-LD state.
func (f *finder) titleHead(p *pool) {
	for _, e := range f.ld {
		if e.later && e.class != pageClass {
			continue
		}
		switch e.class {
		case articleClass:
			f.titleAdd(p, e.get("headline"), titleLD, f.ldSource(e, "headline"))
			f.titleAdd(p, e.get("name"), titleLDName, f.ldSource(e, "name"))
		case pageClass:
			f.titleAdd(p, e.get("headline"), titleLDPage, f.ldSource(e, "headline"))
			f.titleAdd(p, e.get("name"), titleLDPage, f.ldSource(e, "name"))
		case productClass, mediaClass:
			f.titleAdd(p, e.get("name"), titleLDThing, f.ldSource(e, "name"))
		}
	}
	for _, s := range f.head {
		switch s.key {
		case "og:title":
			f.titleParts(p, s.value, titleOG, f.source(s))
		case "twitter:title":
			f.titleAdd(p, s.value, titleTwitter, f.source(s))
		case "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "title", "headline", "article:title", "dc:title":
			f.titleAdd(p, s.value, titleMeta, f.source(s))
		}
	}
	f.titleParts(p, f.page.Title, titleTag, Source{Kind: "title", Place: "title", Start: -1, End: -1})
}

func (f *finder) ldSource(e entity, key string) Source {
	return Source{Kind: "json-ld", Place: f.text.join(".", e.typ[strings.LastIndexAny(e.typ, "/:#")+1:], key), Start: -1, End: -1}
}

// titleParts enters a title and what is left when a part is cut from either
// end at one of the marks that sites put between headline and name. og:title
// is cut only where the site's name goes.
func (f *finder) titleParts(p *pool, title string, whole feature, src Source) {
	title = fold(title)
	f.titleAdd(p, title, whole, src)
	var room [maxCuts]cut
	cuts := titleCuts(title, room[:0])
	if len(cuts) == 0 {
		return
	}
	put := func(value string, ft feature, cut ...string) {
		site, long := false, false
		colon := strings.HasPrefix(strings.TrimPrefix(title, value), ":") || strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(title, value), " "), ":")
		for _, c := range cut {
			site = site || f.isSite(c)
			long = long || strings.Count(strings.TrimSpace(c), " ") >= 3
		}
		if whole == titleOG && !site {
			return
		}
		if whole == titleOG {
			ft = titleOGCut
		}
		if o := f.titleAdd(p, value, ft, src); o != nil {
			if site {
				o.features.set(titleCutSite)
			}
			if long {
				o.features.set(titleCutLong)
			}
			if len(cut) > 1 {
				o.features.set(titleTwoCut)
			}
			if colon {
				o.features.set(titleColon)
			}
		}
	}
	n := len(cuts) - 1
	put(title[:cuts[n].start], titleTagButLast, title[cuts[n].end:])
	put(title[cuts[0].end:], titleTagButFirst, title[:cuts[0].start])
	put(title[:cuts[0].start], titleTagFirst, title[cuts[0].end:])
	put(title[cuts[n].end:], titleTagLast, title[:cuts[n].start])
	if n > 0 {
		put(title[cuts[0].end:cuts[n].start], titleTagButFirst, title[:cuts[0].start], title[cuts[n].end:])
		put(title[:cuts[n-1].start], titleTagFirst, title[cuts[n].end:], title[cuts[n-1].end:cuts[n].start])
	}
}
