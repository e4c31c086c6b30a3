package source

import (
	"unicode"
	"unicode/utf8"
)

// A textLine is one line of scraped text that is not blank.
type textLine struct {
	start, end int32 // its text in the input, without marker and outer white space
	width      int32 // columns up to its last character, indentation included
	word       int32 // columns of its first word: what has to fit into a line before it
	indent     int16 // columns before the marker, or before the text if there is none
	column     int16 // columns before the text
	blanks     int16 // blank lines before it
	first      glyph // what its text begins with
	last       glyph // what its text ends in, closing quotes and brackets left aside
	wide       bool  // begins or ends with a script written without spaces
	uneven     bool  // has white space inside that is not single spaces
	quoted     bool  // behind a "> "
	mark       mark
	level      int8  // of a heading
	number     int32 // of a numbered item
}

// A glyph is a class of characters, as far as it tells where sentences begin
// and end.
type glyph uint8

const (
	otherGlyph glyph = iota
	lowerGlyph
	upperGlyph
	letterGlyph // of a script without capitals
	digitGlyph
	stopGlyph  // ends a sentence
	commaGlyph // goes on after it, never begins a line: , ; and their kin
	colonGlyph
	openGlyph  // opening bracket or quote
	closeGlyph // closing bracket or quote
	dashGlyph
	quoteGlyph // straight quote, opening and closing alike
)

// What a byte means to the scanner of lines.
const (
	plainByte = iota
	blankByte // the usual white space
	spaceByte // other white space
	breakByte
	hiddenByte // takes no room and is no part of a word: soft hyphen, zero-width space
	longByte   // of a character of several bytes
)

var byteKinds = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b >= utf8.RuneSelf:
			t[b] = longByte
		case b >= '\n' && b <= '\r':
			t[b] = breakByte
		case b == ' ':
			t[b] = blankByte
		case b < ' ' || b == 0x7f:
			t[b] = spaceByte
		}
	}
	return t
}()

// tabStop is the distance of tab stops in columns.
const tabStop = 8

// scanLines cuts the input at its line ends into the lines that are not
// blank, and appends them to lines. CR, LF, CR LF, VT, FF, NEL and the two Unicode separators end a line;
// control characters count as white space.
func scanLines(lines []textLine, in string) []textLine {
	blanks := 0
	for pos := 0; pos < len(in); {
		l := grow(&lines)
		*l = textLine{}
		l.blanks = int16(min(blanks, 1<<15-1))
		var ok bool
		if pos, ok = scanLine(l, in, pos); !ok {
			lines = lines[:len(lines)-1]
			blanks++
			continue
		}
		blanks = 0
	}
	return lines
}

// scanLine scans the line that begins at pos into l. It returns where the next one
// begins, and false for a blank line.
func scanLine(l *textLine, in string, pos int) (next int, ok bool) {
	var (
		column  int
		started bool
		gap     bool // the character before was white space
		i       = pos
	)
	for i < len(in) {
		b := in[i]
		size, width := 1, 1
		kind := byteKinds[b]
		if kind == longByte {
			var r rune
			r, size = utf8.DecodeRuneInString(in[i:])
			kind, width = runeKind(r)
			if started && l.word == 0 && kind == plainByte && isUnspaced(r) {
				l.word = int32(column + width - int(l.column))
			}
		}
		switch kind {
		case breakByte:
			if b == '\r' && i+1 < len(in) && in[i+1] == '\n' {
				size = 2
			}
			return i + size, started
		case blankByte, spaceByte:
			switch {
			case b == ' ':
				for i+size < len(in) && in[i+size] == ' ' {
					size++
				}
				width = size
			case b == '\t':
				width = tabStop - column%tabStop
			case b < ' ':
				width = 0
			}
			column += width
			if started {
				if gap || b != ' ' || size > 1 {
					l.uneven = true
				}
				if l.word == 0 {
					l.word = l.width - int32(l.column)
				}
				gap = true
			}
		case hiddenByte:
			l.uneven = true
		default:
			if !started {
				started = true
				l.start = int32(i)
				l.column = int16(min(column, 1<<15-1))
				l.indent = l.column
			}
			gap = false
			if b < utf8.RuneSelf {
				size = plainRun(in[i:], l.word > 0)
				width = size
			}
			column += width
			l.end = int32(i + size)
			l.width = int32(column)
		}
		i += size
	}
	return i, started
}

// plainRun returns the length of the plain bytes that s begins with, and of
// those behind single blanks if there may be several words. As in wordsEnd,
// the end of a single word is no branch.
func plainRun(s string, several bool) int {
	stops := ^uint8(blankByte)
	if !several {
		stops |= blankByte
	}
	before := uint8(plainByte) // blankByte if the byte before is one
	for i := range len(s) {
		kind := byteKinds[s[i]]
		if kind&(before|stops) != 0 {
			return i - int(before)
		}
		before = kind
	}
	return len(s) - int(before)
}

