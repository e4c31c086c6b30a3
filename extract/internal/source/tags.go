package source

import "github.com/pithtext/pith/extract/internal/block"

// What a tag does to the text inside it. A tag that is not listed is inline:
// it neither starts nor ends a block.
type action uint8

const (
	inline    action = iota
	border           // begins and ends blocks
	skipped          // its text is not shown, or not as text of the page
	lineBreak        // br
)

// actions follows the rendering section of the HTML standard (15.3, display
// values); controls that a reader operates rather than reads are skipped.
var actions = [block.NumTags]action{
	block.Custom: border,

	block.TagHtml: border, block.TagBody: border, block.TagAddress: border, block.TagArticle: border,
	block.TagAside: border, block.TagBlockquote: border, block.TagCenter: border, block.TagDetails: border,
	block.TagDialog: border, block.TagDd: border, block.TagDir: border, block.TagDiv: border,
	block.TagDl: border, block.TagDt: border, block.TagFieldset: border, block.TagFigcaption: border,
	block.TagFigure: border, block.TagFooter: border, block.TagForm: border, block.TagH1: border,
	block.TagH2: border, block.TagH3: border, block.TagH4: border, block.TagH5: border,
	block.TagH6: border, block.TagHeader: border, block.TagHgroup: border, block.TagHr: border,
	block.TagLegend: border, block.TagLi: border, block.TagMain: border, block.TagMenu: border,
	block.TagNav: border, block.TagOl: border, block.TagP: border, block.TagPre: border,
	block.TagSection: border, block.TagSummary: border, block.TagUl: border, block.TagSearch: border,
	block.TagListing: border, block.TagXmp: border, block.TagPlaintext: border, block.TagTable: border,
	block.TagCaption: border, block.TagThead: border, block.TagTbody: border, block.TagTfoot: border,
	block.TagTr: border, block.TagTd: border, block.TagTh: border, block.TagButton: border,
	block.TagNoscript: border,

	block.TagHead: skipped, block.TagScript: skipped, block.TagStyle: skipped,
	block.TagTemplate: skipped, block.TagTitle: skipped, block.TagSvg: skipped, block.TagIframe: skipped,
	block.TagObject: skipped, block.TagApplet: skipped, block.TagAudio: skipped, block.TagVideo: skipped,
	block.TagCanvas: skipped, block.TagSelect: skipped, block.TagDatalist: skipped, block.TagTextarea: skipped,
	block.TagNoembed: skipped, block.TagNoframes: skipped, block.TagMap: skipped,
	block.TagRt: skipped, block.TagRp: skipped, // readings stand above their characters, not between them

	block.TagBr: lineBreak,
}

// replaced are the elements that something else than text stands for (15.4).
var replaced = [block.NumTags]bool{
	block.TagImg: true, block.TagSvg: true, block.TagVideo: true, block.TagAudio: true, block.TagIframe: true, block.TagObject: true,
	block.TagEmbed: true, block.TagCanvas: true, block.TagSelect: true, block.TagTextarea: true,
}

// kinds are the block kinds that elements give to the text directly inside
// them and to the unmarked containers below; the others hand on what is around
// them.
var kinds = [block.NumTags]block.Kind{
	block.TagLi:         block.ListItem,
	block.TagPre:        block.Code,
	block.TagListing:    block.Code,
	block.TagXmp:        block.Code,
	block.TagPlaintext:  block.Code,
	block.TagTd:         block.Cell,
	block.TagTh:         block.Cell,
	block.TagFigcaption: block.Caption,
	block.TagCaption:    block.Caption,
	block.TagDt:         block.Term,
	block.TagDd:         block.Definition,
	block.TagSummary:    block.Summary,
	block.TagLegend:     block.Summary,
	block.TagButton:     block.Summary,
}

// spanKinds are the kinds of span that inline elements mark, plus one.
var spanKinds = [block.NumTags]block.SpanKind{
	block.TagA:      block.Link + 1,
	block.TagB:      block.Strong + 1,
	block.TagStrong: block.Strong + 1,
	block.TagI:      block.Emphasis + 1,
	block.TagEm:     block.Emphasis + 1,
	block.TagCode:   block.CodeSpan + 1,
	block.TagKbd:    block.CodeSpan + 1,
	block.TagSamp:   block.CodeSpan + 1,
	block.TagTt:     block.CodeSpan + 1,
	block.TagMath:   block.Formula + 1,
}
