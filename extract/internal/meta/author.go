package meta

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// The features of authors. Kinds of places come first, the surest on top.
const (
	authorLD         feature = iota // author of an article in JSON-LD
	authorMeta                      // meta author
	authorMetaKind                  // article:author, dc.creator, citation_author and the like
	authorTwitter                   // twitter:data1 under "Written by"
	authorItemprop                  // itemprop author
	authorRel                       // rel=author
	authorBy                        // a line that says "By"
	authorByline                    // an element whose class says byline
	authorClass                     // an element whose class says author
	authorProfile                   // a link to a profile
	authorUser                      // an element whose class says user
	authorBare                      // a line that holds little but a name, beside a date
	authorDateline                  // what stands before a date in its own line
	authorLDCreator                 // creator or editor in JSON-LD
	authorLDThing                   // author of a page or thing in JSON-LD
	authorPublisher                 // the publisher in JSON-LD
	authorSite                      // the site's name
	authorEditor                    // a line that names the editor only
	authorSigned                    // a name in brackets at the end
	authorGroup                     // elements of one kind side by side
	authorStray                     // among comments
	authorStrayFrame                // in a footer or navigation
	authorName                      // a line that holds little but a name, near the headline
	authorAt                        // right under the headline
	authorBelow                     // farther under it
	authorAbove                     // above the headline
	authorFar                       // far from it
	authorInside                    // down in the article
	authorTail                      // at the article's end
	authorInRelated
	authorInBio
	authorMany // its kind of place names three or more different ones
	authorFirst
	authorPerson
	authorOneWord
	authorPlaceholder
	authorDigits
	authorSmall
	authorCompany
	authorAgency
	authorIsSite
	authorTwo  // two names
	authorLots // more than three
	authorPartOf
	authorHolds
	authorLong // a name of more than five words
	authorDateNext
	authorLabelled // the marked element says "By"
	authorLink     // is a link as a whole
	authorLaterLD  // of a later article in JSON-LD
	authorInTitle  // the title has the name
	authorForum    // the page describes a discussion
	authorUserTop  // the first element whose class says user
	authorHeading  // stands in a heading
	authorNextHead // right under the headline
	authorRoleNext // a role follows
	authorBodyNext // running text follows
	authorBullet   // a list item
	authorHan      // a label in Chinese or Japanese
	authorGiven    // begins with a common given name
	authorWords    // has a word that headlines have and names do not
	authorDesk     // a desk, a team or the like
	authorSandwich // between the headline and the date
	authorAgain    // shown near the headline and at the article's end
	authorFeatures
)

// authorNames say for people what each feature is.
var authorNames = [authorFeatures]string{
	authorLD:          "the author in JSON-LD",
	authorMeta:        "meta author",
	authorMetaKind:    "a meta tag for authors",
	authorTwitter:     "the label of a card",
	authorItemprop:    "microdata author",
	authorRel:         "rel=author",
	authorBy:          "a line that begins like a byline",
	authorByline:      "a class that says byline",
	authorClass:       "a class that says author",
	authorProfile:     "a link to a profile",
	authorUser:        "a class that says user",
	authorBare:        "a name beside a date",
	authorDateline:    "a name before the date",
	authorLDCreator:   "the creator in JSON-LD",
	authorLDThing:     "the author of a page in JSON-LD",
	authorPublisher:   "the publisher",
	authorSite:        "the site",
	authorEditor:      "a line that names an editor",
	authorSigned:      "a name in brackets at the end",
	authorGroup:       "names side by side",
	authorStray:       "among comments",
	authorStrayFrame:  "in the page's frame",
	authorName:        "a name near the headline",
	authorAt:          "under the headline",
	authorBelow:       "some way under the headline",
	authorAbove:       "above the headline",
	authorFar:         "far from the headline",
	authorInside:      "down in the article",
	authorTail:        "at the end of the article",
	authorInRelated:   "beside other articles",
	authorInBio:       "in a box about the author",
	authorMany:        "one of many",
	authorFirst:       "the first of its kind",
	authorPerson:      "a person's name",
	authorOneWord:     "one word",
	authorPlaceholder: "a placeholder",
	authorDigits:      "has digits",
	authorSmall:       "begins small",
	authorCompany:     "an organisation's name",
	authorAgency:      "an agency",
	authorIsSite:      "the site's name",
	authorTwo:         "two names",
	authorLots:        "many names",
	authorPartOf:      "part of another",
	authorHolds:       "holds another",
	authorLong:        "a long name",
	authorDateNext:    "a date stands beside it",
	authorLabelled:    "labelled as author",
	authorLink:        "a link",
	authorLaterLD:     "of another article",
	authorInTitle:     "in the title",
	authorForum:       "a discussion",
	authorUserTop:     "the first user",
	authorHeading:     "in a heading",
	authorNextHead:    "the next line to the headline",
	authorRoleNext:    "a role follows",
	authorBodyNext:    "running text follows",
	authorBullet:      "a list item",
	authorHan:         "a label in Chinese",
	authorGiven:       "a given name",
	authorWords:       "a headline's word",
	authorDesk:        "a desk or team",
	authorSandwich:    "between headline and date",
	authorAgain:       "shown above and below the article",
}

