package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// The features of titles. Kinds of places come first, the surest on top.
const (
	titleH1          feature = iota // the first h1
	titleLD                         // headline of an article in JSON-LD
	titleOG                         // og:title
	titleOGCut                      // og:title without the site's name
	titleItemprop                   // itemprop headline
	titleMeta                       // dc.title, citation_title and the like
	titleTwitter                    // twitter:title
	titleTag                        // all of the title element
	titleTagFirst                   // its first part
	titleTagButLast                 // all but its last part
	titleTagButFirst                // all but its first part
	titleTagLast                    // its last part
	titleLDName                     // name of an article in JSON-LD
	titleLDPage                     // name of a page in JSON-LD
	titleLDThing                    // name of a product, event or video in JSON-LD
	titleH1Later                    // another h1
	titleH2                         // the last h2 before the article
	titleClass                      // an element whose class says headline
	titleHeading                    // any other heading right before the article
	titleLine                       // a line of scraped text
	titleLineCut                    // what stands before a byline or date in a line
	titleOnlyH1                     // the page has one h1
	titleManyH1                     // more than two
	titleNear                       // shown up to eight blocks before the article
	titleInside                     // shown inside it
	titleBelow                      // shown after it
	titleTop                        // shown more than eight blocks before it
	titleChrome                     // stands in a header, footer, navigation or list of teasers
	titleLinked                     // is a link altogether
	titleIsSite                     // is the site's name
	titleCutSite                    // what was cut off is the site's name
	titleCutLong                    // what was cut off has four words or more
	titleSlug                       // most words of the URL's path are in it
	titleSlugSome                   // at least two are
	titleOneWord
	titleLong     // more than 18 words
	titleOpensTag // the title element begins with it
	titleInTag    // the title element has it further on
	titleMarked   // the text marks it as a heading
	titleTwice    // the text has the line twice
	titleMetaNext // a byline or date follows within three lines
	titleBodyNext // the article follows within three lines
	titleStop     // it ends like a sentence
	titleBullet   // it is a list item
	titleAlone    // blank lines around it
	titleEarly    // one of the first five lines
	titleCrumbs   // it looks like a path of links or a menu
	titleWordy    // five words or more
	titleFirstIn  // the first block of the article
	titleTwoCut   // both ends of the title element were cut
	titleShort    // two or three words
	titlePerson   // looks like a person's name
	titleStarts   // another option begins with it
	titleExtends  // begins with another option
	titlePart     // a line that was joined with others
	titleH1Else   // the first h1 says something else
	titleH1Odd    // the first h1, and it shares less than half its words with the title element
	titleH1Agrees // the first h1 shares half its words or more with the title element
	titleNoLD     // the page has no article in JSON-LD
	titleGiven    // looks like a person's name and begins with a given name
	titleCommon   // nothing but words of menus and sections
	titleColon    // a colon was the mark it was cut at
	titleFeatures
)

// titleNames say for people what each feature is.
var titleNames = [titleFeatures]string{
	titleH1:          "the first h1",
	titleLD:          "the headline in JSON-LD",
	titleOG:          "og:title",
	titleOGCut:       "og:title without the site's name",
	titleItemprop:    "microdata headline",
	titleMeta:        "a meta title",
	titleTwitter:     "twitter:title",
	titleTag:         "the title element",
	titleTagFirst:    "the first part of the title element",
	titleTagButLast:  "the title element without its last part",
	titleTagButFirst: "the title element without its first part",
	titleTagLast:     "the last part of the title element",
	titleLDName:      "the name of the article in JSON-LD",
	titleLDPage:      "the name of the page in JSON-LD",
	titleLDThing:     "the name of a thing in JSON-LD",
	titleH1Later:     "a later h1",
	titleH2:          "the h2 before the article",
	titleClass:       "a class that says headline",
	titleHeading:     "a heading before the article",
	titleLine:        "a line",
	titleLineCut:     "a line without its byline",
	titleOnlyH1:      "the only h1",
	titleManyH1:      "one of many h1",
	titleNear:        "right before the article",
	titleInside:      "inside the article",
	titleBelow:       "after the article",
	titleTop:         "far above the article",
	titleChrome:      "in the page's frame",
	titleLinked:      "linked",
	titleIsSite:      "the site's name",
	titleCutSite:     "cut from the site's name",
	titleCutLong:     "cut from a long part",
	titleSlug:        "agrees with the URL",
	titleSlugSome:    "agrees with the URL in part",
	titleOneWord:     "one word",
	titleLong:        "long",
	titleOpensTag:    "the title element begins with it",
	titleInTag:       "the title element has it",
	titleMarked:      "marked as a heading",
	titleTwice:       "stands twice",
	titleMetaNext:    "a byline or date follows",
	titleBodyNext:    "the article follows",
	titleStop:        "ends like a sentence",
	titleBullet:      "a list item",
	titleAlone:       "stands alone",
	titleEarly:       "among the first lines",
	titleCrumbs:      "a path of links",
	titleWordy:       "five words or more",
	titleFirstIn:     "opens the article",
	titleTwoCut:      "cut at both ends",
	titleShort:       "two or three words",
	titlePerson:      "a person's name",
	titleStarts:      "begins another",
	titleExtends:     "extends another",
	titlePart:        "one line of several",
	titleH1Else:      "the h1 says something else",
	titleH1Odd:       "the h1 is unlike the title element",
	titleH1Agrees:    "the h1 is like the title element",
	titleNoLD:        "no article in JSON-LD",
	titleGiven:       "a given name",
	titleCommon:      "common words alone",
	titleColon:       "cut at a colon",
}

