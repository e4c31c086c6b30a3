package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/pithtext/pith/cmd/internal/batch"
)

// totalSize returns a function that tells the size of the input in bytes, 0 as
// long as it is not known. It is found beside the run.
func totalSize(args []string, manifest string) func() int64 {
	var total atomic.Int64
	go func() {
		var sum int64
		if manifest != "" {
			n, ok := manifestSize(manifest)
			if !ok {
				return
			}
			sum = n
		}
		for _, arg := range args {
			n, ok := sizeOf(arg)
			if !ok {
				return
			}
			sum += n
		}
		total.Store(sum)
	}()
	return total.Load
}

// sizeOf returns the size of what an argument names, if progress through it is
// counted in bytes of the file.
func sizeOf(arg string) (int64, bool) {
	var sum int64
	err := filepath.WalkDir(arg, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name = strings.ToLower(name)
		compressed := strings.HasSuffix(name, ".gz") || strings.HasSuffix(name, ".zst") || strings.HasSuffix(name, ".tgz")
		if compressed && (strings.Contains(name, ".jsonl") || strings.Contains(name, ".ndjson") || strings.Contains(name, ".tar") || strings.HasSuffix(name, ".tgz") || strings.HasSuffix(name, ".warc.zst")) {
			return fs.ErrInvalid
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return nil
	})
	if info, e := os.Stat(arg); e != nil || !info.IsDir() && !info.Mode().IsRegular() {
		return 0, false
	}
	return sum, err == nil
}

// manifestSize returns the size of all that a manifest names, as sizeOf does.
func manifestSize(name string) (int64, bool) {
	f, err := os.Open(name)
	if err != nil {
		return 0, false
	}
	defer f.Close()
	var sum int64
	err = batch.EachRecord(f, func(line []byte, _ int) error {
		var e batch.Entry
		if json.Unmarshal(line, &e) != nil {
			return nil // the run will complain
		}
		if e.Record != "" || e.Offset != nil {
			return errors.ErrUnsupported
		}
		n, ok := sizeOf(e.Path)
		if _, err := os.Stat(e.Path); err == nil && !ok {
			return errors.ErrUnsupported
		}
		sum += n
		return nil
	})
	return sum, err == nil
}

// clearing writes lines over the progress on a terminal.
type clearing struct{ w io.Writer }

func (c clearing) Write(p []byte) (int, error) {
	_, err := c.w.Write(append([]byte("\r\x1b[K"), p...))
	return len(p), err
}
