package render

import (
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/pithtext/pith/extract"
)

// HTML writes the article as one <article> element of plain semantic elements.
// Everything is escaped, and links lead to http, https, mailto and relative
// addresses only.
func HTML(w io.Writer, a *extract.Article, opts Options) error {
	var d htmlWriter
	t, shown := parts(a, opts)
	d.open("article", attr("lang", a.Language), attr("dir", "auto"))
	d.newline()
	d.top(a, t)
	quoted := false
	for _, s := range sections(shown) {
		if s.quoted != quoted {
			quoted = s.quoted
			d.quote(quoted)
		}
		d.section(s)
	}
	if quoted {
		d.quote(false)
	}
	d.close("article")
	d.newline()
	return flush(w, d.String())
}

// htmlWriter writes markup; text reaches it escaped.
type htmlWriter struct{ strings.Builder }

// attr returns an attribute, or nothing for an empty value.
func attr(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + html.EscapeString(value) + `"`
}

func (d *htmlWriter) open(tag string, attrs ...string) {
	d.WriteString("<" + tag + strings.Join(attrs, "") + ">")
}
func (d *htmlWriter) close(tag string) { d.WriteString("</" + tag + ">") }
func (d *htmlWriter) newline()         { d.WriteByte('\n') }

func (d *htmlWriter) quote(begin bool) {
	if begin {
		d.open("blockquote")
	} else {
		d.close("blockquote")
	}
	d.newline()
}

func (d *htmlWriter) top(a *extract.Article, t top) {
	if t == (top{}) {
		return
	}
	d.open("header")
	d.newline()
	if t.title != "" {
		d.WriteString("<h1>" + html.EscapeString(t.title) + "</h1>\n")
	}
	date := ""
	if t.date != "" {
		date = "<time" + attr("datetime", t.date) + ">" + a.Published.Time.Format("2006-01-02") + "</time>"
	}
	if line := join(" · ", html.EscapeString(t.byline), date); line != "" {
		d.WriteString("<p>" + line + "</p>\n")
	}
	d.close("header")
	d.newline()
}

func (d *htmlWriter) section(s section) {
	switch s.form {
	case list:
		d.list(s.blocks)
	case table:
		d.table(s.blocks)
	case definitions:
		d.definitions(s.blocks)
	default:
		d.block(s.blocks[0])
	}
	d.newline()
}

func (d *htmlWriter) block(b extract.Block) {
	switch b.Kind {
	case extract.Heading:
		d.element("h"+strconv.Itoa(min(max(b.Level, 1), 6)), b)
	case extract.Code:
		// The line break after <pre> is not part of its text.
		class := ""
		if b.Language != "" {
			class = "language-" + b.Language
		}
		d.WriteString("<pre><code" + attr("class", class) + ">" + html.EscapeString(codeText(b.Text)) + "</code></pre>")
	case extract.Caption:
		d.open("figure")
		d.element("figcaption", b)
		d.close("figure")
	default:
		d.element("p", b)
	}
}

// element writes a block as one element.
func (d *htmlWriter) element(tag string, b extract.Block, attrs ...string) {
	d.open(tag, attrs...)
	d.inline(b.Text, inline(b.Text, b.Spans))
	d.close(tag)
}

func (d *htmlWriter) inline(text string, n node) {
	at := n.start
	for _, k := range n.kids {
		d.text(text[at:k.start])
		switch k.kind {
		case extract.Link:
			d.marked("a", text, k, attr("href", k.url))
		case extract.Strong:
			d.marked("strong", text, k)
		case extract.Emphasis:
			d.marked("em", text, k)
		case extract.CodeSpan:
			d.marked("code", text, k)
		case extract.Formula:
			d.text(`\(` + text[k.start:k.end] + `\)`) // for a script that typesets
		}
		at = k.end
	}
	d.text(text[at:n.end])
}

func (d *htmlWriter) marked(tag, text string, n node, attrs ...string) {
	d.open(tag, attrs...)
	d.inline(text, n)
	d.close(tag)
}

func (d *htmlWriter) text(s string) {
	d.WriteString(strings.ReplaceAll(html.EscapeString(s), "\n", "<br>"))
}

// list nests lists by the items' levels.
func (d *htmlWriter) list(items []extract.Block) {
	type openList struct {
		tag            string
		level, ordinal int
	}
	var open []openList
	closeLast := func() {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		d.close("li")
		d.close(last.tag)
	}
	for _, b := range items {
		tag := "ul"
		if b.Ordinal != 0 {
			tag = "ol"
		}
		for len(open) > 1 && open[len(open)-1].level > b.Level {
			closeLast()
		}
		if continuesItem(b) {
			d.newline()
			d.block(b)
			continue
		}
		if n := len(open); n > 0 && (open[n-1].level >= b.Level || n == maxDepth) {
			if open[n-1].tag != tag {
				closeLast()
			} else {
				d.close("li")
			}
		}
		value := ""
		n := len(open)
		if n == 0 || open[n-1].level < b.Level && n < maxDepth {
			d.open(tag)
			d.newline()
			open = append(open, openList{tag: tag, level: b.Level})
			n++
		} else {
			d.newline()
		}
		l := &open[n-1]
		l.level = min(l.level, b.Level)
		if b.Ordinal != 0 && b.Ordinal != l.ordinal+1 {
			value = attr("value", strconv.Itoa(b.Ordinal))
		}
		l.ordinal = b.Ordinal
		d.open("li", value)
		d.inline(b.Text, inline(b.Text, b.Spans))
	}
	for len(open) > 0 {
		closeLast()
	}
}

func (d *htmlWriter) table(blocks []extract.Block) {
	t := newGrid(blocks)
	d.open("table")
	d.newline()
	if len(t.captions) > 0 {
		d.open("caption")
		for i, c := range t.captions {
			if i > 0 {
				d.WriteString("<br>")
			}
			d.inline(c.Text, inline(c.Text, c.Spans))
		}
		d.close("caption")
		d.newline()
	}
	for _, row := range t.rows {
		d.open("tr")
		for _, blocks := range row {
			tag := "td"
			if len(blocks) > 0 && blocks[0].Header {
				tag = "th"
			}
			d.open(tag)
			for i, b := range blocks {
				if i > 0 {
					d.WriteString("<br>")
				}
				d.inline(b.Text, inline(b.Text, b.Spans))
			}
			d.close(tag)
		}
		d.close("tr")
		d.newline()
	}
	d.close("table")
}

func (d *htmlWriter) definitions(blocks []extract.Block) {
	d.open("dl")
	d.newline()
	for _, b := range blocks {
		if b.Kind == extract.Term {
			d.element("dt", b)
		} else {
			d.element("dd", b)
		}
		d.newline()
	}
	d.close("dl")
}
