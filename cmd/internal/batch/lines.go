package batch

import (
	"bufio"
	"bytes"
	"io"
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

// next returns a line without its end, its offset, and whether it was too long,
// in which case only its head is returned. The error is io.EOF after the last
// line. The line is the caller's to keep.
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
			l.number++
			line = bytes.TrimSuffix(line, []byte("\n"))
			line = bytes.TrimSuffix(line, []byte("\r"))
			return line, offset, long || int64(len(line)) > l.limit, nil
		default:
			return nil, offset, false, err
		}
	}
}
