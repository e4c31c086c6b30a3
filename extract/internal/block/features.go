package block

import (
	"fmt"
)

// Feature is the index of one measure of a block; see Measures.Column.
type Feature int

// The measures of a block. Shares lie in 0 to 1; "words" are runs of letters
// and digits, in scripts without spaces single characters (see shape.go); the
// unknown is NoValue, never zero.
const (
	// Its own shape.
	Words          Feature = iota
	Chars                  // letters and digits
	WordLength             // mean, in characters
	LongestWord            // in characters
	Links                  // number of links
	TextDensity            // words per line wrapped at 80 columns, of all lines but the last
	Sentences              // sentence-ending marks
	Commas                 // commas and semicolons
	EndsSentence           // ends with a sentence mark, quotes and brackets aside
	EndsColon              // ends with a colon
	EndsEllipsis           // ends with three dots: a teaser
	StartsLower            // begins with a lower-case letter
	Capitalised            // share of words that begin with a capital
	AllCaps                // share of letters that are capitals
	Digits                 // share of characters that are digits
	Separators             // marks that part menu entries: | • · » › / >
	Questions              // question and exclamation marks
	Quotes                 // quotation marks
	ShortWords             // share of words of up to three letters: a stand-in for stop words
	NonASCII               // share of letters that are not ASCII
	StrongShare            // share of the text that is strong
	KindOf                 // Kind
	Level_                 // Block.Level
	ClockOrDate            // holds a time of day or a year
	Currency               // holds a currency sign or percent
	FirstWordScore         // lexicon value of its first two words
	WordScoreSum           // lexicon values of its words
	WordScoreMin
	WordScoreMax
	WordScoreMean

	// Its place.
	PlaceBlocks   // share of the page's blocks before it
	PlaceWords    // share of the page's words before it
	BlocksBefore  // number of blocks before it
	BlocksAfter   // number of blocks after it
	Depth         // of its element
	FromHeadline  // blocks since the likely headline, negative before it
	WordsHeadline // words since the likely headline
	TitleOverlap  // share of its words that stand in the page's title
	TitleCover    // share of the title's words that stand in it
	InDescription // share of its words that stand in the stated description

	// Elements around it.
	TagOf         // the innermost element around all of it
	ParentTag     // the element around that
	InAside       // inside such an element or one with that role
	InArticle     //
	InMain        //
	InFigure      //
	ArticleDepth  // number of article elements around it
	OwnTokens     // lexicon values of class, id, role and itemprop tokens: its element
	NearTokens    // its element and the two around it
	AllTokens     // sum over all elements around it
	AllTokensMin  // least of any element around it
	AllTokensMax  // most of any element around it
	AllTokensMean // sum over the number of elements with a value
	SmallTokens   // least over the elements that hold less than half of the page

	// Blocks built alike: same tags and classes of the last four elements.
	PathCount // how often on the page, as a share of its blocks
	PathWords // their mean words
	PathLinks // their link density
	PathShare // their share of the page's words
	TagPathCount
	TagPathWords
	TagPathLinks
	TagPathShare
	PathRun // neighbouring blocks of the same path before and after

	// Repetition and what stands above it.
	Repeats       // times that its text stands on the page
	RepeatBefore  // it stood there before
	HeadingScore  // lexicon values of the words of the last heading above
	HeadingBlocks // distance to it in blocks
	HeadingWords  // distance to it in words
	HeadingLevel  // its level
	LabelScore    // the same for the last short label above
	LabelWords    //
	SentenceAbove // blocks since the last block that ends a sentence
	SentenceBelow // blocks to the next one
	LongAbove     // blocks since the last long block
	LongBelow     // blocks to the next one
	ShortRun      // length of the run of short blocks that it is in
	ShortRunLinks // link density of that run
	ShortShare    // share of short lines among the blocks around it
	DateAbove     // blocks since the last dateline
	DateBelow     // blocks to the next one
	DatesAbove    // datelines above
	DateGap       // words between the two datelines

	// Layout of scraped text.
	Indent
	Blanks
	LengthShare // its length against the longest block of the page

	// The page.
	PageBlocks
	PageWords
	PageLinks
	PageParagraphs // share of blocks that are paragraphs with a sentence end
	PageLong       // number of long blocks
	PageHeadings
	PageListItems // share of blocks
	PageWordShare // words in the largest block as a share of all
	PageRepeats   // share of blocks that repeat
	PageBullets   // share of blocks with bullets (text)
	PageBlanks    // mean blank lines (text)
	PageArticles  // article elements
	PageForms
	PageCode
	PageArticleType // the page calls itself an article: Open Graph or JSON-LD
	PageProductType
	PageUnspaced

	neighbours // some of them for each of offsets
	windows    = neighbours + Feature(len(offsets)*numNeighbour)
	containers = windows + Feature(len(spans)*numWindow)
	// NumFeatures is the number of features.
	NumFeatures = containers + Feature(MaxContainers*numContainer)
)

