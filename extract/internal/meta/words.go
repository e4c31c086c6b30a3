package meta

import "strings"

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
