package batch

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"io"
	"net/http/httputil"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// An httpMessage is a response as a crawler stored it. Crawlers often undo the
// transfer coding or the compression and leave the header as it was, so both
// are undone only where they are really there.
type httpMessage struct {
	status int // 0 if there is no status line
	header header
	body   []byte
}

func parseHTTP(block []byte) httpMessage {
	if !bytes.HasPrefix(block, []byte("HTTP/")) {
		// Some tools store the body alone.
		return httpMessage{body: block}
	}
	head, body, ok := bytes.Cut(block, []byte("\r\n\r\n"))
	if h, b, bare := bytes.Cut(block, []byte("\n\n")); bare && (!ok || len(h) < len(head)) {
		head, body = h, b
	}
	m := httpMessage{body: body}
	line, rest, _ := bytes.Cut(head, []byte("\n"))
	if fields := strings.Fields(string(line)); len(fields) > 1 {
		m.status, _ = strconv.Atoi(fields[1])
	}
	m.header = parseHeader(rest)
	return m
}

// decode returns the body without transfer coding and compression.
func (m httpMessage) decode(limit int64) ([]byte, error) {
	body := m.body
	if strings.Contains(strings.ToLower(m.header["transfer-encoding"]), "chunked") {
		plain, err := dechunk(body, limit)
		if err != nil {
			return nil, err
		}
		body = plain
	}
	switch coding := strings.ToLower(m.header["content-encoding"]); {
	case bytes.HasPrefix(body, magicGzip), bytes.HasPrefix(body, magicZstd):
		return inflate(body, limit)
	case coding == "deflate":
		// Some servers mean the bare format, without a header that would tell.
		z, err := zlib.NewReader(bytes.NewReader(body))
		framed := err == nil
		if !framed {
			z = flate.NewReader(bytes.NewReader(body))
		}
		plain, err := readLimited(z, limit)
		switch {
		case err == nil || err == ErrTooLarge:
			return plain, err
		case framed:
			return nil, damaged("deflate", err)
		}
	case coding == "br":
		// Brotli has no magic bytes, so what is not Brotli was decoded already.
		plain, err := readLimited(brotli.NewReader(bytes.NewReader(body)), limit)
		if err == nil || err == ErrTooLarge {
			return plain, err
		}
		if !looksText(body) {
			return nil, damaged("brotli", err)
		}
	}
	return held(body)(limit)
}

// dechunk undoes chunked coding. A body that is not chunked stays as it is, and
// of one that is cut off what there is counts: a browser would show it too.
func dechunk(body []byte, limit int64) ([]byte, error) {
	var plain bytes.Buffer
	n, err := plain.ReadFrom(io.LimitReader(httputil.NewChunkedReader(bytes.NewReader(body)), limit+1))
	switch {
	case n > limit:
		return nil, ErrTooLarge
	case n == 0 && err != nil:
		return body, nil
	}
	return plain.Bytes(), nil
}

// mediaType returns the type of a Content-Type value, in lower case.
func mediaType(value string) string {
	t, _, _ := strings.Cut(value, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

// charsetOf returns the charset that a Content-Type value names.
func charsetOf(value string) string {
	_, params, _ := strings.Cut(value, ";")
	for param := range strings.SplitSeq(params, ";") {
		name, v, _ := strings.Cut(param, "=")
		if strings.EqualFold(strings.TrimSpace(name), "charset") {
			return strings.Trim(strings.TrimSpace(v), `"'`)
		}
	}
	return ""
}
