package batch

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// numbered yields n pages and counts how many were taken.
func numbered(n int, taken *atomic.Int64) Pages {
	return func(yield func(*Page) bool) {
		for i := range n {
			taken.Add(1)
			if !yield((&Page{Source: fmt.Sprint(i), Offset: -1}).With([]byte("x"))) {
				return
			}
		}
	}
}

func TestRunKeepsOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var got []string
		err := Run(context.Background(), numbered(300, new(atomic.Int64)), func(p *Page) Result {
			if p.Source == "5" {
				time.Sleep(5 * time.Millisecond)
			}
			return Result{Page: p}
		}, func(r Result) error {
			got = append(got, r.Page.Source)
			return nil
		}, Options{Workers: workers})
		require.NoError(t, err)
		require.Len(t, got, 300)
		for i, s := range got {
			require.Equal(t, fmt.Sprint(i), s)
		}
	}
}

func TestRunUnordered(t *testing.T) {
	var got []string
	release := make(chan struct{})
	err := Run(context.Background(), numbered(50, new(atomic.Int64)), func(p *Page) Result {
		if p.Source == "0" {
			<-release
		}
		return Result{Page: p}
	}, func(r Result) error {
		if got = append(got, r.Page.Source); len(got) == 49 {
			close(release)
		}
		return nil
	}, Options{Workers: 2, Unordered: true})
	require.NoError(t, err)
	require.Len(t, got, 50)
	require.Equal(t, "0", got[49])
}

// While one page is slow, no more pages than the window are taken.
func TestRunIsBounded(t *testing.T) {
	var taken atomic.Int64
	release := make(chan struct{})
	time.AfterFunc(50*time.Millisecond, func() {
		require.LessOrEqual(t, taken.Load(), int64(2*window+2+3))
		close(release)
	})
	err := Run(context.Background(), numbered(1000, &taken), func(p *Page) Result {
		if p.Source == "0" {
			<-release
		}
		return Result{Page: p}
	}, func(Result) error { return nil }, Options{Workers: 2})
	require.NoError(t, err)
	require.Equal(t, int64(1000), taken.Load())
}

func TestRunGuardsPages(t *testing.T) {
	var got []error
	err := Run(context.Background(), numbered(3, new(atomic.Int64)), func(p *Page) Result {
		switch p.Source {
		case "0":
			panic("boom")
		case "1":
			time.Sleep(time.Second)
		}
		return Result{Page: p}
	}, func(r Result) error {
		got = append(got, r.Err)
		return nil
	}, Options{Workers: 1, Timeout: 20 * time.Millisecond})
	require.NoError(t, err)
	require.EqualError(t, got[0], "panic: boom")
	require.Equal(t, ErrTimeout, got[1])
	require.NoError(t, got[2])
}

func TestRunStops(t *testing.T) {
	full := errors.New("disk full")
	err := Run(context.Background(), numbered(1000, new(atomic.Int64)), func(p *Page) Result { return Result{Page: p} },
		func(Result) error { return full }, Options{})
	require.Equal(t, full, err)

	// A source that blocks does not keep a run from stopping.
	ctx, cancel := context.WithCancel(context.Background())
	done := 0
	err = Run(ctx, func(yield func(*Page) bool) {
		yield(&Page{Source: "0"})
		cancel()
		select {}
	}, func(p *Page) Result { return Result{Page: p} }, func(Result) error { done++; return nil }, Options{})
	require.ErrorIs(t, err, context.Canceled)
	require.LessOrEqual(t, done, 1)
}

// A slow sink holds the workers back, and memory stays that of a few pages.
func TestRunMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	most := uint64(0)
	pages := func(yield func(*Page) bool) {
		for range 200 {
			if !yield((&Page{Offset: -1}).With(make([]byte, 1<<20))) {
				return
			}
		}
	}
	n := 0
	err := Run(context.Background(), pages, func(p *Page) Result {
		_, err := p.Read(2 << 20)
		return Result{Page: p, Err: err}
	}, func(r Result) error {
		if n++; n%50 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&after)
			most = max(most, after.HeapAlloc-min(after.HeapAlloc, before.HeapAlloc))
		}
		return r.Err
	}, Options{Workers: 2})
	require.NoError(t, err)
	require.Less(t, most, uint64(60<<20))
}