// offsets are the neighbours that are described.
var offsets = [...]int{-3, -2, -1, 1, 2, 3}

// What is repeated for each neighbour.
const (
	nearWords = iota
	nearLinks
	nearEnds
	nearKind
	nearScore
	numNeighbour
)

// spans are the widths of the windows that are summed over, centred on the block.
var spans = [...]int{5, 11, 21, 41}

// What is summed over each window.
const (
	windowWords = iota
	windowLinks
	windowSentences
	windowLong
	windowScore // mean lexicon value of the blocks' words
	numWindow
)

// MaxContainers is the number of enclosing containers that are described,
// from the inside; each holds more blocks than the one before.
const MaxContainers = 5

// What is said of each container.
const (
	holdWords   = iota // share of the page's words
	holdBlocks         // number of blocks
	holdLinks          // link density
	holdProse          // share of its blocks that end a sentence
	holdLong           // number of long blocks
	holdMean           // words a block
	holdHeads          // headings
	holdPlace          // share of the page's words before it
	holdTokens         // lexicon value of its element
	holdOwnPart        // the block's share of its words
	holdScore          // mean lexicon value of the blocks' words
	numContainer
)

// ownNames are the names of the features before the repeated groups.
var ownNames = [neighbours]string{
	"words", "chars", "word_length", "longest_word", "links", "text_density", "sentences", "commas",
	"ends_sentence", "ends_colon", "ends_ellipsis", "starts_lower", "capitalised", "all_caps", "digits",
	"separators", "questions", "quotes", "short_words", "non_ascii", "strong_share", "kind", "level",
	"clock_or_date", "currency", "first_word_score", "word_score_sum", "word_score_min", "word_score_max",
	"word_score_mean", "place_blocks", "place_words", "blocks_before", "blocks_after", "depth",
	"from_headline", "words_headline", "title_overlap", "title_cover", "in_description", "tag", "parent_tag",
	"in_aside", "in_article", "in_main", "in_figure", "article_depth", "own_tokens",
	"near_tokens", "all_tokens", "all_tokens_min", "all_tokens_max", "all_tokens_mean", "small_tokens",
	"path_count", "path_words", "path_links", "path_share", "tag_path_count", "tag_path_words",
	"tag_path_links", "tag_path_share", "path_run", "repeats", "repeat_before", "heading_score",
	"heading_blocks", "heading_words", "heading_level", "label_score", "label_words", "sentence_above",
	"sentence_below", "long_above", "long_below", "short_run", "short_run_links",
	"short_share", "date_above", "date_below", "dates_above", "date_gap", "indent", "blanks",
	"length_share", "page_blocks", "page_words", "page_links", "page_paragraphs", "page_long",
	"page_headings", "page_list_items", "page_word_share", "page_repeats", "page_bullets", "page_blanks",
	"page_articles", "page_forms", "page_code", "page_article_type", "page_product_type", "page_unspaced",
}

// String returns the name of the feature as training tables and explanations
// use it.
func (f Feature) String() string {
	switch {
	case f < neighbours:
		return ownNames[f]
	case f < windows:
		n := int(f - neighbours)
		return fmt.Sprintf("%s_at%+d", [...]string{"words", "links", "ends", "kind", "score"}[n%numNeighbour], offsets[n/numNeighbour])
	case f < containers:
		n := int(f - windows)
		return fmt.Sprintf("%s_of%d", [...]string{"words", "links", "sentences", "long", "score"}[n%numWindow], spans[n/numWindow])
	}
	n := int(f - containers)
	return fmt.Sprintf("%s_in%d", [...]string{"words", "blocks", "links", "prose", "long", "mean", "heads", "place", "tokens", "part", "score"}[n%numContainer], n/numContainer)
}

// NoValue is the value of a feature that has no meaning for a block: below every
// other, so that a tree parts it from them with one comparison.
const NoValue float32 = -1e9
