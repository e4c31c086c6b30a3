package meta

import (
	"bytes"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// site finds the site's name, the page's address and what the address tells.
func (f *finder) site() {
	f.address()
	put := func(name string, src Source) bool {
		name = fold(name)
		if name == "" || len(name) > 100 || strings.Contains(name, "://") || f.out.SiteName != "" {
			return false
		}
		f.out.SiteName, f.out.Sources["site_name"] = name, src
		return true
	}
	if s, ok := f.stated("og:site_name"); ok {
		put(s.value, f.source(s))
	}
	for _, e := range f.ld {
		if e.class == siteClass && strings.HasSuffix(e.typ, "WebSite") {
			put(e.get("name"), f.ldSource(e, "name"))
		}
	}
	for _, e := range f.ld {
		if e.class == articleClass || e.class == pageClass {
			if n := e.names("publisher"); len(n) > 0 {
				put(n[0], f.ldSource(e, "publisher"))
			}
		}
	}
	if s, ok := f.stated("application-name", "al:android:app_name", "al:ios:app_name", "apple-mobile-web-app-title", "citation_journal_title", "dc.publisher"); ok {
		put(s.value, f.source(s))
	}
	if f.out.SiteName == "" && f.host != "" { // the part of the title that spells the host
		var room [maxCuts]cut
		cuts := titleCuts(f.page.Title, room[:0])
		if n := len(cuts); n > 0 {
			for _, part := range [...]string{f.page.Title[cuts[n-1].end:], f.page.Title[:cuts[0].start]} {
				if f.isSite(part) {
					put(part, Source{Kind: "title", Place: "title", Start: -1, End: -1})
				}
			}
		}
	}
}

// address reads the canonical URL and takes host and path apart.
func (f *finder) address() {
	f.out.URL = f.opts.URL
	base, err := url.Parse(f.opts.URL)
	if err != nil {
		base = &url.URL{}
	}
	for _, key := range [...]string{"link:canonical", "og:url"} {
		s, ok := f.stated(key)
		if !ok {
			continue
		}
		ref := strings.TrimSpace(s.value)
		if plainURL(ref) && base.Host != "" {
			f.out.URL, f.out.Sources["url"] = ref, f.source(s)
			break
		}
		u, err := base.Parse(ref)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		f.out.URL, f.out.Sources["url"] = u.String(), f.source(s)
		if base.Host == "" {
			base = u
		}
		break
	}
	host := strings.TrimPrefix(base.Hostname(), "www.")
	labels, last := 0, ""
	for l := range strings.SplitSeq(host, ".") {
		if len(last) > len(f.host) && last != "co" && last != "com" {
			f.host = last
		}
		labels, last = labels+1, l
	}
	var room lettersRoom
	f.host = string(room.of(f.host))
	f.slug = f.slugOf(base.Path)
	f.home = base.Host != "" && strings.Trim(base.Path, "/") == ""
	f.loc.order = monthFirst
	if labels > 1 {
		switch last {
		case "com", "org", "net", "edu", "gov", "us", "mil", "io", "info", "biz", "co", "news", "blog", "ph", "ai", "app", "dev", "tv", "me":
		default:
			f.loc.order = dayFirst
		}
	}
}

// plainURL reports whether s is an absolute URL that reading and writing leave
// as it is: no escapes, no port, no steps up.
func plainURL(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "http://"); !ok {
			return false
		}
	}
	path, query := -1, -1
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c-'a' <= 'z'-'a', c-'A' <= 'Z'-'A', c-'0' <= 9, c == '-':
		case c == '.':
			if path >= 0 && query < 0 && rest[i-1] == '/' {
				return false
			}
		case c == '/':
			if path < 0 {
				path = i
			} else if rest[i-1] == '/' {
				return false
			}
		case c == '_' || c == '~':
			if path < 0 {
				return false
			}
		case c == '?':
			if path < 0 || query >= 0 || i+1 == len(rest) {
				return false
			}
			query = i
		case c == '=' || c == '&':
			if query < 0 {
				return false
			}
		default:
			return false
		}
	}
	return path != 0 && rest != ""
}

