package meta

import (
	"unicode"
	"unicode/utf8"
)

type cut struct{ start, end int }

// maxCuts bounds the marks of one title.
const maxCuts = 8

// titleCuts finds the marks between the parts of a title: bars, dashes,
// dots and guillemets with space around them, the bars and underscores of
// Chinese pages without, and a colon after the site's name. It
// appends them to cuts.
func titleCuts(s string, cuts []cut) []cut {
	tight := wide(s)
	for i, next := 0, 0; i < len(s) && len(cuts) < maxCuts; i = next {
		r, w := utf8.DecodeRuneInString(s[i:])
		next = i + w
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || r == ' ') || i == 0 || next == len(s) {
			continue
		}
		before, after := s[i-1] == ' ', s[next] == ' '
		is := false
		switch r {
		case '·', '•', '»', '«', '›', '‹', '–', '—', '-', '~', '/', '⋆', '＞', '<', '>', '\\', '†', '★', '−', '―', '*':
			is = before && after || (r == '»' || r == '—') && after || r == '-' && tight
		case '|':
			is = true
		case ':':
			if s[next] == ':' { // two of them
				next++
			}
			is = next < len(s) && s[next] == ' '
		case '_':
			is = tight
		case '｜', '丨', '－':
			is = true
		}
		if is {
			cuts = append(cuts, cut{i, next})
		}
	}
	return cuts
}

// wide reports whether a text is in a script without spaces.
func wide(s string) bool {
	if !hasHan(s) {
		return false
	}
	n := 0
	for _, r := range s {
		if isHan(r) || r >= 0x3040 && r <= 0x30ff {
			n++
		}
	}
	return n >= 4
}