// titleKey makes titles comparable: letters and digits in lower case, single
// spaces between words.
func titleKey(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = len(b) > 0
			continue
		}
		if gap {
			b = append(b, ' ')
			gap = false
		}
		if r < utf8.RuneSelf {
			if r >= 'A' && r <= 'Z' {
				r |= 0x20
			}
			b = append(b, byte(r))
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return string(b)
}

// maxTitle is the longest title that is believed, in bytes.
const maxTitle = 400

// title chooses the headline.
func (f *finder) title() {
	p := pool{model: &f.models.title}
	if f.page.Origin == block.Text {
		f.titleLines(&p)
	} else {
		f.titleHead(&p)
		f.titleShown(&p)
	}
	f.titleContext(&p)
	best := p.choose()
	if best != nil {
		f.out.Title = best.value
		f.out.Sources["title"] = best.source
		if f.findHeadline(best.key); f.page.Origin == block.Text && best.block >= 0 {
			f.out.Headline = best.block
		}
		if h := f.out.Headline; h >= 0 && best.rank > titleH1 && best.rank < titleLine {
			best.source.Start, best.source.End = int(f.page.Blocks[h].Start), int(f.page.Blocks[h].End)
		}
	} else {
		f.findHeadline("")
	}
	f.report(&p, best)
}

// titleAdd enters a title unless it is empty or absurd.
func (f *finder) titleAdd(p *pool, value string, ft feature, src Source) *option {
	value = fold(value)
	if value == "" || len(value) > maxTitle {
		return nil
	}
	return p.add(titleKey(value), value, ft, src)
}

// titleHead takes the titles that the page's head and JSON-LD state.
func (f *finder) titleHead(p *pool) {
	for _, e := range f.ld {
		if e.later && e.class != pageClass {
			continue
		}
		switch e.class {
		case articleClass:
			f.titleAdd(p, e.get("headline"), titleLD, ldSource(e, "headline"))
			f.titleAdd(p, e.get("name"), titleLDName, ldSource(e, "name"))
		case pageClass:
			f.titleAdd(p, e.get("headline"), titleLDPage, ldSource(e, "headline"))
			f.titleAdd(p, e.get("name"), titleLDPage, ldSource(e, "name"))
		case productClass, mediaClass:
			f.titleAdd(p, e.get("name"), titleLDThing, ldSource(e, "name"))
		}
	}
	for _, s := range f.head {
		switch s.key {
		case "og:title":
			f.titleParts(p, s.value, titleOG, f.source(s))
		case "twitter:title":
			f.titleAdd(p, s.value, titleTwitter, f.source(s))
		case "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "title", "headline", "article:title", "hdl", "dc:title":
			f.titleAdd(p, s.value, titleMeta, f.source(s))
		}
	}
	f.titleParts(p, f.page.Title, titleTag, Source{Kind: "title", Place: "title", Start: -1, End: -1})
}

func ldSource(e entity, key string) Source {
	return Source{Kind: "json-ld", Place: e.place(key), Start: -1, End: -1}
}

