package meta

import (
	"strings"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// A titleLineAt is a line of scraped text that may be the title.
type titleLineAt struct {
	text  string
	key   string
	block int
	part  bool // one of the lines that a block was joined from
	whole bool // all the lines of such a block
}

// maxTitleLines bounds the lines that are looked at as titles, maxTitleScan
// the blocks in which they are searched.
const (
	maxTitleLines = 48
	maxTitleScan  = 500
)

// titleLines takes lines of scraped text as titles: the first of the page,
// which often is its title element, the short ones before and at the
// beginning of the article, and any early one that the URL or the first line
// speaks for.
func (f *finder) titleLines(p *pool) {
	blocks := f.page.Blocks
	if len(blocks) == 0 {
		return
	}
	first := firstLine(f.linesOf(0))
	firstKey := f.text.key(first)
	lines := f.lines
	for i := 0; i < len(blocks) && i < maxTitleScan; i++ {
		near := i >= f.first-24 && i < f.first+4
		top := blocks[i].Kind == block.Heading && blocks[i].Level == 1
		joined := false
		for line, rest, more := "", f.linesOf(i), true; more; {
			line, rest, more = strings.Cut(rest, "\n")
			joined = joined || more
			line = strings.TrimSpace(line)
			if len(line) < 4 || len(line) > 260 {
				continue
			}
			opens := near || top || i > 0 && spelled(firstKey, line) > 10 // the first line begins with this one
			if !opens && f.slug == "" || strings.Count(line, " ") > 36 || !near && strings.IndexByte(line, ' ') < 0 && !wide(line) {
				continue
			}
			key := f.text.key(line)
			if !opens {
				if n, of := wordsIn(f.slug, key, slugWord); of < 2 || n*5 < of*3 {
					continue
				}
			}
			lines = append(lines, titleLineAt{text: line, key: key, block: i, part: joined})
		}
		if joined && len(blocks[i].Text) < 200 { // or the lines were one line
			lines = append(lines, titleLineAt{text: blocks[i].Text, key: f.text.key(blocks[i].Text), block: i, whole: true})
		}
	}
	f.lines = lines
	if len(lines) > maxTitleLines { // those nearest to the article
		mid := 0
		for mid < len(lines) && lines[mid].block < f.first {
			mid++
		}
		from := min(max(mid-maxTitleLines*3/4, 0), len(lines)-maxTitleLines)
		lines = lines[from : from+maxTitleLines]
	}
	f.titleParts(p, first, titleTag, f.sourceAt("line", "", 0, first))
	for _, l := range lines {
		f.titleLine(p, l)
	}
}

// twice reports whether the lines that may be titles have one with this key
// twice.
func (f *finder) twice(key string) bool {
	n := 0
	for i := range f.lines {
		if l := &f.lines[i]; l.key == key && !l.whole {
			n++
		}
	}
	return n > 1
}

func (f *finder) titleLine(p *pool, l titleLineAt) {
	blocks, i := f.page.Blocks, l.block
	b := &blocks[i]
	text, key := l.text, l.key
	if ms := findDates(text, f.loc); len(ms) > 0 && (ms[0].end-ms[0].start)*4 > len(text)*3 {
		return // a date alone
	} else if len(ms) > 0 && ms[0].end < len(text) && ms[0].start < 12 {
		text = strings.TrimLeft(text[ms[0].end:], " |-–·")
		key = f.text.key(text)
	} else if len(ms) > 0 && ms[0].start > 12 {
		f.titleAdd(p, strings.TrimRight(text[:ms[0].start], " |-–·,("), titleLineCut, f.sourceAt("line", "", i, ""))
	}
	tail := max(len(text)-39, 0)
	if n := strings.LastIndex(text[tail:], " by ") + tail; n >= tail && n > 12 {
		f.titleAdd(p, text[:n], titleLineCut, f.sourceAt("line", "", i, ""))
	}
	o := p.add(key, fold(text), titleLine, f.sourceAt("line", "", i, text))
	if o == nil {
		return
	}
	if o.block < 0 || i <= f.first {
		o.block = i
	}
	f.titlePlace(o, -1, i)
	if l.part {
		o.features.set(titlePart)
	}
	if b.Kind == block.Heading {
		o.features.set(titleMarked)
	}
	o.features.put(f.twice(l.key), titleTwice)
	if b.Line.Bullet || b.Kind == block.ListItem {
		o.features.set(titleBullet)
	}
	if i < 5 {
		o.features.set(titleEarly)
	}
	if b.Line.Blanks > 0 && (i+1 == len(blocks) || blocks[i+1].Line.Blanks > 0) {
		o.features.set(titleAlone)
	}
	o.features.put(isCrumbs(text), titleCrumbs)
	r, _ := utf8.DecodeLastRuneInString(text)
	if r == '.' || r == '。' || r == ':' || r == ',' || r == ';' {
		o.features.set(titleStop)
	}
	for j := i + 1; j <= i+3 && j < len(blocks); j++ {
		t := blocks[j].Text
		if len(t) > 200 {
			o.features.set(titleBodyNext)
			break
		}
		if f.announces(j) {
			o.features.set(titleMetaNext)
			break
		}
	}
}

// isCrumbs reports whether a text has the marks between the parts of a path of
// links.
func isCrumbs(text string) bool {
	return strings.Contains(text, ">") || strings.Contains(text, "|") || strings.Contains(text, "»") || strings.Contains(text, "›")
}

// announces reports whether block i is a line that names authors, or states a
// date.
func (f *finder) announces(i int) bool {
	a := &f.announced[i%len(f.announced)]
	if a.block != i {
		t := f.page.Blocks[i].Text
		_, by := parseByline(t, false, f.loc, f.room(0))
		a.block, a.is = i, by || isLabel(t) || len(t) < 120 && mayHoldDate(t) && len(findDates(t, f.loc)) > 0
	}
	return a.is
}