// slugOf is the longest part of a path as lower-case words.
func (f *finder) slugOf(path string) string {
	best := ""
	for part := range strings.SplitSeq(path, "/") {
		if i := strings.LastIndexByte(part, '.'); i > 0 && len(part)-i <= 6 {
			part = part[:i]
		}
		if words := f.text.key(part); strings.Count(words, " ") > strings.Count(best, " ") || best == "" && words != "" && !allDigits(words) {
			best = words
		}
	}
	return best
}

func allDigits(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// isSite reports whether s is the site's name or spells its host.
func (f *finder) isSite(s string) bool {
	if len(s) > 80 || f.host == "" && f.out.SiteName == "" {
		return false
	}
	var room, siteRoom lettersRoom
	l := room.of(s)
	if len(l) == 0 {
		return false
	}
	if string(l) == f.host || len(l) > 4 && string(bytes.TrimPrefix(l, the)) == strings.TrimPrefix(f.host, "the") {
		return true
	}
	if n := siteRoom.of(f.out.SiteName); len(n) > 0 && (string(l) == string(n) || len(l) >= 5 && len(n) >= 5 && (bytes.HasPrefix(n, l) || bytes.HasPrefix(l, n))) {
		return true
	}
	return len(f.host) >= 5 && len(l) >= 5 && (begins(f.host, l) || len(l) >= len(f.host) && string(l[:len(f.host)]) == f.host) && len(l) <= 2*len(f.host)
}

var the = []byte("the")

// begins reports whether s begins with prefix.
func begins(s string, prefix []byte) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == string(prefix)
}

// language is the declared one; undeclared it is told by the article's words.
func (f *finder) language() {
	put := func(tag string, src Source) {
		tag = strings.TrimSpace(tag)
		if i := strings.IndexAny(tag, ", ;"); i >= 0 {
			tag = tag[:i]
		}
		tag = strings.ReplaceAll(tag, "_", "-")
		if f.out.Language == "" && validTag(tag) {
			f.out.Language, f.out.Sources["language"] = tag, src
		}
	}
	put(f.lang, Source{Kind: "attribute", Place: "lang", Start: -1, End: -1})
	if s, ok := f.stated("content-language", "og:locale", "dc.language", "language", "inlanguage"); ok {
		put(s.value, f.source(s))
	}
	for _, e := range f.ld {
		if e.class == articleClass || e.class == pageClass {
			put(e.get("inLanguage"), f.ldSource(e, "inLanguage"))
		}
	}
	if f.out.Language == "" {
		put(f.spoken(), Source{Kind: "content", Start: -1, End: -1})
	}
	order, known := f.loc.order, f.out.Language != ""
	f.loc = localeOf(f.out.Language, f.opts.Now)
	if order == dayFirst || known && f.loc.order == dayFirst {
		f.loc.order = dayFirst
	}
}

// validTag reports whether tag has the form of a BCP 47 tag.
func validTag(tag string) bool {
	p := primary(tag)
	if len(p) < 2 || len(p) > 3 || len(tag) > 20 {
		return false
	}
	for i := 0; i < len(tag); i++ {
		c := tag[i] | 0x20
		if (c < 'a' || c > 'z') && tag[i] != '-' && tag[i]-'0' > 9 {
			return false
		}
	}
	return p != "xx" && p != "und"
}

// numberLines names the lines of the sources in scraped text.
func (f *finder) numberLines() {
	var at []*Source
	note := func(s *Source) {
		if s.Kind == "line" && s.Start >= 0 && s.Start <= len(f.page.Input) {
			at = append(at, s)
		}
	}
	for i := range f.out.Candidates {
		note(&f.out.Candidates[i].Source)
	}
	chosen := map[string]*Source{}
	for k, s := range f.out.Sources {
		chosen[k] = &s
		note(&s)
	}
	slices.SortFunc(at, func(a, b *Source) int { return a.Start - b.Start })
	line, pos := 1, 0
	for _, s := range at {
		line += strings.Count(f.page.Input[pos:s.Start], "\n")
		pos = s.Start
		s.Place = "line " + strconv.Itoa(line)
	}
	for k, s := range chosen {
		f.out.Sources[k] = *s
	}
}
