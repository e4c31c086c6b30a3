package batch

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WARC and WET files: ISO 28500, https://iipc.github.io/warc-specifications/.
// Real ones have wrong lengths, cut records and bare line feeds, so the reader
// believes a record's length only when a record or the end follows it.

// A warcRecord is one record as it stands in the file.
type warcRecord struct {
	header    header
	block     []byte
	offset    int64
	tooLarge  bool  // block is only the head of it
	wrongSize bool  // Content-Length was wrong; block is what was there
	broken    error // why it is not the whole record
}

// errNotWARC: what should be a WARC file is none.
var errNotWARC = errors.New("not a WARC file")

// maxHeader is the most that the header lines of a record may take.
const maxHeader = 256 << 10

type warcReader struct {
	r       *bufio.Reader
	pos     int64         // of r in the decompressed data
	start   int64         // of the record that is read, or of what is none
	limit   int64         // for a block
	members *memberReader // under r, nil if the file is no gzip
	began   bool
}

func newWARCReader(r *bufio.Reader, limit int64) (*warcReader, io.Closer, error) {
	if head, _ := r.Peek(2); bytes.Equal(head, magicGzip) {
		m := &memberReader{r: &rewinder{r: r}}
		return &warcReader{r: bufio.NewReaderSize(m, 64<<10), limit: limit, members: m}, io.NopCloser(m), nil
	}
	z, err := decompress(r)
	if err != nil {
		return nil, nil, err
	}
	return &warcReader{r: bufio.NewReaderSize(z, 64<<10), limit: limit}, z, nil
}

// next returns the next record, or io.EOF. After any other error, which may come
// with the record that it broke, the rest can only be read if mend says so.
func (w *warcReader) next() (*warcRecord, error) {
	err := w.seek()
	w.start = w.pos
	if err != nil {
		return nil, err
	}
	rec := &warcRecord{offset: w.pos}
	if head, _ := w.r.Peek(len(magicWARC)); !bytes.Equal(head, magicWARC) {
		rec.broken = errVersion
	}
	if w.members != nil {
		rec.offset = w.members.offset(w.pos)
	}
	if rec.header, err = w.readHeader(); err != nil {
		return rec, rec.breakOff(err)
	}
	size, err := strconv.ParseInt(rec.header["content-length"], 10, 64)
	if err != nil || size < 0 {
		rec.wrongSize = true
		return rec, w.readUnsized(rec)
	}
	return rec, w.readBlock(rec, size)
}

// magicWARC begins a record.
var magicWARC = []byte("WARC/")

// seek goes to the next line that begins a record.
func (w *warcReader) seek() error {
	for {
		head, err := w.r.Peek(len(magicWARC))
		if len(head) == 0 {
			return err
		}
		blank := head[0] == '\r' || head[0] == '\n'
		if bytes.Equal(head, magicWARC) || !blank && w.atFields() {
			w.began = true
			return nil
		}
		if !w.began && !blank {
			return errNotWARC
		}
		if err := w.skipLine(); err != nil {
			return err
		}
	}
}

func (w *warcReader) skipLine() error {
	for {
		part, err := w.r.ReadSlice('\n')
		w.pos += int64(len(part))
		if err != bufio.ErrBufferFull {
			return err
		}
	}
}

func (w *warcReader) readHeader() (header, error) {
	var lines []byte
	for {
		line, err := w.r.ReadSlice('\n')
		w.pos += int64(len(line))
		if err != nil && err != bufio.ErrBufferFull {
			return parseHeader(lines), err
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 && err == nil {
			return parseHeader(lines), nil
		}
		if len(lines)+len(line) <= maxHeader {
			lines = append(lines, line...)
		}
	}
}

// readBlock reads a block of size bytes and looks whether a record's end
// follows it.
func (w *warcReader) readBlock(rec *warcRecord, size int64) error {
	keep := min(size, w.limit+1)
	var buf bytes.Buffer
	n, err := io.CopyN(&buf, w.r, keep)
	w.pos += n
	rec.block = buf.Bytes()
	if err == nil && size > keep {
		rec.tooLarge = true
		n, err = io.CopyN(io.Discard, w.r, size-keep)
		w.pos += n
	}
	if err == nil && w.atEnd() {
		if err := w.checksum(); err != nil {
			return rec.breakOff(err)
		}
		return nil
	}
	// Too long: the next record begins inside what was read.
	tail, _ := w.r.Peek(7)
	if i := bytes.Index(append(rec.block, tail...), []byte("\nWARC/1.")); i >= 0 && i < len(rec.block) && !rec.tooLarge {
		rest := rec.block[i+1:]
		rec.block, rec.wrongSize = bytes.TrimRight(rec.block[:i], "\r\n"), true
		w.pos -= int64(len(rest))
		after := io.Reader(w.r)
		if err != nil {
			after = failing{err}
		}
		w.r = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(rest), after), 64<<10)
		return nil
	}
	if err != nil {
		return rec.breakOff(err)
	}
	// Too short: the rest of the block follows.
	rec.wrongSize = true
	return w.readUnsized(rec)
}

