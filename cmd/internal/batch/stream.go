package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// A Stream is a file of records, plain or compressed by its name. A compressed
// one consists of gzip members or zstd frames of whole records, so that one
// that was torn can be continued after the last that is whole.
type Stream struct {
	w     io.Writer
	file  *os.File // nil for a stream that is not ours to close
	pack  func(dst *bytes.Buffer, records []byte) error
	buf   bytes.Buffer
	limit int    // bytes of records that are written in one go
	head  []byte // what stands before the first record
	begun bool   // what was in the file before is records of this run, or gone
	end   int64  // of the whole records in file
	err   error  // of the first write that failed
}

// A RecordScanner reads records and returns how many bytes of r are whole ones.
// What follows may be torn.
type RecordScanner func(r io.Reader) (whole int64, err error)

// NewStream writes records to w, which is not closed, with head before them.
func NewStream(w io.Writer, head []byte) *Stream {
	return &Stream{w: w, limit: 64 << 10, head: head}
}

// CreateStream opens a file for records. What was in it stays until it begins.
func CreateStream(name string, head []byte) (*Stream, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	return fileStream(f, head), nil
}

// ResumeStream continues a file of records: scan gets what is whole, and what
// is not is cut off. A file that is not there is begun.
func ResumeStream(name string, head []byte, scan RecordScanner) (*Stream, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	s := fileStream(f, head)
	whole, err := scanWhole(f, scan)
	if err == nil {
		err = f.Truncate(whole)
	}
	s.begun, s.end = whole > 0, whole
	if err == nil {
		_, err = f.Seek(whole, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return s, nil
}

func fileStream(f *os.File, head []byte) *Stream {
	s := NewStream(f, head)
	s.file = f
	switch {
	case strings.HasSuffix(f.Name(), ".gz"):
		s.pack, s.limit = packGzip, 256<<10
	case strings.HasSuffix(f.Name(), ".zst"):
		s.pack, s.limit = packZstd, 256<<10
	}
	return s
}

// Name names for people where the records go.
func (s *Stream) Name() string {
	if s.file == nil {
		return "stdout"
	}
	return s.file.Name()
}

// Begin takes the place of what was there before, even if no record follows.
// The first record that is written does so too.
func (s *Stream) Begin() error {
	if s.begun {
		return s.err
	}
	s.begun = true
	if s.file != nil {
		if info, err := s.file.Stat(); err == nil && info.Mode().IsRegular() {
			s.err = s.file.Truncate(0)
		}
	}
	s.buf.Write(s.head)
	return s.err
}

// Write adds whole records. Once they could not be written the error is that of
// all that follows.
func (s *Stream) Write(records []byte) (int, error) {
	if err := s.Begin(); err != nil {
		return 0, err
	}
	s.buf.Write(records)
	if s.buf.Len() >= s.limit {
		return len(records), s.Flush()
	}
	return len(records), nil
}

// Idle is for moments without work: what is not compressed is written at once,
// so that whoever waits for it gets it.
func (s *Stream) Idle() error {
	if s.pack != nil {
		return nil
	}
	return s.Flush()
}

// Flush writes what there is.
func (s *Stream) Flush() error {
	if s.err != nil || s.buf.Len() == 0 {
		return s.err
	}
	out := s.buf.Bytes()
	if s.pack != nil {
		var packed bytes.Buffer
		if err := s.pack(&packed, out); err != nil {
			return err
		}
		out = packed.Bytes()
	}
	var n int
	n, s.err = s.w.Write(out)
	s.buf.Reset()
	if s.err == nil {
		s.end += int64(n)
	} else if s.file != nil {
		_ = s.file.Truncate(s.end) // not half a record; a device has none to lose
	}
	return s.err
}

// Close writes what is left and, if it is a file, closes it.
func (s *Stream) Close() error {
	err := s.Flush()
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
	}
	return err
}

func packGzip(dst *bytes.Buffer, records []byte) error {
	z := gzip.NewWriter(dst)
	if _, err := z.Write(records); err != nil {
		return err
	}
	return z.Close()
}

func packZstd(dst *bytes.Buffer, records []byte) error {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	dst.Write(z.EncodeAll(records, nil))
	return z.Close()
}

// scanWhole hands whole records to scan and returns where they end in f.
func scanWhole(f *os.File, scan RecordScanner) (int64, error) {
	switch {
	case strings.HasSuffix(f.Name(), ".gz"):
		return scanMembers(f, scan)
	case strings.HasSuffix(f.Name(), ".zst"):
		return scanFrames(f, scan)
	}
	return scan(bufio.NewReaderSize(f, 64<<10))
}

// scanMembers goes through gzip members up to the first that is torn.
func scanMembers(f io.Reader, scan RecordScanner) (whole int64, err error) {
	r := &rewinder{r: f}
	for {
		z, err := gzip.NewReader(r)
		if err != nil {
			return whole, nil
		}
		z.Multistream(false)
		data, err := io.ReadAll(z)
		if err != nil {
			return whole, nil
		}
		if err := scanAll(data, scan); err != nil {
			return whole, err
		}
		whole = r.offset()
	}
}

// scanFrames goes through zstd frames up to the first that is torn.
func scanFrames(f io.Reader, scan RecordScanner) (whole int64, err error) {
	r := bufio.NewReaderSize(f, 64<<10)
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return 0, err
	}
	defer z.Close()
	for {
		frame, err := readFrame(r)
		if err != nil {
			return whole, nil
		}
		data, err := z.DecodeAll(frame, nil)
		if err != nil {
			return whole, nil
		}
		if err := scanAll(data, scan); err != nil {
			return whole, err
		}
		whole += int64(len(frame))
	}
}

func scanAll(data []byte, scan RecordScanner) error {
	n, err := scan(bytes.NewReader(data))
	if err == nil && n != int64(len(data)) {
		err = fmt.Errorf("%w: a compressed part does not end at a record's end", ErrDamaged)
	}
	return err
}

// readFrame reads one zstd frame (RFC 8878, section 3.1.1).
func readFrame(r *bufio.Reader) ([]byte, error) {
	var h zstd.Header
	head, err := r.Peek(zstd.HeaderMaxSize)
	if len(head) == 0 {
		return nil, err
	}
	if err := h.Decode(head); err != nil {
		return nil, err
	}
	frame := make([]byte, h.HeaderSize, 64<<10)
	if _, err := io.ReadFull(r, frame); err != nil {
		return nil, err
	}
	more := func(n int) ([]byte, error) {
		at := len(frame)
		frame = append(frame, make([]byte, n)...)
		_, err := io.ReadFull(r, frame[at:])
		return frame[at:], err
	}
	for last := false; !last; {
		b, err := more(3)
		if err != nil {
			return nil, err
		}
		block := binary.LittleEndian.Uint32([]byte{b[0], b[1], b[2], 0})
		last = block&1 != 0
		size := int(block >> 3)
		if kind := block >> 1 & 3; kind == 1 { // run length: one byte stands for all
			size = 1
		}
		if _, err := more(size); err != nil {
			return nil, err
		}
	}
	if h.HasCheckSum {
		if _, err := more(4); err != nil {
			return nil, err
		}
	}
	return frame, nil
}
