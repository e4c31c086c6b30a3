package source

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// Tags that matter to the rules of parsing only; the builder sees them as
// block.Unknown.
const (
	tagBasefont = block.NumTags + iota
	tagBgsound
	tagImage
	tagMarquee
	tagRb
	tagRtc
	numTags
)

var parsingTagNames = [...]string{"basefont", "bgsound", "image", "marquee", "rb", "rtc"}

// tagName is the name of a tag in lower case, "" for Unknown and Custom.
func tagName(tag block.Tag) string {
	if tag >= block.NumTags {
		return parsingTagNames[tag-block.NumTags]
	}
	if tag == block.Custom {
		return ""
	}
	return tag.String()
}

// shownTag is the tag as the builder knows it.
func shownTag(tag block.Tag) block.Tag {
	if tag >= block.NumTags {
		return block.Unknown
	}
	return tag
}

// The tables of names are hashed without a collision: a look-up compares one
// name. TestNames holds that.
var (
	tagTable = func() (t [1024]block.Tag) {
		for tag := block.Custom + 1; tag < numTags; tag++ {
			t[tagHash(tagName(tag))] = tag
		}
		return t
	}()
	attrTable = func() (t [64]attr) {
		for a := noAttr + 1; a < numAttrs; a++ {
			t[attrHash(attrNames[a])] = a
		}
		return t
	}()
)

func tagHash(name string) uint {
	n := uint(len(name))
	return (38*n + 51*uint(name[0]|0x20) + 47*uint(name[n-1]|0x20) + 48*uint(name[n/2]|0x20)) % 1024
}

func attrHash(name string) uint {
	n := uint(len(name))
	return (51*n + 8*uint(name[0]|0x20) + 12*uint(name[n-1]|0x20)) % 64
}

// lookupTag returns the tag of an element's name, upper or lower case.
func lookupTag(name string) block.Tag {
	if name == "" {
		return block.Unknown
	}
	tag := tagTable[tagHash(name)]
	if tag != block.Unknown && sameName(name, tagName(tag)) {
		return tag
	}
	if strings.IndexByte(name, '-') > 0 {
		return block.Custom
	}
	return block.Unknown
}

// sameName reports whether name is like, which is in lower case.
func sameName(name, like string) bool {
	if name == like {
		return true
	}
	if len(name) != len(like) {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != like[i] {
			return false
		}
	}
	return true
}

// An attr is an attribute that the measures, the metadata or the builder look
// at.
type attr uint8

const (
	noAttr attr = iota
	attrAlt
	attrAriaLabel
	attrClass
	attrContent
	attrDatetime
	attrHref
	attrHTTPEquiv
	attrID
	attrItemprop
	attrItemscope
	attrItemtype
	attrLang
	attrName
	attrProperty
	attrPubdate
	attrRel
	attrRole
	attrSrc
	attrStart
	attrTitle
	attrType
	attrValue

	attrHidden // what follows is the builder's own
	attrOpen
	attrStyle
	numAttrs
)

var attrNames = [numAttrs]string{
	attrAlt: "alt", attrAriaLabel: "aria-label", attrClass: "class", attrContent: "content", attrDatetime: "datetime",
	attrHref: "href", attrHTTPEquiv: "http-equiv", attrID: "id", attrItemprop: "itemprop", attrItemscope: "itemscope",
	attrItemtype: "itemtype", attrLang: "lang", attrName: "name", attrProperty: "property", attrPubdate: "pubdate",
	attrRel: "rel", attrRole: "role", attrSrc: "src", attrStart: "start", attrTitle: "title", attrType: "type",
	attrValue: "value", attrHidden: "hidden", attrOpen: "open", attrStyle: "style",
}

// lookupAttr returns the attribute with the name, upper or lower case, noAttr
// for one that nobody looks at.
func lookupAttr(name string) attr {
	const longest = len("http-equiv")
	if len(name) < 2 || len(name) > longest {
		return noAttr
	}
	a := attrTable[attrHash(name)]
	if a != noAttr && sameName(name, attrNames[a]) {
		return a
	}
	return noAttr
}