// titleParts enters a title and what is left when a part is cut from either
// end at one of the marks that sites put between headline and name. og:title
// is cut only where the site's name goes.
func (f *finder) titleParts(p *pool, title string, whole feature, src Source) {
	title = fold(title)
	f.titleAdd(p, title, whole, src)
	cuts := titleCuts(title)
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

type cut struct{ start, end int }

// titleCuts finds the marks between the parts of a title: bars, dashes,
// dots and guillemets with space around them, the bars and underscores of
// Chinese pages without, and a colon after the site's name.
func titleCuts(s string) []cut {
	var cuts []cut
	tight := wide(s)
	for i, next := 0, 0; i < len(s) && len(cuts) < 8; i = next {
		r, w := utf8.DecodeRuneInString(s[i:])
		next = i + w
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || r == ' ') || i == 0 || next == len(s) {
			continue
		}
		before, after := s[i-1] == ' ', s[next] == ' '
		is := false
		switch r {
		case '·', '•', '»', '«', '›', '‹', '–', '—', '-', '~', '/', '⋆', '＞', '<', '>', '\\', '†', '★', '−', '―', '*':
			is = before && after || (r == '»' || r == '—') && after || r == '-' && tight
		case '|':
			is = true
		case ':':
			if s[next] == ':' { // two of them
				next++
			}
			is = next < len(s) && s[next] == ' '
		case '_':
			is = tight
		case '｜', '丨', '－':
			is = true
		}
		if is {
			cuts = append(cuts, cut{i, next})
		}
	}
	return cuts
}

// wide reports whether a text is in a script without spaces.
func wide(s string) bool {
	n := 0
	for _, r := range s {
		if isHan(r) || r >= 0x3040 && r <= 0x30ff {
			n++
		}
	}
	return n >= 4
}

// titleShown takes the titles that a reader sees.
func (f *finder) titleShown(p *pool) {
	h1s, lastH2, h1Seen := 0, int32(-1), false
	for _, e := range f.titles {
		if f.page.Elements[e].Tag == block.TagH1 && strings.TrimSpace(f.page.TextOf(e)) != "" {
			h1s++
		}
	}
	show := func(e int32, ft feature, kind string) {
		text := f.page.TextOf(e)
		if len(text) > maxTitle {
			return
		}
		i := f.blockOf(e)
		src := Source{Kind: kind, Place: f.page.Elements[e].Tag.String(), Start: -1, End: -1}
		if i < len(f.page.Blocks) {
			src.Start, src.End = int(f.page.Blocks[i].Start), int(f.page.Blocks[i].End)
		}
		o := f.titleAdd(p, text, ft, src)
		if o == nil {
			return
		}
		f.titlePlace(o, e, i)
		if ft == titleH1 && h1s == 1 {
			o.features.set(titleOnlyH1)
		}
		if h1s > 2 && (ft == titleH1 || ft == titleH1Later) {
			o.features.set(titleManyH1)
		}
	}
	for _, e := range f.titles {
		if f.page.Elements[e].Tag == block.TagH2 {
			if f.blockOf(e) <= f.first {
				lastH2 = e
			}
			continue
		}
		if strings.TrimSpace(f.page.TextOf(e)) == "" {
			continue
		}
		if !h1Seen {
			show(e, titleH1, "heading")
			h1Seen = true
		} else {
			show(e, titleH1Later, "heading")
		}
	}
	if lastH2 >= 0 {
		show(lastH2, titleH2, "heading")
	}
	for _, m := range f.marked {
		if m.hint&markTitle == 0 || f.page.Elements[m.element].Hidden {
			continue
		}
		if m.hint&markItemprop != 0 {
			show(m.element, titleItemprop, "microdata")
		} else if b := f.blockOf(m.element); b <= f.first+2 {
			show(m.element, titleClass, "heading")
		}
	}
	for i := max(f.first-6, 0); i <= f.first && i < len(f.page.Blocks); i++ {
		if b := &f.page.Blocks[i]; b.Kind == block.Heading && b.Level > 1 && !f.hidden(b) {
			if o := f.titleAdd(p, b.Text, titleHeading, f.sourceAt("heading", "h"+string('0'+rune(b.Level)), i, "")); o != nil {
				f.titlePlace(o, b.Element, i)
			}
		}
	}
}

// titlePlace notes where on the page an option shows.
func (f *finder) titlePlace(o *option, e int32, i int) {
	switch d := f.first - i; {
	case d > 8:
		o.features.set(titleTop)
	case d > 0:
		o.features.set(titleNear)
	case d == 0:
		o.features.set(titleFirstIn)
	case i <= f.last:
		o.features.set(titleInside)
	default:
		o.features.set(titleBelow)
	}
	if e >= 0 && f.settingOf(e)&(inNav|inFooter|inRelated|inComments) != 0 {
		o.features.set(titleChrome)
	}
	if i < len(f.page.Blocks) {
		b := &f.page.Blocks[i]
		for _, s := range b.Spans {
			if s.Kind == block.Link && int(s.End-s.Start) >= len(b.Text)-2 {
				o.features.set(titleLinked)
			}
		}
	}
}