// authorKey makes lists of authors comparable, whatever their order.
func authorKey(names []string) string {
	keys := make([]string, len(names))
	for i, n := range names {
		keys[i] = titleKey(n)
	}
	slices.Sort(keys)
	return strings.Join(keys, ";")
}

// authors chooses the authors.
func (f *finder) authors() {
	p := pool{model: &f.models.author}
	f.authorHead(&p)
	f.authorMarked(&p)
	f.authorLines(&p)
	f.authorSites(&p)
	f.authorContext(&p)
	best := p.choose()
	if best != nil {
		f.out.Authors = best.names
		f.out.Byline = joinNames(best.names)
		f.out.Sources["authors"] = best.source
	}
	f.report(&p, best)
}

// joinNames is a list of names as one line.
func joinNames(names []string) string { return strings.Join(names, ", ") }

func (f *finder) authorAdd(p *pool, names []string, ft feature, src Source) *option {
	if len(names) == 0 {
		return nil
	}
	if len(names) > 1 { // agencies and the site go where a person stands beside them
		persons := false
		for _, n := range names {
			persons = persons || shapeOf(n).person
		}
		if persons {
			kept := make([]string, 0, len(names))
			for _, n := range names {
				if s := shapeOf(n); !s.agency && !s.placed && !f.isSite(n) {
					kept = append(kept, n)
				}
			}
			if len(kept) > 0 {
				names = kept
			}
		}
	}
	o := p.add(authorKey(names), joinNames(names), ft, src)
	if o != nil && (o.names == nil || o.rank == ft) {
		o.names = names
	}
	return o
}

// authorHead takes the authors that the page's head and JSON-LD state.
func (f *finder) authorHead(p *pool) {
	for _, e := range f.ld {
		put := func(key string, ft feature) {
			var names []string
			for _, s := range e.names(key) {
				names = appendNew(names, f.namesIn(s)...)
			}
			if o := f.authorAdd(p, names, ft, ldSource(e, key)); o != nil {
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
				p.support(titleKey(n), authorPublisher)
			}
		}
	}
	if f.out.SiteName != "" {
		p.support(titleKey(f.out.SiteName), authorSite)
	}
}

// authorMetas takes the meta tags for authors. Those that repeat a key name
// one author each.
func (f *finder) authorMetas(p *pool) {
	taken := map[string]bool{}
	for i, s := range f.head {
		ft, ok := authorMetaKindOf(s.key)
		if !ok || taken[s.key] {
			continue
		}
		taken[s.key] = true
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
	case "article:author", "article:author_name", "og:article:author", "og:author", "book:author", "dc.creator", "dc.author", "dcterms.creator", "dc:creator", "dcsext.author", "citation_author", "parsely-author", "sailthru.author", "byl", "byline", "creator", "article.author", "rbauthors", "cxenseparse:author", "cxenseparse:recs:author", "author_name", "lp.article:author", "shareaholic:article_author_name", "twitter:author", "bt:author", "vr:author", "evt-author", "articleauthor", "article_author", "content-author", "sdc.author", "news_author", "post-author", "page.author", "bestoff-author", "mediaauthor":
		return authorMetaKind, true
	}
	return 0, false
}