// checksum returns the error of the gzip member whose last block was just read.
func (w *warcReader) checksum() error {
	m := w.members
	if m == nil || !errors.Is(m.err, ErrDamaged) || m.member.pos >= w.pos || m.pos-w.pos > maxEnd {
		return nil
	}
	return m.err
}

// maxEnd is the most that ends a record: two line ends.
const maxEnd = 4

// atEnd says whether r stands where a record may end. Where its gzip member does
// it ends, whatever damage the next one begins with.
func (w *warcReader) atEnd() bool {
	head, err := w.r.Peek(maxEnd + len(magicWARC))
	rest := bytes.TrimLeft(head, "\r\n")
	if w.members != nil && w.members.member.pos == w.pos+int64(len(head)-len(rest)) {
		return true
	}
	if err != nil && len(rest) == 0 {
		return true
	}
	return len(rest) < len(head) && (bytes.HasPrefix(magicWARC, rest[:min(len(magicWARC), len(rest))]) || w.atFields())
}

// atFields says whether r stands, blank lines aside, at the header of a record
// whose first line is damaged: its fields tell.
func (w *warcReader) atFields() bool {
	const most = 4 << 10 // the usual header has some hundred bytes
	head, _ := w.r.Peek(most)
	_, fields, _ := bytes.Cut(bytes.TrimLeft(head, "\r\n"), []byte("\n"))
	for line := range bytes.Lines(fields) {
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return false
		}
		name, _, _ := bytes.Cut(line, []byte(":"))
		if bytes.EqualFold(name, []byte("WARC-Type")) || bytes.EqualFold(name, []byte("WARC-Record-ID")) {
			return true
		}
	}
	return false
}

// readUnsized reads a block up to the next record.
func (w *warcReader) readUnsized(rec *warcRecord) error {
	for {
		if head, _ := w.r.Peek(7); bytes.Equal(head, []byte("WARC/1.")) && (len(rec.block) == 0 || bytes.HasSuffix(rec.block, []byte("\n"))) {
			break
		}
		line, err := w.r.ReadSlice('\n')
		w.pos += int64(len(line))
		if int64(len(rec.block)+len(line)) <= w.limit {
			rec.block = append(rec.block, line...)
		} else {
			rec.tooLarge = true
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return rec.breakOff(err)
		}
	}
	rec.block = bytes.TrimRight(rec.block, "\r\n")
	return nil
}

// breakOff notes what ended a record too early.
func (rec *warcRecord) breakOff(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errCutOff
	}
	rec.broken = err
	return err
}

