package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/cmd/internal/batch"
)

type corpusPage struct {
	ext  string // .html or .txt
	data []byte
}

// ownPages are the HTML pages of the library's goldens and of these tests.
func ownPages(t *testing.T) []corpusPage {
	t.Helper()
	var pages []corpusPage
	for _, glob := range []string{"../../testdata/pages/*/page.html", "testdata/pages/*.html"} {
		pages = append(pages, readGlob(t, glob)...)
	}
	return pages
}

func readGlob(t *testing.T, glob string) []corpusPage {
	t.Helper()
	files, err := filepath.Glob(glob)
	require.NoError(t, err)
	var pages []corpusPage
	for _, file := range files {
		f, err := os.Open(file)
		require.NoError(t, err)
		z, err := batch.Decompress(f)
		require.NoError(t, err)
		data, err := io.ReadAll(z)
		require.NoError(t, err)
		require.NoError(t, f.Close())
		pages = append(pages, corpusPage{filepath.Ext(strings.TrimSuffix(file, ".gz")), data})
	}
	return pages
}

// The same pages give the same records however they come, but for what says
// where they come from.
func TestShapes(t *testing.T) {
	sameInAllShapes(t, ownPages(t))
}

// The same on all pages of the development corpora.
func TestShapesOfCorpora(t *testing.T) {
	corpora, err := filepath.Glob(filepath.Join(os.Getenv("PITH_SHARED"), "corpora", "*", "html"))
	require.NoError(t, err)
	switch {
	case !*allCorpora:
		t.Skip("takes minutes: give -corpora")
	case len(corpora) == 0:
		t.Skip("no development corpora: set PITH_SHARED")
	}
	for _, corpus := range corpora {
		t.Run(filepath.Base(filepath.Dir(corpus)), func(t *testing.T) {
			sameInAllShapes(t, readGlob(t, filepath.Join(corpus, "*")))
		})
	}
}

var allCorpora = flag.Bool("corpora", false, "run TestShapesOfCorpora")

func sameInAllShapes(t *testing.T, pages []corpusPage) {
	require.NotEmpty(t, pages)
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain")
	require.NoError(t, os.Mkdir(plain, 0o777))
	var zipped, tarred, lines, warc, manifest bytes.Buffer
	z, ta := zip.NewWriter(&zipped), tar.NewWriter(&tarred)
	unicode := make([]bool, len(pages)) // JSON has no other charset
	for i, p := range pages {
		name := fmt.Sprintf("p%04d%s", i, p.ext)
		file := filepath.Join(plain, name)
		require.NoError(t, os.WriteFile(file, p.data, 0o666))
		fmt.Fprintf(&manifest, "{\"path\":%q}\n", file)
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write(p.data)
		require.NoError(t, err)
		require.NoError(t, ta.WriteHeader(&tar.Header{Name: name, Size: int64(len(p.data)), Mode: 0o600}))
		_, err = ta.Write(p.data)
		require.NoError(t, err)
		field, kind, block := "html", "response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+string(p.data)
		if p.ext == ".txt" {
			field, kind, block = "text", "conversion", string(p.data)
		}
		if unicode[i] = utf8.Valid(p.data); unicode[i] {
			lines.Write(encode(map[string]string{field: string(p.data)}))
			lines.WriteByte('\n')
		}
		g := gzip.NewWriter(&warc)
		fmt.Fprintf(g, "WARC/1.0\r\nWARC-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, len(block), block)
		require.NoError(t, g.Close())
	}
	require.NoError(t, z.Close())
	require.NoError(t, ta.Close())
	enc, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	write := func(name string, data []byte) string {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, data, 0o666))
		return file
	}

	records := func(args ...string) []string {
		_, stdout, _ := runHere(t, "", append([]string{"batch", "-q"}, args...)...)
		var all []string
		for line := range strings.Lines(stdout) {
			var rec map[string]json.RawMessage
			require.NoError(t, json.Unmarshal([]byte(line), &rec))
			for _, name := range []string{"source", "record", "offset"} {
				delete(rec, name)
			}
			all = append(all, string(encode(rec)))
		}
		return all
	}
	same := func(want, got []string) {
		require.Len(t, got, len(want))
		for i := range want {
			require.Equal(t, want[i], got[i])
		}
	}
	want := records(plain)
	require.Equal(t, len(pages), len(want))
	same(want, records("-j", "1", plain))
	same(want, records("--manifest", write("m.jsonl.gz", gzipped(manifest.Bytes()))))
	same(want, records(write("p.zip", zipped.Bytes())))
	same(want, records(write("p.tar.zst", enc.EncodeAll(tarred.Bytes(), nil))))
	same(want, records(write("p.warc.gz", warc.Bytes())))
	var inUnicode []string
	for i, rec := range want {
		if unicode[i] {
			inUnicode = append(inUnicode, rec)
		}
	}
	same(inUnicode, records(write("p.jsonl.zst", enc.EncodeAll(lines.Bytes(), nil))))
	t.Logf("%d pages, %d of them in JSON", len(want), len(inUnicode))
}

func gzipped(data []byte) []byte {
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	_, _ = z.Write(data)
	_ = z.Close()
	return buf.Bytes()
}

// Whatever the names in an archive, files land in the output.
func TestNamesInArchives(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/harbour.html")
	require.NoError(t, err)
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for _, name := range []string{"inner.zip", "../../up.html", "/abs.html", "a/../../b.html", `c:\win.html`, "same.html", "same.htm"} {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write(page)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	dir := t.TempDir()
	file := filepath.Join(dir, "x.zip")
	require.NoError(t, os.WriteFile(file, data.Bytes(), 0o666))
	out := filepath.Join(dir, "deep", "out")
	code, _, stderr := runHere(t, "", "batch", file, "-o", out, "--stats", "json")
	require.Equal(t, exitDone, code)
	said, stats, _ := strings.Cut(stderr, "\n")
	require.Equal(t, fmt.Sprintf("pith: %s!same.htm: another page has that name; written to %s", file, filepath.Join(out, "x", "same-2.txt")), said)
	require.Contains(t, stats, `"passed_over":{"archive in an archive":1}`)
	var names []string
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	}))
	require.Equal(t, []string{"deep/out/x/abs.txt", "deep/out/x/b.txt", "deep/out/x/c_/win.txt", "deep/out/x/same-2.txt",
		"deep/out/x/same.txt", "deep/out/x/up.txt", "x.zip"}, names)
}
