package meta

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
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
			put(e.get("name"), ldSource(e, "name"))
		}
	}
	for _, e := range f.ld {
		if e.class == articleClass || e.class == pageClass {
			if n := e.names("publisher"); len(n) > 0 {
				put(n[0], ldSource(e, "publisher"))
			}
		}
	}
	if s, ok := f.stated("application-name", "al:android:app_name", "al:ios:app_name", "apple-mobile-web-app-title", "citation_journal_title", "dc.publisher"); ok {
		put(s.value, f.source(s))
	}
	if f.out.SiteName == "" && f.host != "" { // the part of the title that spells the host
		cuts := titleCuts(f.page.Title)
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
		u, err := base.Parse(strings.TrimSpace(s.value))
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
	labels := strings.Split(host, ".")
	for _, l := range labels[:max(len(labels)-1, 0)] {
		if len(l) > len(f.host) && l != "co" && l != "com" {
			f.host = l
		}
	}
	f.host = lettersOf(f.host)
	f.slug = slugOf(base.Path)
	f.home = base.Host != "" && strings.Trim(base.Path, "/") == ""
	f.loc.order = monthFirst
	if n := len(labels); n > 1 {
		switch labels[n-1] {
		case "com", "org", "net", "edu", "gov", "us", "mil", "io", "info", "biz", "co", "news", "blog", "ph", "ai", "app", "dev", "tv", "me":
		default:
			f.loc.order = dayFirst
		}
	}
}

// slugOf is the longest part of a path as lower-case words.
func slugOf(path string) string {
	best := ""
	for _, part := range strings.Split(path, "/") {
		if i := strings.LastIndexByte(part, '.'); i > 0 && len(part)-i <= 6 {
			part = part[:i]
		}
		if words := titleKey(part); strings.Count(words, " ") > strings.Count(best, " ") || best == "" && words != "" && !allDigits(words) {
			best = words
		}
	}
	return best
}

func allDigits(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// lettersOf is s without anything but letters and digits, in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isSite reports whether s is the site's name or spells its host.
func (f *finder) isSite(s string) bool {
	if len(s) > 80 {
		return false
	}
	l := lettersOf(s)
	if l == "" {
		return false
	}
	if l == f.host || len(l) > 4 && strings.TrimPrefix(l, "the") == strings.TrimPrefix(f.host, "the") {
		return true
	}
	if n := lettersOf(f.out.SiteName); n != "" && (l == n || len(l) >= 5 && len(n) >= 5 && (strings.HasPrefix(n, l) || strings.HasPrefix(l, n))) {
		return true
	}
	if len(f.host) >= 5 && len(l) >= 5 && (strings.HasPrefix(l, f.host) || strings.HasPrefix(f.host, l)) && len(l) <= 2*len(f.host) {
		return true
	}
	return false
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
			put(e.get("inLanguage"), ldSource(e, "inLanguage"))
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