func appendNew(list []string, more ...string) []string {
	for _, m := range more {
		if !slices.ContainsFunc(list, func(o string) bool { return strings.EqualFold(o, m) }) {
			list = append(list, m)
		}
	}
	return list
}

// namesIn reads the names in a value that is said to hold authors.
func (f *finder) namesIn(value string) []string {
	value = fold(value)
	if value == "" || len(value) > 500 || strings.HasPrefix(value, "http") || strings.HasPrefix(value, "/") {
		return nil
	}
	return parseNames(value)
}

// authorMarked takes the elements whose attributes promise an author.
func (f *finder) authorMarked(p *pool) {
	var count [authorFeatures]int
	var last struct {
		kind  feature
		block int
		names []string
	}
	for _, m := range f.marked {
		ft, ok := authorFeature(m.hint)
		if !ok || f.page.Elements[m.element].Hidden && m.hint&markItemprop == 0 {
			continue
		}
		text := f.markedText(m.element)
		if text == "" || len(text) > 300 {
			continue
		}
		i := f.blockOf(m.element)
		if i >= len(f.page.Blocks) {
			continue
		}
		n := f.nearness(i)
		if n == nearFar && ft > authorRel || n == nearInside && ft > authorItemprop && ft != authorUser {
			continue
		}
		set := f.settingOf(m.element)
		if ft == authorUser && count[ft] > 0 && n != nearAt {
			continue
		}
		if count[ft]++; count[ft] > 12 {
			continue
		}
		bare := ft != authorByline || len(text) < 60
		line := firstLine(text)
		b, ok := parseByline(text, bare, f.loc)
		if !b.labelled && line != text {
			if b2, ok2 := parseByline(line, bare, f.loc); ok2 {
				b, ok = b2, ok2
			}
		}
		if !ok || !b.labelled && len(b.names) == 1 && strings.Count(b.names[0], " ") > 6 {
			continue
		}
		kind := "byline"
		if m.hint&markItemprop != 0 {
			kind = "microdata"
		}
		src := f.sourceAt(kind, f.describe(m.element), i, "")
		if set&inComments != 0 {
			f.authorAdd(p, b.names, authorStray, src)
			continue
		}
		if set&(inFooter|inNav) != 0 && n != nearAt {
			f.authorAdd(p, b.names, authorStrayFrame, src)
			continue
		}
		o := f.authorAdd(p, b.names, ft, src)
		if o == nil {
			continue
		}
		if last.kind == ft && i-last.block <= 2 && len(last.names) > 0 && !b.labelled {
			last.names = appendNew(last.names, b.names...)
			if g := f.authorAdd(p, last.names, authorGroup, src); g != nil {
				g.features.set(ft)
				f.authorPlace(g, n, set)
			}
		} else {
			last.kind, last.names = ft, slices.Clone(b.names)
		}
		last.block = i
		f.authorPlace(o, n, set)
		if count[ft] == 1 {
			o.features.set(authorFirst)
			if ft == authorUser {
				o.features.set(authorUserTop)
			}
		}
		if count[ft] >= 3 {
			o.features.set(authorMany)
		}
		if b.labelled {
			o.features.set(authorLabelled)
		}
		if f.page.Elements[m.element].Tag == block.TagA {
			o.features.set(authorLink)
		}
	}
}

