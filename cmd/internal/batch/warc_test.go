package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// A testRecord is a record to write. A size other than 0 is a lie.
type testRecord struct {
	kind, url, extra, block string
	size                    int
}

func (r testRecord) String() string {
	size := len(r.block)
	if r.size != 0 {
		size = r.size
	}
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:test:%s>\r\nWARC-Target-URI: %s\r\n"+
		"WARC-Date: 2025-03-04T05:06:07Z\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", r.kind, r.url, r.url, r.extra, size, r.block)
}

func response(url, head, body string) testRecord {
	return testRecord{kind: "response", url: url, block: "HTTP/1.1 200 OK\r\nContent-Type: text/html" + head + "\r\n\r\n" + body}
}

// gather reads all pages of a file and what was counted.
func gather(t *testing.T, name string, data []byte) (pages []string, counts map[string]int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, data, 0o666))
	counts = make(map[string]int)
	in := &Input{MaxBytes: 1 << 20, Count: func(what string) { counts[what]++ }}
	for p := range in.Args(context.Background(), []string{file}) {
		data, err := p.Read(1 << 20)
		s := p.URL + " " + string(data)
		if err != nil {
			s = p.URL + " ! " + err.Error()
		}
		pages = append(pages, s)
	}
	return pages, counts
}

func gz(s string) string {
	var buf bytes.Buffer
	if err := packGzip(&buf, []byte(s)); err != nil {
		panic(err)
	}
	return buf.String()
}

func br(s string) string {
	var buf bytes.Buffer
	w := brotli.NewWriter(&buf)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return buf.String()
}

func deflated(s string) string {
	var buf bytes.Buffer
	w := zlib.NewWriter(&buf)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return buf.String()
}

