package meta

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
	authorLabelled  // the marked element says "By"
	authorLink      // is a link as a whole
	authorLaterLD   // of a later article in JSON-LD
	authorInTitle   // the title has the name
	authorForum     // the page describes a discussion
	authorUserTop   // the first element whose class says user
	authorHeading   // stands in a heading
	authorNextHead  // right under the headline
	authorRoleNext  // a role follows
	authorBodyNext  // running text follows
	authorBullet    // a list item
	authorHan       // a label in Chinese or Japanese
	authorGiven     // begins with a common given name
	authorWords     // has a word that headlines have and names do not
	authorDesk      // a desk, a team or the like
	authorSandwich  // between the headline and the date
	authorAgain     // shown near the headline and at the article's end
	authorNoArticle // the page does not say that it is an article
	authorProduct   // it describes something on offer
	authorHome      // it is the site's front page
	authorUndated   // its head states no day of publication
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
	authorNoArticle:   "no article by the page's word",
	authorProduct:     "the page of a product",
	authorHome:        "a front page",
	authorUndated:     "a head without a date",
}
