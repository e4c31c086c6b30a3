package score

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// unspaced are the scripts that are written without spaces: each character
// counts as a word.
var unspaced = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0e00, Hi: 0x0eff, Stride: 1}, // Thai, Lao
		{Lo: 0x1000, Hi: 0x109f, Stride: 1}, // Myanmar
		{Lo: 0x1780, Hi: 0x17ff, Stride: 1}, // Khmer
		{Lo: 0x3040, Hi: 0x30ff, Stride: 1}, // Kana
		{Lo: 0x3400, Hi: 0x9fff, Stride: 1}, // Han
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1},
	},
}

// isWord says whether r is part of a word: a letter, a number or "_".
func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// words cuts a text into words.
func words(s string) []string {
	var out []string
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, s[start:end])
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.Is(unspaced, r):
			flush(i)
			out = append(out, string(r))
		case isWord(r):
			if start < 0 {
				start = i
			}
		default:
			flush(i)
		}
	}
	flush(len(s))
	return out
}

// shingles returns the runs of four words, or one of all if there are fewer.
func shingles(s string) []string {
	const n = 4
	w := words(s)
	if len(w) == 0 {
		return nil
	}
	if len(w) <= n {
		return []string{strings.Join(w, " ")}
	}
	out := make([]string, 0, len(w)-n+1)
	for i := range len(w) - n + 1 {
		out = append(out, strings.Join(w[i:i+n], " "))
	}
	return out
}

func lower(s string) string { return cases.Lower(language.Und).String(s) }

// isSpace is what separates words, the information separators of ASCII among it.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// fold makes each run of white space one space.
func fold(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

// plain is a text without case, accents and punctuation.
func plain(s string) string {
	s = norm.NFKD.String(cases.Fold().String(s))
	s = strings.Map(func(r rune) rune {
		if norm.NFKD.PropertiesString(string(r)).CCC() != 0 {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) }), " ")
}

func sameTitle(a, b string) bool { return plain(a) == plain(b) }

func sameDate(a, b string) bool {
	return firstTen(a) == firstTen(b)
}

func firstTen(s string) string {
	n := 0
	for i := range s {
		if n++; n > 10 {
			return s[:i]
		}
	}
	return s
}

func sameAuthor(a, b string) bool {
	if plain(a) == plain(b) {
		return true
	}
	x, y := people(a), people(b)
	return len(x) > 0 && slices.Equal(x, y)
}

// people cuts a byline into the set of its names.
func people(s string) []string {
	s = cutBy(s)
	var out []string
	name := func(part string) {
		if p := plain(part); p != "" {
			out = append(out, p)
		}
	}
	start := 0
	for i := 0; i < len(s); {
		if strings.IndexByte(";,|/&", s[i]) >= 0 {
			name(s[start:i])
			i++
			start = i
			continue
		}
		run := strings.IndexFunc(s[i:], func(r rune) bool { return !isWord(r) })
		if run < 0 {
			run = len(s) - i
		}
		switch s[i : i+run] {
		case "and", "und", "et", "y":
			name(s[start:i])
			start = i + run
		case "":
			_, run = utf8.DecodeRuneInString(s[i:])
		}
		i += run
	}
	name(s[start:])
	slices.Sort(out)
	return slices.Compact(out)
}

// cutBy cuts a "By" off, in some languages.
func cutBy(s string) string {
	rest := strings.TrimLeftFunc(s, isSpace)
	for _, by := range []string{"by", "von", "par", "por", "di", "text"} {
		if len(rest) > len(by) && strings.EqualFold(rest[:len(by)], by) {
			after := strings.TrimLeftFunc(rest[len(by):], func(r rune) bool { return r == ':' || isSpace(r) })
			if len(after) < len(rest)-len(by) {
				return after
			}
		}
	}
	return s
}
