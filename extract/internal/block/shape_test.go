package block

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestShape(t *testing.T) {
	for text, want := range map[string]shape{
		"Two words": {words: 2, letters: 8, upper: 1, capitalised: 1, short: 1, longest: 5, starts: 'T'},
		"It ended, as it began: in rain.": {words: 7, letters: 22, upper: 1, capitalised: 1, short: 4, longest: 5,
			starts: 'I', commas: 1, sentences: 1, ends: endsSentence},
		"“Who goes there?”": {words: 3, letters: 12, upper: 1, capitalised: 1, short: 1, longest: 5, starts: 'W',
			sentences: 1, questions: 1, quotes: 2, ends: endsSentence},
		"Ingredients:": {words: 1, letters: 11, upper: 1, capitalised: 1, longest: 11, starts: 'I', ends: endsColon},
		"and so on...": {words: 3, letters: 7, short: 3, longest: 3, starts: 'a', sentences: 3, ends: endsEllipsis},
		"Home | About": {words: 2, letters: 9, upper: 2, capitalised: 2, longest: 5, starts: 'H', separators: 1},
		"12:30, 3 May 2024": {words: 5, letters: 3, upper: 1, digits: 9, capitalised: 1, short: 4, longest: 4,
			starts: '1', commas: 1, clock: true},
		"me@example.org":    {words: 3, letters: 12, short: 2, longest: 7, starts: 'm', sentences: 1},
		"今天下雨。":             {words: 4, letters: 4, nonASCII: 4, unspaced: 4, short: 4, longest: 1, starts: '今', sentences: 1, ends: endsSentence},
		"Дождь, £5":         {words: 2, letters: 5, upper: 1, digits: 1, nonASCII: 5, capitalised: 1, short: 1, longest: 5, starts: 'Д', commas: 1, currency: true},
		"one line\nanother": {words: 3, letters: 14, short: 1, longest: 7, wrapped: 2, starts: 'o'},
	} {
		var got shape
		var w words
		got.measure(text, &w)
		hashes := w.all
		require.Equal(t, want, got, text)
		require.Len(t, hashes, int(want.words), text)
	}
}

func TestWordHashesFoldCase(t *testing.T) {
	require.Equal(t, WordHashes("READ MORE"), WordHashes("Read, more!"))
	require.Equal(t, WordHashes("ПОДРОБНЕЕ"), WordHashes("подробнее"))
	require.NotEqual(t, WordHashes("read more"), WordHashes("more read"))
}

func TestTokens(t *testing.T) {
	h := func(s string) uint32 {
		x := hashByte(fnvOffset, 'c')
		for i := range len(s) {
			x = hashByte(x, s[i])
		}
		return x
	}
	for value, want := range map[string][]string{
		"":                    nil,
		"content":             {"content"},
		"Content":             {"content"},
		"post-1234":           {"post", "post-"},
		"article__body--wide": {"article", "body", "wide", "article__body--wide"},
		"mainContent nav":     {"main", "content", "maincontent", "nav"},
	} {
		var wanted []uint32
		for _, w := range want {
			wanted = append(wanted, h(w))
		}
		require.Equal(t, wanted, tokens(nil, value, 'c'), value)
	}
}

func TestLexicon(t *testing.T) {
	l := NewLexicon(map[uint32]int8{1: 16, 9: -32, 17: 8, 0x80000001: 127})
	for h, want := range map[uint32]float32{1: 1, 9: -2, 17: 0.5, 0x80000001: 127.0 / 16} {
		v, ok := l.Value(h)
		require.True(t, ok)
		require.Equal(t, want, v)
	}
	_, ok := l.Value(25)
	require.False(t, ok)
	_, ok = new(Lexicon).Value(1)
	require.False(t, ok)
}
