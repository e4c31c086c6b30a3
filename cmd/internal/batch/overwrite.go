package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrOverwrite: what is to be read is written by the same run.
var ErrOverwrite = errors.New("would be read and written")

// Overwrites returns the file or directory that a run both writes and is led to
// by an argument or by a list, "" if there is none; rel is its name in a mirror:
// its base, but for the paths of a manifest all of it. Results of an earlier run
// that lie in a directory are none: they are passed over.
func (in *Input) Overwrites(arg, rel string) string {
	info, err := os.Stat(arg)
	if err != nil {
		return "" // an address, or whoever reads it will complain
	}
	for _, out := range in.Except {
		other, err := os.Stat(out)
		switch {
		case err != nil:
		case os.SameFile(info, other):
			return out
		case info.IsDir() && other.Mode().IsRegular() && other.Size() > 0 && in.walkReads(arg, out):
			return out
		}
	}
	stem, ext := splitName(filepath.ToSlash(rel))
	if in.Mirror == nil || info.IsDir() || extensions[ext] > page {
		return ""
	}
	// A page that stands beside its own file of the mirror may be that file, or
	// that of a page that differs in its extension.
	place := in.Mirror.File(&Page{Name: safeName(stem)})
	if strings.EqualFold(filepath.Ext(arg), in.Mirror.Ext) && sameFile(filepath.Dir(arg), filepath.Dir(place)) {
		return arg
	}
	return ""
}

// walkReads says whether a walk through a directory reads pages from a file that a
// run is to write, unless they are results of an earlier run.
func (in *Input) walkReads(dir, file string) bool {
	rel := within(dir, file)
	if rel == "" || strings.Contains("/"+rel, "/.") || !in.passes(rel) {
		return false
	}
	for _, out := range in.Except { // a mirror in the directory is passed over
		if info, err := os.Stat(out); err == nil && info.IsDir() && within(out, file) != "" {
			return false
		}
	}
	f, err := os.Open(file)
	if err != nil {
		return true
	}
	defer f.Close()
	_, ext := splitName(rel)
	r := bufio.NewReaderSize(f, 64<<10)
	has := extensions[ext]
	if has == unknown {
		has = sniff(r)
	}
	if has == linesFile {
		return !isResult(r)
	}
	return has != unknown || len(in.Include) > 0
}

// isResult says whether a file of lines begins as those do that a run writes.
func isResult(r io.Reader) bool {
	result := true
	err := EachRecord(r, func(line []byte, _ int) error {
		var fields struct{ Source, Path, Confidence, Error json.RawMessage }
		err := json.Unmarshal(line, &fields)
		result = err == nil && (fields.Source != nil || fields.Path != nil) && (fields.Confidence != nil || fields.Error != nil)
		return fs.SkipAll // one line tells
	})
	return result && (err == nil || err == fs.SkipAll)
}

// within returns the slash-separated name of a file in a directory, "" if it
// does not lie in there. Links are followed.
func within(dir, file string) string {
	rel, err := filepath.Rel(realPath(dir), realPath(file))
	if err != nil || !filepath.IsLocal(rel) || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel)
}

// realPath is the one name of a file, whatever leads to it. It need not be there
// yet, but its directory must be.
func realPath(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if followed, err := filepath.EvalSymlinks(name); err == nil {
		return followed
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		return filepath.Join(dir, filepath.Base(name))
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
