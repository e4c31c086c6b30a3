package meta

import (
	"slices"
	"strings"
)

// An entity is a thing that JSON-LD describes, as far as metadata needs it.
type entity struct {
	class entityClass
	typ   string // its @type as written
	tree  *jsonTree
	node  int32
	later bool // another entity of the same class came before
}

// entityClass says what part an entity plays on the page.
type entityClass uint8

const (
	otherEntity  entityClass = iota
	articleClass             // a work with a headline and authors: an article, a post, a recipe, a question
	pageClass                // the page around it
	productClass             // a thing that is offered
	mediaClass               // a video, a podcast
	siteClass                // the site or the organisation behind it
	itemClass                // part of a list, a comment, an answer: never the page's own
)

// classOf tells the class of a schema.org type.
func classOf(typ string) entityClass {
	typ = typ[strings.LastIndexAny(typ, "/:#")+1:]
	switch typ {
	case "Recipe", "HowTo", "Report", "Question", "CreativeWork", "Review", "Course", "LearningResource", "Guide", "Quotation", "Chapter", "Book", "Thesis", "Dataset", "JobPosting":
		return articleClass
	case "Product", "ProductGroup", "SoftwareApplication", "MobileApplication", "WebApplication", "Movie", "TVSeries", "Game", "VideoGame", "Event", "Service", "Place", "LocalBusiness", "Restaurant", "Vehicle", "Offer":
		return productClass
	case "VideoObject", "AudioObject", "PodcastEpisode", "Clip", "MusicRecording":
		return mediaClass
	case "WebSite", "Organization", "NewsMediaOrganization", "Corporation", "EducationalOrganization", "GovernmentOrganization", "NGO", "OnlineStore":
		return siteClass
	case "Comment", "Answer", "UserComments", "ListItem", "BreadcrumbList", "ItemList", "SiteNavigationElement", "Person", "ImageObject", "Rating", "AggregateRating":
		return itemClass
	}
	switch {
	case strings.HasSuffix(typ, "Article"), strings.HasSuffix(typ, "Posting"), strings.HasSuffix(typ, "ArticlePage"):
		return articleClass
	case strings.HasSuffix(typ, "Page"):
		return pageClass
	}
	return otherEntity
}

// describes reports whether the page's JSON-LD describes a thing of a class.
func (f *finder) describes(class entityClass) bool {
	return slices.ContainsFunc(f.ld, func(e entity) bool { return e.class == class })
}

// isOf reports whether the page is of a type by its og:type.
func (f *finder) isOf(typ string) bool {
	return slices.ContainsFunc(f.head, func(s statement) bool { return s.key == "og:type" && strings.Contains(s.value, typ) })
}

// maxEntities bounds the entities that are looked at, maxLookups how often
// one is looked up by its @id in one script.
const (
	maxEntities = 200
	maxLookups  = 50
)

// entities collects the entities of all JSON-LD scripts in order: roots,
// members of @graph, and what a page names as its main entity. Lists, reviews
// and comments are not entered: what they describe lies elsewhere.
func (f *finder) entities() {
	for _, src := range f.page.JSONLD {
		t := f.tree()
		t.parse(src)
		if len(t.nodes) > 1 {
			f.entity(t, 1, 0)
		}
	}
}

// tree is an unused tree.
func (f *finder) tree() *jsonTree {
	n := len(f.trees)
	if n == cap(f.trees) {
		f.trees = append(f.trees, new(jsonTree))
		return f.trees[n]
	}
	f.trees = f.trees[:n+1]
	if f.trees[n] == nil {
		f.trees[n] = new(jsonTree)
	}
	return f.trees[n]
}

func (f *finder) entity(t *jsonTree, id int32, depth int) {
	if depth > 8 || len(f.ld) >= maxEntities {
		return
	}
	switch t.nodes[id].kind {
	case jsonArray:
		for n := t.nodes[id].child; n != 0; n = t.nodes[n].next {
			f.entity(t, n, depth+1)
		}
		return
	case jsonObject:
	default:
		return
	}
	e := entity{tree: t, node: id}
	if ty := t.member(id, "@type"); ty != 0 {
		e.typ, e.class = typeOf(t, ty)
	}
	if e.class == itemClass {
		return
	}
	if e.typ != "" {
		for _, o := range f.ld {
			e.later = e.later || o.class == e.class
		}
		f.ld = append(f.ld, e)
	}
	for n := t.nodes[id].child; n != 0; n = t.nodes[n].next {
		switch t.nodes[n].key {
		case "@graph", "mainEntity", "mainEntityOfPage", "about":
			if t.nodes[n].key != "about" || e.class == pageClass {
				f.entity(t, n, depth+1)
			}
		}
	}
}

// typeOf is the type that says most among those of an entity.
func typeOf(t *jsonTree, id int32) (string, entityClass) {
	if t.nodes[id].kind != jsonArray {
		s := t.str(id)
		return s, classOf(s)
	}
	best, class := "", otherEntity
	for n := t.nodes[id].child; n != 0; n = t.nodes[n].next {
		s := t.str(n)
		if c := classOf(s); best == "" || c == articleClass && class != articleClass {
			best, class = s, c
		}
	}
	return best, class
}

// get is the text of a property, "" if the entity has none.
func (e entity) get(key string) string {
	if m := e.tree.member(e.node, key); m != 0 {
		return e.tree.str(m)
	}
	return ""
}

// names are the names of the persons or organisations of a property. One that
// only points at another entity by its @id is looked up in the same script.
func (e entity) names(key string) []string {
	m := e.tree.member(e.node, key)
	if m == 0 {
		return nil
	}
	var out []string
	add := func(n int32) {
		if s := e.nameOf(n); s != "" && len(out) < 30 {
			out = append(out, s)
		}
	}
	if e.tree.nodes[m].kind != jsonArray {
		add(m)
		return out
	}
	for n := e.tree.nodes[m].child; n != 0; n = e.tree.nodes[n].next {
		add(n)
	}
	return out
}

func (e entity) nameOf(n int32) string {
	t := e.tree
	if t.nodes[n].kind != jsonObject {
		return t.str(n)
	}
	if m := t.member(n, "name"); m != 0 {
		return t.str(m)
	}
	g, fam := "", ""
	if m := t.member(n, "givenName"); m != 0 {
		g = t.str(m)
	}
	if m := t.member(n, "familyName"); m != 0 {
		fam = t.str(m)
	}
	if g+fam != "" {
		return strings.TrimSpace(g + " " + fam)
	}
	id := t.member(n, "@id")
	if id == 0 {
		return ""
	}
	if t.lookups++; t.lookups > maxLookups {
		return ""
	}
	ref := t.nodes[id].text
	for i := range t.nodes {
		if t.nodes[i].kind != jsonObject || int32(i) == n {
			continue
		}
		if o := t.member(int32(i), "@id"); o != 0 && t.nodes[o].text == ref {
			if m := t.member(int32(i), "name"); m != 0 {
				return t.str(m)
			}
		}
	}
	return ""
}
