package meta

import "strings"

// A phraseIndex finds phrases in lower case by their first two bytes.
type phraseIndex [1 << 10][]string

func phraseIndexOf(phrases []string) *phraseIndex {
	x := new(phraseIndex)
	for _, p := range phrases {
		at := newTrio(p)
		x[at] = append(x[at], p)
	}
	return x
}

// begins reports whether s, in lower case, begins with one of the phrases.
func (x *phraseIndex) begins(s string) bool {
	if len(s) < 2 {
		return false
	}
	for _, p := range x[newTrio(s)] {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// A wordClass is a set of the kinds of words that tell names from other text.
type wordClass uint64

const (
	roleWord wordClass = 1 << iota
	rankWord
	deskWord
	companyWord
	noName
	givenName
	titleWord
	particle
	agency      // words or phrases
	placeholder // words or phrases
)

// is reports whether a word or phrase is of a class.
func is(w string, c wordClass) bool { return classesOf(w)&c != 0 }

// classesOf are the classes of a word or phrase, whatever its case.
func classesOf(w string) wordClass { return wordClass(vocabulary.at(keyOf(w))) }

// vocabulary tells the classes of words and phrases.
var vocabulary = func() *wordTable {
	t := newWordTable(1 << 12)
	for class, words := range map[wordClass]string{
		roleWord: roleWords, rankWord: rankWords, deskWord: deskWords, companyWord: companyWords,
		noName: noNames, givenName: givenNames, titleWord: titleWords, particle: particles,
	} {
		for w := range strings.FieldsSeq(words) {
			t.enter(keyOf(w), uint64(class))
		}
	}
	for class, phrases := range map[wordClass]string{agency: agencies, placeholder: placeholders} {
		for p := range strings.SplitSeq(phrases, "|") {
			t.enter(keyOf(p), uint64(class))
		}
	}
	return t
}()
