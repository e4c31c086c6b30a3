package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/pithtext/pith/extract/internal/block"
)

const (
	mathML = `<math><semantics><msub><mi>x</mi><mi>i</mi></msub>`
	source = `<annotation encoding="application/x-tex">x_i</annotation></semantics></math>`
	drawn  = `<span aria-hidden="true"><i>x</i><sub>i</sub></span>`
)

// TestFormulas holds that a formula is there once, as its source if that is
// there.
func TestFormulas(t *testing.T) {
	for name, c := range map[string]struct{ in, flow, tex string }{
		"MathML alone":       {"<p>Take " + mathML + "</semantics></math>, then", "Take xi, then", ""},
		"with its source":    {"<p>Take " + mathML + source + ", then", "Take x_i, then", "x_i"},
		"and drawn":          {"<p>Take <span>" + mathML + source + "</span>" + drawn + ", then", "Take x_i, then", "x_i"},
		"drawn, no source":   {"<p>Take " + mathML + "</math>" + drawn + ", then", "Take xi, then", ""},
		"first in its block": {"<p>Take<p>" + mathML + source + " and", "Take\nx_i and", "x_i"},
		"its size":           {"<p>Take " + strings.Replace(mathML+source, "x_i", `{\displaystyle x_{i}}`, 1), "Take x_{i}", "x_{i}"},
		"other annotations":  {"<p>Take " + mathML + `<annotation encoding="text/plain">x sub i</annotation><annotation-xml><ci>x</ci></annotation-xml></math>, then`, "Take xi, then", ""},
		"an empty source":    {"<p>Take " + strings.Replace(mathML+source, "x_i", " ", 1) + " then", "Take xi then", ""},
		"marks inside":       {"<p>Take <math><semantics><mtext><b>x</b></mtext>" + source + ", then", "Take x_i, then", "x_i"},
		"to be typeset":      {`<p>Take <script type="math/tex">x_i</script>, then`, "Take x_i, then", "x_i"},
		"in a frame":         {"<p>Take <script type=\"math/tex\">% <![CDATA[\nx_i \\% % one\n+ 1 %]]></script>, then", `Take x_i \% + 1, then`, `x_i \% + 1`},
		"and as it is":       {`<p>Take <span>x_i</span><script type="math/tex">x_i</script>, then`, "Take x_i, then", "x_i"},
		"behind its letter":  {`<p>The box <script type="math/tex">x</script> and a max<script type="math/tex">x</script>`, "The box x and a maxx", "x"},
		"two sizes":          {"<p>Take " + strings.Replace(mathML+source, "x_i", `{\displaystyle a}{b}`, 1), `Take {\displaystyle a}{b}`, `{\displaystyle a}{b}`},
		"first of the page":  {`<p><script type="math/tex">x_i</script> is`, "x_i is", "x_i"},
		"one after another":  {`<p>Take <script type="math/tex">x_i</script> <script type="math/tex">y_i</script>`, "Take x_i y_i", "y_i"},
		"in the next block":  {`<p>` + mathML + `</math><p><script type="math/tex">x_i</script>`, "xi\nx_i", "x_i"},
		"preformatted":       {"<pre>Take " + mathML + source, "Take xi", ""},
		"and typeset":        {"<p>Take " + mathML + `</math><script type="math/tex">x_i</script>, then`, "Take xi, then", ""},
		"two in a row":       {"<p>" + mathML + source + " " + mathML + source, "x_i x_i", "x_i"},
		"no drawing":         {"<p>Take <b aria-hidden=true>x</b> and " + mathML + "</math> " + drawn, "Take x and xi xi", ""},
		"no drawing either":  {"<p>" + mathML + "</math><b aria-hidden=true>x</b>", "xix", ""},
		"outside":            {`<p>Take <annotation encoding="application/x-tex">x_i</annotation>`, "Take x_i", ""},
	} {
		for feeder, p := range map[string]*block.Page{"bytes": HTML(c.in), "nodes": nodePage(t, c.in)} {
			require.Equal(t, c.flow, p.Flow, "%s, from %s", name, feeder)
			tex := ""
			for _, b := range p.Blocks {
				for _, s := range b.Spans {
					if s.Kind == block.Formula {
						tex = b.Text[s.Start:s.End]
					}
				}
			}
			require.Equal(t, c.tex, tex, "%s, from %s", name, feeder)
			for _, e := range p.Elements {
				require.LessOrEqual(t, int(e.Text.End), len(p.Flow), name)
			}
		}
	}
}

// TestNodeOfAnnotation has nothing around it.
func TestNodeOfAnnotation(t *testing.T) {
	n := &html.Node{Type: html.ElementNode, Data: "annotation"}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: "x"})
	require.Equal(t, "x", Node(n).Flow)
}

func nodePage(t *testing.T, in string) *block.Page {
	n, err := html.Parse(strings.NewReader(in))
	require.NoError(t, err)
	return Node(n)
}
