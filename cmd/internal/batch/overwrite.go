package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrOverwrite: what is to be read is written by the same run.
var ErrOverwrite = errors.New("would be read and written")

// Overwrites returns the file that a run both writes and is led to by an argument
// or by a list, "" if there is none. Results of an earlier run that lie in a
// directory are none: they are passed over. What the pages of a mirror would
// replace is known only with their names: for Reads it notes what it is asked of.
func (in *Input) Overwrites(arg string) string {
	if arg == "-" {
		return in.output(RegularFile(in.Stdin))
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil: // an address, or whoever reads it will complain
	case info.IsDir():
		for _, out := range in.Except {
			other, err := os.Stat(out)
			if err == nil && other.Mode().IsRegular() && other.Size() > 0 && in.walkReads(arg, out) && !isResult(out) {
				return out
			}
		}
		in.Mirror.source(realPath(arg))
	case info.Mode().IsRegular() && in.output(info) != "":
		return arg
	case in.Mirror != nil && strings.EqualFold(filepath.Ext(arg), in.Mirror.Ext):
		in.Mirror.source(strings.ToLower(realPath(arg)))
	}
	return ""
}

// Reads says whether a run reads a file that a page is to be written to: one that
// was named, or that a walk through a directory finds. If it is not there yet that
// walk may be a later one, of the rest of this run or of one that resumes it.
func (in *Input) Reads(file string) bool {
	if info, err := os.Stat(file); err == nil && os.SameFile(info, RegularFile(in.Stdin)) {
		return true
	}
	for _, place := range places(file) {
		if in.Mirror.isSource(strings.ToLower(place)) {
			return true
		}
		for dir := filepath.Dir(place); ; dir = filepath.Dir(dir) {
			if in.Mirror.isSource(dir) && in.walkReads(dir, place) {
				return true
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return false
}

// output returns the name of the output that a file or directory is, "" if it is
// none.
func (in *Input) output(info fs.FileInfo) string {
	for _, other := range in.Opened {
		if os.SameFile(info, other) {
			return other.Name()
		}
	}
	for _, name := range in.Except {
		if other, err := os.Stat(name); err == nil && os.SameFile(info, other) {
			return name
		}
	}
	return ""
}

// RegularFile tells of a stream that is a file on a disk; of others it is nil. A
// device or a pipe can be read and written at the same time.
func RegularFile(stream any) fs.FileInfo {
	if f, ok := stream.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info
		}
	}
	return nil
}

// walkReads says whether a walk through a directory would read pages from a file,
// were it not passed over. What is not there goes by its name.
func (in *Input) walkReads(dir, file string) bool {
	rel := within(dir, file)
	if rel == "" || strings.Contains("/"+rel, "/.") || !in.passes(rel) {
		return false
	}
	if in.Mirror != nil && within(dir, in.Mirror.Dir) != "" && within(in.Mirror.Dir, file) != "" {
		return false // a mirror in the directory is passed over
	}
	_, ext := splitName(rel)
	holds := extensions[ext]
	if holds == unknown {
		f, err := os.Open(file)
		if err == nil {
			defer f.Close()
			holds = sniff(bufio.NewReaderSize(f, 64<<10))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return true // whoever reads it will complain
		}
	}
	return holds != unknown && holds != jsonFile || len(in.Include) > 0
}

// isResult says whether a file begins as those do that a run writes.
func isResult(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	result := true
	err = EachRecord(f, func(line []byte, _ int) error {
		var fields struct{ Source, Path, Confidence, Error json.RawMessage }
		err := json.Unmarshal(line, &fields)
		result = bytes.HasPrefix(line, csvHead) ||
			err == nil && (fields.Source != nil || fields.Path != nil) && (fields.Confidence != nil || fields.Error != nil)
		return fs.SkipAll // one line tells
	})
	return result && (err == nil || err == fs.SkipAll)
}

// csvHead begins a table of records.
var csvHead = []byte("id,source,record,offset,url,title,")

// within returns the slash-separated name of a file in a directory, "" if neither
// it lies in there nor what it is a link to.
func within(dir, file string) string {
	for _, place := range places(file) {
		rel, err := filepath.Rel(realPath(dir), place)
		if err == nil && filepath.IsLocal(rel) && rel != "." {
			return filepath.ToSlash(rel)
		}
	}
	return ""
}

// places are where a file lies and, if it is a link, where it leads to: a walk may
// come to it at either.
func places(file string) []string {
	here := filepath.Join(realPath(filepath.Dir(file)), filepath.Base(file))
	if there := realPath(here); there != here {
		return []string{here, there}
	}
	return []string{here}
}

// realPath is the one name of a file, whatever leads to it. It need not be there
// yet, nor its directory.
func realPath(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	followed, err := filepath.EvalSymlinks(name)
	if err == nil {
		return followed
	}
	if dir := filepath.Dir(name); dir != name {
		return filepath.Join(realPath(dir), filepath.Base(name))
	}
	return name
}

// SameOutput says whether what is written to two names goes into one file, which
// need not be there yet. A device takes what comes from two sides.
func SameOutput(a, b string) bool {
	if info, err := os.Stat(a); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return false
	}
	return sameFile(a, b) || realPath(a) == realPath(b)
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
