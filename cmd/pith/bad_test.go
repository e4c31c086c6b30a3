package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each bad input has its error, and its exit code.
func TestBadInputs(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/harbour.html")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	write := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(name, data, 0o666))
	}
	warc := "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:one>\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n" + string(page)

	write("empty.html", nil)
	write("binary.html", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x03\x00>"))
	write("cut.html.gz", gzipped(page)[:300])
	write("bomb.html.gz", gzipped(make([]byte, 2<<20)))
	write("cut.warc", []byte(warc))
	write("cut.warc.gz", gzipped([]byte(warc))[:200])
	write("cut.zip", []byte("PK\x03\x04 and no more"))
	write("long.jsonl", []byte(`{"id":1,"html":"`+strings.Repeat("a", 2<<20)+"\"}\n"))
	write("bad.jsonl", []byte("{\"id\": \n"))
	for _, test := range []struct {
		input string
		code  int
		at    string // where in the input
		err   string
	}{
		{"empty.html", 1, "", "no article found"},
		{"none.html", 2, "", "no such file or directory; check the path"},
		{"binary.html", 2, "", "neither HTML nor text; give a web page or scraped text"},
		{"cut.html.gz", 2, "", "damaged: the gzip data is cut off; get the file again"},
		{"bomb.html.gz", 2, "", "too large: more than 1048576 bytes; raise --max-bytes"},
		{"cut.warc", 2, "", "damaged: the archive ends inside a record; get the file again"},
		{"cut.warc.gz", 2, "", "damaged: the gzip data is cut off; get the file again"},
		{"cut.zip", 2, "", "damaged: bad zip data: not a valid zip file; get the file again"},
		{"long.jsonl", 2, "#0", "too large: the line is longer than 1048576 bytes; raise --max-bytes"},
		{"bad.jsonl", 2, "#0", "bad line: not a JSON object: unexpected end of JSON input; mend the line"},
	} {
		code, stdout, stderr := runHere(t, "", "batch", "--max-bytes", "1M", test.input)
		require.Equal(t, test.code, code, test.input)
		said := fmt.Sprintf("pith: %s%s: %s\n", test.input, test.at, test.err)
		if code == exitNoArticle {
			said = "" // that is in the record alone
		}
		require.Equal(t, said, stderr)
		var rec record
		require.NoError(t, json.Unmarshal([]byte(stdout), &rec), test.input)
		require.Equal(t, test.input, rec.Source)
		require.Equal(t, test.err, rec.Error)
	}
}
