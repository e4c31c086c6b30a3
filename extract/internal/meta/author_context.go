package meta

import (
	"slices"
	"strings"
)

// isDesk reports whether a name is that of a part of an organisation that
// signs articles.
func isDesk(s string) bool {
	return is(s[strings.LastIndexByte(s, ' ')+1:], deskWord)
}

const deskWords = "desk newsdesk newsroom team staff editors bureau redaktion redacción rédaction redazione redactie correspondents contributors"

// authorPage is what all options of a page have in common: what tells whether it
// has an author.
func (f *finder) authorPage() (page features) {
	dated := func(s statement) bool { return strings.Contains(s.key, "published") }
	page.put(!f.describes(articleClass) && !f.isOf("article"), authorNoArticle)
	page.put(f.describes(productClass) || f.isOf("product"), authorProduct)
	page.put(f.home, authorHome)
	page.put(!slices.ContainsFunc(f.head, dated), authorUndated)
	return page
}

// authorContext notes what the options are like by themselves and beside each
// other.
func (f *finder) authorContext(p *pool) {
	headline := f.text.key(f.out.Title)
	page := f.authorPage()
	for i := range p.options {
		o := &p.options[i]
		o.features.join(page)
		s := shapeOf(o.names[0])
		for _, n := range o.names[1:] {
			t := shapeOf(n)
			s.person = s.person && t.person
			s.company = s.company || t.company
			s.words = max(s.words, t.words)
		}
		flag := o.features.put
		given, title := nameWords(o.names[0])
		flag(given && !title, authorGiven)
		flag(title && !isDesk(o.names[0]), authorWords)
		flag(isDesk(o.names[0]), authorDesk)
		flag(s.person, authorPerson)
		flag(s.words == 1 && len(o.names) == 1, authorOneWord)
		flag(s.words > 5, authorLong)
		flag(s.placed, authorPlaceholder)
		flag(s.digits, authorDigits)
		flag(s.small, authorSmall)
		flag(s.company, authorCompany)
		flag(s.agency, authorAgency)
		flag(len(o.names) == 1 && f.isSite(o.names[0]), authorIsSite)
		flag(len(o.names) == 2, authorTwo)
		flag(len(o.names) > 3, authorLots)
		flag(len(o.key) > 4 && strings.Contains(headline, o.key), authorInTitle)
		for j := range p.options {
			if i == j {
				continue
			}
			a := p.options[j].key
			flag(len(a) > len(o.key) && strings.Contains(a, o.key), authorPartOf)
			flag(len(a) > 3 && len(a) < len(o.key) && strings.Contains(o.key, a), authorHolds)
		}
	}
}
