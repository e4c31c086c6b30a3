package meta

import (
	"strings"
	"unicode/utf8"
)

// stops are phrases that end the names in a byline, in lower case.
var stops = [...]string{
	" published", " updated", " posted", " last updated", " on ", " in ", " for ", " is ", " was ", " are ", " has ", " min read", " minute read", " mins read", " share", " follow", " photo", " reviewed by", " medically reviewed", " fact checked", " edited by", " read more", " view ", " about ", " comments", " leave a ", " contact", " email", " at ", " illustration", " special to", " from ", " via ", " reading time", " last modified", " created ", " date:", " who ",
	" veröffentlicht", " aktualisiert", " lesezeit", " publié", " mis à jour", " foto", " fotos", " bild", " publicado", " actualizado", " atualizado", " pubblicato", " gepubliceerd", " dnia ", " source", " quelle",
	" опубликовано", " фото", " обновлено",
}

// stopIndex finds the stops by the byte after their space, whatever its case.
var stopIndex = func() (index [256][]string) {
	for _, p := range stops {
		c := p[1] | 0x20
		index[c] = append(index[c], p)
	}
	return index
}()

// nameEnd is where the names at the start of s end.
func nameEnd(text string, loc locale) int {
	s := text
	if i := strings.IndexFunc(s, endsNames); i >= 0 {
		if s[i] == '@' { // an address or a handle: the word around it goes
			i = strings.LastIndexByte(s[:i], ' ') + 1
		}
		s = s[:i]
	}
	if mayBePunctuated(s) {
		// longer ones first where one ends with another
		for _, mark := range [...]string{" - ", " – ", " — ", "--", " :: ", "›", "，来源", "来源", "責任編輯", "责任编辑", "编辑", "摄影", "报道", "報導"} {
			s, _, _ = strings.Cut(s, mark)
		}
	}
	s, _, _ = strings.Cut(s, "http")
	s, _, _ = strings.Cut(s, "www.")
	if mayHoldDate(s) {
		if ms := findDates(s, loc); len(ms) > 0 {
			s = s[:ms[0].start]
		} else if i := strings.IndexAny(s, "0123456789"); i > 0 && !handle(s, i) {
			s = s[:i]
			if words := strings.TrimRight(s, " "); monthOf(words[strings.LastIndexByte(words, ' ')+1:]) > 0 {
				s = words[:max(strings.LastIndexByte(words, ' '), 0)] // "December 8", without a year
			}
		}
	}
	for i := 1; i < len(s); i++ {
		if s[i] != ' ' {
			if c := s[i]; c >= 'A' && c <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' { // glued: LeeUpdated, LeeIn Travel
				if strings.HasPrefix(s[i:], "In ") {
					s = s[:i]
					break
				}
				for _, p := range stopIndex[c|0x20] {
					if n, ok := foldPrefix(s[i:], p[1:]); ok && n > 4 {
						s = s[:i]
						break
					}
				}
			}
			continue
		}
		for _, p := range stopIndex[s[min(i+1, len(s)-1)]|0x20] {
			if _, ok := foldPrefix(s[i:], p); ok && (len(p) > 6 || strings.HasPrefix(s[i:], p)) {
				s = s[:i]
				break
			}
			if strings.HasSuffix(p, " ") && strings.EqualFold(s[i:], p[:len(p)-1]) {
				s = s[:i]
				break
			}
		}
	}
	if before, after, ok := strings.Cut(s, ":"); ok {
		s = strings.TrimRight(before, " ")
		if strings.TrimSpace(after) != "" { // the word before it is the label of something else
			s = s[:strings.LastIndexByte(s, ' ')+1]
		}
	}
	s = strings.TrimRightFunc(s, trailsNames)
	for _, w := range [...]string{" le", " el", " il", " em", " op", " den", " am", " on", " at", " in", " dne", " a las"} { // before a date
		if len(s) < len(text) {
			s = strings.TrimSuffix(s, w)
		}
	}
	return len(strings.TrimRightFunc(s, trailsNames))
}

// endsNames reports whether r ends a list of names wherever it stands.
func endsNames(r rune) bool {
	switch r {
	case '|', '\n', '\r', '\t', '(', ')', '[', ']', '{', '}', '<', '>', '…', '»', '•', '·', '@', '#', '★', '☆':
		return true
	}
	return false
}

// mayBePunctuated is the cheap test before the marks behind names are looked
// for.
func mayBePunctuated(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '-' || c == ':' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// trailsNames reports whether r is one of the marks that are cut off after
// names.
func trailsNames(r rune) bool {
	switch r {
	case ' ', ',', ';', ':', '-', '–', '—', '/':
		return true
	}
	return false
}

// handle reports whether the digit at s[i] belongs to a name such as mark77.
func handle(s string, i int) bool {
	return i > 0 && s[i-1] != ' ' && (s[i-1]|0x20 >= 'a' && s[i-1]|0x20 <= 'z' || s[i-1] == '_') && strings.IndexByte(s, ' ') < 0
}