// A titleLine is a line of scraped text that may be the title.
type titleLineAt struct {
	text  string
	key   string
	block int
	part  bool // one of the lines that a block was joined from
}

// maxTitleLines bounds the lines that are looked at as titles, maxTitleScan
// the blocks in which they are searched.
const (
	maxTitleLines = 48
	maxTitleScan  = 500
)

// titleLines takes lines of scraped text as titles: the first of the page,
// which often is its title element, the short ones before and at the
// beginning of the article, and any early one that the URL or the first line
// speaks for.
func (f *finder) titleLines(p *pool) {
	blocks := f.page.Blocks
	if len(blocks) == 0 {
		return
	}
	first := firstLine(f.linesOf(0))
	firstKey := titleKey(first)
	var lines []titleLineAt
	seen := map[string]int{}
	for i := 0; i < len(blocks) && i < maxTitleScan; i++ {
		near := i >= f.first-24 && i < f.first+4
		text := f.linesOf(i)
		whole := !strings.Contains(text, "\n")
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if len(line) < 4 || len(line) > 260 || strings.Count(line, " ") > 36 {
				continue
			}
			if !near {
				if strings.IndexByte(line, ' ') < 0 && !wide(line) || f.slug == "" && len(firstKey) <= 10 && blocks[i].Kind != block.Heading {
					continue
				}
				key := titleKey(line)
				n, of := f.slugWords(key)
				if !(of >= 2 && n*5 >= of*3 || len(key) > 10 && i > 0 && strings.HasPrefix(firstKey, key) || blocks[i].Kind == block.Heading && blocks[i].Level == 1) {
					continue
				}
			}
			l := titleLineAt{line, titleKey(line), i, !whole}
			seen[l.key]++
			lines = append(lines, l)
		}
		if !whole && len(blocks[i].Text) < 200 { // or the lines were one line
			l := titleLineAt{blocks[i].Text, titleKey(blocks[i].Text), i, false}
			lines = append(lines, l)
		}
	}
	if len(lines) > maxTitleLines { // those nearest to the article
		mid := 0
		for mid < len(lines) && lines[mid].block < f.first {
			mid++
		}
		from := min(max(mid-maxTitleLines*3/4, 0), len(lines)-maxTitleLines)
		lines = lines[from : from+maxTitleLines]
	}
	f.titleParts(p, first, titleTag, f.sourceAt("line", "", 0, first))
	for _, l := range lines {
		f.titleLine(p, l, seen)
	}
}

