package meta

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// titleContext notes what the options are like by themselves and beside each
// other.
func (f *finder) titleContext(p *pool) {
	c := titleBeside{tag: f.text.key(f.page.Title), site: f.text.key(f.out.SiteName)}
	for i := range p.options {
		o := &p.options[i]
		if o.features.has(titleH1) {
			c.h1 = o.key
		}
		c.og = c.og || o.features.has(titleOG) || o.features.has(titleOGCut)
	}
	c.h1Like = c.h1 != "" && 2*sharedWords(c.h1, c.tag) >= strings.Count(c.h1, " ")+1
	for i := range p.options {
		o := &p.options[i]
		f.titleWords(o)
		f.titleAgainst(o, &c)
		for j := range p.options {
			if a := p.options[j].key; j != i && len(o.key) > 6 {
				if len(a) > len(o.key) && strings.HasPrefix(a, o.key) {
					o.features.set(titleStarts)
				}
				if len(a) > 6 && len(a) < len(o.key) && strings.HasPrefix(o.key, a) {
					o.features.set(titleExtends)
				}
			}
		}
	}
	if page := f.titlePage(p, &c); f.page.Origin == block.HTML {
		for i := range p.options {
			p.options[i].features.join(page)
		}
	}
}

// A titleBeside is what the options of a page are held against, as keys.
type titleBeside struct {
	h1, tag, site string // "" if the page has none
	h1Like        bool   // h1 shares half its words or more with the title element
	og            bool   // the page has an og:title
}

// titleWords notes what an option is like by itself.
func (f *finder) titleWords(o *option) {
	put := func(on bool, ft feature) { o.features.put(on, ft) }
	words := strings.Count(o.key, " ") + 1
	if wide(o.key) {
		words = utf8.RuneCountInString(o.key)/2 + 1
	}
	put(words == 1, titleOneWord)
	put(words == 2 || words == 3, titleShort)
	put(words > 18, titleLong)
	put(words >= 5, titleWordy)
	put(words <= 4 && common(o.value), titleCommon)
	put(f.isSite(o.value), titleIsSite)
	if n, of := f.slugWords(o.key); of >= 2 {
		put(n*5 >= of*3, titleSlug)
		put(n*5 < of*3 && n >= 2, titleSlugSome)
	}
	if (words == 2 || words == 3) && shapeOf(o.value).person {
		given, title := nameWords(o.value)
		put(given && !title, titleGiven)
		put(!given && !title, titlePerson)
	}
	if f.page.Origin != block.HTML {
		return
	}
	upper, lower, digits, year := 0, 0, 0, false
	for i := 0; i < len(o.value); i++ {
		c := o.value[i]
		switch {
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			lower++
		}
		if c-'0' > 9 {
			digits = 0
		} else if digits++; digits == 4 {
			century := o.value[i-3 : i-1]
			year = year || century == "20" || century == "19"
		}
	}
	put(upper > 4 && lower == 0, titleCaps)
	put(year, titleHasYear)
	put(o.value[0]-'0' <= 9, titleNumber)
	put(strings.HasSuffix(o.value, "...") || strings.HasSuffix(o.value, "…"), titleDots)
	put(strings.HasSuffix(o.value, ".") || strings.HasSuffix(o.value, "!"), titleEnds)
	put(strings.Contains(o.value, "|"), titleHasBar)
	put(strings.Contains(o.value, " - ") || strings.Contains(o.value, " – ") || strings.Contains(o.value, " — "), titleHasDash)
	put(strings.Contains(o.value, ": "), titleHasColon)
	for w := range strings.SplitSeq(o.key, " ") {
		put(w == "you" || w == "your" || w == "we" || w == "our", titleYou)
	}
}

// titleAgainst holds an option against the first h1, the title element,
// og:title and the site's name.
func (f *finder) titleAgainst(o *option, c *titleBeside) {
	put := func(on bool, ft feature) { o.features.put(on, ft) }
	if c.tag != "" && len(o.key) < len(c.tag) {
		opens := strings.HasPrefix(c.tag, o.key)
		put(opens, titleOpensTag)
		put(!opens && len(o.key) > 8 && strings.Contains(c.tag, o.key), titleInTag)
	}
	if f.page.Origin != block.HTML {
		return
	}
	if c.h1 != "" {
		put(c.h1Like, titleH1Agrees)
		put(!c.h1Like && c.h1 == o.key, titleH1Odd)
	}
	if c.h1 != "" && c.h1 != o.key {
		put(true, titleH1Else)
		put(strings.Contains(c.h1, o.key), titleH1Holds)
		put(strings.Contains(o.key, c.h1), titleHoldsH1)
		put(2*sharedWords(c.h1, o.key) >= strings.Count(c.h1, " ")+1, titleH1Half)
		put(strings.Count(o.key, " ") > strings.Count(c.h1, " "), titleLonger)
	}
	put(c.og && !o.features.has(titleOG) && !o.features.has(titleOGCut), titleOGElse)
	tag := false
	for k := titleTag; k <= titleTagLast; k++ {
		tag = tag || o.features.has(k)
	}
	put(!tag, titleTagElse)
	put(c.site != "" && len(c.site) < len(o.key) && strings.Contains(o.key, c.site), titleHasSite)
	kinds := bits.OnesCount64(o.features[0] & (1<<titleOnlyH1 - 1))
	put(kinds == 2, titleAgree2)
	put(kinds > 2, titleAgree3)
}

// titlePage is what all options of a page have in common.
func (f *finder) titlePage(p *pool, c *titleBeside) (page features) {
	article, product := false, false
	for _, e := range f.ld {
		article = article || e.class == articleClass
		product = product || e.class == productClass
	}
	for _, s := range f.head {
		product = product || s.key == "og:type" && strings.Contains(s.value, "product")
	}
	page.put(!article, titleNoLD)
	page.put(product, titleProduct)
	page.put(f.home, titleHome)
	page.put(!c.og, titleNoOG)
	for i := range p.options {
		o := &p.options[i]
		og := o.features.has(titleOG) || o.features.has(titleOGCut)
		page.put(og && o.features.has(titleOG) && o.features.has(titleTag), titleOGIsTag)
		if !o.features.has(titleH1) {
			continue
		}
		page.put(og, titleOGIsH1)
		page.put(o.features.has(titleChrome) || o.features.has(titleLinked), titleH1Framed)
		page.put(o.features.has(titleIsSite), titleH1Site)
		page.put(strings.Count(o.key, " ") < 3, titleH1Short)
		page.put(o.features.has(titleTop) || o.features.has(titleInside) || o.features.has(titleBelow), titleH1Off)
	}
	return page
}

// common reports whether all words of s are those of menus and sections.
func common(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if w = strings.Trim(w, ".,:!?&"); w != "" && !is(w, titleWord|noName) {
			return false
		}
	}
	return true
}

// sharedWords counts the words of key a that key b has.
func sharedWords(a, b string) (n int) {
	for w := range strings.SplitSeq(a, " ") {
		if i := strings.Index(b, w); i >= 0 && w != "" {
			n++
		}
	}
	return n
}

// slugWords counts the words of the URL's path that a key has.
func (f *finder) slugWords(key string) (n, of int) {
	rest := f.slug
	for rest != "" {
		w := rest
		if i := strings.IndexByte(rest, ' '); i >= 0 {
			w, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		if len(w) < 3 {
			continue
		}
		of++
		if strings.Contains(key, w) {
			n++
		}
	}
	return n, of
}
