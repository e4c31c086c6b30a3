package block

import "strings"

// Tag is an HTML element name. Names that mean nothing to an extraction are
// Unknown, custom elements (names with a dash) are all Custom.
type Tag uint8

const (
	Unknown Tag = iota
	Custom
	TagA
	TagAbbr
	TagAcronym
	TagAddress
	TagApplet
	TagArea
	TagArticle
	TagAside
	TagAudio
	TagB
	TagBase
	TagBdi
	TagBdo
	TagBig
	TagBlockquote
	TagBody
	TagBr
	TagButton
	TagCanvas
	TagCaption
	TagCenter
	TagCite
	TagCode
	TagCol
	TagColgroup
	TagData
	TagDatalist
	TagDd
	TagDel
	TagDetails
	TagDfn
	TagDialog
	TagDir
	TagDiv
	TagDl
	TagDt
	TagEm
	TagEmbed
	TagFieldset
	TagFigcaption
	TagFigure
	TagFont
	TagFooter
	TagForm
	TagFrame
	TagFrameset
	TagH1
	TagH2
	TagH3
	TagH4
	TagH5
	TagH6
	TagHead
	TagHeader
	TagHgroup
	TagHr
	TagHtml
	TagI
	TagIframe
	TagImg
	TagInput
	TagIns
	TagKbd
	TagKeygen
	TagLabel
	TagLegend
	TagLi
	TagLink
	TagListing
	TagMain
	TagMap
	TagMark
	TagMath
	TagMenu
	TagMeta
	TagMeter
	TagNav
	TagNobr
	TagNoembed
	TagNoframes
	TagNoscript
	TagObject
	TagOl
	TagOptgroup
	TagOption
	TagOutput
	TagP
	TagParam
	TagPicture
	TagPlaintext
	TagPre
	TagProgress
	TagQ
	TagRp
	TagRt
	TagRuby
	TagS
	TagSamp
	TagScript
	TagSearch
	TagSection
	TagSelect
	TagSmall
	TagSource
	TagSpan
	TagStrike
	TagStrong
	TagStyle
	TagSub
	TagSummary
	TagSup
	TagSvg
	TagTable
	TagTbody
	TagTd
	TagTemplate
	TagTextarea
	TagTfoot
	TagTh
	TagThead
	TagTime
	TagTitle
	TagTr
	TagTrack
	TagTt
	TagU
	TagUl
	TagVar
	TagVideo
	TagWbr
	TagXmp
	NumTags
)

