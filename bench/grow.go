package main

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/pithtext/pith/extract"
)

// A shape is a way for a page to be large.
type shape struct {
	name  string
	color string
	page  func(size int) string
}

var shapes = []shape{
	{"paragraphs with links", "#1b6ca8", repeated("<p>Some text about the town and its <a href=\"/river\">river</a>, which rose again on Monday.</p>\n")},
	{"short blocks", "#2e8b57", repeated("<p>x")},
	{"nested elements", "#c0392b", repeated("<div>a ")},
	{"unclosed formatting", "#8e44ad", repeated("<p><b><i>a ")},
	{"attributes", "#d68910", func(size int) string {
		var sb strings.Builder
		sb.WriteString("<p")
		for i := 0; sb.Len() < size; i++ {
			fmt.Fprintf(&sb, " a%d='v'", i)
		}
		return sb.String() + ">text</p>"
	}},
	{"unclosed tags and quotes", "#7f8c8d", repeated("<p a=\"<!-- <script ")},
}

func repeated(part string) func(int) string {
	return func(size int) string { return strings.Repeat(part, size/len(part)+1) }
}

// A point is what a page of some size costs.
type point struct{ size, seconds, bytes float64 }

// grow measures pith on pages from 1 kB to largest bytes, and writes the plot
// to path. Lines that run along the diagonal show that cost grows with size.
func grow(path string, largest int) error {
	lines := make([][]point, len(shapes))
	for i, s := range shapes {
		for size := 1000; size <= largest; size *= 10 {
			p := measureGrowth(s.page(size))
			lines[i] = append(lines[i], p)
			fmt.Printf("%-26s %11.0f bytes %12.6f s %8.1f ns/byte %8.1f bytes/byte\n",
				s.name, p.size, p.seconds, p.seconds/p.size*1e9, p.bytes/p.size)
		}
	}
	return os.WriteFile(path, []byte(plot(lines)), 0o644)
}

func measureGrowth(page string) point {
	runs := max(1, 1_000_000/len(page))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := cpuTime()
	for range runs {
		// ErrNoArticle is what most of these deserve.
		_, _ = extract.FromHTML(strings.NewReader(page), &extract.Options{MaxBytes: -1})
	}
	cpu := cpuTime() - start
	runtime.ReadMemStats(&after)
	n := float64(runs)
	return point{float64(len(page)), float64(max(cpu, time.Microsecond)) / 1e9 / n, float64(after.TotalAlloc-before.TotalAlloc) / n}
}

// plot draws time and memory against size, side by side, all axes logarithmic.
func plot(lines [][]point) string {
	const width, height, margin = 420, 360, 60
	var sb strings.Builder
	fmt.Fprintf(&sb, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">`+"\n",
		2*width+40, height+30+16*len(shapes))
	sb.WriteString(`<rect width="100%" height="100%" fill="white"/>` + "\n")
	panel := func(left float64, title string, of func(point) float64, units []string, lowest float64) {
		lowX, highX, lowY, highY := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
		for _, l := range lines {
			for _, p := range l {
				lowX, highX = min(lowX, math.Log10(p.size)), max(highX, math.Log10(p.size))
				lowY, highY = min(lowY, math.Log10(of(p))), max(highY, math.Log10(of(p)))
			}
		}
		lowX, highX, lowY, highY = math.Floor(lowX), math.Ceil(highX-0.1), math.Floor(lowY), math.Ceil(highY)
		x := func(v float64) float64 { return left + margin + (math.Log10(v)-lowX)/(highX-lowX)*(width-margin-20) }
		y := func(v float64) float64 { return height - 40 - (math.Log10(v)-lowY)/(highY-lowY)*(height-80) }
		fmt.Fprintf(&sb, `<text x="%.0f" y="24" font-size="14">%s</text>`+"\n", left+margin, title)
		for e := lowX; e <= highX; e++ {
			v := math.Pow(10, e)
			fmt.Fprintf(&sb, `<line x1="%.1f" y1="40" x2="%.1f" y2="%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n",
				x(v), x(v), height-40, x(v), height-22, label(v, []string{"B", "kB", "MB", "GB"}, 1))
		}
		for e := lowY; e <= highY; e++ {
			v := math.Pow(10, e)
			fmt.Fprintf(&sb, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="#ddd"/><text x="%.1f" y="%.1f" text-anchor="end">%s</text>`+"\n",
				left+margin, y(v), left+width-20, y(v), left+margin-6, y(v)+4, label(v, units, lowest))
		}
		for i, l := range lines {
			points := make([]string, len(l))
			for j, p := range l {
				points[j] = fmt.Sprintf("%.1f,%.1f", x(p.size), y(of(p)))
			}
			fmt.Fprintf(&sb, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>`+"\n", strings.Join(points, " "), shapes[i].color)
		}
	}
	panel(0, "CPU time against page size", func(p point) float64 { return p.seconds }, []string{"ns", "µs", "ms", "s", "ks"}, 1e-9)
	panel(width+20, "Memory allocated against page size", func(p point) float64 { return p.bytes }, []string{"B", "kB", "MB", "GB"}, 1)
	for i, s := range shapes {
		fmt.Fprintf(&sb, `<rect x="60" y="%d" width="18" height="3" fill="%s"/><text x="86" y="%d">%s</text>`+"\n", height+6+16*i, s.color, height+12+16*i, s.name)
	}
	return sb.String() + "</svg>\n"
}

// label writes a value with the largest of the units, each a thousand of the
// one before; the first is worth lowest.
func label(v float64, units []string, lowest float64) string {
	v /= lowest
	i := 0
	for i < len(units)-1 && v >= 999.5 {
		v /= 1000
		i++
	}
	return fmt.Sprintf("%.3g %s", v, units[i])
}
