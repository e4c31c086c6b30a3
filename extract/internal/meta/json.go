package meta

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON-LD on real pages is often broken: raw newlines in strings, comments
// around it, trailing commas, quotes that nobody escaped. jsonTree reads what
// can be read, into one slice of nodes, and skips the rest.
type jsonTree struct {
	src   string
	pos   int
	nodes []jsonNode

	lookups int // of entities by their @id
}

type jsonKind uint8

const (
	jsonNull jsonKind = iota
	jsonString
	jsonNumber
	jsonObject
	jsonArray
)

// A jsonNode is one value. key and text are raw, as they stand in the source.
type jsonNode struct {
	kind  jsonKind
	key   string // the name of a member of an object
	text  string // of a string, number or literal
	child int32  // the first member or element, 0 for none
	next  int32  // the next sibling, 0 for none
}

const (
	maxJSONDepth = 48
	maxJSONNodes = 20000
)

// parse reads the first value of src, in the memory of t. The root is node 1;
// node 0 stands for nothing.
func (t *jsonTree) parse(src string) {
	if i := strings.Index(src, "<![CDATA["); i >= 0 {
		src = src[i+len("<![CDATA["):]
	}
	if t.nodes == nil {
		t.nodes = make([]jsonNode, 0, 64)
	}
	*t = jsonTree{src: src, nodes: append(t.nodes[:0], jsonNode{})}
	for t.pos < len(src) && src[t.pos] != '{' && src[t.pos] != '[' {
		t.pos++
	}
	t.value(0)
}

// release lets go of the source.
func (t *jsonTree) release() {
	if cap(t.nodes) > maxKept {
		t.nodes = nil
	}
	clear(t.nodes)
	*t = jsonTree{nodes: t.nodes[:0]}
}

func (t *jsonTree) space() {
	for t.pos < len(t.src) {
		switch c := t.src[t.pos]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			t.pos++
		case c == '/' && strings.HasPrefix(t.src[t.pos:], "/*"):
			n := strings.Index(t.src[t.pos+2:], "*/")
			if n < 0 {
				t.pos = len(t.src)
				return
			}
			t.pos += n + 4
		default:
			return
		}
	}
}

// value reads one value and returns its node, 0 at the end of the source.
func (t *jsonTree) value(depth int) int32 {
	t.space()
	if t.pos >= len(t.src) || depth > maxJSONDepth || len(t.nodes) >= maxJSONNodes {
		t.pos = len(t.src)
		return 0
	}
	id := int32(len(t.nodes))
	t.nodes = append(t.nodes, jsonNode{})
	switch t.src[t.pos] {
	case '{':
		t.nodes[id].kind = jsonObject
		t.members(id, depth, '}')
	case '[':
		t.nodes[id].kind = jsonArray
		t.members(id, depth, ']')
	case '"':
		t.nodes[id].kind, t.nodes[id].text = jsonString, t.quoted()
	default:
		start := t.pos
		for t.pos < len(t.src) && !strings.ContainsRune(",]}", rune(t.src[t.pos])) {
			t.pos++
		}
		t.nodes[id].text = strings.TrimSpace(t.src[start:t.pos])
		if s := t.nodes[id].text; s != "" && (s[0] == '-' || s[0]-'0' <= 9) {
			t.nodes[id].kind = jsonNumber
		}
	}
	return id
}

// members reads what stands between the braces or brackets of node id.
func (t *jsonTree) members(id int32, depth int, end byte) {
	t.pos++
	last := int32(0)
	for {
		t.space()
		if t.pos >= len(t.src) {
			return
		}
		c := t.src[t.pos]
		switch {
		case c == '}' || c == ']':
			if c == end || depth > 0 {
				t.pos++ // a wrong closing mark closes all the same
			} else {
				t.pos++
				continue
			}
			return
		case c == ',' || c == ':' || c == ';':
			t.pos++
			continue
		}
		key := ""
		if end == '}' {
			if c != '"' {
				t.pos++
				continue
			}
			key = t.quoted()
			t.space()
			if t.pos >= len(t.src) || t.src[t.pos] != ':' {
				continue
			}
			t.pos++
		}
		n := t.value(depth + 1)
		if n == 0 {
			return
		}
		t.nodes[n].key = key
		if last == 0 {
			t.nodes[id].child = n
		} else {
			t.nodes[last].next = n
		}
		last = n
	}
}

// quoted reads a string. A quotation mark that no comma, colon or closing
// mark follows was meant as part of the text.
func (t *jsonTree) quoted() string {
	start := t.pos + 1
	i := start
	for i < len(t.src) {
		n := strings.IndexByte(t.src[i:], '"')
		if n < 0 {
			break
		}
		i += n
		esc := 0
		for i-1-esc >= start && t.src[i-1-esc] == '\\' {
			esc++
		}
		if esc%2 == 1 {
			i++
			continue
		}
		j := i + 1
		for j < len(t.src) && (t.src[j] == ' ' || t.src[j] == '\n' || t.src[j] == '\t' || t.src[j] == '\r') {
			j++
		}
		if j == len(t.src) || strings.IndexByte(",:]}", t.src[j]) >= 0 || j > i+1 && t.src[j] == '"' {
			t.pos = i + 1
			return t.src[start:i]
		}
		i++
	}
	t.pos = len(t.src)
	return t.src[start:]
}

// member is the member of an object by name, 0 if it has none.
func (t *jsonTree) member(id int32, key string) int32 {
	for n := t.nodes[id].child; n != 0; n = t.nodes[n].next {
		if t.nodes[n].key == key {
			return n
		}
	}
	return 0
}

// str is the text of a string or number, else of an object's name, @value or
// @id, else of an array's first element.
func (t *jsonTree) str(id int32) string {
	switch n := t.nodes[id]; n.kind {
	case jsonString:
		return unescapeJSON(n.text)
	case jsonNumber:
		return n.text
	case jsonArray:
		if n.child != 0 {
			return t.str(n.child)
		}
	case jsonObject:
		for _, k := range [...]string{"name", "@value", "@id", "url"} {
			if m := t.member(id, k); m != 0 {
				return t.str(m)
			}
		}
	}
	return ""
}

// unescapeJSON resolves escapes, and the character references that many
// systems leave in, and folds white space.
func unescapeJSON(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = unescape(s)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return fold(s)
}

func unescape(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 't', 'r', 'f', 'b':
			b = append(b, ' ')
		case 'u':
			r, w := hexRune(s[i+1:])
			if w == 0 {
				b = append(b, 'u')
				continue
			}
			i += w
			if utf16.IsSurrogate(r) && strings.HasPrefix(s[i+1:], `\u`) {
				if lo, w := hexRune(s[i+3:]); w > 0 {
					r = utf16.DecodeRune(r, lo)
					i += w + 2
				}
			}
			b = utf8.AppendRune(b, r)
		default:
			b = append(b, s[i])
		}
	}
	return string(b)
}

func hexRune(s string) (rune, int) {
	if len(s) < 4 {
		return 0, 0
	}
	v, err := strconv.ParseUint(s[:4], 16, 32)
	if err != nil {
		return 0, 0
	}
	return rune(v), 4
}

// fold trims s and makes every run of white space in it one space.
func fold(s string) string {
	s = strings.TrimSpace(s)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\n' || c == '\t' || c == '\r' || c == ' ' && s[i+1] == ' ' || c == 0xc2 && i+1 < len(s) && s[i+1] == 0xa0 {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