var tagNames = [NumTags]string{
	Unknown:       "",
	Custom:        "custom-element",
	TagA:          "a",
	TagAbbr:       "abbr",
	TagAcronym:    "acronym",
	TagAddress:    "address",
	TagApplet:     "applet",
	TagArea:       "area",
	TagArticle:    "article",
	TagAside:      "aside",
	TagAudio:      "audio",
	TagB:          "b",
	TagBase:       "base",
	TagBdi:        "bdi",
	TagBdo:        "bdo",
	TagBig:        "big",
	TagBlockquote: "blockquote",
	TagBody:       "body",
	TagBr:         "br",
	TagButton:     "button",
	TagCanvas:     "canvas",
	TagCaption:    "caption",
	TagCenter:     "center",
	TagCite:       "cite",
	TagCode:       "code",
	TagCol:        "col",
	TagColgroup:   "colgroup",
	TagData:       "data",
	TagDatalist:   "datalist",
	TagDd:         "dd",
	TagDel:        "del",
	TagDetails:    "details",
	TagDfn:        "dfn",
	TagDialog:     "dialog",
	TagDir:        "dir",
	TagDiv:        "div",
	TagDl:         "dl",
	TagDt:         "dt",
	TagEm:         "em",
	TagEmbed:      "embed",
	TagFieldset:   "fieldset",
	TagFigcaption: "figcaption",
	TagFigure:     "figure",
	TagFont:       "font",
	TagFooter:     "footer",
	TagForm:       "form",
	TagFrame:      "frame",
	TagFrameset:   "frameset",
	TagH1:         "h1",
	TagH2:         "h2",
	TagH3:         "h3",
	TagH4:         "h4",
	TagH5:         "h5",
	TagH6:         "h6",
	TagHead:       "head",
	TagHeader:     "header",
	TagHgroup:     "hgroup",
	TagHr:         "hr",
	TagHtml:       "html",
	TagI:          "i",
	TagIframe:     "iframe",
	TagImg:        "img",
	TagInput:      "input",
	TagIns:        "ins",
	TagKbd:        "kbd",
	TagKeygen:     "keygen",
	TagLabel:      "label",
	TagLegend:     "legend",
	TagLi:         "li",
	TagLink:       "link",
	TagListing:    "listing",
	TagMain:       "main",
	TagMap:        "map",
	TagMark:       "mark",
	TagMath:       "math",
	TagMenu:       "menu",
	TagMeta:       "meta",
	TagMeter:      "meter",
	TagNav:        "nav",
	TagNobr:       "nobr",
	TagNoembed:    "noembed",
	TagNoframes:   "noframes",
	TagNoscript:   "noscript",
	TagObject:     "object",
	TagOl:         "ol",
	TagOptgroup:   "optgroup",
	TagOption:     "option",
	TagOutput:     "output",
	TagP:          "p",
	TagParam:      "param",
	TagPicture:    "picture",
	TagPlaintext:  "plaintext",
	TagPre:        "pre",
	TagProgress:   "progress",
	TagQ:          "q",
	TagRp:         "rp",
	TagRt:         "rt",
	TagRuby:       "ruby",
	TagS:          "s",
	TagSamp:       "samp",
	TagScript:     "script",
	TagSearch:     "search",
	TagSection:    "section",
	TagSelect:     "select",
	TagSmall:      "small",
	TagSource:     "source",
	TagSpan:       "span",
	TagStrike:     "strike",
	TagStrong:     "strong",
	TagStyle:      "style",
	TagSub:        "sub",
	TagSummary:    "summary",
	TagSup:        "sup",
	TagSvg:        "svg",
	TagTable:      "table",
	TagTbody:      "tbody",
	TagTd:         "td",
	TagTemplate:   "template",
	TagTextarea:   "textarea",
	TagTfoot:      "tfoot",
	TagTh:         "th",
	TagThead:      "thead",
	TagTime:       "time",
	TagTitle:      "title",
	TagTr:         "tr",
	TagTrack:      "track",
	TagTt:         "tt",
	TagU:          "u",
	TagUl:         "ul",
	TagVar:        "var",
	TagVideo:      "video",
	TagWbr:        "wbr",
	TagXmp:        "xmp",
}

// String returns the name in lower case, "" for Unknown.
func (t Tag) String() string { return tagNames[t] }

