package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
)

// authorLines reads the lines near the headline and at the article's end.
func (f *finder) authorLines(p *pool) {
	var lines lineState
	for _, w := range f.windows() {
		for i := int(w.Start); i < int(w.End); i++ {
			b := &f.page.Blocks[i]
			if f.hidden(b) {
				continue
			}
			text := f.linesOf(i)
			if len(text) > 400 {
				text = text[:cutRune(text, 100)]
			}
			f.authorLine(p, i, text, &lines)
		}
	}
	if f.page.Origin == block.Text {
		f.labelledFar(p, &lines)
	}
	if lines.authors > 0 {
		return
	}
	for _, e := range lines.editors {
		if o := f.authorLineAdd(p, e.block, e.byline, authorEditor, f.nearness(e.block), e.text, &lines); o != nil {
			o.features.set(authorHan)
		}
	}
}

// maxLabelled bounds the lines with labels that are taken far from headline and
// article in scraped text.
const maxLabelled = 6

// labelledFar reads the lines of scraped text outside of the windows that begin
// with a label, or follow a line that is one.
func (f *finder) labelledFar(p *pool, lines *lineState) {
	w := f.windows()
	lines.label = false
	for i, n := 0, 0; i < len(f.page.Blocks) && n < maxLabelled; i++ {
		read := false
		for _, r := range w {
			read = read || int32(i) >= r.Start && int32(i) < r.End
		}
		line := f.page.Blocks[i].Text
		after := lines.label
		lines.label = false
		if read || len(line) > 100 || !after && len(labelsAt(line, skipMarks(line, 0))) == 0 {
			continue
		}
		if isLabel(line) {
			lines.label = !hasHan(line)
			continue
		}
		if _, labelled := cutLabel(line); !labelled && !after || hasHan(line) {
			continue
		}
		if by, ok := parseByline(line, true, f.loc, f.room(0)); ok && shapeOf(by.names[0]).person && !f.menuItem(i, by.names) {
			n++
			f.authorLineAdd(p, i, by, authorBy, f.nearness(i), line, lines)
		}
	}
}

// lineState is what the reading of bylines keeps from line to line.
type lineState struct {
	found int  // labelled bylines so far
	label bool // the last line was a label without names

	authors  int // lines in Chinese characters that name authors
	han      []string
	hanBlock int // the last of them, and its names
	editors  []editorLine
}

func (f *finder) authorLine(p *pool, i int, text string, lines *lineState) {
	b := &f.page.Blocks[i]
	n := f.nearness(i)
	if hasHan(text) {
		f.hanBlock(p, i, n, lines)
		return
	}
	long := len(b.Text) > 200
	for part := 0; text != "" && part < maxLines; part++ {
		line := text
		if j := strings.IndexByte(text, '\n'); j >= 0 {
			line, text = text[:j], text[j+1:]
		} else {
			text = ""
		}
		if line == "" {
			continue
		}
		labelled := lines.label
		lines.label = isLabel(line)
		if labelled && !lines.label && len(line) < 120 {
			if by, ok := parseByline(line, true, f.loc, f.room(0)); ok && shapeOf(by.names[0]).words <= 6 {
				by.labelled = true
				f.authorLineAdd(p, i, by, authorBy, n, line, lines)
				continue
			}
		}
		by, ok := parseByline(line, false, f.loc, f.room(0))
		if ok && !f.menuItem(i, by.names) && !(long && (by.start > 40 || !shapeOf(by.names[0]).person)) && !(by.start > 30 && !shapeOf(by.names[0]).person) {
			f.authorLineAdd(p, i, by, authorBy, n, line, lines)
		} else if !long && n != nearInside && n != nearFar {
			f.bareLine(p, i, line, by, n, lines)
		}
	}
}

// maxAgain is how much of a text is searched for a name again, in bytes.
const maxAgain = 128 << 10

// menuItem reports whether a labelled name is rather an entry of a menu: "By
// country".
func (f *finder) menuItem(i int, names []string) bool {
	b := &f.page.Blocks[i]
	if b.Kind != block.ListItem && !b.Line.Bullet {
		return false
	}
	s := shapeOf(names[0])
	return len(names) == 1 && s.words == 1 && s.small && !s.digits
}

