package meta

// The features of dates. Kinds of places come first, the surest on top.
const (
	dateLDPub        feature = iota // datePublished of an article in JSON-LD
	dateMetaPub                     // article:published_time and the like
	dateItemPub                     // itemprop datePublished
	dateTimePub                     // a time element marked as the publication
	dateTime                        // a time element
	dateLabelPub                    // a line that says "published"
	dateLabelFirst                  // a line that says "first published"
	dateLDCreated                   // dateCreated in JSON-LD
	dateLDPage                      // datePublished of a page in JSON-LD
	dateLDThing                     // datePublished or uploadDate of a thing or video in JSON-LD
	dateMeta                        // a meta tag that just says date
	dateClass                       // an element whose class says date
	dateLine                        // a line
	dateURL                         // the URL
	dateMetaMod                     // meta tags for the last change
	dateLDMod                       // dateModified in JSON-LD
	dateItemMod                     // itemprop dateModified
	dateLabelMod                    // a line that says "updated"
	dateClassMod                    // an element whose class says so
	dateScript                      // datePublished in a script
	dateStray                       // any shown date beside other articles
	dateStrayComment                // among comments
	dateStrayFrame                  // in a footer or navigation
	dateStrayInside                 // far from headline and ends of the article
	dateAnywhere                    // a line anywhere, where no other date was found
	dateKinds
)

// What is known of a date besides its kinds of places.
const (
	dateUnder = dateKinds + iota // right under the headline
	dateBelow                    // farther under it
	dateAbove                    // above the headline
	dateFar                      // far from it
	dateInside
	dateTail
	dateFirst // the first date shown
	dateMany  // its kind of place states four or more days
	dateProse // inside a sentence
	dateAlone // the line is little but the date
	dateNewest
	dateOldest
	dateShort // a year of two digits
	dateUnsure
	dateClock // stated with a time of day
	dateBylined
	dateLaterLD
	dateOnlyMod // nothing but marks of a change speak for it
	dateOnly    // the only one of the page
	dateEvent   // words such as "until" or "deadline" stand before it
	dateNewYear // the first of January, which often means "that year"
	dateForum
	dateMonthURL   // the URL has its year and month
	dateEmpty      // a time element without text
	dateRival      // others are stated to be the publication, this one is not
	dateRivalLD    // JSON-LD states another publication
	dateAlsoMod    // marks of a change speak for it, and others are the publication
	dateShownPub   // stated to be the publication, and shown
	dateTwoPub     // two kinds of places state it as the publication
	dateNextDay    // the day beside a publication that is stated
	dateShownMod   // shown as the day of a change, or changed on that day
	dateShown      // shown near headline or article
	dateOlder      // shown, and older than the publication that is stated
	dateNewer      // shown, and newer
	dateYear       // the title has its year
	dateUTC        // stated in UTC
	dateZone       // stated in another zone
	dateModSame    // the publication, changed last on that day or the next
	dateModSoon    // changed last within a month
	dateModLate    // changed last a year later or more
	dateNoPub      // the page states no publication
	dateThreePub   // three kinds of places or more state it as the publication
	dateHome       // the front page of a site
	dateNoLD       // the page has no article in JSON-LD
	dateYearElse   // the title has another year
	dateLone       // the only one that is shown
	dateRivalShown // another is shown, this one is not
	dateURLPub     // stated to be the publication, and in the URL
	dateNext       // the first after the headline, whoever's it is
	dateRivalTwo   // another is stated twice to be the publication
	dateRivalURL   // another is stated to be the publication, and in the URL
	datePubShown   // another is shown and stated to be the publication
	dateImage      // the lead image is of its month
	dateImageOlder // the lead image is months older
	dateImageNewer // the lead image is newer
	dateTalked     // comments are older
	dateFeatures
)

// dateNames say for people what each feature is.
var dateNames = [dateFeatures]string{
	dateLDPub:        "datePublished in JSON-LD",
	dateMetaPub:      "a meta tag for the publication",
	dateItemPub:      "microdata datePublished",
	dateTimePub:      "a time element for the publication",
	dateTime:         "a time element",
	dateLabelPub:     "a line that says published",
	dateLabelFirst:   "a line that says first published",
	dateLDCreated:    "dateCreated in JSON-LD",
	dateLDPage:       "datePublished of the page in JSON-LD",
	dateLDThing:      "the date of a thing in JSON-LD",
	dateMeta:         "a meta date",
	dateClass:        "a class that says date",
	dateLine:         "a line",
	dateURL:          "the URL",
	dateMetaMod:      "a meta tag for the last change",
	dateLDMod:        "dateModified in JSON-LD",
	dateItemMod:      "microdata dateModified",
	dateLabelMod:     "a line that says updated",
	dateClassMod:     "a class that says updated",
	dateScript:       "a script",
	dateStray:        "beside other articles",
	dateStrayComment: "among comments",
	dateStrayFrame:   "in the page's frame",
	dateStrayInside:  "far down in the article",
	dateAnywhere:     "a line anywhere",
	dateUnder:        "under the headline",
	dateBelow:        "some way under the headline",
	dateAbove:        "above the headline",
	dateFar:          "far from the headline",
	dateInside:       "down in the article",
	dateTail:         "at the end of the article",
	dateFirst:        "the first shown",
	dateMany:         "one of many",
	dateProse:        "inside a sentence",
	dateAlone:        "a line of its own",
	dateNewest:       "the newest",
	dateOldest:       "the oldest",
	dateShort:        "a short year",
	dateUnsure:       "day and month unsure",
	dateClock:        "with a time of day",
	dateBylined:      "beside a byline",
	dateLaterLD:      "of another article",
	dateOnlyMod:      "only marks of a change",
	dateOnly:         "the only date",
	dateEvent:        "an event",
	dateNewYear:      "the first of January",
	dateForum:        "a discussion",
	dateMonthURL:     "the URL's month",
	dateEmpty:        "not shown",
	dateRival:        "another is the publication",
	dateRivalLD:      "another is the publication in JSON-LD",
	dateAlsoMod:      "changed on that day",
	dateShownPub:     "shown, and stated to be the publication",
	dateTwoPub:       "stated twice to be the publication",
	dateNextDay:      "the day beside the publication",
	dateShownMod:     "shown, and changed on that day",
	dateShown:        "shown",
	dateOlder:        "older than the publication",
	dateNewer:        "newer than the publication",
	dateYear:         "the title has its year",
	dateUTC:          "in UTC",
	dateZone:         "in a zone",
	dateModSame:      "hardly changed since",
	dateModSoon:      "changed soon",
	dateModLate:      "changed long after",
	dateNoPub:        "no publication is stated",
	dateThreePub:     "stated three times to be the publication",
	dateHome:         "a front page",
	dateNoLD:         "no article in JSON-LD",
	dateYearElse:     "the title has another year",
	dateLone:         "the only one shown",
	dateRivalShown:   "another is shown",
	dateURLPub:       "the publication, and in the URL",
	dateNext:         "the first after the headline",
	dateRivalTwo:     "another is stated twice to be the publication",
	dateRivalURL:     "another is the publication, and in the URL",
	datePubShown:     "another is shown as the publication",
	dateImage:        "the lead image's month",
	dateImageOlder:   "the lead image is older",
	dateImageNewer:   "the lead image is newer",
	dateTalked:       "comments are older",
}
