package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// A statement is what a meta or link element says.
type statement struct {
	key     string // property, name or itemprop in lower case; "link:" and the rel of a link
	value   string
	element int32
}

// A hint says what the attributes of an element promise its text to be.
type hint uint16

const (
	markTitle     hint = 1 << iota // itemprop or class headline
	markAuthor                     // itemprop author, rel=author
	markByline                     // class byline
	markName                       // class author and the like
	markUser                       // class user: forums
	markPublished                  // itemprop datePublished
	markModified                   // itemprop dateModified
	markDate                       // class date, time and the like
	markTime                       // a time element
	markItemprop                   // the promise is microdata or RDFa
	markProfile                    // links to a profile page
)

type marked struct {
	element int32
	hint    hint
}

// maxMarked bounds the marked elements that are kept.
const maxMarked = 400

// maxKeys bounds the names of one meta element, each of which has its value read.
const maxKeys = 8

// aboveArticle is how many blocks before the article may hold its headline, byline
// and date: menus stand above.
const aboveArticle = 40

// scan looks once at every element and keeps what its attributes promise.
func (f *finder) scan() {
	p := f.page
	top := int32(f.first - aboveArticle)
	bottom := int32(max(f.first+belowHeadline, f.last+afterArticle) + 1)
	under := int32(-1) // the last block that is near an h1, which likely is the headline
	for i := range p.Elements {
		e := &p.Elements[i]
		switch e.Tag {
		case block.TagMeta:
			f.metaElement(int32(i), e)
			continue
		case block.TagLink:
			f.linkElement(int32(i), e)
			continue
		case block.TagHtml:
			f.lang, _ = p.Attr(int32(i), "lang")
			continue
		case block.TagH1, block.TagH2:
			if !e.Hidden && len(f.titles) < 60 {
				f.titles = append(f.titles, int32(i))
				if e.Tag == block.TagH1 {
					under = e.Blocks.Start + belowHeadline + 1
				}
			}
		}
		near := e.Blocks.Start <= under || top <= e.Blocks.Start && e.Blocks.Start <= bottom
		if m := f.promise(e, near); m != 0 && len(f.marked) < maxMarked {
			f.marked = append(f.marked, marked{int32(i), m})
		}
	}
}

// promise reads the attributes of one element. What its class or link says counts
// near the article only, except for times.
func (f *finder) promise(e *block.Element, near bool) (m hint) {
	if e.Tag == block.TagTime {
		m |= markTime
		near = true
	}
	for _, a := range f.page.Attrs[e.Attrs.Start:e.Attrs.End] {
		switch a.Name {
		case "class", "id":
			if near {
				m |= classMark(a.Value)
			}
		case "itemprop", "property":
			switch a.Value {
			case "headline", "schema:headline", "dc:title":
				m |= markTitle | markItemprop
			case "author", "creator", "schema:author", "dc:creator", "sioc:has_creator":
				m |= markAuthor | markItemprop
			case "datePublished", "dateCreated", "uploadDate", "schema:datePublished", "schema:dateCreated", "dc:date", "dc:created":
				m |= markPublished | markItemprop
			case "dateModified", "schema:dateModified", "dc:modified":
				m |= markModified | markItemprop
			}
		case "rel":
			if a.Value == "author" || strings.HasPrefix(a.Value, "author ") || strings.HasSuffix(a.Value, " author") {
				m |= markAuthor
			}
		case "pubdate":
			m |= markPublished
		case "datetime":
			if e.Tag != block.TagIns && e.Tag != block.TagDel {
				m |= markTime
			}
		case "href":
			if near && e.Tag == block.TagA && !e.Hidden && isProfile(a.Value) {
				m |= markProfile
			}
		}
	}
	return m
}

// isProfile reports whether a link leads to somebody's page.
func isProfile(href string) bool {
	for _, mark := range []byte("/?") {
		for rest := href; ; {
			i := strings.IndexByte(rest, mark)
			if i < 0 || len(rest)-i < 7 {
				break
			}
			if rest = rest[i+1:]; profilePaths.begins(rest) {
				return true
			}
		}
	}
	return false
}

// profilePaths begin the paths and queries of pages about somebody.
var profilePaths = phraseIndexOf([]string{
	"author/", "authors/", "author=", "autor/", "autoren/", "auteur/", "autores/", "autore/", "user/", "users/", "u/",
	"profile/", "profiles/", "people/", "person/", "members/", "member.php", "memberlist", "staff/", "space-uid",
	"contributor", "columnist", "creator/", "reporter/", "redakteur", "redaktion/", "writer/", "writers/",
})

var markWords = sieveOf("author autor auteur byline by-line columnist contributor created creator date datum fecha headline journalist modified posted poster pubdate publish pubtime reporter signature time title update user writer written")

