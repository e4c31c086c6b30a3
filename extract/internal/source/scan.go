package source

import (
	"strings"

	"golang.org/x/net/html"
)

// A scanner feeds a builder straight from the bytes of an HTML page: the
// events are those that a walk over the tree of html.Parse gives, without a
// token, a node or a string being made on the way. The tokenizer is here, the
// rules of tree construction are in scan_tree.go.
type scanner struct {
	in     string
	b      *builder
	nul    bool // the input has NUL characters
	cr     bool // or carriage returns
	quirks bool // no doctype, or one that asks for quirks mode

	open    []openElement
	counts  [numTags]int32 // of the open HTML elements, by tag
	formats []format       // the list of active formatting elements
	ids     int32          // the last id given to one of them
	clones  int            // formatting elements, and bytes of their attributes by 64, that may yet be opened anew

	tag       startedTag
	phase     phase
	form      int32 // id of the form element that the page is in, 0 for none
	templates int   // open template elements: nothing inside them is shown
	afterPre  int   // a line break here, right behind <pre>, is not part of the text
	cut       bool  // the input ended inside a tag
	most      int   // blocks that a page may have

	refs   references
	values []byte // attribute values; what is full is left to the page
}

// scan cuts the input into text, tags and what is neither.
func (s *scanner) scan() {
	in := s.in
	text, words := 0, spaceEnd(in) // where the text at hand begins, and what of it is no white space
	for i := words; len(s.b.page.Blocks) <= s.most; {
		if i < len(in) && in[i] != '<' {
			if j := strings.IndexByte(in[i:], '<'); j >= 0 {
				i += j
			} else {
				i = len(in)
			}
		}
		if i+2 >= len(in) {
			if i+2 > len(in) || !startsTag(in[i+1]) { // an unfinished tag is dropped
				i = len(in)
			}
			if text < i {
				s.text(text, words, i)
			}
			return
		}
		c := in[i+1]
		if c != '/' && !startsTag(c) {
			i++
			continue
		}
		if text < i {
			s.text(text, words, i)
		}
		end := i
		switch {
		case isLetter(c):
			end = s.startTag(i)
		case c == '/':
			switch c := in[i+2]; {
			case isLetter(c):
				end = s.endTag(i)
			case c == '>':
				end = i + 3
			default:
				end = after(in, i+2, ">")
			}
		case c == '!':
			end = s.declaration(i)
		case c == '?':
			end = after(in, i+2, ">")
		}
		text, words = end, end+spaceEnd(in[end:])
		i = words
	}
}