// authorFeature is the surest kind of place that an element's hints make.
func authorFeature(h hint) (feature, bool) {
	switch {
	case h&markAuthor != 0 && h&markItemprop != 0:
		return authorItemprop, true
	case h&markAuthor != 0:
		return authorRel, true
	case h&markByline != 0:
		return authorByline, true
	case h&markName != 0:
		return authorClass, true
	case h&markUser != 0:
		return authorUser, true
	case h&markProfile != 0:
		return authorProfile, true
	}
	return 0, false
}

// markedText is the text of a marked element: its visible text, else its
// content attribute; a name inside it that is marked as such goes first.
func (f *finder) markedText(e int32) string {
	if v, ok := f.page.Attr(e, "content"); ok && v != "" {
		return fold(v)
	}
	el := &f.page.Elements[e]
	for c := int(e) + 1; c < len(f.page.Elements) && c < int(e)+12; c++ {
		ch := &f.page.Elements[c]
		if ch.Depth <= el.Depth {
			break
		}
		if v, _ := f.page.Attr(int32(c), "itemprop"); v == "name" {
			if content, ok := f.page.Attr(int32(c), "content"); ok {
				return fold(content)
			}
			return strings.TrimSpace(f.page.TextOf(int32(c)))
		}
	}
	return strings.TrimSpace(f.page.TextOf(e))
}

// describe names an element for a Source: its tag and what marks it.
func (f *finder) describe(e int32) string {
	el := &f.page.Elements[e]
	for _, name := range [...]string{"itemprop", "rel", "class", "id", "property"} {
		if v, ok := f.page.Attr(e, name); ok && v != "" {
			v = v[:cutRune(v, maxClass)]
			if name == "class" {
				return el.Tag.String() + "." + strings.Join(strings.Fields(v), ".")
			}
			return el.Tag.String() + "[" + name + "=" + v + "]"
		}
	}
	return el.Tag.String()
}

func firstLine(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}

func (f *finder) authorPlace(o *option, n near, set setting) {
	switch n {
	case nearAt:
		o.features.set(authorAt)
	case nearBelow:
		o.features.set(authorBelow)
	case nearAbove:
		o.features.set(authorAbove)
	case nearFar:
		o.features.set(authorFar)
	case nearInside:
		o.features.set(authorInside)
	case nearTail:
		o.features.set(authorTail)
	}
	if set&inRelated != 0 {
		o.features.set(authorInRelated)
	}
	if set&inBio != 0 {
		o.features.set(authorInBio)
	}
}

// windows are the ranges of blocks whose lines are read: around the headline,
// around the article's beginning, and at its end.
func (f *finder) windows() [3]block.Range {
	n := int32(len(f.page.Blocks))
	clip := func(a, b int) block.Range {
		return block.Range{Start: min(max(int32(a), 0), n), End: min(max(int32(b), 0), n)}
	}
	var w [3]block.Range
	h := f.out.Headline
	if h < 0 {
		h = f.first
	}
	w[0] = clip(h-4, h+14)
	w[1] = clip(max(f.first-8, int(w[0].End)), f.first+4)
	if f.first < int(w[0].Start) {
		w[1] = clip(f.first-8, min(f.first+4, int(w[0].Start)))
	}
	end := max(int(w[0].End), int(w[1].End))
	w[2] = clip(max(f.last-2, end), f.last+5)
	return w
}

// authorLines reads the lines near the headline and at the article's end.
func (f *finder) authorLines(p *pool) {
	var lines lineState
	for _, w := range f.windows() {
		for i := int(w.Start); i < int(w.End); i++ {
			b := &f.page.Blocks[i]
			if f.hidden(b) {
				continue
			}
			text := f.linesOf(i)
			if len(text) > 400 {
				text = text[:cutRune(text, 100)]
			}
			f.authorLine(p, i, text, &lines)
		}
	}
}

// lineState is what the reading of bylines keeps from line to line.
type lineState struct {
	found int  // labelled bylines so far
	label bool // the last line was a label without names
}

// cutRune is the largest offset up to n that does not split a character.
func cutRune(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return n
}

