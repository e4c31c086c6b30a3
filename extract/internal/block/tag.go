package block

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
	TagAnnotation // behind the others: the number of a tag is a feature
	TagAnnotationXML
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

	TagAnnotation:    "annotation",
	TagAnnotationXML: "annotation-xml",
}

// String returns the name in lower case, "" for Unknown.
func (t Tag) String() string { return tagNames[t] }
