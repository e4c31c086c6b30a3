// Command bench runs pith and its Go peers over the same pages in memory, in
// turn, and prints what each costs.
//
//	go run . -pages DIR -rounds 5
//	go run . -grow growth.svg
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

func main() {
	dir := flag.String("pages", "../testdata/pages", "directory with pages: *.html, *.html.gz, at any depth")
	rounds := flag.Int("rounds", 5, "rounds; of each figure the median is printed")
	every := flag.Int("every", 1, "take one page of so many")
	only := flag.String("peers", "", "run only the peers whose names contain one of these, comma-separated")
	svg := flag.String("grow", "", "instead, measure how pith's cost grows with its input, and write the plot to this file")
	largest := flag.Int("largest", 100_000_000, "largest page of -grow, in bytes")
	flag.Parse()
	var err error
	if *svg != "" {
		err = grow(*svg, *largest)
	} else {
		err = compare(*dir, *rounds, *every, *only)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A cost is what a peer took for all pages once.
type cost struct {
	cpu    time.Duration // of all threads, so with garbage collection
	allocs uint64
	bytes  uint64
}

func compare(dir string, rounds, every int, only string) error {
	pages, err := readPages(dir, every)
	if err != nil {
		return err
	}
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	chosen := slices.DeleteFunc(slices.Clone(peers), func(p peer) bool { return p.name != baseline && !isChosen(p.name, only) })
	costs := map[string][]cost{}
	for range rounds {
		for _, p := range chosen {
			costs[p.name] = append(costs[p.name], measure(p.run, pages))
		}
	}
	fmt.Printf("%d pages, %.1f MB, %d rounds, %s, %s/%s\n\n", len(pages), float64(size)/1e6, rounds, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tCPU µs/page\tMB/s\tallocs/page\tkB/page\tx html.Parse\t")
	base := float64(median(costs[baseline], func(c cost) float64 { return float64(c.cpu) }))
	n := float64(len(pages))
	for _, p := range chosen {
		cpu := median(costs[p.name], func(c cost) float64 { return float64(c.cpu) })
		fmt.Fprintf(w, "%s\t%.0f\t%.0f\t%.0f\t%.0f\t%.2f\t\n", p.name, cpu/1e3/n, float64(size)/cpu*1e3,
			median(costs[p.name], func(c cost) float64 { return float64(c.allocs) })/n,
			median(costs[p.name], func(c cost) float64 { return float64(c.bytes) })/n/1e3, cpu/base)
	}
	return w.Flush()
}

func isChosen(name, only string) bool {
	if only == "" {
		return true
	}
	for part := range strings.SplitSeq(only, ",") {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// leastTime is how long a peer is measured at least: it reads all pages again
// and again, for one reading is over before its memory has grown to its size.
const leastTime = time.Second

// measure returns the mean cost of reading all pages once.
func measure(run func(string) int, pages []string) cost {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start, readings := cpuTime(), 0
	for cpuTime()-start < leastTime {
		for _, p := range pages {
			run(p)
		}
		readings++
	}
	cpu := cpuTime() - start
	runtime.ReadMemStats(&after)
	n := uint64(readings)
	return cost{cpu / time.Duration(n), (after.Mallocs - before.Mallocs) / n, (after.TotalAlloc - before.TotalAlloc) / n}
}

// cpuTime is what the process has used so far, in the program and the kernel.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func median(costs []cost, of func(cost) float64) float64 {
	values := make([]float64, len(costs))
	for i, c := range costs {
		values[i] = of(c)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

func readPages(dir string, every int) ([]string, error) {
	var pages []string
	i := 0
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".html") && !strings.HasSuffix(path, ".html.gz") {
			return err
		}
		if i++; (i-1)%every != 0 {
			return nil
		}
		b, err := os.ReadFile(path)
		if err == nil && strings.HasSuffix(path, ".gz") {
			var r *gzip.Reader
			if r, err = gzip.NewReader(bytes.NewReader(b)); err == nil {
				b, err = io.ReadAll(r)
			}
		}
		pages = append(pages, string(b))
		return err
	})
	if err == nil && len(pages) == 0 {
		err = fmt.Errorf("no pages in %s", dir)
	}
	return pages, err
}