func (f *finder) authorLine(p *pool, i int, text string, lines *lineState) {
	b := &f.page.Blocks[i]
	n := f.nearness(i)
	if hasHan(text) {
		f.hanLine(p, i, n, lines)
		return
	}
	long := len(b.Text) > 200
	for part := 0; text != "" && part < maxLines; part++ {
		line := text
		if j := strings.IndexByte(text, '\n'); j >= 0 {
			line, text = text[:j], text[j+1:]
		} else {
			text = ""
		}
		if line == "" {
			continue
		}
		labelled := lines.label
		lines.label = isLabel(line)
		if labelled && !lines.label && len(line) < 120 {
			if by, ok := parseByline(line, true, f.loc); ok && shapeOf(by.names[0]).words <= 6 {
				by.labelled = true
				f.authorLineAdd(p, i, by, authorBy, n, line, lines)
				continue
			}
		}
		if by, ok := parseByline(line, false, f.loc); ok && by.labelled && !f.menuItem(i, by.names) && !(long && (by.start > 40 || !shapeOf(by.names[0]).person)) && !(by.start > 30 && !shapeOf(by.names[0]).person) {
			f.authorLineAdd(p, i, by, authorBy, n, line, lines)
		} else if !long && n != nearInside && n != nearFar {
			f.bareLine(p, i, line, n, lines)
		}
	}
}

// maxAgain is how much of a text is searched for a name again, in bytes.
const maxAgain = 128 << 10

// menuItem reports whether a labelled name is rather an entry of a menu: "By
// country".
func (f *finder) menuItem(i int, names []string) bool {
	b := &f.page.Blocks[i]
	if b.Kind != block.ListItem && !b.Line.Bullet {
		return false
	}
	s := shapeOf(names[0])
	return len(names) == 1 && s.words == 1 && s.small && !s.digits
}

// hanLine reads a block in Chinese characters: a byline anywhere near its
// beginning or its end, a name of its own, or a signature.
func (f *finder) hanLine(p *pool, i int, n near, lines *lineState) {
	text := f.page.Blocks[i].Text
	head := text[:cutRune(text, 240)]
	tail := len(text)
	if len(text) > 240 {
		tail = cutRune(text, len(text)-120)
	}
	for _, part := range [...]string{head, text[tail:]} {
		if b, editor, ok := hanByline(part); ok {
			ft := authorBy
			if editor {
				ft = authorEditor
			}
			if o := f.authorLineAdd(p, i, b, ft, n, part, lines); o != nil {
				o.features.set(authorHan)
			}
			return
		}
	}
	if b, ok := hanSigned(text); ok {
		f.authorLineAdd(p, i, b, authorSigned, n, text, lines)
		return
	}
	if len(text) <= 40 && n != nearInside && n != nearFar {
		var b byline
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '、' || r == 0x3000 || r == '，' }) {
			if !isHanName(w) {
				if h := f.out.Headline; h < 0 || i != h+1 || utf8.RuneCountInString(text) > 4 || hanWord(text) {
					return
				}
			}
			b.names = append(b.names, w)
		}
		if b.end = len(text); len(b.names) > 0 {
			f.authorLineAdd(p, i, b, authorBare, n, text, lines)
		}
	}
}

// isDesk reports whether a name is that of a part of an organisation that
// signs articles.
func isDesk(s string) bool {
	return has(deskWords, s[strings.LastIndexByte(s, ' ')+1:])
}

var deskWords = wordSet("desk newsdesk newsroom team staff editors bureau redaktion redacción rédaction redazione redactie correspondents contributors")

