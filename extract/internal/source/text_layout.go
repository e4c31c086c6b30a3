package source

// A layout is how the lines of a text were made, as far as its statistics
// tell.
type layout struct {
	// wrap is the column at which lines were wrapped, 0 if they were not.
	wrap int32

	// mixed says that many lines were not wrapped at all.
	mixed bool

	// broken says that sentences go on over lines at their links.
	broken bool

	// lower says that many lines begin in lower case without going on.
	lower bool
}

// Lines are counted by width up to maxWrap; nobody wraps beyond it.
const maxWrap = 160

// minWrap is the narrowest wrap: below, menus look like wrapped lines.
const minWrap = 36

func measureLayout(lines []textLine) layout {
	var o layout
	o.wrap, o.mixed = wrapColumn(lines)
	// Lines that follow another at once, and how many of them begin like the
	// rest of a sentence, or in lower case.
	tight, rest, lower := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.blanks > 0 || l.mark != noMark {
			continue
		}
		tight++
		switch l.first {
		case commaGlyph, stopGlyph:
			rest++
		case lowerGlyph:
			lower++
		}
	}
	o.broken = rest*500 > tight
	o.lower = lower*8 > tight && rest*25 < tight
	return o
}

// wrapColumn finds the column that the lines were wrapped at, and says whether
// many lines were not. Every line that goes on in the next votes for the
// columns that it may have been wrapped at: it ends before them, and the next
// line's first word would have gone beyond.
func wrapColumn(lines []textLine) (wrap int32, mixed bool) {
	var votes [maxWrap + 2]int  // votes for a column, as differences to the one before
	var widths [maxWrap + 2]int // lines by width
	voters, long := 0, 0
	for i := range lines {
		b := &lines[i]
		if b.width >= minWrap {
			long++
			widths[min(b.width, maxWrap+1)]++
		}
		if i == 0 || b.blanks > 0 || b.mark != noMark {
			continue
		}
		a := &lines[i-1]
		if a.mark == headingMark || a.mark == ruleMark || a.width < minWrap || a.last == stopGlyph {
			continue
		}
		if b.first != lowerGlyph && b.first != letterGlyph {
			continue
		}
		space := int32(1)
		if a.wide {
			space = 0
		}
		voters++
		if a.width <= maxWrap {
			votes[a.width]++
			votes[min(a.width+space+b.word, maxWrap+1)]--
		}
	}
	best, n := 0, 0
	for w := range votes {
		n += votes[w]
		if n > best {
			best, wrap = n, int32(w)
		}
	}
	beyond := 0
	for _, n := range widths[min(wrap+2, maxWrap+1):] {
		beyond += n
	}
	mixed = beyond*10 > long
	switch {
	case best*3 < voters*2:
		return 0, false
	case best < 3 && (mixed || best < 2):
		return 0, false
	}
	return wrap, mixed
}