func (f *finder) titleLine(p *pool, l titleLineAt, seen map[string]int) {
	blocks, i := f.page.Blocks, l.block
	b := &blocks[i]
	text := l.text
	if ms := findDates(text, f.loc); len(ms) > 0 && (ms[0].end-ms[0].start)*4 > len(text)*3 {
		return // a date alone
	} else if len(ms) > 0 && ms[0].end < len(text) && ms[0].start < 12 {
		text = strings.TrimLeft(text[ms[0].end:], " |-–·")
	} else if len(ms) > 0 && ms[0].start > 12 {
		f.titleAdd(p, strings.TrimRight(text[:ms[0].start], " |-–·,("), titleLineCut, f.sourceAt("line", "", i, ""))
	}
	if n := strings.LastIndex(text, " by "); n > 12 && len(text)-n < 40 {
		f.titleAdd(p, text[:n], titleLineCut, f.sourceAt("line", "", i, ""))
	}
	o := f.titleAdd(p, text, titleLine, f.sourceAt("line", "", i, text))
	if o == nil {
		return
	}
	if o.block < 0 || i <= f.first {
		o.block = i
	}
	f.titlePlace(o, -1, i)
	if l.part {
		o.features.set(titlePart)
	}
	if b.Kind == block.Heading {
		o.features.set(titleMarked)
	}
	if seen[l.key] > 1 {
		o.features.set(titleTwice)
	}
	if b.Line.Bullet || b.Kind == block.ListItem {
		o.features.set(titleBullet)
	}
	if i < 5 {
		o.features.set(titleEarly)
	}
	if b.Line.Blanks > 0 && (i+1 == len(blocks) || blocks[i+1].Line.Blanks > 0) {
		o.features.set(titleAlone)
	}
	if strings.ContainsAny(text, "»>|›") {
		o.features.set(titleCrumbs)
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	if r == '.' || r == '。' || r == ':' || r == ',' || r == ';' {
		o.features.set(titleStop)
	}
	for j := i + 1; j <= i+3 && j < len(blocks); j++ {
		t := blocks[j].Text
		if len(t) > 200 {
			o.features.set(titleBodyNext)
			break
		}
		if _, ok := parseByline(t, false, f.loc); ok || isLabel(t) || len(t) < 120 && mayHoldDate(t) && len(findDates(t, f.loc)) > 0 {
			o.features.set(titleMetaNext)
			break
		}
	}
}

// titleContext notes what the options are like by themselves and beside each
// other.
func (f *finder) titleContext(p *pool) {
	tag := titleKey(f.page.Title)
	article := false
	for _, e := range f.ld {
		article = article || e.class == articleClass
	}
	h1 := ""
	for i := range p.options {
		if p.options[i].features.has(titleH1) {
			h1 = p.options[i].key
		}
	}
	like := h1 != "" && 2*sharedWords(h1, tag) >= strings.Count(h1, " ")+1
	for i := range p.options {
		o := &p.options[i]
		words := strings.Count(o.key, " ") + 1
		if wide(o.key) {
			words = utf8.RuneCountInString(o.key)/2 + 1
		}
		switch {
		case words == 1:
			o.features.set(titleOneWord)
		case words <= 3:
			o.features.set(titleShort)
		case words > 18:
			o.features.set(titleLong)
		}
		if words >= 5 {
			o.features.set(titleWordy)
		}
		if words <= 4 && common(o.value) {
			o.features.set(titleCommon)
		}
		if !article {
			o.features.set(titleNoLD)
		}
		if h1 != "" && f.page.Origin == block.HTML {
			if h1 != o.key {
				o.features.set(titleH1Else)
			}
			switch {
			case like:
				o.features.set(titleH1Agrees)
			case h1 == o.key:
				o.features.set(titleH1Odd)
			}
		}
		if f.isSite(o.value) {
			o.features.set(titleIsSite)
		}
		if tag != "" && len(o.key) < len(tag) {
			if strings.HasPrefix(tag, o.key) {
				o.features.set(titleOpensTag)
			} else if len(o.key) > 8 && strings.Contains(tag, o.key) {
				o.features.set(titleInTag)
			}
		}
		if n, of := f.slugWords(o.key); of >= 2 {
			if n*5 >= of*3 {
				o.features.set(titleSlug)
			} else if n >= 2 {
				o.features.set(titleSlugSome)
			}
		}
		if words >= 2 && words <= 3 && shapeOf(o.value).person {
			if given, title := nameWords(o.value); given && !title {
				o.features.set(titleGiven)
			} else if !title {
				o.features.set(titlePerson)
			}
		}
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
}

// common reports whether all words of s are those of menus and sections.
func common(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if w = strings.Trim(w, ".,:!?&"); w != "" && !has(titleWords, w) && !has(noNames, w) {
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

// findHeadline sets the block that shows the title: the one with just its
// text, headings and the place right before the article preferred; else the
// first h1.
func (f *finder) findHeadline(key string) {
	best, score := -1, 0
	for i := range f.page.Blocks {
		b := &f.page.Blocks[i]
		if key == "" || len(b.Text) < len(key)/2 || len(b.Text) > 3*len(key)+20 || !beginsLike(b.Text, key) || f.hidden(b) || titleKey(b.Text) != key {
			continue
		}
		s := 1
		if b.Kind == block.Heading {
			s += 8 - int(b.Level)
		}
		if d := f.first - i; d >= -1 && d <= 12 {
			s += 6
		}
		if i <= f.first {
			s += 2 // the last of equals: what stands before may be a path of links
		}
		if s >= score && i <= f.first || s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		for _, e := range f.titles {
			if i := f.blockOf(e); f.page.Elements[e].Tag == block.TagH1 && i < len(f.page.Blocks) {
				best = i
				break
			}
		}
	}
	f.out.Headline = best
}

// beginsLike is the cheap test before a text is made a key: its first letter
// or digit is the key's.
func beginsLike(text, key string) bool {
	k, _ := utf8.DecodeRuneInString(key)
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r) == k
		}
	}
	return false
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
