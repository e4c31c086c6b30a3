package meta

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
	titleChrome                     // stands in a footer, navigation, list of teasers or comments
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
	titleHome     // the page is the front page of its site
	titleProduct  // the page describes a product
	titleOGElse   // og:title says something else
	titleTagElse  // the title element does not have it as a part
	titleH1Holds  // the first h1 has it and more
	titleHoldsH1  // it has the first h1 and more
	titleH1Half   // it shares half the words of the first h1
	titleH1Framed // the first h1 stands in the frame or is a link
	titleH1Site   // the first h1 is the site's name
	titleH1Short  // the first h1 has three words or less
	titleH1Off    // the first h1 stands not right before the article
	titleCaps     // nothing but capitals
	titleDots     // ends in dots
	titleHasBar   // has a bar inside
	titleHasDash  // has a dash inside
	titleHasColon // has a colon inside
	titleHasSite  // has the site's name inside
	titleHasYear  // has a year
	titleNumber   // begins with a digit
	titleEnds     // ends like a sentence
	titleYou      // addresses the reader
	titleOGIsTag  // og:title and title element agree
	titleOGIsH1   // og:title and the first h1 agree
	titleAgree2   // two kinds of places state it
	titleAgree3   // three or more
	titleLonger   // has more words than the first h1
	titleNoOG     // no og:title
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
	titleHome:        "a front page",
	titleProduct:     "a product",
	titleOGElse:      "og:title says something else",
	titleTagElse:     "no part of the title element",
	titleH1Holds:     "the h1 says more",
	titleHoldsH1:     "says more than the h1",
	titleH1Half:      "like the h1",
	titleH1Framed:    "the h1 is in the frame",
	titleH1Site:      "the h1 is the site",
	titleH1Short:     "the h1 is short",
	titleH1Off:       "the h1 is elsewhere",
	titleCaps:        "in capitals",
	titleDots:        "cut short",
	titleHasBar:      "has a bar",
	titleHasDash:     "has a dash",
	titleHasColon:    "has a colon",
	titleHasSite:     "has the site's name",
	titleHasYear:     "has a year",
	titleNumber:      "begins with a digit",
	titleEnds:        "ends like a sentence",
	titleYou:         "addresses the reader",
	titleOGIsTag:     "og:title is the title element",
	titleOGIsH1:      "og:title is the h1",
	titleAgree2:      "stated twice",
	titleAgree3:      "stated three times",
	titleLonger:      "longer than the h1",
	titleNoOG:        "no og:title",
}
