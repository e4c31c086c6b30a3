package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
	{"paragraphs with links", "#1b6ca8", repeated("<p>" + strings.Repeat("Some text about the town and its <a href=\"/river\">river</a>, which rose again on Monday. ", 8) + "</p>\n")},
	{"one line", "#16a085", func(size int) string { return "<p>" + strings.Repeat("the river rose ", size/15+1) }},
	{"short blocks", "#2e8b57", repeated("<p>x")},
	{"nested elements", "#c0392b", func(size int) string { return strings.Repeat("<div><section>", size/14+1) + "text" }},
	{"unclosed formatting", "#8e44ad", repeated("<p><b><i>a ")},
	{"attributes of one element", "#d68910", func(size int) string {
		var sb strings.Builder
		sb.WriteString("<p")
		for i := 0; sb.Len() < size; i++ {
			fmt.Fprintf(&sb, " a%d='v'", i)
		}
		return sb.String() + ">text</p>"
	}},
	{"elements with attributes", "#b9770e", repeated(`<span class="a b" id=c title='d'></span>`)},
	{"unclosed tags and quotes", "#7f8c8d", repeated("<p a=\"<!-- <script ")},
}

func repeated(part string) func(int) string {
	return func(size int) string { return strings.Repeat(part, size/len(part)+1) }
}

// A point is what a page of some size costs.
type point struct{ size, seconds, bytes float64 }

// grow measures pith on pages from 1 kB to largest bytes, and writes the plot
// to path. Lines that run along the diagonal show that cost grows with size;
// those that end early reach the limit on blocks.
func grow(path string, largest int) error {
	lines := make([][]point, len(shapes))
	for i, s := range shapes {
		for size := 1000; size <= largest; size *= 10 {
			p, err := measureGrowth(s.page(size))
			if errors.Is(err, extract.ErrTooManyBlocks) {
				fmt.Printf("%-26s %11.0f bytes: %v, after %.6f s\n", s.name, p.size, err, p.seconds)
				break
			}
			lines[i] = append(lines[i], p)
			fmt.Printf("%-26s %11.0f bytes %12.6f s %8.1f ns/byte %8.1f bytes/byte\n",
				s.name, p.size, p.seconds, p.seconds/p.size*1e9, p.bytes/p.size)
		}
	}
	return os.WriteFile(path, []byte(plot(lines)), 0o644)
}

// measureGrowth returns what a page costs: CPU time, and the most memory that
// was in use at once beyond the page itself. The error is the extraction's.
func measureGrowth(page string) (point, error) {
	run := func() error {
		_, err := extract.FromHTML(strings.NewReader(page), &extract.Options{MaxBytes: -1})
		return err
	}
	runs := max(1, 1_000_000/len(page))
	runtime.GC()
	start := cpuTime()
	for range runs {
		_ = run()
	}
	cpu := cpuTime() - start
	var err error
	bytes := peak(func() { err = run() })
	return point{float64(len(page)), float64(max(cpu, time.Microsecond)) / 1e9 / float64(runs), bytes}, err
}

// peak returns by how much the heap grew at most while f ran. Garbage is
// collected early, so that what f needs is counted rather than what it leaves.
// What is too little for a collection counts in whole.
func peak(f func()) float64 {
	const little = 4 << 20 // the least heap that Go collects
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.GC()
	runtime.GC() // pools, too
	var start, end runtime.MemStats
	runtime.ReadMemStats(&start)
	f()
	runtime.ReadMemStats(&end)
	if allocated := end.TotalAlloc - start.TotalAlloc; allocated < little {
		return float64(allocated)
	}
	debug.SetGCPercent(10)
	runtime.GC()
	runtime.GC()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	heap := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	before := heap()
	done, result := make(chan struct{}), make(chan uint64)
	go func() {
		most := before
		for {
			most = max(most, heap())
			select {
			case <-done:
				result <- max(most, heap())
				return
			case <-time.After(100 * time.Microsecond):
			}
		}
	}()
	f()
	close(done)
	return float64(<-result - before)
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
	panel(width+20, "Most memory in use against page size", func(p point) float64 { return p.bytes }, []string{"B", "kB", "MB", "GB"}, 1)
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
