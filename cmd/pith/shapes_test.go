package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// ownPages are the HTML pages of the library's goldens and of these tests.
func ownPages(t *testing.T) map[string][]byte {
	t.Helper()
	pages := make(map[string][]byte)
	for _, glob := range []string{"../../testdata/pages/*/page.html", "testdata/pages/*.html"} {
		files, err := filepath.Glob(glob)
		require.NoError(t, err)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			if !utf8.Valid(data) {
				continue // JSON has no other charset
			}
			pages[fmt.Sprintf("p%03d.html", len(pages))] = data
		}
	}
	return pages
}

// The same pages give the same records however they come, but for what says
// where they come from.
func TestShapes(t *testing.T) {
	pages := ownPages(t)
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain")
	require.NoError(t, os.Mkdir(plain, 0o777))
	var zipped, tarred, lines, warc, manifest bytes.Buffer
	z, ta := zip.NewWriter(&zipped), tar.NewWriter(&tarred)
	for i := range len(pages) {
		name := fmt.Sprintf("p%03d.html", i)
		data := pages[name]
		file := filepath.Join(plain, name)
		require.NoError(t, os.WriteFile(file, data, 0o666))
		fmt.Fprintf(&manifest, "{\"path\":%q}\n", file)
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write(data)
		require.NoError(t, err)
		require.NoError(t, ta.WriteHeader(&tar.Header{Name: name, Size: int64(len(data)), Mode: 0o600}))
		_, err = ta.Write(data)
		require.NoError(t, err)
		lines.Write(encode(map[string]string{"html": string(data)}))
		lines.WriteByte('\n')
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + string(data)
		g := gzip.NewWriter(&warc)
		fmt.Fprintf(g, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
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
		code, stdout, stderr := runHere(t, "", append([]string{"batch", "-q"}, args...)...)
		require.LessOrEqual(t, code, exitNoArticle, stderr)
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
	want := records(plain)
	require.Len(t, want, len(pages))
	require.Equal(t, want, records("--unordered", "-j", "1", plain))
	require.Equal(t, want, records("--manifest", write("m.jsonl", manifest.Bytes())))
	require.Equal(t, want, records(write("p.zip", zipped.Bytes())))
	require.Equal(t, want, records(write("p.tar.zst", enc.EncodeAll(tarred.Bytes(), nil))))
	require.Equal(t, want, records(write("p.jsonl.zst", enc.EncodeAll(lines.Bytes(), nil))))
	require.Equal(t, want, records(write("p.warc.gz", warc.Bytes())))
}

// Whatever the names in an archive, files land in the output.
func TestNamesInArchives(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/harbour.html")
	require.NoError(t, err)
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for _, name := range []string{"../../up.html", "/abs.html", "a/../../b.html", `c:\win.html`, "same.html", "same.htm"} {
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
	code, _, stderr := runHere(t, "", "batch", file, "-o", out)
	require.Equal(t, exitDone, code)
	require.Equal(t, fmt.Sprintf("pith: %s!same.htm: another page has that name; written to %s\n", file, filepath.Join(out, "x", "same-2.txt")), stderr)
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