// classMark reads the words of a class or id.
func classMark(s string) (m hint) {
	if len(s) < 4 {
		return 0
	}
	t := newTrio(s)
	for i := 0; i+3 < len(s); i++ {
		if t = t.and(s[i+2]); !markWords.has(t) {
			continue
		}
		switch s[i] | 0x20 {
		case 'a':
			if at(s, i, "author") || at(s, i, "autor") || at(s, i, "auteur") {
				m |= markName
			}
		case 'b':
			if at(s, i, "byline") || at(s, i, "by-line") {
				m |= markByline
			}
		case 'c':
			if at(s, i, "creator") || at(s, i, "contributor") || at(s, i, "columnist") {
				m |= markName
			} else if at(s, i, "created") {
				m |= markDate
			}
		case 'd':
			if at(s, i, "date") && (i == 0 || !(i >= 2 && at(s, i-2, "update"))) || at(s, i, "datum") {
				m |= markDate
			}
		case 'f':
			if at(s, i, "fecha") {
				m |= markDate
			}
		case 'h':
			if at(s, i, "headline") {
				m |= markTitle
			}
		case 'j':
			if at(s, i, "journalist") {
				m |= markName
			}
		case 'm':
			if at(s, i, "modified") {
				m |= markModified
			}
		case 'p':
			if at(s, i, "publish") || at(s, i, "pubtime") || at(s, i, "posted") || at(s, i, "pubdate") {
				m |= markDate
			} else if at(s, i, "poster") && !at(s, i, "poster-image") {
				m |= markUser
			}
		case 'r':
			if at(s, i, "reporter") {
				m |= markName
			}
		case 's':
			if at(s, i, "signature") {
				m |= markByline
			}
		case 't':
			if at(s, i, "time") && !at(s, i, "timeline") {
				m |= markDate
			} else if at(s, i, "title") && i > 0 && (at(s, max(i-6, 0), "entry-title") || at(s, max(i-5, 0), "post-title") || at(s, max(i-8, 0), "article-title")) {
				m |= markTitle
			}
		case 'u':
			if at(s, i, "username") || at(s, i, "user-name") || at(s, i, "userinfo") {
				m |= markUser
			} else if at(s, i, "update") {
				m |= markModified
			}
		case 'w':
			if at(s, i, "writer") || at(s, i, "written") {
				m |= markName
			}
		}
	}
	return m
}

// at reports whether the lower-case word stands at s[i:], whatever its case.
func at(s string, i int, word string) bool {
	if len(s)-i < len(word) {
		return false
	}
	for j := 0; j < len(word); j++ {
		c := s[i+j]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != word[j] {
			return false
		}
	}
	return true
}

// isWhite reports whether r stands between the names of a property.
func isWhite(r rune) bool {
	return r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0xa0
}

func (f *finder) metaElement(i int32, e *block.Element) {
	var key, value string
	micro := false
	for _, a := range f.page.Attrs[e.Attrs.Start:e.Attrs.End] {
		switch a.Name {
		case "property", "name", "itemprop", "http-equiv":
			if key == "" || a.Name == "property" {
				key, micro = a.Value, a.Name == "itemprop"
			}
		case "content":
			value = a.Value
		}
	}
	if key == "" || value == "" || len(f.head) >= 400 {
		return
	}
	if micro { // a property of the item around it, which may be a comment or a teaser
		if m := f.promise(e, true); m != 0 {
			if len(f.marked) < maxMarked {
				f.marked = append(f.marked, marked{i, m})
			}
			return
		}
	}
	for range maxKeys {
		key = strings.TrimLeftFunc(key, isWhite)
		n := strings.IndexFunc(key, isWhite)
		if n < 0 {
			n = len(key)
		}
		if n == 0 {
			return
		}
		f.head = append(f.head, statement{f.text.lower(key[:n]), value, i})
		key = key[n:]
	}
}

func (f *finder) linkElement(i int32, e *block.Element) {
	key := ""
	switch rel, _ := f.page.Attr(i, "rel"); rel {
	case "canonical":
		key = "link:canonical"
	case "image_src":
		key = "link:image_src"
	default:
		return
	}
	if href, ok := f.page.Attr(i, "href"); ok {
		f.head = append(f.head, statement{key, href, i})
	}
}

// stated is the first non-empty value of the keys, by their order.
func (f *finder) stated(keys ...string) (statement, bool) {
	for _, k := range keys {
		for _, s := range f.head {
			if s.key == k && strings.TrimSpace(s.value) != "" {
				return s, true
			}
		}
	}
	return statement{}, false
}

// source is the Source of a statement.
func (f *finder) source(s statement) Source {
	kind := "meta"
	if strings.HasPrefix(s.key, "link:") {
		kind = "link"
	}
	return Source{Kind: kind, Place: strings.TrimPrefix(s.key, "link:"), Start: int(f.page.Elements[s.element].Start), End: -1}
}