// runeKind is byteKinds for characters beyond ASCII, with their width in
// columns.
func runeKind(r rune) (kind uint8, width int) {
	switch {
	case r < 0x300:
		switch r {
		case 0x85:
			return breakByte, 0
		case 0xa0:
			return spaceByte, 1
		case 0xad:
			return hiddenByte, 0
		}
		if r < 0xa0 {
			return spaceByte, 0
		}
		return plainByte, 1
	case r < 0x1100:
		if r < 0x370 || unicode.Is(unicode.Mn, r) {
			return plainByte, 0
		}
		return plainByte, 1
	case r >= 0x2000 && r < 0x2070:
		switch {
		case r == 0x2028 || r == 0x2029:
			return breakByte, 0
		case r <= 0x200a || r == 0x202f || r == 0x205f:
			return spaceByte, 1
		case r == 0x200c || r == 0x200d: // joiners, which shape words
			return plainByte, 0
		case r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060:
			return hiddenByte, 0
		}
		return plainByte, 1
	case r == 0x3000:
		return spaceByte, 2
	case r == 0x1680:
		return spaceByte, 1
	case r == 0xfeff:
		return hiddenByte, 0
	case isWide(r):
		return plainByte, 2
	}
	return plainByte, 1
}

// isWide says whether a character takes two columns of a terminal.
func isWide(r rune) bool {
	return r < 0x1160 ||
		r >= 0x2e80 && r < 0xa4d0 ||
		r >= 0xac00 && r < 0xd7a4 ||
		r >= 0xf900 && r < 0xfb00 ||
		r >= 0xfe30 && r < 0xfe70 ||
		r >= 0xff00 && r < 0xff61 ||
		r >= 0xffe0 && r < 0xffe7 ||
		r >= 0x1f300 && r < 0x1f650 ||
		r >= 0x1f680 && r < 0x1f700 ||
		r >= 0x1f900 && r < 0x1fa00 ||
		r >= 0x20000 && r < 0x40000
}

// isUnspaced says whether a character belongs to a script that is written
// without spaces between words, so that wrapped lines are joined without one.
func isUnspaced(r rune) bool {
	switch {
	case r < 0x0e00:
		return false
	case r < 0x0f00: // Thai, Lao
		return true
	case r < 0x1000:
		return false
	case r < 0x10a0: // Myanmar
		return true
	case r >= 0x1780 && r < 0x1800: // Khmer
		return true
	case r >= 0x3000 && r < 0xa000, // Han, Kana and their punctuation
		r >= 0xf900 && r < 0xfb00,
		r >= 0xff00 && r < 0xff61,
		r >= 0x20000 && r < 0x40000:
		return true
	}
	return false
}

// glyphOf is the class of a character.
func glyphOf(r rune) glyph {
	if r < utf8.RuneSelf {
		return plainGlyphs[r]
	}
	return findGlyph(r)
}

// plainGlyphs are those of ASCII.
var plainGlyphs = func() (t [utf8.RuneSelf]glyph) {
	for r := range t {
		t[r] = findGlyph(rune(r))
	}
	return t
}()

func findGlyph(r rune) glyph {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '‼', '⁇', '⁈', '⁉', '։', '።', '｡':
		return stopGlyph
	case ',', ';', '，', '、', '；', '،', '؛', '､', '·', '・':
		return commaGlyph
	case ':', '：':
		return colonGlyph
	case '"', '\'':
		return quoteGlyph
	case '-', '–', '—', '―', '‐', '‑', '−':
		return dashGlyph
	case '(', '[', '{', '<', '“', '‘', '«', '‹', '„', '‚', '「', '『', '（', '【', '《', '〈', '¿', '¡':
		return openGlyph
	case ')', ']', '}', '>', '”', '’', '»', '›', '」', '』', '）', '】', '》', '〉':
		return closeGlyph
	}
	if r < utf8.RuneSelf {
		switch {
		case r >= 'a' && r <= 'z':
			return lowerGlyph
		case r >= 'A' && r <= 'Z':
			return upperGlyph
		case r >= '0' && r <= '9':
			return digitGlyph
		}
		return otherGlyph
	}
	switch {
	case isUnspaced(r):
		return letterGlyph
	case unicode.IsLower(r):
		return lowerGlyph
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upperGlyph
	case unicode.IsLetter(r):
		return letterGlyph
	case unicode.IsDigit(r):
		return digitGlyph
	}
	return otherGlyph
}

// ends classifies the first and the last character of the line's text.
func (l *textLine) ends(in string) {
	text := in[l.start:l.end]
	r, _ := utf8.DecodeRuneInString(text)
	l.first = glyphOf(r)
	r, size := utf8.DecodeLastRuneInString(text)
	l.wide = isUnspaced(r)
	l.last = glyphOf(r)
	if l.last == closeGlyph || l.last == quoteGlyph {
		if r, _ = utf8.DecodeLastRuneInString(text[:len(text)-size]); glyphOf(r) == stopGlyph {
			l.last = stopGlyph
		}
	}
	if l.word == 0 {
		l.word = l.width - int32(l.column)
	}
}