// startsTag reports whether a '<' before c is not text.
func startsTag(c byte) bool { return isLetter(c) || c == '!' || c == '?' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isSpace(c byte) bool { return classes[c]&white != 0 }

// spaceEnd returns the length of the white space that s begins with, most of
// which is indentation.
func spaceEnd(s string) int {
	i := 0
	for i < len(s) && isSpace(s[i]) {
		i++
		if s[i-1] == '\n' {
			const indent = "        "
			for len(s)-i >= len(indent) && s[i:i+len(indent)] == indent {
				i += len(indent)
			}
		}
	}
	return i
}

// What a byte can be in a tag or in text.
const (
	white        = 1 << iota // HTML's white space
	betweenAttrs             // it stands between attributes
	noBlank                  // it is white space but a blank, or of characters that look like white space or nothing
)

var classes = func() (t [256]uint8) {
	for _, c := range "\n\t\r\f " {
		t[c] = white | betweenAttrs | noBlank
	}
	t[' '] &^= noBlank
	t['/'] = betweenAttrs
	t[0xC2], t[0xEF] = noBlank, noBlank // no-break space, soft hyphen; byte order mark
	return t
}()

// after returns the offset behind the next mark at or behind i, or the end.
func after(in string, i int, mark string) int {
	if j := strings.Index(in[i:], mark); j >= 0 {
		return i + j + len(mark)
	}
	return len(in)
}

// declaration passes what begins with "<!" at in[i:]: a comment, a doctype, a
// CDATA section, or what is taken for a comment.
func (s *scanner) declaration(i int) int {
	in := s.in
	rest := in[i+2:]
	switch {
	case strings.HasPrefix(rest, "--"):
		return commentEnd(in, i+4)
	case hasPrefixFold(rest, "doctype"):
		end := after(in, i+2, ">")
		if s.phase == initial {
			s.quirks, s.phase = quirky(in[i:end]), beforeHTML
		}
		return end
	case strings.HasPrefix(rest, "[CDATA[") && len(s.open) > 0 && s.top().space != htmlSpace:
		begin := i + 2 + len("[CDATA[")
		end := after(in, begin, "]]>")
		if s.shows() {
			s.show(begin, begin+len(strings.TrimSuffix(in[begin:end], "]]>")), true)
		}
		return end
	}
	return after(in, i+2, ">")
}

// commentEnd returns the offset behind the comment whose text begins at
// in[i:].
func commentEnd(in string, i int) int {
	for j := i; j < len(in) && (in[j] == '-' || in[j] == '>'); j++ {
		if in[j] == '>' {
			return j + 1
		}
	}
	for {
		j := strings.Index(in[i:], "--")
		if j < 0 {
			return len(in)
		}
		i += j + 2
		for i < len(in) && in[i] == '-' {
			i++
		}
		if strings.HasPrefix(in[i:], ">") {
			return i + 1
		}
		if strings.HasPrefix(in[i:], "!>") {
			return i + 2
		}
	}
}

// quirky reports whether a doctype asks for quirks mode, in which a table does
// not end a paragraph. The many names that do are html.Parse's to know.
func quirky(doctype string) bool {
	if strings.EqualFold(doctype[2:], "doctype html>") && strings.HasSuffix(doctype, "html>") {
		return false
	}
	if len(doctype) > 1000 { // no name that is known
		return true
	}
	root, err := html.Parse(strings.NewReader(doctype + "<p><table>"))
	if err != nil {
		return true
	}
	n := root.LastChild.LastChild.FirstChild // of the body
	return n != nil && n.FirstChild != nil
}

// endTag handles the end tag at in[i:] and returns the offset behind it.
func (s *scanner) endTag(i int) int {
	n, packed := readName(s.in, i+2, &tagLetters)
	end, complete := n+1, true
	if n == len(s.in) || s.in[n] != '>' {
		end, _, complete = s.attributes(n, false)
	}
	if complete {
		name := s.in[i+2 : n]
		s.end(lookupPackedTag(name, packed), name, i)
	}
	return end
}

// attributes reads from the end of a tag name to the end of the tag, and hands
// the attributes to the builder if show is set. It returns the offset behind
// the tag, and whether the tag is self-closing and not cut off.
func (s *scanner) attributes(i int, show bool) (end int, selfClosing, complete bool) {
	in := s.in
	for i < len(in) {
		gap := i
		for i < len(in) && classes[in[i]]&betweenAttrs != 0 {
			i++
		}
		if i == len(in) {
			break
		}
		if in[i] == '>' {
			return i + 1, i > gap && in[i-1] == '/', true
		}
		a, name := noAttr, i
		if in[i] == '=' { // part of the name
			i++
		}
		var packed uint64
		i, packed = readName(in, i, &attrLetters)
		if show {
			a = lookupPackedAttr(in[name:i], packed)
		}
		if i+1 >= len(in) || in[i] != '=' { // mostly there is no white space around
			for i < len(in) && isSpace(in[i]) {
				i++
			}
			if i == len(in) || in[i] != '=' {
				if a != noAttr {
					s.b.attr(a, "")
				}
				continue
			}
		}
		for i++; i < len(in) && isSpace(in[i]); i++ {
		}
		if i == len(in) {
			break
		}
		value := i
		switch c := in[i]; c {
		case '"', '\'':
			value++
			j := strings.IndexByte(in[value:], c)
			if j < 0 {
				return len(in), false, false
			}
			i = value + j
			if a != noAttr {
				s.b.attr(a, s.attrValue(in[value:i]))
			}
			i++
		default:
			for i < len(in) && in[i] != '>' && !isSpace(in[i]) {
				i++
			}
			if a != noAttr {
				s.b.attr(a, s.attrValue(in[value:i]))
			}
		}
	}
	return len(in), false, false
}

// rawEnd returns where the raw text of the element with the given name, which
// begins at in[i:], ends: at its end tag, or the end of the input.
func rawEnd(in string, i int, name string) int {
	for {
		j := strings.Index(in[i:], "</")
		if j < 0 {
			return len(in)
		}
		i += j
		if isEndTag(in[i:], name) {
			return i
		}
		i += 2
	}
}

// isEndTag reports whether s begins with an end tag of the given name.
func isEndTag(s, name string) bool {
	return len(s) > len(name)+2 && strings.EqualFold(s[2:2+len(name)], name) && endsName(s[2+len(name)])
}

func endsName(c byte) bool { return tagLetters[c] == 0 }

// scriptEnd is rawEnd for scripts, where "<!--" and a start tag of a script
// hide the end tags of scripts up to "-->" or one end tag (the script data
// escaped and double escaped states, 13.2.5.18 to 13.2.5.31).
func scriptEnd(in string, i int) int {
	const plain, escaped, doubled = 0, 1, 2
	state := plain
	for {
		j := 0
		if state == plain {
			j = strings.IndexByte(in[i:], '<')
		} else {
			j = strings.IndexAny(in[i:], "<-")
		}
		if j < 0 {
			return len(in)
		}
		i += j
		rest := in[i:]
		switch {
		case rest[0] == '-':
			if strings.HasPrefix(rest, "-->") {
				state = plain
			}
			i++
		case state == plain && strings.HasPrefix(rest, "<!--"):
			state = escaped
			i += 2 // "<!-->" ends at once
		case state == escaped && len(rest) > 7 && strings.EqualFold(rest[1:7], "script") && endsName(rest[7]):
			state = doubled
			i++
		case len(rest) > 1 && rest[1] == '/' && isEndTag(rest, "script"):
			if state != doubled {
				return i
			}
			state = escaped
			i += 2
		default:
			i++
		}
	}
}