func TestLines(t *testing.T) {
	l := newLines(strings.NewReader("a\r\n\n"+strings.Repeat("x", 300<<10)+"\nlast"), 10)
	type line struct {
		text   string
		offset int64
		long   bool
	}
	var got []line
	for {
		text, offset, long, err := l.next()
		if err != nil {
			break
		}
		if long {
			text = nil
		}
		got = append(got, line{string(text), offset, long})
	}
	require.Equal(t, []line{{"a", 0, false}, {"", 3, false}, {"", 4, true}, {"last", 4 + 300<<10 + 1, false}}, got)
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"a/b.html":         "a/b.html",
		"../../etc/passwd": "etc/passwd",
		"/abs/x":           "abs/x",
		`c:\dir\x?.html`:   "c_/dir/x_.html",
		"a/../../b":        "b",
		"a/.hidden":        "a/_hidden",
		"\x00\xff":         "__",
		"":                 "_",
	} {
		require.Equal(t, want, safeName(in), in)
	}
	long := safeName(strings.Repeat("ü", 300))
	require.LessOrEqual(t, len(long), maxElement)

	for in, want := range map[string]string{
		"https://a.test":             "a.test/index",
		"https://a.test/b/":          "a.test/b/index",
		"https://a.test/b/c.html":    "a.test/b/c",
		"https://a.test/../../c":     "a.test/c",
		"https://a.test:80/c?page=2": "a.test/c-" + shortHash("page=2"),
		"":                           "000000000007",
		"mailto:x":                   "000000000007",
	} {
		require.Equal(t, want, nameOfURL(in, 7), in)
	}

	stem, ext := splitName("a/b.HTML.gz")
	require.Equal(t, []string{"a/b", ".html"}, []string{stem, ext})
	stem, ext = splitName("v1.2")
	require.Equal(t, []string{"v1.2", ""}, []string{stem, ext})
}

func TestMirrorNames(t *testing.T) {
	m := Mirror{Dir: "out", Ext: ".txt"}
	var got []string
	for p := range m.Pages(func(yield func(*Page) bool) {
		for _, name := range []string{"a", "A", "a-2", "b", "a", "", "a.TXT/c"} {
			if !yield(&Page{Name: name}) {
				return
			}
		}
	}) {
		got = append(got, m.File(p))
	}
	require.Equal(t, []string{"out/a.txt", "out/A-2.txt", "out/a-2-2.txt", "out/b.txt", "out/a-3.txt", "out/page.txt", "out/a.TXT_/c.txt"}, got)
}

func TestGlobs(t *testing.T) {
	g := Globs{"*.html", "tags/**", "/top.txt"}
	for name, want := range map[string]bool{
		"a.html": true, "x/y/a.html": true, "tags/a/b.txt": true, "x/tags/b.txt": false, "top.txt": true, "x/top.txt": false,
	} {
		require.Equal(t, want, g.match(name), name)
	}
	require.Error(t, Globs{"[a"}.Check())
}

func TestSniff(t *testing.T) {
	for data, want := range map[string]content{
		"WARC/1.0\r\n":                           warcFile,
		gz("WARC/1.1\r\n"):                       warcFile,
		"<!DOCTYPE html><p>":                     page,
		gz("\n <html lang=en>"):                  page,
		"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00": page,
		`{"html": "<html>"}`:                     linesFile,
		"\ufeff{\"html\": \"<html>\"}":           linesFile,
		"\n {\"html\": \"<html>\"}":              linesFile,
		"{\n  \"html\": \"<html>\"\n}":           jsonFile,
		"\n {\n  \"html\": \"<html>\"\n}":        jsonFile,
		"\ufeff[\n {\"html\":\"<html>\"}]":       jsonFile,
		"[1] {a note}":                           unknown,
		"PK\x03\x04":                             zipFile,
		"body { color: red }":                    unknown,
		"":                                       unknown,
		"\x1f\x8b":                               unknown,
	} {
		require.Equal(t, want, sniff(bufio.NewReaderSize(strings.NewReader(data), 64<<10)), "%q", data)
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a", "b", "c.txt")
	require.NoError(t, WriteFile(name, []byte("one")))
	require.NoError(t, WriteFile(name, []byte("two")))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "two", string(data))
	// A failure leaves the directory as it was.
	require.NoError(t, os.Mkdir(filepath.Join(dir, "d"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "d", "x"), nil, 0o666))
	require.Error(t, WriteFile(filepath.Join(dir, "d"), []byte("x")))
	left, err := filepath.Glob(filepath.Join(dir, ".pith-*"))
	require.NoError(t, err)
	require.Empty(t, left)
}

