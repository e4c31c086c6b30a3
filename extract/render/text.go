package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/pithtext/pith/extract"
)

// Text writes the article as plain text: title, byline and date on lines on
// top, then the body in paragraphs. List items are indented by depth and begin
// with a dash or their number; the cells of a table's row are a tab apart.
func Text(w io.Writer, a *extract.Article, opts Options) error {
	t, shown := parts(a, opts)
	all := []string{join("\n", t.title, t.byline, t.date)}
	for _, s := range sections(shown) {
		all = append(all, strings.Join(plainLines(s), "\n"))
	}
	doc := join("\n\n", all...)
	if doc != "" {
		doc += "\n"
	}
	return flush(w, doc)
}

func plainLines(s section) []string {
	var lines []string
	switch s.form {
	case list:
		for _, b := range s.blocks {
			indent := strings.Repeat("  ", min(max(b.Level-1, 0), maxDepth))
			marker := "- "
			if continuesItem(b) {
				marker = "  "
			} else if b.Ordinal > 0 {
				marker = strconv.Itoa(b.Ordinal) + ". "
			}
			own := textLines(b.Text)
			if b.Kind == extract.Code {
				own = strings.Split(codeText(b.Text), "\n")
			}
			hang := "\n" + indent + strings.Repeat(" ", len(marker))
			lines = append(lines, indent+marker+strings.Join(own, hang))
		}
	case table:
		t := newGrid(s.blocks)
		for _, c := range t.captions {
			lines = append(lines, textLines(c.Text)...)
		}
		for _, row := range t.rows {
			cells := make([]string, len(row))
			for i, blocks := range row {
				var texts []string
				for _, b := range blocks {
					texts = append(texts, fold(b.Text))
				}
				cells[i] = strings.Join(texts, " ")
			}
			lines = append(lines, strings.Join(cells, "\t"))
		}
	default:
		for _, b := range s.blocks {
			if b.Kind == extract.Code {
				lines = append(lines, codeText(b.Text))
			} else {
				lines = append(lines, textLines(b.Text)...)
			}
		}
	}
	return lines
}
