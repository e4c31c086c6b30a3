package batch

import (
	"bufio"
	"bytes"
	"errors"
	"path"
	"strings"
)

// content is what a file holds.
type content uint8

const (
	unknown content = iota
	page
	warcFile
	zipFile
	tarFile
	linesFile // a JSON object a line, each with a page
	jsonFile  // any other JSON
)

// extensions are those of files whose content need not be looked at.
var extensions = map[string]content{
	".html": page, ".htm": page, ".xhtml": page, ".shtml": page, ".xht": page, ".mhtml": page, ".mht": page,
	".txt": page, ".text": page,
	".warc": warcFile, ".wet": warcFile,
	".zip": zipFile, ".tar": tarFile, ".tgz": tarFile,
	".jsonl": linesFile, ".ndjson": linesFile,
}

// splitName cuts the extensions off a slash-separated name: "a/b.html.gz" is
// "a/b" and ".html". What is no known extension stays.
func splitName(name string) (stem, ext string) {
	for _, z := range []string{".gz", ".zst"} {
		if cut, ok := cutSuffixFold(name, z); ok {
			name = cut
			break
		}
	}
	ext = strings.ToLower(path.Ext(name))
	if _, known := extensions[ext]; !known || ext == path.Base(name) {
		return name, ""
	}
	return name[:len(name)-len(ext)], ext
}

func cutSuffixFold(s, suffix string) (string, bool) {
	if n := len(s) - len(suffix); n > 0 && strings.EqualFold(s[n:], suffix) {
		return s[:n], true
	}
	return s, false
}

// FormOf tells by its name whether a file holds scraped text.
func FormOf(name string) Form {
	switch _, ext := splitName(name); ext {
	case ".txt", ".text":
		return Text
	}
	return Auto
}

// sniffLen is how much of a file is looked at to tell what it holds.
const sniffLen = 1024

// sniff tells what a file holds by its content. It takes nothing from r, but
// what is compressed is looked into, so r's buffer must be of some size.
func sniff(r *bufio.Reader) content {
	head, _ := r.Peek(32 << 10)
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return zipFile
	}
	if bytes.HasPrefix(head, magicDict) {
		return warcFile
	}
	if bytes.HasPrefix(head, magicGzip) || bytes.HasPrefix(head, magicZstd) {
		z, err := decompress(bufio.NewReader(bytes.NewReader(head)))
		if err != nil {
			return unknown
		}
		defer z.Close()
		inner := make([]byte, sniffLen)
		n := 0
		for n < len(inner) && err == nil { // the end is cut off, so an error is no news
			var k int
			k, err = z.Read(inner[n:])
			n += k
		}
		head = inner[:n]
	}
	head = head[:min(len(head), sniffLen)]
	switch {
	case bytes.HasPrefix(head, magicWARC):
		return warcFile
	case len(head) > 262 && bytes.HasPrefix(head[257:], []byte("ustar")):
		return tarFile
	case looksLines(head):
		return linesFile
	case looksJSON(head):
		return jsonFile
	case looksHTML(head):
		return page
	}
	return unknown
}

// ErrJSON: JSON that cannot be read a line at a time.
var ErrJSON = errors.New("holds JSON that is not one object a line")

// looksLines says whether data begins as an object of JSON on one line does.
func looksLines(data []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimSpace(bytes.TrimPrefix(data, byteOrderMark)), []byte("{"))
	rest = bytes.TrimLeft(rest, " \t")
	return ok && len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
}

// looksJSON says whether data begins as an object that is spread over lines does,
// or as an array of objects.
func looksJSON(data []byte) bool {
	rest := bytes.TrimSpace(bytes.TrimPrefix(data, byteOrderMark))
	rest = bytes.TrimSpace(bytes.TrimPrefix(rest, []byte("[")))
	rest, object := bytes.CutPrefix(rest, []byte("{"))
	return object && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"`)) && !looksLines(data)
}

// looksHTML says whether data begins as HTML does.
func looksHTML(data []byte) bool {
	head := data[:min(len(data), sniffLen)]
	head = bytes.TrimPrefix(head, byteOrderMark)
	head = bytes.ToLower(bytes.ReplaceAll(head, []byte{0}, nil)) // UTF-16 too
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>"} {
		if bytes.Contains(head, []byte(mark)) {
			return true
		}
	}
	return false
}

// looksText says whether data has no control characters that text has not.
func looksText(data []byte) bool {
	for _, c := range data[:min(len(data), sniffLen)] {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			return false
		}
	}
	return true
}
