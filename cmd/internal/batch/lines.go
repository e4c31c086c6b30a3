package batch

import (
	"bufio"
	"bytes"
	"io"
	"math"
)

// lines reads lines of bounded length. A longer one is read past without being
// kept, so that neither it nor the next is lost sight of.
type lines struct {
	r      *bufio.Reader
	limit  int64
	offset int64 // of the next line
	number int   // of the line read last, from 1
}

func newLines(r io.Reader, limit int64) *lines {
	return &lines{r: bufio.NewReaderSize(r, 64<<10), limit: limit}
}

// byteOrderMark stands before the first line of what some tools write.
var byteOrderMark = []byte("\ufeff")

// next returns a line, without its end and a byte order mark before it, its
// offset, and whether it was too long: then only its head is returned. The error
// is io.EOF after the last line. The line is the caller's to keep.
func (l *lines) next() (line []byte, offset int64, long bool, err error) {
	offset = l.offset
	for {
		part, err := l.r.ReadSlice('\n')
		l.offset += int64(len(part))
		if int64(len(line)+len(part)) > l.limit+2 {
			long = true
		} else {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && l.offset > offset, err == nil:
			if l.number++; l.number == 1 {
				line = bytes.TrimPrefix(line, byteOrderMark)
			}
			line = bytes.TrimSuffix(line, []byte("\n"))
			line = bytes.TrimSuffix(line, []byte("\r"))
			return line, offset, long || int64(len(line)) > l.limit, nil
		default:
			return nil, offset, false, err
		}
	}
}

// EachLine calls each for every whole line of r, its end included, until one
// fails. A line is only good until the next.
func EachLine(r io.Reader, each func(line []byte) error) error {
	b := bufio.NewReaderSize(r, 64<<10)
	var long []byte
	for {
		part, err := b.ReadSlice('\n')
		switch err {
		case nil:
			if len(long) > 0 {
				long = append(long, part...)
				part = long
			}
			if err := each(part); err != nil {
				return err
			}
			long = long[:0]
		case bufio.ErrBufferFull:
			long = append(long, part...)
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}

// EachRecord calls each for every line of r that is not empty, with its number,
// until one fails. What is compressed is read as what it holds. The line is
// each's to keep.
func EachRecord(r io.Reader, each func(line []byte, number int) error) error {
	z, err := Decompress(r)
	if err != nil {
		return err
	}
	defer z.Close()
	l := newLines(z, math.MaxInt64/4)
	for {
		line, _, _, err := l.next()
		if err == io.EOF {
			return nil
		}
		if err == nil && len(bytes.TrimSpace(line)) > 0 {
			err = each(line, l.number)
		}
		if err != nil {
			return err
		}
	}
}
