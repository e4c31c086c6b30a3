package batch

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Input says where pages come from and how they are read.
type Input struct {
	MaxBytes int64         // the largest page and the longest line
	Form     Form          // of all pages; Auto: by name and content
	Charset  string        // of all pages; "": as each says
	Field    string        // of a line of JSON that holds the page; "": see pageFields
	Include  Globs         // of the files in directories and archives only these
	Exclude  Globs         // and not these
	Except   []string      // files and directories that are passed over: where the results go
	Opened   []fs.FileInfo // of files that are passed over, too: standard output and error
	Mirror   *Mirror       // where the results go, if that is one
	Stdin    io.Reader

	// Fetch gets a page from the network; nil if that is not wanted. Arguments and
	// paths of a manifest are fetched, never what a list of files names.
	Fetch func(ctx context.Context, url string) (*Page, error)

	// Count is told, from one goroutine, of everything that is passed over and
	// everything that had to be mended, by what it is; may be nil.
	Count func(what string)
}

func (in *Input) count(what string) {
	if in.Count != nil {
		in.Count(what)
	}
}

// Args yields the pages of command line arguments: files, directories, archives,
// addresses and "-". What is named is always read, what is found in a directory
// only if its name or content says that it is a page or holds some.
func (in *Input) Args(ctx context.Context, args []string) Pages {
	return func(yield func(*Page) bool) {
		for _, arg := range args {
			if !in.arg(ctx, arg, yield) {
				return
			}
		}
	}
}

