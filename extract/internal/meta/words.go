package meta

import "strings"

// A phraseIndex finds phrases in lower case by their first byte.
type phraseIndex [256][]string

func phraseIndexOf(phrases []string) *phraseIndex {
	x := new(phraseIndex)
	for _, p := range phrases {
		x[p[0]] = append(x[p[0]], p)
	}
	return x
}

// begins reports whether s, in lower case, begins with one of the phrases.
func (x *phraseIndex) begins(s []byte) bool {
	for _, p := range x[s[0]] {
		if len(s) >= len(p) && string(s[:len(p)]) == p {
			return true
		}
	}
	return false
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool, strings.Count(words, " ")+1)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// phraseSet is a set of phrases, which bars part.
func phraseSet(phrases string) map[string]bool {
	set := make(map[string]bool, strings.Count(phrases, "|")+1)
	for _, p := range strings.Split(phrases, "|") {
		set[p] = true
	}
	return set
}
