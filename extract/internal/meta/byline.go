package meta

import (
	"strings"
	"unicode"

	"github.com/pithtext/pith/extract/internal/lanes"
)

// A byline is what a text says of its authors.
type byline struct {
	names    []string
	labelled bool // a word such as "By" says that they are the authors
	start    int  // byte offsets of the names in the text
	end      int
}

// maxNames bounds the authors of one byline.
const maxNames = 24

// parseByline reads the authors out of a text that may be a byline: labels,
// dates, reading times, roles, addresses and handles are taken off. bare says
// that the text is known to hold names even if no label does.
func parseByline(text string, bare bool, loc locale, room []string) (b byline, ok bool) {
	if len(text) > maxScan {
		text = text[:maxScan]
	}
	if hasHan(text) {
		if b, _, ok := hanByline(text); ok {
			return b, true
		}
		if !bare {
			return b, false
		}
	}
	start, label := cutLabel(text)
	if len(text) > 6 && (text[:2] == "By" || text[:2] == "by") && text[2] >= 'A' && text[2] <= 'Z' && text[3] >= 'a' && strings.IndexByte(text, ' ') > 4 { // ByAnn Lee
		n, _ := cutLabel(text[2:])
		start, label = 2+n, true
	}
	if !label {
		// the label may follow other words: "Sunny HillsBy Ann Lee", "News | By Ann Lee"
		if i, n := innerLabel(text); i >= 0 {
			start, label = n, true
		}
	}
	switch {
	case !label && !bare:
		return b, false
	case label && start < len(text) && text[start]-'0' <= 9: // "By 2030, half of them"
		return byline{labelled: true}, false
	}
	b = namesFrom(text, start, loc, room)
	b.labelled = label
	if !bare && len(b.names) > 0 && isClause(b.names[0]) {
		return byline{labelled: true}, false
	}
	return b, len(b.names) > 0
}

// isClause reports whether what stands where a name is expected is the beginning
// of a sentence: "by submitting this form". Names of several words have a
// capital.
func isClause(name string) bool {
	return strings.Contains(name, " ") && strings.IndexFunc(name, unicode.IsLower) == 0 && strings.IndexFunc(name, unicode.IsUpper) < 0
}

// namesFrom reads the names that begin at text[start:].
func namesFrom(text string, start int, loc locale, room []string) byline {
	end := start + nameEnd(text[start:], loc)
	return byline{names: splitNames(text[start:end], room), start: start, end: end}
}

func hasHan(s string) bool {
	han := func(s string) bool {
		for i := range len(s) {
			if c := s[i]; c >= 0xe3 && c <= 0xe9 {
				return true
			}
		}
		return false
	}
	for ; len(s) >= 8; s = s[8:] {
		if !lanes.ASCII(lanes.Of(s)) && han(s[:8]) {
			return true
		}
	}
	return han(s)
}