// LookupTag returns the tag of a lower-case element name.
func LookupTag(name string) Tag {
	switch name {
	case "a":
		return TagA
	case "abbr":
		return TagAbbr
	case "acronym":
		return TagAcronym
	case "address":
		return TagAddress
	case "applet":
		return TagApplet
	case "area":
		return TagArea
	case "article":
		return TagArticle
	case "aside":
		return TagAside
	case "audio":
		return TagAudio
	case "b":
		return TagB
	case "base":
		return TagBase
	case "bdi":
		return TagBdi
	case "bdo":
		return TagBdo
	case "big":
		return TagBig
	case "blockquote":
		return TagBlockquote
	case "body":
		return TagBody
	case "br":
		return TagBr
	case "button":
		return TagButton
	case "canvas":
		return TagCanvas
	case "caption":
		return TagCaption
	case "center":
		return TagCenter
	case "cite":
		return TagCite
	case "code":
		return TagCode
	case "col":
		return TagCol
	case "colgroup":
		return TagColgroup
	case "data":
		return TagData
	case "datalist":
		return TagDatalist
	case "dd":
		return TagDd
	case "del":
		return TagDel
	case "details":
		return TagDetails
	case "dfn":
		return TagDfn
	case "dialog":
		return TagDialog
	case "dir":
		return TagDir
	case "div":
		return TagDiv
	case "dl":
		return TagDl
	case "dt":
		return TagDt
	case "em":
		return TagEm
	case "embed":
		return TagEmbed
	case "fieldset":
		return TagFieldset
	case "figcaption":
		return TagFigcaption
	case "figure":
		return TagFigure
	case "font":
		return TagFont
	case "footer":
		return TagFooter
	case "form":
		return TagForm
	case "frame":
		return TagFrame
	case "frameset":
		return TagFrameset
	case "h1":
		return TagH1
	case "h2":
		return TagH2
	case "h3":
		return TagH3
	case "h4":
		return TagH4
	case "h5":
		return TagH5
	case "h6":
		return TagH6
	case "head":
		return TagHead
	case "header":
		return TagHeader
	case "hgroup":
		return TagHgroup
	case "hr":
		return TagHr
	case "html":
		return TagHtml
	case "i":
		return TagI
	case "iframe":
		return TagIframe
	case "img":
		return TagImg
	case "input":
		return TagInput
	case "ins":
		return TagIns
	case "kbd":
		return TagKbd
	case "keygen":
		return TagKeygen
	case "label":
		return TagLabel
	case "legend":
		return TagLegend
	case "li":
		return TagLi
	case "link":
		return TagLink
	case "listing":
		return TagListing
	case "main":
		return TagMain
	case "map":
		return TagMap
	case "mark":
		return TagMark
	case "math":
		return TagMath
	case "menu":
		return TagMenu
	case "meta":
		return TagMeta
	case "meter":
		return TagMeter
	case "nav":
		return TagNav
	case "nobr":
		return TagNobr
	case "noembed":
		return TagNoembed
	case "noframes":
		return TagNoframes
	case "noscript":
		return TagNoscript
	case "object":
		return TagObject
	case "ol":
		return TagOl
	case "optgroup":
		return TagOptgroup
	case "option":
		return TagOption
	case "output":
		return TagOutput
	case "p":
		return TagP
	case "param":
		return TagParam
	case "picture":
		return TagPicture
	case "plaintext":
		return TagPlaintext
	case "pre":
		return TagPre
	case "progress":
		return TagProgress
	case "q":
		return TagQ
	case "rp":
		return TagRp
	case "rt":
		return TagRt
	case "ruby":
		return TagRuby
	case "s":
		return TagS
	case "samp":
		return TagSamp
	case "script":
		return TagScript
	case "search":
		return TagSearch
	case "section":
		return TagSection
	case "select":
		return TagSelect
	case "small":
		return TagSmall
	case "source":
		return TagSource
	case "span":
		return TagSpan
	case "strike":
		return TagStrike
	case "strong":
		return TagStrong
	case "style":
		return TagStyle
	case "sub":
		return TagSub
	case "summary":
		return TagSummary
	case "sup":
		return TagSup
	case "svg":
		return TagSvg
	case "table":
		return TagTable
	case "tbody":
		return TagTbody
	case "td":
		return TagTd
	case "template":
		return TagTemplate
	case "textarea":
		return TagTextarea
	case "tfoot":
		return TagTfoot
	case "th":
		return TagTh
	case "thead":
		return TagThead
	case "time":
		return TagTime
	case "title":
		return TagTitle
	case "tr":
		return TagTr
	case "track":
		return TagTrack
	case "tt":
		return TagTt
	case "u":
		return TagU
	case "ul":
		return TagUl
	case "var":
		return TagVar
	case "video":
		return TagVideo
	case "wbr":
		return TagWbr
	case "xmp":
		return TagXmp
	}
	if strings.IndexByte(name, '-') > 0 {
		return Custom
	}
	return Unknown
}
