package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// rule is what a start tag does in the body of a page: the cases of section
// 13.2.6.4.7 of the HTML standard, "in body".
type rule uint8

const (
	ruleOrdinary rule = iota // opens an element
	ruleBlock                // closes an open paragraph first
	ruleHeading
	rulePre
	ruleForm
	ruleItem // li, dt and dd close their like
	rulePlaintext
	ruleButton
	ruleAnchor
	ruleFormatting
	ruleNobr
	ruleMarker // formatting around does not reach inside: applet, marquee, object
	ruleTable
	ruleVoid // has no content
	ruleInput
	ruleVoidApart // void, and formatting around does not reach it
	ruleHr
	ruleRaw // markup inside is text
	ruleXmp
	ruleSelect
	ruleOption
	ruleOptgroup
	ruleRuby      // rb and rtc
	ruleRubyText  // rp and rt
	ruleForeign   // svg and math
	ruleTablePart // means nothing outside of a table
	ruleInHead    // goes to the head while that is open
	ruleTemplate
	ruleHTML
	ruleHead
	ruleBody
	ruleFrameset
)

var rules = [numTags]rule{
	block.TagAddress: ruleBlock, block.TagArticle: ruleBlock, block.TagAside: ruleBlock, block.TagBlockquote: ruleBlock,
	block.TagCenter: ruleBlock, block.TagDetails: ruleBlock, block.TagDialog: ruleBlock, block.TagDir: ruleBlock,
	block.TagDiv: ruleBlock, block.TagDl: ruleBlock, block.TagFieldset: ruleBlock, block.TagFigcaption: ruleBlock,
	block.TagFigure: ruleBlock, block.TagFooter: ruleBlock, block.TagHeader: ruleBlock, block.TagHgroup: ruleBlock,
	block.TagMain: ruleBlock, block.TagMenu: ruleBlock, block.TagNav: ruleBlock, block.TagOl: ruleBlock,
	block.TagP: ruleBlock, block.TagSearch: ruleBlock, block.TagSection: ruleBlock, block.TagSummary: ruleBlock,
	block.TagUl: ruleBlock,

	block.TagH1: ruleHeading, block.TagH2: ruleHeading, block.TagH3: ruleHeading, block.TagH4: ruleHeading,
	block.TagH5: ruleHeading, block.TagH6: ruleHeading, block.TagPre: rulePre, block.TagListing: rulePre,
	block.TagForm: ruleForm, block.TagLi: ruleItem, block.TagDd: ruleItem, block.TagDt: ruleItem,
	block.TagPlaintext: rulePlaintext, block.TagButton: ruleButton,

	block.TagA: ruleAnchor, block.TagB: ruleFormatting, block.TagBig: ruleFormatting, block.TagCode: ruleFormatting,
	block.TagEm: ruleFormatting, block.TagFont: ruleFormatting, block.TagI: ruleFormatting, block.TagS: ruleFormatting,
	block.TagSmall: ruleFormatting, block.TagStrike: ruleFormatting, block.TagStrong: ruleFormatting,
	block.TagTt: ruleFormatting, block.TagU: ruleFormatting, block.TagNobr: ruleNobr,

	block.TagApplet: ruleMarker, tagMarquee: ruleMarker, block.TagObject: ruleMarker, block.TagTable: ruleTable,

	block.TagArea: ruleVoid, block.TagBr: ruleVoid, block.TagEmbed: ruleVoid, block.TagImg: ruleVoid,
	block.TagKeygen: ruleVoid, block.TagWbr: ruleVoid, block.TagInput: ruleInput, block.TagParam: ruleVoidApart,
	block.TagSource: ruleVoidApart, block.TagTrack: ruleVoidApart, block.TagHr: ruleHr,

	block.TagTextarea: ruleRaw, block.TagIframe: ruleRaw, block.TagNoembed: ruleRaw,
	block.TagXmp: ruleXmp,

	block.TagSelect: ruleSelect, block.TagOption: ruleOption, block.TagOptgroup: ruleOptgroup,
	tagRb: ruleRuby, tagRtc: ruleRuby, block.TagRp: ruleRubyText, block.TagRt: ruleRubyText,
	block.TagSvg: ruleForeign, block.TagMath: ruleForeign,

	block.TagCaption: ruleTablePart, block.TagCol: ruleTablePart, block.TagColgroup: ruleTablePart,
	block.TagTbody: ruleTablePart, block.TagTd: ruleTablePart, block.TagTfoot: ruleTablePart, block.TagTh: ruleTablePart,
	block.TagThead: ruleTablePart, block.TagTr: ruleTablePart, block.TagFrame: ruleTablePart,

	block.TagBase: ruleInHead, tagBasefont: ruleInHead, tagBgsound: ruleInHead, block.TagLink: ruleInHead,
	block.TagMeta: ruleInHead, block.TagNoframes: ruleInHead, block.TagScript: ruleInHead, block.TagStyle: ruleInHead,
	block.TagTitle: ruleInHead, block.TagTemplate: ruleTemplate,

	block.TagHtml: ruleHTML, block.TagHead: ruleHead, block.TagBody: ruleBody, block.TagFrameset: ruleFrameset,
}

