package meta

import (
	"slices"
	"strings"
)

// authorHead takes the authors that the page's head and JSON-LD state.
func (f *finder) authorHead(p *pool) {
	for _, e := range f.ld {
		put := func(key string, ft feature) {
			var names []string
			for _, s := range e.names(key) {
				names = appendNew(names, f.namesIn(s)...)
			}
			if o := f.authorAdd(p, names, ft, f.ldSource(e, key)); o != nil {
				if e.later {
					o.features.set(authorLaterLD)
				}
				if strings.HasPrefix(e.typ, "Discussion") || e.typ == "Question" || e.typ == "QAPage" {
					o.features.set(authorForum)
				}
			}
		}
		switch e.class {
		case articleClass:
			put("author", authorLD)
			put("creator", authorLDCreator)
		case pageClass, productClass, mediaClass:
			put("author", authorLDThing)
			put("creator", authorLDThing)
		}
	}
	f.authorMetas(p)
}

// authorSites notes which options name the publisher or the site: neither is
// an author unless something else says so.
func (f *finder) authorSites(p *pool) {
	for _, e := range f.ld {
		if e.class == articleClass {
			for _, n := range e.names("publisher") {
				p.support(f.text.key(n), authorPublisher)
			}
		}
	}
	if f.out.SiteName != "" {
		p.support(f.text.key(f.out.SiteName), authorSite)
	}
}

// authorMetas takes the meta tags for authors. Those that repeat a key name
// one author each.
func (f *finder) authorMetas(p *pool) {
	for i, s := range f.head {
		ft, ok := authorMetaKindOf(s.key)
		if !ok || slices.ContainsFunc(f.head[:i], func(t statement) bool { return t.key == s.key }) {
			continue
		}
		var names []string
		for _, t := range f.head[i:] {
			if t.key == s.key {
				names = appendNew(names, f.namesIn(t.value)...)
			}
		}
		f.authorAdd(p, names, ft, f.source(s))
	}
	if l, ok := f.stated("twitter:label1"); ok {
		switch strings.ToLower(strings.TrimSpace(l.value)) {
		case "written by", "by", "author", "verfasst von", "geschrieben von", "escrito por", "écrit par", "rédigé par", "scritto da", "geschreven door", "skriven av", "skrevet av", "skrevet af", "napisane przez", "napsal(a)", "yazan", "ditulis oleh", "автор", "написано автором", "作者", "執筆者", "autor", "kirjoittanut":
			if s, ok := f.stated("twitter:data1"); ok {
				f.authorAdd(p, f.namesIn(s.value), authorTwitter, f.source(s))
			}
		}
	}
}

// authorMetaKindOf tells the keys of meta tags that name authors.
func authorMetaKindOf(key string) (feature, bool) {
	switch key {
	case "author", "authors":
		return authorMeta, true
	case "article:author", "article:author_name", "og:article:author", "og:author", "book:author", "dc.creator", "dc.author", "dcterms.creator", "dc:creator", "citation_author", "parsely-author", "sailthru.author", "byl", "byline", "creator", "article.author", "cxenseparse:author", "shareaholic:article_author_name", "twitter:author", "bt:author", "articleauthor", "article_author":
		return authorMetaKind, true
	}
	return 0, false
}

// namesIn reads the names in a value that is said to hold authors.
func (f *finder) namesIn(value string) []string {
	value = fold(value)
	if value == "" || len(value) > 500 || strings.HasPrefix(value, "http") || strings.HasPrefix(value, "/") {
		return nil
	}
	return parseNames(value)
}
