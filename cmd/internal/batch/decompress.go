package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// maxWindow is the largest zstd window that is accepted: what "zstd --long=27"
// writes. A frame that asks for more is refused rather than given the memory.
const maxWindow = 128 << 20

var (
	magicGzip = []byte{0x1f, 0x8b}
	magicZstd = []byte{0x28, 0xb5, 0x2f, 0xfd}
	magicDict = []byte{0x5d, 0x2a, 0x4d, 0x18} // the dictionary frame of .warc.zst
)

// decompress undoes gzip or zstd, told by their magic bytes; anything else is
// passed through. The caller limits what it reads from it.
func decompress(r *bufio.Reader) (io.ReadCloser, error) {
	head, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(head, magicGzip):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, damaged("gzip", err)
		}
		z.Multistream(false)
		return damageReader{&members{r, z}, "gzip"}, nil
	case bytes.Equal(head, magicZstd):
		return newZstd(r)
	case bytes.Equal(head, magicDict):
		dict, err := readDict(r)
		if err != nil {
			return nil, damaged("zstd", err)
		}
		return newZstd(r, zstd.WithDecoderDicts(dict))
	}
	return io.NopCloser(r), nil
}

// Decompress undoes gzip or zstd, if that is what r holds.
func Decompress(r io.Reader) (io.ReadCloser, error) { return decompress(bufio.NewReader(r)) }

func newZstd(r io.Reader, opts ...zstd.DOption) (io.ReadCloser, error) {
	opts = append(opts, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	z, err := zstd.NewReader(r, opts...)
	if err != nil {
		return nil, damaged("zstd", err)
	}
	return damageReader{z.IOReadCloser(), "zstd"}, nil
}

// readDict reads the skippable frame with a dictionary at the head of a
// .warc.zst file (https://iipc.github.io/warc-specifications/specifications/warc-zstd/).
// The dictionary may itself be compressed.
func readDict(r io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	const most = 16 << 20
	size := int64(head[4]) | int64(head[5])<<8 | int64(head[6])<<16 | int64(head[7])<<24
	if size > most {
		return nil, fmt.Errorf("dictionary of %d bytes", size)
	}
	dict := make([]byte, size)
	if _, err := io.ReadFull(r, dict); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(dict, magicZstd) {
		return dict, nil
	}
	z, err := newZstd(bytes.NewReader(dict))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return readLimited(z, most)
}

// ErrDamaged: compressed data ends too early or does not make sense.
var ErrDamaged = errors.New("damaged")

// errShort: it ends too early.
var errShort = errors.New("cut off")

// damaged says of an error of reading a format that the data is at fault, unless
// the file itself could not be read or what it is packed in said so already.
func damaged(format string, err error) error {
	var file interface{ Timeout() bool } // *os.PathError and the like
	switch {
	case errors.Is(err, ErrDamaged), errors.As(err, &file):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("%w: the %s data is %w", ErrDamaged, format, errShort)
	}
	what := err.Error()
	if pkg, rest, ok := strings.Cut(what, ": "); ok && !strings.Contains(pkg, " ") {
		what = rest // "zlib: invalid checksum"
	}
	return fmt.Errorf("%w: bad %s data: %s", ErrDamaged, format, what)
}

// members reads gzip members one after the other. What follows them is told from
// a member that is cut off, which gzip itself does not.
type members struct {
	r *bufio.Reader
	*gzip.Reader
}

var errFollows = errors.New("something else follows it")

func (m *members) Read(p []byte) (int, error) {
	for {
		n, err := m.Reader.Read(p)
		if n > 0 && err == io.EOF { // of the member
			err = nil
		}
		if err != io.EOF {
			return n, err
		}
		if head, err := m.r.Peek(len(magicGzip)); len(head) == 0 {
			return 0, err
		} else if !bytes.Equal(head, magicGzip) {
			return 0, errFollows
		}
		if err := m.Reset(m.r); err != nil {
			return 0, err
		}
		m.Multistream(false)
	}
}

// damageReader has the errors of a reader of compressed data tell what it was.
type damageReader struct {
	io.ReadCloser
	format string
}

func (r damageReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = damaged(r.format, err)
	}
	return n, err
}

// readLimited reads all of r, or fails with ErrTooLarge after limit bytes.
func readLimited(r io.Reader, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	n, err := buf.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if n > limit {
		return nil, ErrTooLarge
	}
	return buf.Bytes(), nil
}

// inflate returns data decompressed, if it is compressed.
func inflate(data []byte, limit int64) ([]byte, error) {
	if !bytes.HasPrefix(data, magicGzip) && !bytes.HasPrefix(data, magicZstd) {
		return held(data)(limit)
	}
	r, err := decompress(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return readLimited(r, limit)
}
