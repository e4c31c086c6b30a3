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
	c := titleBeside{tag: f.titleKey(p, f.page.Title), site: f.text.key(f.out.SiteName)}
	for i := range p.options {
		o := &p.options[i]
		if o.features.has(titleH1) {
			c.h1 = o.key
		}
		c.og = c.og || o.features.has(titleOG) || o.features.has(titleOGCut)
	}
	c.h1Like = c.h1 != "" && sharesHalf(c.h1, c.tag)
	for i := range p.options {
		o := &p.options[i]
		f.titleWords(o)
		f.titleAgainst(o, &c)
		if len(o.key) <= 6 {
			continue
		}
		for j := range p.options {
			if a := &p.options[j]; len(a.key) > len(o.key) && a.key[0] == o.key[0] && a.key[:len(o.key)] == o.key {
				o.features.set(titleStarts)
				a.features.set(titleExtends)
			}
		}
	}
	if f.page.Origin == block.HTML {
		page := f.titlePage(p, &c)
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
	if n, of := wordsIn(f.slug, o.key, slugWord); of >= 2 {
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
	for w, rest := "", o.key; rest != ""; {
		w, rest, _ = strings.Cut(rest, " ")
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
		holds := strings.Contains(o.key, c.h1)
		put(holds, titleHoldsH1)
		put(holds || sharesHalf(c.h1, o.key), titleH1Half)
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
	page.put(!f.describes(articleClass), titleNoLD)
	page.put(f.describes(productClass) || f.isOf("product"), titleProduct)
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

// sharesHalf reports whether key b has half the words of key a or more.
func sharesHalf(a, b string) bool {
	n, of := wordsIn(a, b, 1)
	return 2*n >= of
}

// slugWord is the length of the words of an address that count.
const slugWord = 3

// wordsIn counts the words of key a that key b has, and all of them; those
// with less than so many bytes are left out.
func wordsIn(a, b string, least int) (n, of int) {
	next := 0 // where in b the word after the last one begins: mostly it is the next of a, too
	for w := ""; a != ""; {
		w, a, _ = strings.Cut(a, " ")
		if len(w) < least {
			continue
		}
		of++
		if next >= len(b) || !strings.HasPrefix(b[next:], w) {
			if next = strings.Index(b, w); next < 0 {
				next = len(b)
				continue
			}
		}
		n++
		next += len(w) + 1
	}
	return n, of
}