func (f *finder) authorLineAdd(p *pool, i int, by byline, ft feature, n near, line string, lines *lineState) *option {
	kind := "byline"
	if f.page.Origin == block.Text {
		kind = "line"
	}
	o := f.authorAdd(p, by.names, ft, f.sourceAt(kind, "", i, line[by.start:min(by.end, len(line))]))
	if o == nil {
		return nil
	}
	e := f.page.Blocks[i].Element
	var set setting
	if e >= 0 {
		set = f.settingOf(e)
	}
	f.authorPlace(o, n, set)
	if ft == authorBy {
		if lines.found++; lines.found == 1 {
			o.features.set(authorFirst)
		} else if lines.found >= 3 {
			o.features.set(authorMany)
		}
	}
	if f.page.Blocks[i].Kind == block.Heading {
		o.features.set(authorHeading)
	}
	if f.dateBeside(i) {
		o.features.set(authorDateNext)
	}
	if f.page.Origin == block.Text && !o.features.has(authorAgain) {
		if strings.Count(f.page.Input[:cutRune(f.page.Input, maxAgain)], by.names[0]) > 1 {
			o.features.set(authorAgain)
		}
	}
	return o
}

// dateBeside reports whether block i or one next to it states a date.
func (f *finder) dateBeside(i int) bool {
	return i > 0 && f.statesDate(i-1) || f.statesDate(i) || f.statesDate(i+1)
}

// statesDate reports whether block i is a short line with a date.
func (f *finder) statesDate(i int) bool {
	if i >= len(f.page.Blocks) {
		return false
	}
	t := f.page.Blocks[i].Text
	return len(t) < 150 && mayHoldDate(t) && len(findDates(t, f.loc)) > 0
}

// bareLine takes a short line that may be just a name: what stands before a
// date, or a line beside one.
func (f *finder) bareLine(p *pool, i int, line string, n near, lines *lineState) {
	if len(line) < 3 || len(line) > 120 {
		return
	}
	ft := authorBare
	if mayHoldDate(line) {
		ms := findDates(line, f.loc)
		if len(ms) == 0 || ms[0].start < 3 {
			if len(ms) == 0 {
				return
			}
			line = strings.TrimLeft(line[ms[0].end:], " |,·•-–—")
			if line == "" {
				return
			}
		}
		ft = authorDateline
	} else if strings.Count(line, " ") > 7 {
		return
	}
	by, ok := parseByline(line, true, f.loc)
	if !ok || len(by.names) > 4 {
		return
	}
	head := f.out.Headline
	sandwich := ft == authorBare && head >= 0 && i == head+1 && len(line) < 50 && f.statesDate(i+1)
	for _, name := range by.names {
		if s := shapeOf(name); !s.person && !sandwich && !(ft == authorDateline && s.words <= 5 && !s.small) {
			return
		}
	}
	if b := &f.page.Blocks[i]; b.Kind == block.Heading && b.Level < 3 || i == head {
		return
	}
	if ft == authorBare && !f.dateBeside(i) {
		if n != nearAt && (head < 0 || i > head+6 || i < head-1) {
			return
		}
		ft = authorName
	}
	if o := f.authorLineAdd(p, i, by, ft, n, line, lines); o != nil {
		if head >= 0 && i == head+1 {
			o.features.set(authorNextHead)
		}
		if sandwich {
			o.features.set(authorSandwich)
		}
		if i+1 < len(f.page.Blocks) {
			next := f.page.Blocks[i+1].Text
			if len(next) < 80 && hasRole(next) {
				o.features.set(authorRoleNext)
			}
			if len(next) > 200 {
				o.features.set(authorBodyNext)
			}
		}
		if f.page.Blocks[i].Line.Bullet || f.page.Blocks[i].Kind == block.ListItem {
			o.features.set(authorBullet)
		}
	}
}

// authorContext notes what the options are like by themselves and beside each
// other.
func (f *finder) authorContext(p *pool) {
	headline := titleKey(f.out.Title)
	for i := range p.options {
		o := &p.options[i]
		s := shapeOf(o.names[0])
		for _, n := range o.names[1:] {
			t := shapeOf(n)
			s.person = s.person && t.person
			s.company = s.company || t.company
			s.words = max(s.words, t.words)
		}
		flag := func(on bool, ft feature) {
			if on {
				o.features.set(ft)
			}
		}
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
