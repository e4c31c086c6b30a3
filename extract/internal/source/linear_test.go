package source

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// hostile are pages that cost more than their size in careless parsers.
var hostile = map[string]func(n int) string{
	"nested blocks":           func(n int) string { return strings.Repeat("<div>", n/5) },
	"nested inline":           func(n int) string { return strings.Repeat("<span>a ", n/8) },
	"nested tables":           func(n int) string { return strings.Repeat("<table><td>", n/11) },
	"nested foreign":          func(n int) string { return strings.Repeat("<svg><g>", n/8) },
	"nested templates":        func(n int) string { return strings.Repeat("<template>", n/10) },
	"unclosed formatting":     func(n int) string { return strings.Repeat("<b><i><font size=1>", n/19) },
	"formatting by paragraph": func(n int) string { return strings.Repeat("<b>", 200) + strings.Repeat("<p>a", n/4) },
	"permalinks": func(n int) string {
		return "<a href='#x'>" + strings.Repeat("<b>", n/12) + strings.Repeat("#<br>", n/7)
	},
	"annotations": func(n int) string {
		return strings.Repeat("<b>", n/12) + strings.Repeat("<annotation encoding=application/x-tex>a<br>", n/60)
	},
	"sources": func(n int) string {
		return "<math><mtext>" + strings.Repeat("<b>", n/12) + strings.Repeat("<annotation encoding=application/x-tex>a<br>b</annotation>", n/80)
	},
	"many sources": func(n int) string {
		return "<math>" + strings.Repeat("<annotation encoding=application/x-tex>a</annotation>", n/54)
	},
	"nested formulas": func(n int) string {
		return strings.Repeat("<math><mtext>x", n/40) + strings.Repeat("</mtext><annotation encoding=application/x-tex>y</annotation></math>", n/110)
	},
	"formulas typeset": func(n int) string { return "<p>" + strings.Repeat("<script type=math/tex>x</script>", n/32) },
	"different formatting": func(n int) string {
		var sb strings.Builder
		for i := 0; sb.Len() < n; i++ {
			sb.WriteString("<font a" + strings.Repeat("x", i%50) + "><p>a")
		}
		return sb.String()
	},
	"misnested formatting":    func(n int) string { return strings.Repeat("<a><div></a>", n/12) },
	"end tags without start":  func(n int) string { return strings.Repeat("</p></b></div></table>", n/22) },
	"end tags far from start": func(n int) string { return strings.Repeat("<i>", 400) + strings.Repeat("</form></div></b></p>", n/21) },
	"links without end":       func(n int) string { return strings.Repeat("<a href=x>a<p>", n/14) },
	"breaks":                  func(n int) string { return strings.Repeat("<b>", 400) + strings.Repeat("a<br><br>", n/9) },
	"attributes":              func(n int) string { return "<p " + strings.Repeat("class=a id=b c=d ", n/17) + ">a" },
	"long attribute":          func(n int) string { return "<a href='" + strings.Repeat("&amp;", n/5) + "'>a" },
	"open quote":              func(n int) string { return "<a href='" + strings.Repeat("<p>", n/3) },
	"open quotes":             func(n int) string { return strings.Repeat("<a '", n/4) },
	"open comment":            func(n int) string { return "<!--" + strings.Repeat("<p>--", n/5) },
	"comments":                func(n int) string { return strings.Repeat("<!-- -- -->", n/11) },
	"open comments":           func(n int) string { return strings.Repeat("<!--", n/4) },
	"open script":             func(n int) string { return "<script>" + strings.Repeat("</scrip>", n/8) },
	"scripts in comments":     func(n int) string { return strings.Repeat("<script><!--<script>", n/20) },
	"open titles":             func(n int) string { return strings.Repeat("<title>", n/7) },
	"open declarations":       func(n int) string { return strings.Repeat("<!x", n/3) },
	"open sections":           func(n int) string { return "<math>" + strings.Repeat("<![CDATA[", n/9) },
	"less-than signs":         func(n int) string { return strings.Repeat("<", n) },
	"ampersands":              func(n int) string { return strings.Repeat("&", n) },
	"references":              func(n int) string { return strings.Repeat("&notit;&#1234;&amp", n/18) },
	"long reference":          func(n int) string { return "&" + strings.Repeat("a", n) },
	"items":                   func(n int) string { return strings.Repeat("<li>a", n/5) },
	"nested lists":            func(n int) string { return strings.Repeat("<ul><li>a", n/9) },
	"text in tables":          func(n int) string { return strings.Repeat("<table>a", n/8) },
	"selects":                 func(n int) string { return strings.Repeat("<select><option>a", n/17) },
	"preformatted":            func(n int) string { return "<pre>" + strings.Repeat("<b>\n </b>\n", n/11) },
	"preformatted blocks":     func(n int) string { return strings.Repeat("<pre> \n", n/7) },
	"noscripts":               func(n int) string { return strings.Repeat("<noscript>a", n/11) },
	"bodies":                  func(n int) string { return strings.Repeat("<html><body>", n/12) },
}

// TestHTMLLinear holds the cost of hostile pages to their size.
func TestHTMLLinear(t *testing.T) {
	for name, page := range hostile {
		t.Run(name, func(t *testing.T) { isLinear(t, page, func(in string) { HTML(in) }) })
	}
}

// isLinear reads an input of some size and one of sixteen times that, and
// compares what they cost.
func isLinear(t *testing.T, input func(n int) string, read func(string)) {
	const small, large = 20_000, 320_000
	cost := func(in string) (seconds, bytes float64) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		read(in)
		seconds = time.Since(start).Seconds()
		runtime.ReadMemStats(&after)
		return seconds, float64(after.TotalAlloc - before.TotalAlloc)
	}
	seconds, _ := cost(input(small))
	in := input(large)
	largeSeconds, largeBytes := cost(in)
	for try := 0; try < 5 && largeSeconds > 100*seconds+0.5; try++ { // the machine may be busy
		again, _ := cost(in)
		largeSeconds = min(largeSeconds, again)
	}
	t.Logf("%.0f ns and %.0f bytes a byte", largeSeconds*1e9/large, largeBytes/large)
	require.Less(t, largeBytes/large, 400.0, "bytes a byte")
	require.LessOrEqual(t, largeSeconds, 100*seconds+0.5)
}
