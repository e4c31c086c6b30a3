package batch

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
)

// unpack replaces a page that a browser saved in one file, MHTML (RFC 2557), by
// the page itself, and notes what that file says of it. Others stay as they are.
func (p *Page) unpack(data []byte) ([]byte, error) {
	message := bytes.TrimSpace(data)
	if bytes.HasPrefix(message, []byte("<")) {
		return data, nil // HTML, most of the time: it may be one long line
	}
	m, err := mail.ReadMessage(bytes.NewReader(message))
	if err != nil {
		return data, nil
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/related" {
		return data, nil
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for {
		part, err := parts.NextPart() // decodes quoted-printable
		if err != nil {
			return nil, errors.New("no whole web page in this MHTML; save the page again")
		}
		kind, params, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil || kind != "text/html" && kind != "application/xhtml+xml" {
			continue // the first is the page, others are its frames and images
		}
		var r io.Reader = part
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			r = base64.NewDecoder(base64.StdEncoding, part)
		}
		page, err := io.ReadAll(r)
		if err != nil {
			return nil, errors.New("the page in this MHTML is cut off; save it again")
		}
		p.Form, p.Stated = HTML, params["charset"]
		if p.URL == "" && IsURL(part.Header.Get("Content-Location")) {
			p.URL = part.Header.Get("Content-Location")
		}
		return page, nil
	}
}
