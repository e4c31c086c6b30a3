package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

func TestSize(t *testing.T) {
	for in, want := range map[string]int64{"1": 1, "500k": 500 << 10, "64M": 64 << 20, "2G": 2 << 30, "1500": 1500} {
		var s size
		require.NoError(t, s.Set(in))
		require.Equal(t, want, int64(s))
		require.Equal(t, in, s.String())
	}
	for _, in := range []string{"", "0", "-1", "k", "1.5M", "64MB", "9999999999999G"} {
		require.Error(t, new(size).Set(in), in)
	}
}

// Each value of an enum flag is completed, and stands in the help.
func TestEnumsComplete(t *testing.T) {
	for _, args := range [][]string{{"--format", ""}, {"batch", "--format", ""}, {"pipe", "--input", ""}, {"batch", "--require", ""}} {
		_, stdout, _ := runHere(t, "", append([]string{"__complete"}, args...)...)
		lines := strings.Split(strings.TrimSpace(stdout), "\n")
		require.Greater(t, len(lines), 3, stdout)
		for _, line := range lines[:len(lines)-1] {
			require.Contains(t, line, "\t", "a value with its meaning")
		}
	}
	_, stdout, _ := runHere(t, "", "--help")
	require.Contains(t, stdout, "--format text|markdown|html|json|jsonl")
}

// Every command has examples, and its help fits a terminal.
func TestHelp(t *testing.T) {
	for _, cmd := range append(newRoot().Commands(), newRoot()) {
		require.NotEmpty(t, cmd.Example, cmd.Name())
		for line := range strings.Lines(cmd.Long) {
			require.LessOrEqual(t, len(line), 81, "%s: %s", cmd.Name(), line)
		}
	}
}

func TestFilter(t *testing.T) {
	a := &extract.Article{
		Title: "T", Language: "pt-BR", Blocks: []extract.Block{{Text: "one two three", Content: true}},
		Published: extract.Date{Time: time.Date(2025, 4, 12, 23, 0, 0, 0, time.FixedZone("", -5*3600)), Precision: extract.Minute},
	}
	on := func(s string) day {
		var d day
		require.NoError(t, d.Set(s))
		return d
	}
	for _, test := range []struct {
		filter filter
		want   string
	}{
		{filter{}, ""},
		{filter{languages: []string{"en", "PT"}}, ""},
		{filter{languages: []string{"pt_br"}}, ""},
		{filter{languages: []string{"pt-PT", "pt-B"}}, "language pt-BR"},
		{filter{minWords: 3}, ""},
		{filter{minWords: 4}, "fewer than 4 words"},
		{filter{since: on("2025-04-12"), until: on("2025-04-12")}, ""},
		{filter{since: on("2025-04-13")}, "before 2025-04-13"},
		{filter{until: on("2025-04-11")}, "after 2025-04-11"},
		{filter{require: []string{"title", "date"}}, ""},
		{filter{require: []string{"byline"}}, "no byline"},
	} {
		require.NoError(t, test.filter.check())
		require.Equal(t, test.want, test.filter.reject(a))
	}
	a.Published, a.Language = extract.Date{}, ""
	require.Equal(t, "no date", (&filter{since: on("2025-04-12")}).reject(a))
	require.Equal(t, "language not known", (&filter{languages: []string{"en"}}).reject(a))
	require.Error(t, new(day).Set("12.04.2025"))
}

func TestExitCode(t *testing.T) {
	for _, test := range []struct {
		err  error
		code int
		line string
	}{
		{nil, 0, ""},
		{status(1), 1, ""},
		{at("stdout", &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}), 0, ""},
		{at("a.html", &fs.PathError{Op: "open", Path: "a.html", Err: syscall.ENOENT}), 2, "pith: a.html: no such file or directory; check the path\n"},
		{at("a.html", fmt.Errorf("%w: more than 7 bytes", batch.ErrTooLarge)), 2, "pith: a.html: too large: more than 7 bytes; raise --max-bytes\n"},
		{at("a.html", fmt.Errorf("%w: more than 9", extract.ErrTooManyBlocks)), 2, "pith: a.html: too many blocks: more than 9; raise --max-blocks\n"},
		{at("a.html", &batch.PanicError{Value: "boom"}), 2, "pith: a.html: panic: boom; please report it with the page\n"},
		{at("a.html", &fs.PathError{Op: "read", Path: "a.html", Err: syscall.EIO}), 2, "pith: a.html: input/output error\n"},
		{errors.New("two\nlines"), 2, "pith: two lines\n"},
	} {
		var out strings.Builder
		require.Equal(t, test.code, exitCode(test.err, &out))
		require.Equal(t, test.line, out.String())
	}
}

func TestAgainCommand(t *testing.T) {
	require.Equal(t, "pith batch 'my pages' -o 'it'\\''s' --resume", againCommand([]string{"pith", "batch", "my pages", "-o", "it's"}))
	require.Equal(t, "pith --resume x", againCommand([]string{"pith", "--resume", "x"}))
}

func TestProgressLine(t *testing.T) {
	s := newStats()
	s.began = time.Now().Add(-10 * time.Second)
	s.result(batch.Result{Page: (&batch.Page{}).With(make([]byte, 1000)), Bytes: 4e6, Status: batch.Failed})
	require.Equal(t, "1 pages  0/s  0.4 MB/s  1 errors", s.line(0))
	require.Equal(t, "1 pages  0/s  0.4 MB/s  1 errors  25%  30s left", s.line(4000))
	require.Contains(t, s.text(), "1 pages, 0 articles, 1 failed in 10")
}
