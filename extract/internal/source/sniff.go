package source

import "strings"

// sniffBytes is how much of the beginning of an input LooksLikeHTML reads.
const sniffBytes = 64 << 10

// LooksLikeHTML tells HTML from text by what stands in the input, not by what
// anybody calls it. A document begins with a doctype or one of the elements
// that only documents have; a fragment is dense in tags of HTML that are
// closed again. Text that mentions a tag, and Markdown with some inline tags,
// is text.
func LooksLikeHTML(input string) bool {
	rest, comments := skipProlog(input[:min(len(input), sniffBytes)])
	if !comments && rest == "" {
		return false
	}
	if name, _, ok := tagAt(rest); ok && (name == "!doctype" || sureness[name] == document) {
		return true
	}
	var (
		tags, blocks, documents, closed int

		letters int  // bytes of text outside of tags
		lead    = -1 // bytes of text before the first tag of HTML
	)
	for i := 0; i < len(rest); {
		j := strings.IndexByte(rest[i:], '<')
		if j < 0 {
			letters += len(rest) - i
			break
		}
		letters += j
		i += j
		if lead < 0 && letters > maxLead {
			return false
		}
		if strings.HasPrefix(rest[i:], "<!--") {
			if j = strings.Index(rest[i:], "-->"); j < 0 {
				break
			}
			i += j + len("-->")
			continue
		}
		name, size, ok := tagAt(rest[i:])
		if !ok {
			letters++
			i++
			continue
		}
		end := strings.TrimPrefix(name, "/")
		switch sureness[end] {
		case document:
			documents++
			fallthrough
		case blockLevel:
			blocks++
			fallthrough
		case phrasing:
			if tags++; lead < 0 {
				lead = letters
			}
			if end != name {
				closed++
			}
		}
		if documents >= 3 && closed > 0 {
			return true
		}
		i += size
	}
	switch {
	case lead == 0 && blocks*2 >= tags && (closed > 0 || blocks > 1): // nobody had to close a paragraph
		return letters < 600*tags
	case closed == 0:
		return false
	}
	return blocks >= 4 && closed*4 >= tags && letters < 120*tags
}

// skipProlog leaves byte order mark, white space, XML declaration and comments
// away, and says whether there was a comment or a declaration.
func skipProlog(s string) (rest string, found bool) {
	s = strings.TrimPrefix(s, "\ufeff")
	for {
		s = strings.TrimLeft(s, " \t\r\n\f\x00")
		var end string
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?"):
			end = ">"
		default:
			return s, found
		}
		n := strings.Index(s, end)
		if n < 0 {
			return "", true
		}
		s, found = s[n+len(end):], true
	}
}

// maxLead is how much text may stand before the first tag of HTML, in bytes.
// Text about HTML begins with words about it.
const maxLead = 512

// maxTag is the longest tag that LooksLikeHTML believes in, in bytes.
const maxTag = 4096

// tagAt reads the tag that s begins with: its name in lower case, with a slash
// before it if it closes, and its length.
func tagAt(s string) (name string, size int, ok bool) {
	if len(s) < 3 || s[0] != '<' {
		return "", 0, false
	}
	i := 1
	if s[i] == '/' || s[i] == '!' {
		i++
	}
	for i < len(s) && i < 32 && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= '0' && s[i] <= '9' || s[i] == '-') {
		i++
	}
	if i == len(s) || strings.IndexByte(" \t\r\n\f/>", s[i]) < 0 {
		return "", 0, false
	}
	end := strings.IndexByte(s[:min(len(s), maxTag)], '>')
	if end < 0 {
		return "", 0, false
	}
	return strings.ToLower(s[1:i]), end + 1, true
}

// Elements by how sure they tell HTML.
const (
	phrasing = 1 + iota
	blockLevel
	document
)

var sureness = func() map[string]int {
	m := map[string]int{}
	for i, names := range [...]string{
		"a b i u em strong small sub sup code kbd font button input label iframe svg path picture source video details summary q s del ins mark abbr cite time",
		"p div span article section main header footer nav aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody blockquote pre form figure center br hr img",
		"html head body meta title script style link base frameset",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = phrasing + i
		}
	}
	return m
}()
