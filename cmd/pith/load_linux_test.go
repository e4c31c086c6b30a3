package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var loadPages = flag.Int("load", 500, "how many pages TestLoad makes; 200000 take 6 GB of the temporary directory")

var loadWords = strings.Fields(`the of a and in to was it is for on that with as by at from were had not which this
	river town council harbour engineers repair winter bridge market children station evening water report
	money season between according several thousand after before under nobody small old long early night people`)

// loadPage is the page of a number: chrome around an article of some twenty
// paragraphs, 24 kB on average.
func loadPage(i int) []byte {
	r := rand.New(rand.NewPCG(uint64(i), 1))
	words := func(b *strings.Builder, n int) {
		for range n {
			b.WriteString(loadWords[r.IntN(len(loadWords))])
			b.WriteByte(' ')
		}
		fmt.Fprintf(b, "in %d.", 1900+r.IntN(120))
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report %d</title><style>`, i)
	for k := range 60 {
		fmt.Fprintf(&b, ".c%d > li a:hover { margin: %dpx auto; color: #%06x }\n", k, r.IntN(40), r.IntN(1<<24))
	}
	b.WriteString(`</style></head><body><nav><ul>`)
	for k := range 40 {
		fmt.Fprintf(&b, `<li class="c%d"><a href="/topic/%d?ref=nav">Topic %d</a></li>`, k, k, k)
	}
	fmt.Fprintf(&b, `</ul></nav><main><article><h1>Report %d</h1><p class="byline">By Ada Vole</p>`, i)
	for range 12 + r.IntN(16) {
		b.WriteString(`<p class="story-text">`)
		words(&b, 30+r.IntN(80))
		b.WriteString("</p>\n")
	}
	b.WriteString(`</article></main><aside><h2>Most read</h2>`)
	for range 30 {
		fmt.Fprintf(&b, `<div class="card"><a href="/story/%d"><span class="kicker">News</span><h3>`, r.IntN(1e6))
		words(&b, 6)
		b.WriteString(`</h3></a></div>`)
	}
	b.WriteString(`</aside><footer><p>All rights reserved.</p></footer><script>`)
	for range 40 {
		fmt.Fprintf(&b, "window.queue.push({id: %d, slot: 'side', size: [300, %d]});\n", r.IntN(1e6), r.IntN(600))
	}
	b.WriteString("</script></body></html>\n")
	return []byte(b.String())
}

// A run over many pages takes the memory of a few, and all cores. With
// -load 200000 the figures are those of a long run.
func TestLoad(t *testing.T) {
	dir := t.TempDir()
	pages, warc := filepath.Join(dir, "pages"), filepath.Join(dir, "pages.warc.gz")
	require.NoError(t, os.Mkdir(pages, 0o777))
	f, err := os.Create(warc)
	require.NoError(t, err)
	buf := bufio.NewWriterSize(f, 1<<20)
	z := gzip.NewWriter(nil)
	for i := range *loadPages {
		page := loadPage(i)
		require.NoError(t, os.WriteFile(filepath.Join(pages, fmt.Sprintf("%06d.html", i)), page, 0o666))
		z.Reset(buf)
		fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
		require.NoError(t, z.Close())
	}
	require.NoError(t, buf.Flush())
	require.NoError(t, f.Close())

	for _, input := range []string{pages, warc} {
		var one float64
		for _, workers := range []int{1, runtime.NumCPU()} {
			var stderr strings.Builder
			c := exec.Command("pith", "batch", input, "-o", filepath.Join(dir, "out.jsonl"), "--stats", "json", "-j", fmt.Sprint(workers))
			c.Stderr = &stderr
			began := time.Now()
			require.NoError(t, c.Run(), stderr.String())
			took := time.Since(began)
			var s struct {
				Pages, Articles int
				PerSecond       float64 `json:"pages_per_second"`
				Megabytes       float64 `json:"megabytes_per_second"`
			}
			require.NoError(t, json.Unmarshal([]byte(stderr.String()), &s))
			require.Equal(t, *loadPages, s.Pages)
			require.Equal(t, *loadPages, s.Articles)
			used := c.ProcessState.SysUsage().(*syscall.Rusage)
			busy := (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds() / took.Seconds()
			if workers == 1 {
				one = s.PerSecond
			}
			t.Logf("%s, %d workers: %.0f pages/s, %.1f MB/s, %.2f x one worker, %.2f cores busy, %d MiB",
				filepath.Base(input), workers, s.PerSecond, s.Megabytes, s.PerSecond/one, busy, used.Maxrss>>10)
			require.Less(t, used.Maxrss>>10, int64(600))
		}
	}
}
