package meta

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// maxSpoken is how much text is read to tell a language, in bytes.
const maxSpoken = 4 << 10

// spoken tells the language of the article by its script, and within a script
// by its commonest words; "" if they do not tell.
func (f *finder) spoken() string {
	var c census
	for _, all := range [...]bool{false, true} { // running text first
		for i := range f.page.Blocks {
			b := &f.page.Blocks[i]
			if c.bytes >= maxSpoken {
				break
			}
			if !all && len(b.Text) < 80 || b.Kind == block.Code || f.hidden(b) {
				continue
			}
			c.count(b.Text[:cutRune(b.Text, 600)])
		}
		if c.bytes > 200 {
			break
		}
	}
	return c.language()
}

// scripts are those that tell the language, or the family of languages whose
// words must tell.
var scripts = [...]struct {
	table  *unicode.RangeTable
	lang   string
	shared bool
}{
	{unicode.Latin, "latin", true}, {unicode.Cyrillic, "cyrillic", true}, {unicode.Han, "zh", false}, {unicode.Hiragana, "ja", false}, {unicode.Katakana, "ja", false}, {unicode.Hangul, "ko", false},
	{unicode.Arabic, "arabic", true}, {unicode.Hebrew, "he", false}, {unicode.Devanagari, "hi", false}, {unicode.Greek, "el", false}, {unicode.Thai, "th", false}, {unicode.Bengali, "bn", false},
	{unicode.Tamil, "ta", false}, {unicode.Telugu, "te", false}, {unicode.Gujarati, "gu", false}, {unicode.Kannada, "kn", false}, {unicode.Malayalam, "ml", false}, {unicode.Gurmukhi, "pa", false}, {unicode.Sinhala, "si", false},
	{unicode.Georgian, "ka", false}, {unicode.Armenian, "hy", false}, {unicode.Ethiopic, "am", false}, {unicode.Khmer, "km", false}, {unicode.Lao, "lo", false}, {unicode.Myanmar, "my", false},
}

// scriptOf is the script of a letter, if it is one of those that tell. script
// is the one of the letter before it, which most letters share.
func scriptOf(r rune, script int) (int, bool) {
	if unicode.Is(scripts[script].table, r) {
		return script, true
	}
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) {
			return i, true
		}
	}
	return script, false
}

// A census counts what tells the language of a text.
type census struct {
	bytes   int
	letters int
	scripts [len(scripts)]int // letters of each
	words   int
	common  [len(languages)]int // two for each common word of a language, one for each letter of its own
}

// count adds a piece of text.
func (c *census) count(text string) {
	c.bytes += len(text) + 1
	word, script := newWord, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && r|0x20 >= 'a' && r|0x20 <= 'z':
			c.letters++
			c.scripts[0]++
			word = word.and(r | 0x20)
			continue
		case r == '\'':
			word = word.and(r)
			continue
		case r >= utf8.RuneSelf:
			c.add(speech.at(newLetter.and(r)), 1)
			if unicode.IsLetter(r) {
				c.letters++
				var known bool
				if script, known = scriptOf(r, script); known {
					c.scripts[script]++
				}
				if scripts[script].shared {
					r = unicode.ToLower(r)
				}
				word = word.and(r)
				continue
			}
			if unicode.IsMark(r) {
				word = word.and(r)
				continue
			}
		}
		c.end(word)
		word = newWord
	}
	c.end(word)
}

// end counts a word.
func (c *census) end(word wordKey) {
	if word != newWord {
		c.words++
		c.add(speech.at(word), 2)
	}
}

// add counts n for each language of a set.
func (c *census) add(set uint64, n int) {
	for ; set != 0; set &= set - 1 {
		c.common[bits.TrailingZeros64(set)] += n
	}
}

// language tells the language of what was counted.
func (c *census) language() string {
	if c.letters < 20 {
		return ""
	}
	best, most, shared := "", 0, false
	kana := c.scripts[3] + c.scripts[4]
	for i, s := range scripts {
		n := c.scripts[i]
		if s.lang == "ja" {
			n = kana
		}
		if best == "" || n > most {
			best, most, shared = s.lang, n, s.shared
		}
	}
	if best == "zh" && kana*10 > most {
		return "ja" // kana between the Chinese characters
	}
	if shared {
		return c.byWords(best)
	}
	return best
}

// byWords tells a language of a shared script by the share of its common
// words; a letter of its own counts as half a word.
func (c *census) byWords(script string) string {
	best, most := "", 0
	for i, l := range languages {
		if l.script == script && c.common[i] > most {
			best, most = l.lang, c.common[i]
		}
	}
	if most*10 < c.words { // hardly any word of it
		return ""
	}
	return best
}