// mend goes on behind damage, if there is a place to go on at; if there is none
// the error says so. It tells the place of the one record that was lost, -1 if
// there may be more: those behind it in its gzip member, or in all of the file.
func (w *warcReader) mend(err error) (lost int64, more bool, _ error) {
	if !errors.Is(err, ErrDamaged) {
		return -1, false, err
	}
	if lost = -1; w.members != nil && w.members.member.pos == w.start {
		lost = w.members.member.offset
	}
	if w.members != nil && w.members.mend() {
		w.r.Reset(w.members)
		w.pos = w.members.pos
		return lost, true, err
	}
	if err != errCutOff && !errors.Is(err, errShort) {
		err = fmt.Errorf("%w, and nothing behind it can be read", err)
	}
	return -1, false, err
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// A header holds header lines by lower-case name; the first of a name counts.
type header map[string]string

// parseHeader reads "Name: value" lines; those without a colon are passed over
// and those that begin with white space continue the one before.
func parseHeader(lines []byte) header {
	h := make(header)
	last := ""
	for line := range bytes.Lines(lines) {
		s := strings.TrimRight(string(line), "\r\n")
		if s != "" && (s[0] == ' ' || s[0] == '\t') {
			if last != "" {
				h[last] += " " + strings.TrimSpace(s)
			}
			continue
		}
		name, value, ok := strings.Cut(s, ":")
		if last = ""; !ok {
			continue
		}
		name = strings.ToLower(strings.TrimSpace(name))
		if _, again := h[name]; !again {
			h[name] = strings.TrimSpace(value)
			last = name
		}
	}
	return h
}

var (
	errCutOff  = fmt.Errorf("%w: the archive ends inside a record", ErrDamaged)
	errVersion = fmt.Errorf("%w: the record does not begin with WARC/", ErrDamaged)
)

// warc yields the pages of a WARC or WET file.
func (in *Input) warc(path, stem string, r *bufio.Reader, yield func(*Page) bool) bool {
	w, c, err := newWARCReader(r, in.MaxBytes)
	if err != nil {
		return yield(bad(path, err))
	}
	defer c.Close()
	last := int64(0)
	for {
		rec, err := w.next()
		if err == io.EOF {
			return true
		}
		lost, more := int64(-1), true
		if err != nil {
			lost, more, err = w.mend(err)
		}
		var p *Page
		if rec != nil && (err == nil || lost >= 0) {
			skip := ""
			if p, skip = in.warcPage(path, rec); skip != "" {
				in.count(skip)
			}
		}
		switch {
		case p != nil:
			p.Name = stem + "/" + nameOfURL(p.URL, rec.offset)
			p.Site = path
			p.size = rec.offset - last
			last = rec.offset
			if rec.wrongSize {
				in.count("wrong Content-Length")
			}
			if rec.header["warc-truncated"] != "" {
				in.count("truncated by the crawler")
			}
		case err != nil:
			p = bad(path, err)
			p.Offset = lost // without one it stands for all of the archive
		default:
			continue
		}
		if !yield(p) {
			return false
		}
		if !more {
			return true
		}
	}
}

// warcPage makes a page of a record, or says what was passed over.
func (in *Input) warcPage(path string, rec *warcRecord) (p *Page, skip string) {
	p = &Page{
		Source: path,
		Record: strings.Trim(rec.header["warc-record-id"], "<>"),
		Offset: rec.offset,

		URL:     strings.Trim(rec.header["warc-target-uri"], "<>"),
		Charset: in.Charset,
		Crawled: timeOf(rec.header["warc-date"]),
	}
	switch strings.ToLower(rec.header["warc-type"]) {
	case "conversion":
		p.Form = Text
		if t := mediaType(rec.header["content-type"]); t != "" && t != "text/plain" {
			return nil, "not HTML"
		}
		p.read = held(rec.block)
	case "response":
		if strings.HasPrefix(p.URL, "dns:") {
			return nil, "not HTML"
		}
		m := parseHTTP(rec.block)
		if m.status != 0 && (m.status < 200 || m.status > 299) {
			return nil, "HTTP status not 2xx"
		}
		if len(m.body) == 0 && rec.broken == nil {
			return nil, "without a body"
		}
		t := cmp.Or(mediaType(rec.header["warc-identified-payload-type"]), mediaType(m.header["content-type"]))
		if !isHTML(t, m.body) && !(rec.broken != nil && t == "") {
			return nil, "not HTML"
		}
		p.Stated = charsetOf(m.header["content-type"])
		p.Form = HTML
		p.read = m.decode
	case "resource":
		t := mediaType(rec.header["content-type"])
		if !isHTML(t, rec.block) {
			return nil, "not HTML"
		}
		p.Stated = charsetOf(rec.header["content-type"])
		p.Form = HTML
		p.read = held(rec.block)
	case "":
		if rec.broken == nil {
			return nil, "records without a type"
		}
	default: // warcinfo, request, metadata, revisit, continuation
		return nil, "records without a page"
	}
	switch {
	case rec.broken != nil:
		p.Err = rec.broken
	case rec.tooLarge:
		p.Err = ErrTooLarge
	}
	if in.Form != Auto {
		p.Form = in.Form
	}
	return p, ""
}

// isHTML says whether a body of a media type may be a page. Without a type the
// content decides.
func isHTML(media string, body []byte) bool {
	switch media {
	case "text/html", "application/xhtml+xml":
		return true
	case "", "application/octet-stream":
		return looksHTML(body)
	}
	return false
}
