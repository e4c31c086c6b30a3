package batch

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
)

// Files yields the pages of the files that a list names. The names are read as
// arguments are, but nothing is fetched.
func (in *Input) Files(ctx context.Context, name string, r io.Reader) Pages {
	return func(yield func(*Page) bool) {
		local := *in
		local.Fetch = nil
		for file, err := range ListedFiles(r) {
			if err != nil {
				yield(bad(name, err))
				return
			}
			if !local.arg(ctx, file, yield) {
				return
			}
		}
	}
}

// ListedFiles yields the names in a list of files, one a line or, if there are
// NUL bytes in it, each ended by one, as find -print0 writes them. An error is
// the last that it yields.
func ListedFiles(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		b := bufio.NewReaderSize(r, 64<<10)
		_, _ = b.Peek(1) // the rest may be long in coming
		head, _ := b.Peek(b.Buffered())
		if bytes.HasPrefix(head, byteOrderMark) {
			_, _ = b.Discard(len(byteOrderMark))
		}
		split := bufio.ScanLines
		if bytes.IndexByte(head, 0) >= 0 {
			split = scanNUL
		}
		s := bufio.NewScanner(b)
		s.Split(split)
		for s.Scan() {
			if file := s.Text(); file != "" && !yield(file, nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield("", fmt.Errorf("not a list of files: %w", err))
		}
	}
}

// scanNUL is a bufio.SplitFunc.
func scanNUL(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}