// A file keeps its permissions, and what leads to it stays.
func TestWriteFileInPlace(t *testing.T) {
	dir := t.TempDir()
	file, link, lost := filepath.Join(dir, "a"), filepath.Join(dir, "link"), filepath.Join(dir, "lost")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o600))
	require.NoError(t, os.Symlink("a", link))
	require.NoError(t, os.Symlink("b", lost))
	require.NoError(t, WriteFile(link, []byte("new")))
	require.NoError(t, WriteFile(lost, []byte("new")))
	for name, kind := range map[string]os.FileMode{file: 0, link: os.ModeSymlink, filepath.Join(dir, "b"): 0, lost: os.ModeSymlink} {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, "new", string(data))
		info, err := os.Lstat(name)
		require.NoError(t, err)
		require.Equal(t, kind, info.Mode().Type(), name)
	}
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode())
	require.NoError(t, os.Chmod(file, 0))
	require.NoError(t, WriteFile(file, []byte("newer")))
	info, err = os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0), info.Mode())
}

// Whatever byte a stream is torn at, it goes on after its last whole record.
func TestStreamResume(t *testing.T) {
	scan := func(seen *int) RecordScanner {
		return func(r io.Reader) (int64, error) {
			var whole int64
			err := EachLine(r, func(line []byte) error {
				*seen++
				whole += int64(len(line))
				return nil
			})
			return whole, err
		}
	}
	for _, name := range []string{"x.jsonl", "x.jsonl.gz", "x.jsonl.zst"} {
		file := filepath.Join(t.TempDir(), name)
		write := func(s *Stream, from, to int) {
			for i := from; i < to; i++ {
				_, err := s.Write([]byte(fmt.Sprintf("{\"n\":%d}\n", i)))
				require.NoError(t, err)
				if i%3 == 2 {
					require.NoError(t, s.Flush())
				}
			}
			require.NoError(t, s.Close())
		}
		s, err := CreateStream(file, []byte("{}\n"))
		require.NoError(t, err)
		write(s, 0, 12)
		whole, err := os.ReadFile(file)
		require.NoError(t, err)
		for cut := range len(whole) {
			require.NoError(t, os.WriteFile(file, whole[:cut], 0o666))
			seen := 0
			s, err := ResumeStream(file, []byte("{}\n"), scan(&seen))
			require.NoError(t, err)
			write(s, max(seen-1, 0), 12) // the head is no record
			got, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, whole, got, "%s torn at %d", name, cut)
		}
	}
}

// What a file has stays until there is something to write in its place, or it is
// said that there is nothing.
func TestStreamBegins(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.jsonl")
	require.NoError(t, os.WriteFile(file, []byte("old and long\n"), 0o666))
	open := func() *Stream {
		s, err := CreateStream(file, []byte("head\n"))
		require.NoError(t, err)
		require.NoError(t, s.Idle())
		return s
	}
	content := func(s *Stream) string {
		require.NoError(t, s.Close())
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		return string(data)
	}
	require.Equal(t, "old and long\n", content(open()))
	s := open()
	_, err := s.Write([]byte("new\n"))
	require.NoError(t, err)
	require.Equal(t, "head\nnew\n", content(s))
	s = open()
	require.NoError(t, s.Begin())
	require.Equal(t, "head\n", content(s))
}

type fullWriter struct{ room int }

func (w *fullWriter) Write(p []byte) (int, error) {
	if w.room -= len(p); w.room < 0 {
		return 0, syscall.ENOSPC
	}
	return len(p), nil
}

// What could not be written in an idle moment is told by all that follows.
func TestStreamFails(t *testing.T) {
	s := NewStream(&fullWriter{room: 4}, nil)
	for _, want := range []error{nil, nil} {
		_, err := s.Write([]byte("abc\n"))
		require.Equal(t, want, err)
		_ = s.Idle()
	}
	_, err := s.Write([]byte("abc\n"))
	require.Equal(t, syscall.ENOSPC, err)
	require.Equal(t, syscall.ENOSPC, s.Flush())
	require.Equal(t, syscall.ENOSPC, s.Close())
}

