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
	var lines []titleLineAt
	seen := map[string]int{}
	for i := 0; i < len(blocks) && i < maxTitleScan; i++ {
		near := i >= f.first-24 && i < f.first+4
		text := f.linesOf(i)
		whole := !strings.Contains(text, "\n")
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if len(line) < 4 || len(line) > 260 || strings.Count(line, " ") > 36 {
				continue
			}
			if !near {
				if strings.IndexByte(line, ' ') < 0 && !wide(line) || f.slug == "" && len(firstKey) <= 10 && blocks[i].Kind != block.Heading {
					continue
				}
				key := f.text.key(line)
				n, of := f.slugWords(key)
				if !(of >= 2 && n*5 >= of*3 || len(key) > 10 && i > 0 && strings.HasPrefix(firstKey, key) || blocks[i].Kind == block.Heading && blocks[i].Level == 1) {
					continue
				}
			}
			l := titleLineAt{line, f.text.key(line), i, !whole}
			seen[l.key]++
			lines = append(lines, l)
		}
		if !whole && len(blocks[i].Text) < 200 { // or the lines were one line
			l := titleLineAt{blocks[i].Text, f.text.key(blocks[i].Text), i, false}
			lines = append(lines, l)
		}
	}
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
		f.titleLine(p, l, seen)
	}
}

func (f *finder) titleLine(p *pool, l titleLineAt, seen map[string]int) {
	blocks, i := f.page.Blocks, l.block
	b := &blocks[i]
	text := l.text
	if ms := findDates(text, f.loc); len(ms) > 0 && (ms[0].end-ms[0].start)*4 > len(text)*3 {
		return // a date alone
	} else if len(ms) > 0 && ms[0].end < len(text) && ms[0].start < 12 {
		text = strings.TrimLeft(text[ms[0].end:], " |-–·")
	} else if len(ms) > 0 && ms[0].start > 12 {
		f.titleAdd(p, strings.TrimRight(text[:ms[0].start], " |-–·,("), titleLineCut, f.sourceAt("line", "", i, ""))
	}
	if n := strings.LastIndex(text, " by "); n > 12 && len(text)-n < 40 {
		f.titleAdd(p, text[:n], titleLineCut, f.sourceAt("line", "", i, ""))
	}
	o := f.titleAdd(p, text, titleLine, f.sourceAt("line", "", i, text))
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
	if seen[l.key] > 1 {
		o.features.set(titleTwice)
	}
	if b.Line.Bullet || b.Kind == block.ListItem {
		o.features.set(titleBullet)
	}
	if i < 5 {
		o.features.set(titleEarly)
	}
	if b.Line.Blanks > 0 && (i+1 == len(blocks) || blocks[i+1].Line.Blanks > 0) {
		o.features.set(titleAlone)
	}
	if strings.ContainsAny(text, "»>|›") {
		o.features.set(titleCrumbs)
	}
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
		if _, ok := parseByline(t, false, f.loc, f.room(0)); ok || isLabel(t) || len(t) < 120 && mayHoldDate(t) && len(findDates(t, f.loc)) > 0 {
			o.features.set(titleMetaNext)
			break
		}
	}
}