func (f *finder) authorLineAdd(p *pool, i int, by byline, ft feature, n near, line string, lines *lineState) *option {
	kind := "byline"
	if f.page.Origin == block.Text {
		kind = "line"
	}
	o := f.authorAdd(p, by.names, ft, f.sourceAt(kind, "", i, line[by.start:by.end]))
	if o == nil {
		return nil
	}
	e := f.page.Blocks[i].Element
	var set setting
	if e >= 0 {
		set = f.settingOf(e)
	}
	f.authorPlace(o, n, set)
	if ft == authorBy {
		if lines.found++; lines.found == 1 {
			o.features.set(authorFirst)
		} else if lines.found >= 3 {
			o.features.set(authorMany)
		}
	}
	if f.page.Blocks[i].Kind == block.Heading {
		o.features.set(authorHeading)
	}
	if f.dateBeside(i) {
		o.features.set(authorDateNext)
	}
	if f.page.Origin == block.Text && !o.features.has(authorAgain) {
		_, rest, _ := strings.Cut(f.page.Input[:cutRune(f.page.Input, maxAgain)], by.names[0])
		o.features.put(strings.Contains(rest, by.names[0]), authorAgain)
	}
	return o
}

// dateBeside reports whether block i or one next to it states a date.
func (f *finder) dateBeside(i int) bool {
	return i > 0 && f.statesDate(i-1) || f.statesDate(i) || f.statesDate(i+1)
}

// statesDate reports whether block i is a short line with a date.
func (f *finder) statesDate(i int) bool {
	if i >= len(f.page.Blocks) {
		return false
	}
	t := f.page.Blocks[i].Text
	return len(t) < 150 && mayHoldDate(t) && len(findDates(t, f.loc)) > 0
}

// bareLine takes a short line that may be just a name: what stands before a
// date, or a line beside one. by is what its label announces, if it has one.
func (f *finder) bareLine(p *pool, i int, line string, by byline, n near, lines *lineState) {
	if len(line) < 3 || len(line) > 120 {
		return
	}
	ft := authorBare
	if mayHoldDate(line) {
		ms := findDates(line, f.loc)
		if len(ms) == 0 || ms[0].start < 3 {
			if len(ms) == 0 {
				return
			}
			line = strings.TrimLeft(line[ms[0].end:], " |,·•-–—")
			if line == "" {
				return
			}
		}
		ft = authorDateline
	} else if strings.Count(line, " ") > 7 || strings.Contains(line, ":") { // a label and what it is for
		return
	}
	head := f.out.Headline
	if b := &f.page.Blocks[i]; b.Kind == block.Heading && b.Level < 3 || i == head {
		return
	}
	around := n == nearAt || head >= 0 && i >= head-1 && i <= head+6
	if ft == authorBare && !around && !f.dateBeside(i) {
		return
	}
	if ft == authorDateline {
		by, _ = parseByline(line, true, f.loc, f.room(0))
	} else if !by.labelled {
		by = namesFrom(line, skipMarks(line, 0), f.loc, f.room(0))
	}
	if len(by.names) == 0 || len(by.names) > 4 {
		return
	}
	sandwich := ft == authorBare && head >= 0 && i == head+1 && len(line) < 50 && f.statesDate(i+1)
	for _, name := range by.names {
		if s := shapeOf(name); !s.person && !sandwich && !(ft == authorDateline && s.words <= 5 && !s.small) {
			return
		}
	}
	if ft == authorBare && around && !f.dateBeside(i) {
		ft = authorName
	}
	if o := f.authorLineAdd(p, i, by, ft, n, line, lines); o != nil {
		if head >= 0 && i == head+1 {
			o.features.set(authorNextHead)
		}
		if sandwich {
			o.features.set(authorSandwich)
		}
		if i+1 < len(f.page.Blocks) {
			next := f.page.Blocks[i+1].Text
			if len(next) < 80 && hasRole(next) {
				o.features.set(authorRoleNext)
			}
			if len(next) > 200 {
				o.features.set(authorBodyNext)
			}
		}
		if f.page.Blocks[i].Line.Bullet || f.page.Blocks[i].Kind == block.ListItem {
			o.features.set(authorBullet)
		}
	}
}