func TestManifestOfRecords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.warc.gz")
	a, b := response("http://a.test/", "", "<p>a</p>").String(), response("http://b.test/", "", "<p>b</p>").String()
	require.NoError(t, os.WriteFile(file, []byte(gz(a)+gz(b)), 0o666))
	in := &Input{MaxBytes: 1 << 20}

	// What failed is asked for again by its entry, in any order.
	var manifest bytes.Buffer
	var entries []string
	for p := range in.Args(context.Background(), []string{file}) {
		line, err := json.Marshal(p.Entry(errors.New("x")))
		require.NoError(t, err)
		entries = append([]string{string(line)}, entries...)
	}
	require.Contains(t, entries[0], `"crawled":"2025-03-04T05:06:07Z"`)
	manifest.WriteString(strings.Join(entries, "\n") + "\n" + `{"path":"` + file + `","record":"none","id":9}` + "\n" +
		`{"path":"` + file + `","offset":0,"id":1}` + "\n" + `{"path":"` + file + `","record":"urn:test:http://b.test/","offset":9}` + "\n" + `{"path":"` + file + `","offset":1}` + "\n")
	var got []string
	for p := range in.Manifest(context.Background(), "m", &manifest) {
		data, err := p.Read(1 << 20)
		if err != nil {
			data = []byte(err.Error())
		}
		got = append(got, string(p.ID)+p.URL+" "+string(data))
	}
	require.Equal(t, []string{"http://b.test/ <p>b</p>", "http://a.test/ <p>a</p>", `9 has no record "none"`,
		"1http://a.test/ <p>a</p>", "http://b.test/ <p>b</p>", " has no page at 1"}, got)
}

// Whatever is damaged, the entries of what failed ask for all that was not read.
// As long as it is damaged they stay as they are.
func TestManifestOfDamage(t *testing.T) {
	const n = 60
	var records, bodies []string
	random := rand.NewChaCha8([32]byte{})
	for i := range n {
		noise := make([]byte, 500)
		_, _ = random.Read(noise)
		bodies = append(bodies, "<p>"+hex.EncodeToString(noise)+"</p>")
		records = append(records, response(fmt.Sprintf("http://%d.test/", i), "", bodies[i]).String())
	}
	var tarred bytes.Buffer
	z := tar.NewWriter(&tarred)
	for i, body := range bodies {
		require.NoError(t, z.WriteHeader(&tar.Header{Name: fmt.Sprint(i, ".html"), Size: int64(len(body)), Mode: 0o600}))
		_, err := io.WriteString(z, body)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	one := strings.Join(records, "")
	own, tens := "", ""
	for i, r := range records {
		own += gz(r)
		if i%10 == 0 {
			tens += gz(strings.Join(records[i:i+10], ""))
		}
	}
	cut := func(data []byte) []byte { return data[:len(data)/4+600] } // inside a member of the tar file
	spoil := func(data []byte) []byte {
		for i := range 40 {
			data[len(data)/4+i] ^= 0x5a
		}
		return data
	}
	for name, test := range map[string]struct {
		data   string
		damage func([]byte) []byte
	}{
		"cut.warc":        {one, cut},
		"cut-one.warc.gz": {gz(one), cut},
		"one.warc.gz":     {gz(one), spoil},
		"cut-own.warc.gz": {own, cut},
		"own.warc.gz":     {own, spoil},
		"tens.warc.gz":    {tens, spoil},
		"cut.tar":         {tarred.String(), cut},
		"cut.tar.gz":      {gz(tarred.String()), cut},
		"spoilt.tar.gz":   {gz(tarred.String()), spoil},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name)
			in := &Input{MaxBytes: 1 << 20}
			got := make(map[string]bool)
			read := func(pages Pages) (failed string) {
				for p := range pages {
					data, err := p.Read(1 << 20)
					if got[string(data)] = true; err != nil {
						line, _ := json.Marshal(p.Entry(err))
						failed += string(line) + "\n"
					}
				}
				return failed
			}
			retry := func(list string) string {
				return read(in.Manifest(context.Background(), "m", strings.NewReader(list)))
			}
			require.NoError(t, os.WriteFile(file, test.damage([]byte(test.data)), 0o666))
			failed := read(in.Args(context.Background(), []string{file}))
			require.Equal(t, 1, strings.Count(failed, "\n"), failed)
			require.NotContains(t, failed, "damaged: bad archive data: damaged")
			require.Equal(t, failed, retry(failed))
			require.NoError(t, os.WriteFile(file, []byte(test.data), 0o666))
			require.Empty(t, retry(failed))
			for _, body := range bodies {
				require.True(t, got[body])
			}
		})
	}
}
