package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joins says whether line j goes on with the block that began at line i.
func (c *cutter) joins(i, j int) bool {
	a, b := &c.lines[j-1], &c.lines[j]
	switch {
	case b.blanks > 0, b.start == b.end, b.quoted != a.quoted:
		return false
	case b.mark != noMark, c.lines[i].mark == headingMark:
		return false
	}
	if c.layout.wrap > 0 && (b.column == a.column || j-1 == i) && a.overflows(b, c.layout.wrap) {
		return !c.layout.mixed || b.first != upperGlyph || c.layout.broken && c.goesOn(j)
	}
	return c.layout.broken && c.goesOn(j)
}

// overflows says whether line l fits into wrap columns and would not if the
// first word of the next line stood on it too. A word so long that it seldom
// fits, like an address, must also go on with a sentence.
func (l *textLine) overflows(next *textLine, wrap int32) bool {
	room := wrap - l.width
	if !l.wide {
		room--
	}
	if room < -2 || next.word <= room {
		return false
	}
	if next.word > longWord && room >= longWord {
		return l.last == lowerGlyph || l.last == commaGlyph || l.last == colonGlyph || l.last == openGlyph
	}
	return true
}

// longWord is the width in columns of a word that few are longer than.
const longWord = 24

// Widths of lines in columns, as goesOn tells them apart.
const (
	labelWidth  = 25 // a label, a name
	linkWidth   = 60 // the text of a link
	phraseWidth = 40 // more than a label
)

// goesOn says whether line j goes on with the sentence of the line before, in
// a text whose sentences are broken at their links.
func (c *cutter) goesOn(j int) bool {
	a, b := &c.lines[j-1], &c.lines[j]
	switch b.first {
	case commaGlyph, stopGlyph, colonGlyph, closeGlyph, quoteGlyph:
		if b.first != quoteGlyph && !c.wordLike(b) || c.clitic(b) {
			return true
		}
	case lowerGlyph:
		return a.last != stopGlyph && !(c.layout.lower && a.room() <= labelWidth && b.room() <= labelWidth)
	case dashGlyph:
		return a.room() > labelWidth && !c.wordLike(b)
	}
	switch a.last {
	case commaGlyph, openGlyph:
		return a.room() > 3
	case dashGlyph:
		return a.room() > labelWidth
	case colonGlyph: // a label in bold before its text
		return b.room() > phraseWidth && !c.sentence(a)
	case stopGlyph:
		return false
	case lowerGlyph:
		if c.endsShort(a) && (b.room() > phraseWidth || !c.capital(j+1)) {
			return true
		}
	}
	// A name between the two halves of a sentence.
	return (a.room() > labelWidth && c.sentence(a) || a.rest() || a.room() > phraseWidth) && b.room() <= linkWidth && c.continues(j+1)
}

// room is the number of columns that the text of a line takes.
func (l *textLine) room() int32 { return l.width - int32(l.column) }

// wordLike says whether a line begins with a word in spite of its first
// character: ".NET", "(sic)", "-v".
func (c *cutter) wordLike(l *textLine) bool {
	text := c.in[l.start:l.end]
	_, size := utf8.DecodeRuneInString(text)
	r, _ := utf8.DecodeRuneInString(text[size:])
	return size < len(text) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// follows returns line j if it follows the line before it at once, else nil.
func (c *cutter) follows(j int) *textLine {
	if j >= len(c.lines) || c.lines[j].blanks > 0 || c.lines[j].mark != noMark || c.lines[j].start == c.lines[j].end {
		return nil
	}
	return &c.lines[j]
}

// continues says whether line j begins in the middle of a sentence.
func (c *cutter) continues(j int) bool {
	l := c.follows(j)
	return l != nil && l.rest()
}

// rest says whether a line begins like the rest of a sentence.
func (l *textLine) rest() bool {
	switch l.first {
	case lowerGlyph, commaGlyph, stopGlyph, closeGlyph:
		return true
	}
	return false
}

// capital says whether line j begins with a capital letter.
func (c *cutter) capital(j int) bool {
	l := c.follows(j)
	return l != nil && l.first == upperGlyph
}

// endsShort says whether the last word of a line is in lower case and has at
// most three letters, as articles and prepositions do.
func (c *cutter) endsShort(l *textLine) bool {
	text := c.in[l.start:l.end]
	word := text[strings.LastIndexByte(text, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && utf8.RuneCountInString(word) <= 3
}

// sentence says whether more than half of the words of a line begin in lower
// case.
func (c *cutter) sentence(l *textLine) bool {
	words, lower := 0, 0
	begins := true
	for _, r := range c.in[l.start:l.end] {
		if r == ' ' || r == '\u00a0' {
			begins = true
			continue
		}
		if begins {
			words++
			if glyphOf(r) == lowerGlyph {
				lower++
			}
		}
		begins = false
	}
	return lower*2 > words
}

// glued says whether line j follows the one before it without a space: in
// scripts that have none, and at punctuation that stood behind a link.
func (c *cutter) glued(j int) bool {
	a, b := &c.lines[j-1], &c.lines[j]
	r, _ := utf8.DecodeRuneInString(c.in[b.start:])
	if a.wide {
		return isUnspaced(r)
	}
	if c.layout.wrap > 0 && a.overflows(b, c.layout.wrap) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(c.in[:a.end])
	return strings.ContainsRune(",.;:!?…)]}”", r) && !c.wordLike(b) ||
		strings.ContainsRune("([{„", last) || last == '“' && c.opens(a) || c.clitic(b)
}

// opens says whether the quotation mark at a line's end opens a quotation: in
// German it closes one, and stands behind a word or the end of a sentence.
func (c *cutter) opens(l *textLine) bool {
	before, _ := utf8.DecodeLastRuneInString(c.in[l.start : int(l.end)-len("“")])
	switch glyphOf(before) {
	case openGlyph, dashGlyph:
		return true
	}
	return before == utf8.RuneError || unicode.IsSpace(before) || isUnspaced(before)
}

// clitic says whether a line begins with the end of a word behind an
// apostrophe: "'s", "’re".
func (c *cutter) clitic(l *textLine) bool {
	text := c.in[l.start:min(l.end, l.start+8)]
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "'"), "’")
	n := 0
	for n < len(rest) && rest[n] >= 'a' && rest[n] <= 'z' {
		n++
	}
	return len(rest) < len(text) && n > 0 && n <= 2 && (n == len(rest) || rest[n] == ' ')
}
