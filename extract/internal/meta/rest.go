package meta

import (
	"net/url"
	"strings"
)

// rest takes the description, the lead image, the section and the tags as the
// page states them.
func (f *finder) rest() {
	put := func(field string, to *string, value string, src Source, limit int) {
		if value = fold(value); *to == "" && value != "" && len(value) <= limit {
			*to, f.out.Sources[field] = value, src
		}
	}
	if s, ok := f.stated("og:description", "description", "twitter:description", "dc.description", "dcterms.description", "sailthru.description"); ok {
		put("description", &f.out.Description, s.value, f.source(s), 4000)
	}
	if s, ok := f.stated("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "link:image_src", "thumbnail", "sailthru.image.full"); ok {
		put("image", &f.out.Image, f.absolute(s.value), f.source(s), 2000)
	}
	if s, ok := f.stated("article:section", "section", "og:section", "parsely-section", "category"); ok {
		put("section", &f.out.Section, s.value, f.source(s), 200)
	}
	for _, e := range f.ld {
		if e.class != articleClass || e.later {
			continue
		}
		put("description", &f.out.Description, e.get("description"), f.ldSource(e, "description"), 4000)
		put("image", &f.out.Image, f.absolute(e.image()), f.ldSource(e, "image"), 2000)
		put("section", &f.out.Section, e.get("articleSection"), f.ldSource(e, "articleSection"), 200)
	}
	f.tags()
}

// image is the URL of an entity's first image.
func (e entity) image() string {
	m := e.tree.member(e.node, "image")
	for n := 0; m != 0 && n < 4; n++ {
		switch e.tree.nodes[m].kind {
		case jsonArray:
			m = e.tree.nodes[m].child
		case jsonObject:
			u := e.tree.member(m, "url")
			if u == 0 {
				u = e.tree.member(m, "contentUrl")
			}
			m = u
		default:
			return e.tree.str(m)
		}
	}
	return ""
}

// absolute resolves a link against the page's address.
func (f *finder) absolute(ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || strings.HasPrefix(ref, "data:") {
		return ""
	}
	if plainURL(ref) {
		return ref
	}
	base, err := url.Parse(f.out.URL)
	if err != nil {
		return ref
	}
	u, err := base.Parse(ref)
	if err != nil {
		return ""
	}
	return u.String()
}

const maxTags = 50

// tags takes the first kind of keywords that the page states.
func (f *finder) tags() {
	put := func(src Source, values ...string) {
		for _, v := range values {
			for _, t := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ';' || r == '，' || r == '、' }) {
				if t = fold(t); t != "" && len(t) <= 80 && len(f.out.Tags) < maxTags {
					f.out.Tags = appendNew(f.out.Tags, t)
				}
			}
		}
		if len(f.out.Tags) > 0 {
			f.out.Sources["tags"] = src
		}
	}
	for _, key := range [...]string{"article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"} {
		for _, s := range f.head {
			if s.key == key {
				put(f.source(s), s.value)
			}
		}
		if len(f.out.Tags) > 0 {
			return
		}
		if key == "article:tag" {
			for _, e := range f.ld {
				if e.class == articleClass && !e.later && len(f.out.Tags) == 0 {
					put(f.ldSource(e, "keywords"), e.names("keywords")...)
				}
			}
			if len(f.out.Tags) > 0 {
				return
			}
		}
	}
}