// A trait is a property that the rules of parsing ask for of an open element.
type trait uint16

const (
	special      trait = 1 << iota // not closed in passing by the end tag of an element around it
	implied                        // closed without an end tag of its own
	scopeStop                      // hides what is around it from end tags
	listScope                      // from those of list items
	buttonScope                    // from those of paragraphs
	tableScope                     // from those of tables
	section                        // tbody, thead, tfoot
	fosters                        // has no room for text: table, its sections and rows
	passedByItem                   // special, but does not shield an open list item from the next
)

const (
	defaultScope = scopeStop
	itemScope    = scopeStop | listScope
	pScope       = scopeStop | buttonScope
)

// traits lists what is special beyond the rules that are special as a whole;
// see specialRules.
var traits = func() (t [numTags]trait) {
	for tag, r := range rules {
		switch r {
		case ruleBlock, ruleHeading, rulePre, ruleForm, ruleItem, rulePlaintext, ruleButton, ruleMarker, ruleTable, ruleVoid,
			ruleInput, ruleVoidApart, ruleHr, ruleRaw, ruleXmp, ruleSelect, ruleTablePart, ruleInHead, ruleTemplate,
			ruleHTML, ruleHead, ruleBody, ruleFrameset:
			t[tag] |= special
		}
	}
	t[block.TagDialog] &^= special
	t[block.TagSearch] &^= special
	for tags, add := range map[string]trait{
		"dd dt li optgroup option p rb rp rt rtc":                        implied,
		"applet caption html table td th marquee object template select": scopeStop,
		"ol ul":                      listScope,
		"button":                     buttonScope,
		"html table template":        tableScope,
		"tbody thead tfoot":          section,
		"table tbody thead tfoot tr": fosters,
		"address div p":              passedByItem,
	} {
		for tag := range strings.FieldsSeq(tags) {
			t[lookupTag(tag)] |= add
		}
	}
	return t
}()

// breaksOut reports whether a start tag cannot stand in SVG or MathML, and so
// ends them. The tag font does only with some attributes.
func breaksOut(tag block.Tag) bool {
	switch tag {
	case block.TagB, block.TagBig, block.TagBlockquote, block.TagBody, block.TagBr, block.TagCenter, block.TagCode,
		block.TagDd, block.TagDiv, block.TagDl, block.TagDt, block.TagEm, block.TagEmbed, block.TagH1, block.TagH2,
		block.TagH3, block.TagH4, block.TagH5, block.TagH6, block.TagHead, block.TagHr, block.TagI, block.TagImg,
		block.TagLi, block.TagListing, block.TagMenu, block.TagMeta, block.TagNobr, block.TagOl, block.TagP, block.TagPre,
		block.TagRuby, block.TagS, block.TagSmall, block.TagSpan, block.TagStrong, block.TagStrike, block.TagSub,
		block.TagSup, block.TagTable, block.TagTt, block.TagU, block.TagUl, block.TagVar:
		return true
	}
	return false
}
