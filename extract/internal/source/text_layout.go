package source

// A layout is how the lines of a text were made, as far as its statistics
// tell.
type layout struct {
	// wrap is the column at which lines were wrapped, 0 if they were not.
	wrap int32

	// broken says that sentences go on over lines at their links.
	broken bool
}

// Lines are counted by width up to maxWrap; nobody wraps beyond it.
const maxWrap = 160

// minWrap is the narrowest wrap: below, menus look like wrapped lines.
const minWrap = 36

func measureLayout(lines []textLine) layout {
	var o layout
	o.wrap = wrapColumn(lines)
	going := 0
	for i := range lines {
		l := &lines[i]
		if l.blanks == 0 && l.mark == noMark && (l.first == commaGlyph || l.first == stopGlyph) {
			going++
		}
	}
	o.broken = going >= 2 && going*150 >= len(lines)
	return o
}

// wrapColumn finds the column that the lines were wrapped at: nearly none is
// longer, and where the next line goes on, its first word would not have
// fitted.
func wrapColumn(lines []textLine) int32 {
	var widths [maxWrap + 2]int
	long := 0
	for i := range lines {
		if w := lines[i].width; w >= minWrap {
			widths[min(w, maxWrap+1)]++
			long++
		}
	}
	// Over all lines but the longest fiftieth, which hold what cannot be
	// wrapped.
	over := widths[maxWrap+1]
	if over*50 > long {
		return 0
	}
	wrap := maxWrap
	for wrap > minWrap && (over+widths[wrap])*50 <= long {
		over += widths[wrap]
		wrap--
	}
	if wrap <= minWrap {
		return 0
	}
	// Of the lines that end close to it most must be followed by one that
	// goes on.
	full, on, short := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if b.blanks > 0 || b.mark != noMark || a.mark == headingMark || a.mark == ruleMark || a.width < minWrap/2 {
			continue
		}
		goes := b.first == lowerGlyph || b.first == letterGlyph && a.wide
		if a.width+1+b.word > int32(wrap) {
			full++
			if goes {
				on++
			}
		} else if goes {
			short++
		}
	}
	if on < 3 || on*3 < full || short > on {
		return 0
	}
	return int32(wrap)
}
