package meta

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestSieves holds that no word is lost on the way to the look that is dear.
func TestSieves(t *testing.T) {
	for _, lang := range monthWords {
		for i, forms := range lang {
			for w := range strings.SplitSeq(forms, " ") {
				if len(w) > 2 {
					require.NotZero(t, monthOf(w), "%s for %d", w, i+1)
					r, n := utf8.DecodeRuneInString(w)
					require.Equal(t, monthOf(w), monthOf(string(unicode.ToUpper(r))+w[n:]), w)
				}
			}
		}
	}
	for _, class := range []string{"entry-author", "postByline", "by-line", "createdAt", "pub-datum", "x-fecha", "Headline", "journalist", "lastmodified", "pubtime", "poster", "signature", "username", "wp-writer"} {
		require.NotZero(t, classMark(class), class)
	}
	for _, class := range []string{"bio-box", "x-comment", "carousel", "disqus_thread", "footer", "most-read", "nav-bar", "popular", "prev", "related", "recirc", "respond", "side-bar", "trending", "widget"} {
		require.NotZero(t, classSetting(class), class)
	}
}

// TestWordTables holds that the tables keep free slots: a look-up ends at one.
func TestWordTables(t *testing.T) {
	for name, table := range map[string]*wordTable{"vocabulary": vocabulary, "months": months, "speech": speech} {
		n := 0
		for _, s := range table.slots {
			if s.val != 0 {
				n++
			}
		}
		require.Less(t, n, len(table.slots)*3/4, name)
	}
	require.True(t, is("Редакция", companyWord))
	require.True(t, is("THE ASSOCIATED PRESS", agency))
	require.False(t, is("orchard", ^wordClass(0)))
}

func TestIndexBy(t *testing.T) {
	for word, rare := range map[string]int{"ubli": 0, "reated": 1} {
		for _, s := range []string{"", "b", "ub", "x" + word, word[:3] + word, word + word, word[:3] + "é" + word[1:]} {
			for n := range 40 { // wherever it stands among eight bytes
				for _, s := range [...]string{s, s + strings.Repeat(word[:len(word)-1], n)} {
					s = strings.Repeat(word[:2], n) + s
					require.Equal(t, strings.Index(s, word), indexBy(s, word, rare), s)
				}
			}
		}
	}
}
