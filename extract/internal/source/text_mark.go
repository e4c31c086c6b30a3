package source

import (
	"strings"
	"unicode/utf8"
)

// A mark is what a line of scraped text begins with, or consists of, besides
// its text.
type mark uint8

const (
	noMark mark = iota
	bulletMark
	numberMark  // "1.", "1)" or "(1)"; the number is in textLine.number
	headingMark // Markdown's "#"; the level is in textLine.level
	ruleMark    // the whole line is a rule: "-----", "|---|---|"
	fenceMark   // the whole line is Markdown's "```"
)

// bullets are the list markers of plain-text renderers.
const bullets = "•◦‣⁃∙▪▫■□☆★○●◆◇◎☐☑▸▹►▻➤➢"

// findMark takes the markers off the beginning of a line.
func (l *textLine) findMark(in string) {
	text := in[l.start:l.end]
	if isRule(text) {
		l.mark = ruleMark
		return
	}
	if strings.HasPrefix(text, "> ") {
		l.quoted = true
		l.skip(in, 1)
		text = in[l.start:l.end]
	}
	switch c := text[0]; {
	case c == '`' && isFence(text):
		l.mark = fenceMark
	case c >= '0' && c <= '9' || c == '(':
		if l.indent > 0 {
			l.findNumber(in)
		}
	default:
		for n := l.bullet(in); n > 0; n = l.bullet(in) {
			l.mark, l.indent = bulletMark, l.column
			l.skip(in, n)
		}
	}
}

// hashes is the level of the Markdown heading that a text is, 0 if it is none.
func hashes(text string) int {
	n := 0
	for n < len(text) && text[n] == '#' {
		n++
	}
	if n > 6 || n+1 >= len(text) || text[n] != ' ' {
		return 0
	}
	return n
}

// findHeading takes the hashes off a Markdown heading.
func (l *textLine) findHeading(in string) {
	if l.mark != noMark || l.start == l.end {
		return
	}
	if n := hashes(in[l.start:l.end]); n > 0 {
		l.mark, l.level = headingMark, int8(n)
		l.skip(in, n)
		l.dropClosingHashes(in)
	}
}

// findNumber takes the number of an ordered list off the beginning of a line
// without other marks. Only indented numbers and those of Markdown are markers:
// elsewhere "1. Make a plan" is how the page itself numbers its headings.
func (l *textLine) findNumber(in string) {
	if l.mark != noMark || l.start == l.end {
		return
	}
	if n, size := ordinal(in[l.start:l.end]); size > 0 {
		l.mark, l.number = numberMark, n
		l.skip(in, size)
	}
}

// bullet is the length of the list marker that the line begins with, 0 if
// there is none.
func (l *textLine) bullet(in string) int {
	if l.start == l.end {
		return 0
	}
	text := in[l.start:l.end]
	r, size := utf8.DecodeRuneInString(text)
	alone := size == len(text)
	switch {
	case r == '*' || r == '-' || r == '+':
		if alone && l.column == 0 {
			return 0
		}
	case r == 'o':
		if alone || l.column == 0 || l.mark != noMark {
			return 0
		}
	case r < utf8.RuneSelf || !strings.ContainsRune(bullets, r):
		return 0
	}
	if !alone && text[size] != ' ' && text[size] != '\t' && !strings.HasPrefix(text[size:], "\u00a0") {
		return 0
	}
	return size
}

// skip takes n bytes of marker and the white space behind it off the line.
func (l *textLine) skip(in string, n int) {
	l.start += int32(n)
	l.column++
	for l.start < l.end {
		b := in[l.start]
		kind, size := byteKinds[b], 1
		if kind == longByte {
			var r rune
			r, size = utf8.DecodeRuneInString(in[l.start:l.end])
			kind, _ = runeKind(r)
		}
		if kind != blankByte && kind != spaceByte && kind != hiddenByte {
			break
		}
		l.start += int32(size)
		l.column++
	}
	l.word = wordWidth(in[l.start:l.end])
}

// wordWidth is the number of columns of the first word of a text.
func wordWidth(text string) (n int32) {
	for _, r := range text {
		if r < utf8.RuneSelf {
			if byteKinds[r] != plainByte {
				return n
			}
			n++
			continue
		}
		kind, width := runeKind(r)
		if kind == spaceByte {
			return n
		}
		n += int32(width)
		if isUnspaced(r) {
			return n
		}
	}
	return n
}

// dropClosingHashes takes the "##" off the end of a Markdown heading.
func (l *textLine) dropClosingHashes(in string) {
	text := in[l.start:l.end]
	cut := strings.TrimRight(text, "#")
	if len(cut) < len(text) && strings.HasSuffix(cut, " ") {
		l.end = l.start + int32(len(strings.TrimRight(cut, " ")))
	}
}

// ordinal reads "12.", "12)" or "(12)" before a space and returns the number
// and the bytes it takes, 0 if there is none.
func ordinal(text string) (n int32, size int) {
	i := 0
	open := text[0] == '('
	if open {
		i = 1
	}
	begin := i
	for i < len(text) && i < begin+3 && text[i] >= '0' && text[i] <= '9' {
		n = n*10 + int32(text[i]-'0')
		i++
	}
	if i == begin || i+1 >= len(text) || text[i+1] != ' ' {
		return 0, 0
	}
	if text[i] == ')' || text[i] == '.' && !open {
		return n, i + 1
	}
	return 0, 0
}

// isRule says whether a line is drawn rather than written: at least three
// characters, all of rules and borders.
func isRule(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case r == '-' || r == '=' || r == '_' || r == '*' || r == '~' || r == '+' || r == '|' || r == ':':
			n++
		case r == '—' || r == '―' || r == '¯' || r >= 0x2500 && r < 0x2580:
			n++
		case r == ' ' || r == '\t' || r == '\u00a0':
		default:
			return false
		}
	}
	return n >= 3
}

// isFence says whether a line opens or closes a block of code in Markdown.
func isFence(text string) bool {
	const longest = 60
	info, ok := strings.CutPrefix(text, "```")
	return ok && len(info) <= longest && strings.IndexByte(info, '`') < 0
}

// isUnderline says whether a rule underlines a heading above it, and its level.
func (l *textLine) isUnderline(in string, above *textLine) (level int8, ok bool) {
	if l.mark != ruleMark || l.blanks > 0 || above.mark != noMark || l.indent != above.indent {
		return 0, false
	}
	text := in[l.start:l.end]
	c := text[0]
	if c != '=' && c != '-' || strings.Trim(text, text[:1]) != "" {
		return 0, false
	}
	long, drawn := above.width-int32(above.column), int32(len(text))
	if drawn < long/2 || drawn > 2*long+4 {
		return 0, false
	}
	if c == '=' {
		return 1, true
	}
	return 2, true
}
