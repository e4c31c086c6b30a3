package batch

import (
	"bytes"
	"compress/gzip"
	"io"
)

// memberReader reads gzip members one after the other and remembers where each
// begins, in the file and in the decompressed data. After damage the error is
// that of all that follows, until mend finds a member to go on at.
type memberReader struct {
	r      *rewinder
	z      *gzip.Reader
	pos    int64         // decompressed bytes handed out
	member memberStart   // of the member that is read
	starts []memberStart // of those that offset was not asked for yet
	before memberStart   // of the last one that it was
	err    error
}

type memberStart struct{ pos, offset int64 }

func (m *memberReader) Read(p []byte) (int, error) {
	for m.err == nil {
		if m.z == nil {
			m.open()
			continue
		}
		n, err := m.z.Read(p)
		m.pos += int64(n)
		switch {
		case err == io.EOF:
			m.z = nil
		case err != nil:
			m.err = damaged("gzip", err)
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, m.err
}

// open begins the next member, or finds that there is none.
func (m *memberReader) open() {
	m.r.forget()
	if _, err := m.r.peek(1); err != nil {
		m.err = err
		return
	}
	m.member = memberStart{m.pos, m.r.offset()}
	z, err := gzip.NewReader(m.r)
	if err != nil {
		m.err = damaged("gzip", err)
		return
	}
	z.Multistream(false)
	m.z = z
	m.starts = append(m.starts, m.member)
}

// magicMember begins a gzip member, with the only method there is.
var magicMember = []byte{0x1f, 0x8b, 8}

// mend goes on behind a damaged member, at the next that begins a record, and
// says whether there is one. Where the damaged one ends is not known: what it
// says may have led far into others.
func (m *memberReader) mend() bool {
	m.r.rewind()
	for {
		if _, err := m.r.peek(1); err != nil {
			return false // it ended where fill let go of all that was before
		}
		m.r.pos++
		m.r.forget()
		head, err := m.r.peek(sniffLen)
		i := bytes.Index(head, magicMember)
		switch {
		case i > 0:
			m.r.pos += i - 1
		case i == 0:
			if beginsRecord(head) {
				m.z, m.err = nil, nil
				return true
			}
		case err != nil:
			return false
		default:
			m.r.pos += len(head) - len(magicMember)
		}
	}
}

// beginsRecord says whether the head of a gzip member holds that of a record.
func beginsRecord(head []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	begin := make([]byte, len(magicWARC))
	_, err = io.ReadFull(z, begin)
	return err == nil && bytes.Equal(begin, magicWARC)
}

// offset tells where in the file the record at pos of the decompressed data
// begins. That is where its gzip member begins, if it has one of its own; else
// pos itself, since the file can only be read from the start.
func (m *memberReader) offset(pos int64) int64 {
	for len(m.starts) > 0 && m.starts[0].pos <= pos {
		m.before = m.starts[0]
		m.starts = m.starts[1:]
	}
	if m.before.pos == pos {
		return m.before.offset
	}
	return pos
}

// A rewinder reads a file and can go back some way. It is an io.ByteReader, so
// gzip takes no more than its own.
type rewinder struct {
	r    io.Reader
	data []byte // the last that was read
	base int64  // where in the file data begins
	mark int    // in data, to go back to
	pos  int    // in data, of the next byte
}

const (
	rewindChunk = 64 << 10
	maxRewind   = 1 << 20 // most members are smaller by far
)

func (w *rewinder) Read(p []byte) (int, error) {
	if _, err := w.peek(1); err != nil {
		return 0, err
	}
	n := copy(p, w.data[w.pos:])
	w.pos += n
	return n, nil
}

func (w *rewinder) ReadByte() (byte, error) {
	if w.pos == len(w.data) { // as peek does, but quick: it is called for each byte
		if err := w.fill(); err != nil {
			return 0, err
		}
	}
	b := w.data[w.pos]
	w.pos++
	return b, nil
}

// fill reads more. What is before the mark goes.
func (w *rewinder) fill() error {
	if w.pos-w.mark > maxRewind {
		w.mark = w.pos
	}
	w.base += int64(w.mark)
	w.pos -= w.mark
	w.data = append(w.data[:0], w.data[w.mark:]...)
	w.mark = 0
	end := len(w.data)
	w.data = append(w.data, make([]byte, rewindChunk)...)
	n, err := io.ReadAtLeast(w.r, w.data[end:], 1)
	w.data = w.data[:end+n]
	return err
}

// peek returns n bytes that follow, or fewer and an error.
func (w *rewinder) peek(n int) ([]byte, error) {
	for len(w.data)-w.pos < n {
		if err := w.fill(); err != nil {
			return w.data[w.pos:], err
		}
	}
	return w.data[w.pos : w.pos+n], nil
}

func (w *rewinder) offset() int64 { return w.base + int64(w.pos) }

// forget marks the place to go back to.
func (w *rewinder) forget() { w.mark = w.pos }

// rewind goes back to the mark.
func (w *rewinder) rewind() { w.pos = w.mark }
