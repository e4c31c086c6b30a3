package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// WARC and WET files: ISO 28500, https://iipc.github.io/warc-specifications/.
// Real ones have wrong lengths, cut records and bare line feeds, so the reader
// believes a record's length only when a record or the end follows it.

// A warcRecord is one record as it stands in the file.
type warcRecord struct {
	header    header
	block     []byte
	offset    int64
	tooLarge  bool // block is only the head of it
	cutOff    bool // the file ends inside the record
	damaged   bool // it does not begin as a record does
	wrongSize bool // Content-Length was wrong; block is what was there
}

// errNotWARC: what should be a WARC file is none.
var errNotWARC = errors.New("not a WARC file")

// maxHeader is the most that the header lines of a record may take.
const maxHeader = 256 << 10

type warcReader struct {
	r       *bufio.Reader
	pos     int64 // of r in the decompressed data
	limit   int64 // for a block
	members *memberReader
	began   bool
}

func newWARCReader(r *bufio.Reader, limit int64) (*warcReader, io.Closer, error) {
	w := &warcReader{limit: limit}
	if head, _ := r.Peek(2); bytes.Equal(head, magicGzip) {
		w.members = &memberReader{r: &countReader{r: r}}
		w.r = bufio.NewReaderSize(w.members, 64<<10)
		return w, io.NopCloser(nil), nil
	}
	z, err := decompress(r)
	if err != nil {
		return nil, nil, err
	}
	w.r = bufio.NewReaderSize(z, 64<<10)
	return w, z, nil
}

// next returns the next record, or io.EOF. After any other error the rest of
// the file cannot be read.
func (w *warcReader) next() (*warcRecord, error) {
	if err := w.seek(); err != nil {
		return nil, err
	}
	head, _ := w.r.Peek(len(magicWARC))
	rec := &warcRecord{offset: w.pos, damaged: !bytes.Equal(head, magicWARC)}
	if w.members != nil {
		rec.offset = w.members.offset(w.pos)
	}
	var err error
	if rec.header, err = w.readHeader(); err != nil {
		rec.cutOff = true
		return rec, ignoreEOF(err)
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
		rec.cutOff = true
		return ignoreEOF(err)
	}
	// Too short: the rest of the block follows.
	rec.wrongSize = true
	return w.readUnsized(rec)
}

// atEnd says whether r stands where a record may end.
func (w *warcReader) atEnd() bool {
	head, err := w.r.Peek(9)
	if err != nil && len(bytes.TrimLeft(head, "\r\n")) == 0 {
		return true
	}
	rest := bytes.TrimLeft(head, "\r\n")
	return len(rest) < len(head) && (bytes.HasPrefix(magicWARC, rest[:min(len(magicWARC), len(rest))]) || w.atFields())
}

// atFields says whether r stands, blank lines aside, at the header of a record
// whose first line is damaged: its fields tell.
func (w *warcReader) atFields() bool {
	const most = 4 << 10 // the usual header has some hundred bytes
	head, _ := w.r.Peek(most)
	lines := 0
	for line := range bytes.Lines(bytes.TrimLeft(head, "\r\n")) {
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return false
		}
		name, _, _ := bytes.Cut(line, []byte(":"))
		if lines > 0 && (bytes.EqualFold(name, []byte("WARC-Type")) || bytes.EqualFold(name, []byte("WARC-Record-ID"))) {
			return true
		}
		lines++
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
			rec.cutOff = true
			return err
		}
	}
	rec.block = bytes.TrimRight(rec.block, "\r\n")
	return nil
}

// ignoreEOF: the end of the file is told by the next call of next.
func ignoreEOF(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
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

// memberReader reads gzip members one after the other and remembers where each
// begins, in the file and in the decompressed data.
type memberReader struct {
	r      *countReader
	z      *gzip.Reader
	pos    int64 // decompressed bytes handed out
	starts []memberStart
	first  memberStart
}

type memberStart struct{ pos, offset int64 }

func (m *memberReader) Read(p []byte) (int, error) {
	for {
		if m.z == nil {
			at := memberStart{m.pos, m.r.n}
			if _, err := m.r.r.Peek(1); err == io.EOF {
				return 0, io.EOF
			}
			z, err := gzip.NewReader(m.r)
			if err != nil {
				return 0, damaged("gzip", err)
			}
			z.Multistream(false)
			m.z = z
			m.starts = append(m.starts, at)
		}
		n, err := m.z.Read(p)
		m.pos += int64(n)
		switch {
		case err == io.EOF:
			m.z = nil
		case err != nil:
			return n, damaged("gzip", err)
		}
		if n > 0 {
			return n, nil
		}
	}
}

// offset tells where in the file the record at pos of the decompressed data
// begins. That is where its gzip member begins, if it has one of its own; else
// pos itself, since the file can only be read from the start.
func (m *memberReader) offset(pos int64) int64 {
	for len(m.starts) > 0 && m.starts[0].pos <= pos {
		m.first = m.starts[0]
		m.starts = m.starts[1:]
	}
	if m.first.pos == pos {
		return m.first.offset
	}
	return pos
}

// countReader counts what gzip takes. It is an io.ByteReader, so gzip takes no
// more than its own.
type countReader struct {
	r *bufio.Reader
	n int64
}

func (c *countReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *countReader) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

var (
	errCutOff  = fmt.Errorf("%w: the archive ends inside this record", ErrDamaged)
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
		if rec != nil {
			p, skip := in.warcPage(path, rec)
			if skip != "" {
				in.count(skip)
				if rec.cutOff {
					in.count("cut off")
				}
			} else {
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
				if !yield(p) {
					return false
				}
			}
			if err != nil && rec.cutOff && skip == "" {
				return true // the page's error has said it
			}
		}
		if err != nil {
			return yield(bad(path, err))
		}
	}
}

// warcPage makes a page of a record, or says what was passed over.
func (in *Input) warcPage(path string, rec *warcRecord) (p *Page, skip string) {
	kind := strings.ToLower(rec.header["warc-type"])
	p = &Page{
		Source: path,
		Record: strings.Trim(rec.header["warc-record-id"], "<>"),
		Offset: rec.offset,
		URL:    strings.Trim(rec.header["warc-target-uri"], "<>"),

		Charset: in.Charset,
	}
	if t, err := time.Parse(time.RFC3339, rec.header["warc-date"]); err == nil {
		p.Crawled = t
	}
	switch kind {
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
		if len(m.body) == 0 && !rec.cutOff {
			return nil, "without a body"
		}
		t := mediaType(m.header["content-type"])
		if found := mediaType(rec.header["warc-identified-payload-type"]); found != "" {
			t = found
		}
		if !isHTML(t, m.body) && !(rec.cutOff && t == "") {
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
		if !rec.cutOff && !rec.damaged {
			return nil, "records without a type"
		}
	default: // warcinfo, request, metadata, revisit, continuation
		return nil, "records without a page"
	}
	switch {
	case rec.cutOff:
		p.Err = errCutOff
	case rec.damaged:
		p.Err = errVersion
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
