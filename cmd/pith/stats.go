package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pithtext/pith/cmd/internal/batch"
)

// stats count what happens in a run.
type stats struct {
	mu      sync.Mutex
	began   time.Time
	pages   int64
	by      [4]int64 // by batch.Status
	resumed int64    // done by an earlier run
	before  int      // exit code that those make
	bytes   int64    // of pages, decompressed
	read    int64    // of input, as it is stored
	passed  map[string]int64
}

func newStats() *stats {
	return &stats{began: time.Now(), passed: make(map[string]int64)}
}

func (s *stats) result(r batch.Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages++
	s.by[r.Status]++
	s.bytes += r.Bytes
	s.read += r.Page.Size()
}

func (s *stats) resume(p *batch.Page) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resumed++
	s.read += p.Size()
}

// pass counts what was passed over or mended.
func (s *stats) pass(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.passed[what]++
}

// exit is the exit code that the results make, those of earlier runs included.
func (s *stats) exit() int {
	switch {
	case s.by[batch.Failed] > 0:
		return exitError
	case s.by[batch.NoArticle] > 0:
		return max(exitNoArticle, s.before)
	}
	return s.before
}

// json writes the figures as one object.
func (s *stats) json(w io.Writer) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	seconds := time.Since(s.began).Seconds()
	return json.NewEncoder(w).Encode(struct {
		Pages     int64            `json:"pages"`
		Articles  int64            `json:"articles"`
		NoArticle int64            `json:"no_article"`
		Filtered  int64            `json:"filtered"`
		Failed    int64            `json:"failed"`
		Resumed   int64            `json:"resumed"`
		Passed    map[string]int64 `json:"passed_over"`
		Bytes     int64            `json:"bytes"`
		Seconds   float64          `json:"seconds"`
		PerSecond float64          `json:"pages_per_second"`
		Megabytes float64          `json:"megabytes_per_second"`
	}{
		s.pages, s.by[batch.Done], s.by[batch.NoArticle], s.by[batch.Filtered], s.by[batch.Failed], s.resumed, s.passed,
		s.bytes, round(seconds), round(float64(s.pages) / seconds), round(float64(s.bytes) / 1e6 / seconds),
	})
}

func round(x float64) float64 { return float64(int64(x*1000+0.5)) / 1000 }

// text says the figures in a sentence.
func (s *stats) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	parts := []string{fmt.Sprintf("%d pages", s.pages), fmt.Sprintf("%d articles", s.by[batch.Done])}
	for _, c := range []struct {
		n    int64
		what string
	}{
		{s.by[batch.NoArticle], "without"}, {s.by[batch.Filtered], "filtered out"},
		{s.by[batch.Failed], "failed"}, {s.resumed, "done before"},
	} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	for _, what := range slices.Sorted(maps.Keys(s.passed)) {
		parts = append(parts, fmt.Sprintf("%d %s", s.passed[what], what))
	}
	return strings.Join(parts, ", ") + " in " + time.Since(s.began).Round(100*time.Millisecond).String()
}

// progress shows on a terminal how a run gets on, until stop is called.
func (s *stats) progress(w io.Writer, total func() int64) (stop func()) {
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(250 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				fmt.Fprintf(w, "\r\x1b[K%s", s.line(total()))
			case <-quit:
				fmt.Fprint(w, "\r\x1b[K")
				return
			}
		}
	}()
	return sync.OnceFunc(func() { close(quit); <-done })
}

// line is one state of the progress: total is the size of the input, 0 if that
// is not known.
func (s *stats) line(total int64) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	took := time.Since(s.began)
	seconds := max(took.Seconds(), 0.001)
	line := fmt.Sprintf("%d pages  %.0f/s  %.1f MB/s  %d errors",
		s.pages, float64(s.pages)/seconds, float64(s.bytes)/1e6/seconds, s.by[batch.Failed])
	if total > 0 && s.read > 0 && s.read <= total {
		left := time.Duration(float64(took) * float64(total-s.read) / float64(s.read))
		line += fmt.Sprintf("  %d%%  %s left", 100*s.read/total, left.Round(time.Second))
	}
	return line
}
