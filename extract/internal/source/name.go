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

// pack packs the last eight bytes of a name, in lower case, into a number: all
// of most names.
func pack(name string) uint64 {
	_, packed := readName(name, 0, &attrLetters)
	return packed
}

// readName reads the name at in[i:] up to a byte that is not of its letters, or
// the end, and returns that offset and the name packed.
func readName(in string, i int, letters *[256]uint8) (end int, packed uint64) {
	for i < len(in) {
		c := letters[in[i]]
		if c == 0 {
			break
		}
		packed = packed<<8 | uint64(c)
		i++
	}
	return i, packed
}

// isName reports whether name, which was packed, is like, which is in lower
// case and packed to the same.
func isName(name, like string) bool {
	return len(name) == len(like) && (len(name) <= 8 || sameName(name, like))
}

// The bytes that names of tags and attributes may have, in lower case; 0 for
// those that end a name.
var (
	tagLetters  = lettersUpTo(" \n\t\r\f/>")
	attrLetters = lettersUpTo(" \n\t\r\f/>=")
)

func lettersUpTo(end string) (t [256]uint8) {
	for c := range t {
		t[c] = uint8(c)
		if 'A' <= c && c <= 'Z' {
			t[c] |= 0x20
		}
	}
	t[0] = 0xFF // in no name that is known
	for i := range len(end) {
		t[end[i]] = 0
	}
	return t
}

// The tables of names are hashed without a collision: a look-up compares one
// name. TestNames holds that.
var (
	tagTable = func() (t [1 << tagBits]struct {
		packed uint64
		tag    block.Tag
	}) {
		for tag := block.Custom + 1; tag < numTags; tag++ {
			e := &t[tagHash(pack(tagName(tag)))]
			e.packed, e.tag = pack(tagName(tag)), tag
		}
		return t
	}()
	attrTable = func() (t [1 << attrBits]struct {
		packed uint64
		attr   attr
	}) {
		for a := noAttr + 1; a < numAttrs; a++ {
			e := &t[attrHash(pack(attrNames[a]))]
			e.packed, e.attr = pack(attrNames[a]), a
		}
		return t
	}()
)

const tagBits, attrBits = 10, 7

func tagHash(packed uint64) uint64  { return packed * 0xad08324e5157e579 >> (64 - tagBits) }
func attrHash(packed uint64) uint64 { return packed * 0x35bf992dc9e9c617 >> (64 - attrBits) }

// lookupTag returns the tag of an element's name, upper or lower case.
func lookupTag(name string) block.Tag { return lookupPackedTag(name, pack(name)) }

func lookupPackedTag(name string, packed uint64) block.Tag {
	if e := &tagTable[tagHash(packed)]; e.packed == packed && isName(name, tagName(e.tag)) {
		return e.tag
	}
	if strings.IndexByte(name, '-') > 0 {
		return block.Custom
	}
	return block.Unknown
}

// sameName reports whether name is like, which is in lower case and as long.
func sameName(name, like string) bool {
	for i := range len(name) {
		if attrLetters[name[i]] != like[i] {
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

	attrAriaHidden // what follows is the builder's own
	attrEncoding
	attrHidden
	attrOpen
	attrStyle
	numAttrs
)

var attrNames = [numAttrs]string{
	attrAlt: "alt", attrAriaLabel: "aria-label", attrClass: "class", attrContent: "content", attrDatetime: "datetime",
	attrHref: "href", attrHTTPEquiv: "http-equiv", attrID: "id", attrItemprop: "itemprop", attrItemscope: "itemscope",
	attrItemtype: "itemtype", attrLang: "lang", attrName: "name", attrProperty: "property", attrPubdate: "pubdate",
	attrRel: "rel", attrRole: "role", attrSrc: "src", attrStart: "start", attrTitle: "title", attrType: "type",
	attrValue: "value", attrAriaHidden: "aria-hidden", attrEncoding: "encoding", attrHidden: "hidden", attrOpen: "open", attrStyle: "style",
}

// lookupAttr returns the attribute with the name, upper or lower case, noAttr
// for one that nobody looks at.
func lookupAttr(name string) attr { return lookupPackedAttr(name, pack(name)) }

func lookupPackedAttr(name string, packed uint64) attr {
	if e := &attrTable[attrHash(packed)]; e.packed == packed && isName(name, attrNames[e.attr]) {
		return e.attr
	}
	return noAttr
}