func TestWARC(t *testing.T) {
	a := response("http://a.test/", "", "<p>a</p>")
	b := response("http://b.test/", "", "<p>b</p>")
	short, long, little := a, a, a
	short.size, long.size, little.size = len(a.block)-4, len(a.block)+60, len(a.block)+5
	bare := func(r testRecord) string {
		r.block = strings.ReplaceAll(r.block, "\r", "")
		return strings.ReplaceAll(r.String(), "\r", "")
	}
	both := []string{"http://a.test/ <p>a</p>", "http://b.test/ <p>b</p>"}
	for name, test := range map[string]struct {
		data   string
		pages  []string
		counts map[string]int
	}{
		"plain":             {a.String() + b.String(), both, nil},
		"bare line feeds":   {bare(a) + bare(b), both, nil},
		"a little too long": {little.String() + b.String(), both, map[string]int{"wrong Content-Length": 1}},
		"length too short":  {short.String() + b.String(), both, map[string]int{"wrong Content-Length": 1}},
		"length too long":   {long.String() + b.String(), both, map[string]int{"wrong Content-Length": 1}},
		"no length":         {strings.Replace(a.String(), "Content-Length", "X", 1) + b.String(), both, map[string]int{"wrong Content-Length": 1}},
		"cut off":           {a.String() + b.String()[:len(b.String())-8], []string{both[0], " ! damaged: the archive ends inside a record"}, nil},
		"cut in the header": {a.String() + b.String()[:100], []string{both[0],
			" ! damaged: the archive ends inside a record"}, nil},
		"other records": {testRecord{kind: "warcinfo", block: "x: y"}.String() + a.String() +
			testRecord{kind: "request", url: "http://a.test/", block: "GET / HTTP/1.1\r\n\r\n"}.String() +
			testRecord{kind: "response", url: "http://i.test/", block: "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"}.String() +
			testRecord{kind: "response", url: "http://n.test/", block: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no"}.String() +
			testRecord{kind: "response", url: "http://e.test/", block: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"}.String() + b.String(),
			both, map[string]int{"records without a page": 2, "not HTML": 1, "HTTP status not 2xx": 1, "without a body": 1}},
		"chunked":            {response("http://a.test/", "\r\nTransfer-Encoding: chunked", "4\r\n<p>a\r\n4\r\n</p>\r\n0\r\n\r\n").String(), both[:1], nil},
		"chunked no more":    {response("http://a.test/", "\r\nTransfer-Encoding: chunked", "<p>a</p>").String(), both[:1], nil},
		"chunks cut off":     {response("http://a.test/", "\r\nTransfer-Encoding: chunked", "8\r\n<p>a</p>\r\n99\r\n").String(), both[:1], nil},
		"compressed":         {response("http://a.test/", "\r\nContent-Encoding: gzip", gz("<p>a</p>")).String(), both[:1], nil},
		"decompressed":       {response("http://a.test/", "\r\nContent-Encoding: gzip", "<p>a</p>").String(), both[:1], nil},
		"brotli":             {response("http://a.test/", "\r\nContent-Encoding: br", br("<p>a</p>")).String(), both[:1], nil},
		"brotli no more":     {response("http://a.test/", "\r\nContent-Encoding: br", "<p>a</p>").String(), both[:1], nil},
		"brotli cut off":     {response("http://a.test/", "\r\nContent-Encoding: br", br("<p>a</p>")[:5]).String(), []string{"http://a.test/ ! damaged: the brotli data is cut off"}, nil},
		"brotli bomb":        {response("http://a.test/", "\r\nContent-Encoding: br", br(strings.Repeat("x", 2<<20))).String(), []string{"http://a.test/ ! too large"}, nil},
		"deflate":            {response("http://a.test/", "\r\nContent-Encoding: deflate", deflated("<p>a</p>")).String(), both[:1], nil},
		"deflate bare":       {response("http://a.test/", "\r\nContent-Encoding: deflate", deflated("<p>a</p>")[2:]).String(), both[:1], nil},
		"deflate no more":    {response("http://a.test/", "\r\nContent-Encoding: deflate", "<p>a</p>").String(), both[:1], nil},
		"deflate cut off":    {response("http://a.test/", "\r\nContent-Encoding: deflate", deflated("<p>a</p>")[:8]).String(), []string{"http://a.test/ ! damaged: the deflate data is cut off"}, nil},
		"deflate damaged":    {response("http://a.test/", "\r\nContent-Encoding: deflate", deflated("<p>a</p>")[:len(deflated("<p>a</p>"))-4]+"bad!").String(), []string{"http://a.test/ ! damaged: bad deflate data: invalid checksum"}, nil},
		"deflate bomb":       {response("http://a.test/", "\r\nContent-Encoding: deflate", deflated(strings.Repeat("x", 2<<20))).String(), []string{"http://a.test/ ! too large"}, nil},
		"deflate bare bomb":  {response("http://a.test/", "\r\nContent-Encoding: deflate", deflated(strings.Repeat("x", 2<<20))[2:]).String(), []string{"http://a.test/ ! too large"}, nil},
		"resource":           {testRecord{kind: "resource", url: "http://a.test/", extra: "Content-Type: text/html\r\n", block: "<p>a</p>"}.String(), both[:1], nil},
		"WET":                {testRecord{kind: "conversion", url: "http://a.test/", extra: "Content-Type: text/plain\r\n", block: "<p>a</p>"}.String(), both[:1], nil},
		"body alone":         {testRecord{kind: "response", url: "http://a.test/", block: "<html><p>a</p>"}.String(), []string{"http://a.test/ <html><p>a</p>"}, nil},
		"truncated by crawl": {strings.Replace(a.String(), "WARC-Date", "WARC-Truncated: length\r\nWARC-Date", 1), both[:1], map[string]int{"truncated by the crawler": 1}},
		"too large":          {response("http://a.test/", "", strings.Repeat("x", 2<<20)).String() + b.String(), []string{"http://a.test/ ! too large", both[1]}, nil},
		"damaged":            {a.String() + strings.Replace(b.String(), "WARC", "XARC", 1) + a.String(), []string{both[0], "http://b.test/ ! damaged: the record does not begin with WARC/", both[0]}, nil},
		"damaged first":      {"\x00" + a.String()[5:] + b.String(), []string{"http://a.test/ ! damaged: the record does not begin with WARC/", both[1]}, nil},
		"damaged last":       {a.String() + bare(b)[4:], []string{both[0], "http://b.test/ ! damaged: the record does not begin with WARC/"}, nil},
		"not one":            {"hello\nWARC/1.0\r\n", []string{" ! not a WARC file"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if test.counts == nil {
				test.counts = map[string]int{}
			}
			pages, counts := gather(t, "x.warc", []byte(test.data))
			require.Equal(t, test.pages, pages)
			require.Equal(t, test.counts, counts)
		})
	}
}

func TestWARCCompressed(t *testing.T) {
	a, b := response("http://a.test/", "", "<p>a</p>").String(), response("http://b.test/", "", "<p>b</p>").String()
	want := []string{"http://a.test/ <p>a</p>", "http://b.test/ <p>b</p>"}
	wet := func(s string) string {
		return testRecord{kind: "conversion", url: "http://" + s + ".test/", block: "<p>" + s + "</p>"}.String()
	}
	z, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	var samples [][]byte
	for i := range 100 {
		samples = append(samples, []byte(response(fmt.Sprintf("http://%d.test/%x", i, i*i), "", strings.Repeat(fmt.Sprint(i*7919), i)).String()))
	}
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: []byte(a + b), Offsets: [3]int{1, 4, 8}})
	require.NoError(t, err)
	withDict, err := zstd.NewWriter(nil, zstd.WithEncoderDict(dict))
	require.NoError(t, err)
	dictFrame := string(magicDict) + string(binary.LittleEndian.AppendUint32(nil, uint32(len(dict)))) + string(dict)
	for name, data := range map[string]string{
		"members.warc.gz": gz(a) + gz(b),
		"one.warc.gz":     gz(a + b),
		"frames.warc.zst": string(z.EncodeAll([]byte(a), nil)) + string(z.EncodeAll([]byte(b), nil)),
		"no-name":         gz(a) + gz(b),
		"x.wet.gz":        gz(wet("a")) + gz(wet("b")),
		"dict.warc.zst":   dictFrame + string(withDict.EncodeAll([]byte(a), nil)) + string(withDict.EncodeAll([]byte(b), nil)),
	} {
		pages, _ := gather(t, name, []byte(data))
		require.Equal(t, want, pages, name)
	}
	pages, _ := gather(t, "cut.warc.gz", []byte(gz(a)+gz(b)[:40]))
	require.Len(t, pages, 2)
	require.Contains(t, pages[1], "damaged")
}

