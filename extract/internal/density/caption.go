package density

import (
	"strings"
	"unicode"
)

// caption reports whether scraped text reads like a picture's caption: it says
// what the photo shows, or its last words credit the photographer; or stands in
// its place. HTML has figures for that.
func caption(text string) bool {
	return placeholder(text) || credited(text) || hasPrefixFold(text, "photo ", "photo:", "photograph ", "image:", "picture:", "foto:", "bild:",
		"in this photo", "in this image", "in this picture", "file photo")
}

func hasPrefixFold(text string, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(text) >= len(p) && strings.EqualFold(text[:len(p)], p) {
			return true
		}
	}
	return false
}

// credited reports whether a few words like "Agency/Name" or "(Photo: Name)"
// follow the last sentence.
func credited(text string) bool {
	text = strings.TrimRight(text, " .)]")
	text = text[max(0, len(text)-longestCredit):]
	at := strings.LastIndexAny(text, ".([")
	if at < 0 {
		return false
	}
	credit := strings.TrimLeft(text[at+1:], " ")
	if hasPrefixFold(credit, "photo", "image:", "picture:", "credit", "foto", "getty") {
		return true
	}
	agency, name, ok := strings.Cut(credit, "/")
	return ok && capital(agency) && capital(name)
}

// longestCredit is the length of a credit in bytes at most.
const longestCredit = 60

func capital(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// placeholder reports whether a line stands for a picture, as in the dumps of
// browsers for terminals: the name of its file in brackets.
func placeholder(text string) bool {
	return len(text) > 5 && text[0] == '[' && strings.IndexByte(text, ']') == len(text)-1 && strings.IndexByte(text, ' ') < 0 &&
		(strings.ContainsAny(text, "0123456789_/.") || strings.Count(text, "-") > 2)
}