// IsURL says whether an argument is to be fetched.
func IsURL(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

func (in *Input) arg(ctx context.Context, arg string, yield func(*Page) bool) bool {
	return in.named(ctx, arg, filepath.Base(arg), arg, yield)
}

// named yields the pages of what an argument or a list names: rel is its name in
// a mirror, and site what the site is called of a file that is a page.
func (in *Input) named(ctx context.Context, arg, rel, site string, yield func(*Page) bool) bool {
	switch {
	case arg == "-":
		return in.stream("-", "stdin", in.Stdin, yield)
	case IsURL(arg) && in.Fetch != nil:
		p, err := in.Fetch(ctx, arg)
		if err != nil {
			p = bad(arg, err)
		}
		p.Name = nameOfURL(arg, 0)
		return yield(p)
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return yield(bad(arg, err))
	case in.Overwrites(arg) != "":
		return yield(bad(arg, ErrOverwrite))
	case info.IsDir():
		return in.dir(arg, yield)
	}
	return in.file(arg, rel, site, info, true, yield)
}

// dir yields what is in a directory, in the order of names. Names that begin
// with a dot are passed over, as other tools do.
func (in *Input) dir(root string, yield func(*Page) bool) bool {
	more := true
	top := root + string(filepath.Separator) // leads through a link, where root alone is the link
	filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		if name == top {
			name = root
		}
		switch {
		case err != nil:
			more = yield(bad(name, err))
			if d != nil && d.IsDir() && more {
				return fs.SkipDir
			}
		case name != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if info, err := d.Info(); err == nil && name != root && in.output(info) != "" {
				return fs.SkipDir
			}
		default:
			more = in.found(root, name, yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	return more
}

// found yields the pages of a file in a directory, if it is wanted.
func (in *Input) found(root, name string, yield func(*Page) bool) bool {
	rel, err := filepath.Rel(root, name)
	if err != nil {
		rel = filepath.Base(name)
	}
	rel = filepath.ToSlash(rel)
	if !in.wanted(rel) {
		return true
	}
	info, err := os.Stat(name) // follows links, which a walk does not
	switch {
	case err != nil:
		return yield(bad(name, err))
	case !info.Mode().IsRegular():
		in.count("not a file")
		return true
	case in.output(info) != "":
		return true
	}
	return in.file(name, rel, root, info, len(in.Include) > 0, yield)
}

// wanted is passes, and counts what does not.
func (in *Input) wanted(name string) bool {
	passes := in.passes(name)
	if !passes {
		in.count("excluded")
	}
	return passes
}

// passes says whether the globs let a name pass.
func (in *Input) passes(name string) bool {
	return !in.Exclude.match(name) && (len(in.Include) == 0 || in.Include.match(name))
}

// file yields the pages of a file. Unless sure, one that holds none is passed
// over.
func (in *Input) file(name, rel, site string, info fs.FileInfo, sure bool, yield func(*Page) bool) bool {
	stem, ext := splitName(rel)
	stem = safeName(stem)
	holds := extensions[ext]
	if holds == page {
		return yield(in.filePage(name, stem, site, info.Size()))
	}
	f, err := os.Open(name)
	if err != nil {
		return yield(bad(name, err))
	}
	defer f.Close()
	if _, err := f.Seek(0, io.SeekCurrent); err != nil && info.Size() == 0 {
		return in.stream(name, stem, f, yield) // a pipe
	}
	r := bufio.NewReaderSize(f, 64<<10)
	if holds == unknown {
		holds = sniff(r)
	}
	if holds == page || holds == unknown && sure {
		return yield(in.filePage(name, stem, site, info.Size()))
	}
	if holds == unknown || holds == jsonFile && !sure {
		in.count("not a page")
		return true
	}
	if holds == zipFile {
		return in.zip(name, stem, f, info.Size(), yield)
	}
	return in.container(name, stem, holds, r, yield)
}

// stream yields the pages of something that can only be read once.
func (in *Input) stream(name, stem string, f io.Reader, yield func(*Page) bool) bool {
	r := bufio.NewReaderSize(f, 64<<10)
	switch holds := sniff(r); holds {
	case zipFile:
		return yield(bad(name, ErrZipStream))
	case page, unknown:
		data, err := readAll(r, in.MaxBytes)
		if err != nil {
			return yield(bad(name, err))
		}
		p := &Page{Source: name, Offset: -1, Form: in.Form, Charset: in.Charset, Name: stem, Site: name}
		return yield(p.With(data))
	default:
		return in.container(name, stem, holds, r, yield)
	}
}

// ErrZipStream: zip archives have their table of contents at the end.
var ErrZipStream = errors.New("a zip archive cannot be read from a stream")

// Single yields one page for each argument: a file, an address or "-".
func (in *Input) Single(ctx context.Context, args []string) Pages {
	return func(yield func(*Page) bool) {
		for _, arg := range args {
			if !yield(in.single(ctx, arg)) {
				return
			}
		}
	}
}

func (in *Input) single(ctx context.Context, arg string) *Page {
	switch {
	case arg == "-":
		read := func(limit int64) ([]byte, error) { return readOne(in.Stdin, limit) }
		return &Page{Source: "stdin", Offset: -1, Form: in.Form, Charset: in.Charset, read: read}
	case IsURL(arg) && in.Fetch != nil:
		p, err := in.Fetch(ctx, arg)
		if err != nil {
			return bad(arg, err)
		}
		return p
	}
	p := in.filePage(arg, "", "", 0)
	switch _, ext := splitName(arg); extensions[ext] {
	case page:
	case unknown:
		p.read = fileReader(arg, readOne)
	default:
		p.Err = ErrArchive
	}
	return p
}

// readOne is readAll for what may hold more than one page.
func readOne(r io.Reader, limit int64) ([]byte, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	switch holds := sniff(b); {
	case holds == jsonFile:
		return nil, ErrJSON
	case holds > page:
		return nil, ErrArchive
	}
	return readAll(b, limit)
}

// ErrArchive: a file of many pages where one was wanted.
var ErrArchive = errors.New("holds many pages")

func (in *Input) container(name, stem string, holds content, r *bufio.Reader, yield func(*Page) bool) bool {
	switch holds {
	case warcFile:
		return in.warc(name, stem, r, yield)
	case jsonFile:
		return yield(bad(name, ErrJSON))
	}
	z, err := decompress(r)
	if err != nil {
		return yield(bad(name, err))
	}
	defer z.Close()
	if holds == tarFile {
		return in.tar(name, stem, z, yield)
	}
	return in.lines(name, stem, z, yield)
}

// filePage is a file that is one page.
func (in *Input) filePage(name, stem, site string, size int64) *Page {
	return &Page{
		Source: name, Offset: -1, Form: in.form(name), Charset: in.Charset,
		Name: stem, Site: site, size: size, read: fileReader(name, readAll),
	}
}

func (in *Input) form(name string) Form {
	if in.Form != Auto {
		return in.Form
	}
	return FormOf(name)
}

// fileReader gives the reader of a file.
func fileReader(name string, read func(io.Reader, int64) ([]byte, error)) func(int64) ([]byte, error) {
	return func(limit int64) ([]byte, error) {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return read(f, limit)
	}
}

// readAll reads all of r, decompressed.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	z, err := Decompress(r)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return readLimited(z, limit)
}