// A damaged gzip member is the error of its own record, wherever the damage is,
// and the others are read.
func TestWARCDamagedMember(t *testing.T) {
	noise := make([]byte, 4000) // so that what is compressed has some length
	random := rand.NewChaCha8([32]byte{})
	_, _ = random.Read(noise)
	a := gz(response("http://a.test/", "", "<p>a</p>").String())
	long := func(s string) string {
		return gz(response("http://"+s+".test/", "", "<p>"+hex.EncodeToString(noise)).String())
	}
	b, c := long("b"), long("c")
	for name, change := range map[string]func([]byte){
		"magic":    func(m []byte) { m[0] = 0 },
		"first":    func(m []byte) { m[10] ^= 0xff },
		"middle":   func(m []byte) { m[len(m)/2] ^= 0x10 },
		"zeros":    func(m []byte) { clear(m[300:]) },
		"checksum": func(m []byte) { m[len(m)-7] ^= 1 },
		"length":   func(m []byte) { m[len(m)-1] ^= 1 },
	} {
		t.Run(name, func(t *testing.T) {
			damaged := []byte(b)
			change(damaged)
			data := a + string(damaged) + c + a
			pages, _ := gather(t, "x.warc.gz", []byte(data))
			require.Len(t, pages, 4)
			require.Equal(t, "http://a.test/ <p>a</p>", pages[0])
			require.Regexp(t, `^(http://b.test/)? ! damaged: bad gzip data: .*(header|input|checksum)`, pages[1])
			require.True(t, strings.HasPrefix(pages[2], "http://c.test/ <p>"))
			require.Equal(t, pages[0], pages[3])

			w, _, err := newWARCReader(bufio.NewReader(strings.NewReader(data)), 1<<20)
			require.NoError(t, err)
			var offsets []int64
			for err != io.EOF {
				var rec *warcRecord
				if rec, err = w.next(); rec != nil && rec.broken == nil {
					offsets = append(offsets, rec.offset)
				}
				if err != nil && err != io.EOF {
					_, more, _ := w.mend(err)
					require.True(t, more)
				}
			}
			require.Equal(t, []int64{0, int64(len(a) + len(b)), int64(len(a) + len(b) + len(c))}, offsets)
		})
	}

	// A long member may end just where no more of it is kept.
	large := testRecord{kind: "response", url: "http://a.test/", block: strings.Repeat(hex.EncodeToString(noise), 400)}.String()
	var stored bytes.Buffer
	z, err := gzip.NewWriterLevel(&stored, gzip.NoCompression)
	require.NoError(t, err)
	_, err = io.WriteString(z, large)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	for chunks := range stored.Len() / rewindChunk {
		pages, _ := gather(t, "x.warc.gz", stored.Bytes()[:(chunks+1)*rewindChunk])
		require.Len(t, pages, 1)
		require.Contains(t, pages[0], "damaged: the gzip data is cut off")
	}

	// In one member for all nothing behind the damage can be read.
	one := []byte(gz(response("http://a.test/", "", "<p>a</p>").String() + response("http://b.test/", "", "<p>"+hex.EncodeToString(noise)).String() + response("http://c.test/", "", "<p>").String()))
	clear(one[len(one)/2 : len(one)-200])
	pages, _ := gather(t, "x.warc.gz", one)
	require.Len(t, pages, 2)
	require.Regexp(t, `^ ! damaged: .*, and nothing behind it can be read$`, pages[1])
}

// That a file cannot be read is no damage of what it holds.
func TestWARCNotReadable(t *testing.T) {
	a := gz(response("http://a.test/", "", "<p>a</p>").String())
	fault := &os.PathError{Op: "read", Path: "x", Err: syscall.EIO}
	for cut := range len(a) {
		w, _, err := newWARCReader(bufio.NewReader(io.MultiReader(strings.NewReader(a+a[:cut]), failing{fault})), 1<<20)
		require.NoError(t, err)
		for err == nil {
			_, err = w.next()
		}
		require.Equal(t, fault, err)
	}
}

// The offset of a record in its own gzip member is where that begins.
func TestWARCOffset(t *testing.T) {
	a, b := gz(response("http://a.test/", "", "<p>a</p>").String()), gz(response("http://b.test/", "", "<p>b</p>").String())
	w, _, err := newWARCReader(bufio.NewReader(strings.NewReader(a+b)), 1<<20)
	require.NoError(t, err)
	for _, want := range []int{0, len(a)} {
		rec, err := w.next()
		require.NoError(t, err)
		require.Equal(t, int64(want), rec.offset)
	}
	_, err = w.next()
	require.True(t, errors.Is(err, io.EOF))
}

func FuzzWARC(f *testing.F) {
	a := response("http://a.test/", "\r\nTransfer-Encoding: chunked", "4\r\n<p>a\r\n0\r\n\r\n").String()
	f.Add([]byte(a + a))
	f.Add([]byte(gz(a)))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := &Input{MaxBytes: 1 << 16}
		n := 0
		in.warc("x", "x", bufio.NewReader(bytes.NewReader(data)), func(p *Page) bool {
			_, _ = p.Read(1 << 16)
			n++
			return true
		})
		// Each page takes more than its "WARC/1." of the (decompressed) file.
		if len(data) > 0 && data[0] != 0x1f && n > len(data)/5+1 {
			t.Fatalf("%d pages of %d bytes", n, len(data))
		}
	})
}
