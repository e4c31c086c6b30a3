package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"golang.org/x/net/publicsuffix"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

// A fault is an error at a place: a file, a page, a flag.
type fault struct {
	where string
	err   error
}

func (f *fault) Error() string { return f.where + ": " + sentence(f.err) }
func (f *fault) Unwrap() error { return f.err }

// at says where an error happened.
func at(where string, err error) error {
	if err == nil {
		return nil
	}
	if where == "" {
		where = `""`
	}
	return &fault{where, err}
}

// complain shows an error on one line: where, what, and what to do about it.
func complain(w io.Writer, err error) {
	var f *fault
	line := sentence(err)
	if errors.As(err, &f) {
		line = f.Error()
	}
	fmt.Fprintf(w, "pith: %s\n", strings.ReplaceAll(strings.TrimSpace(line), "\n", " "))
}

// mends are what to do about the errors that users can do something about, the
// first that matches counts.
var mends = []struct {
	err  error
	what string // "" for the error's own words
	mend string
}{
	{fs.ErrNotExist, "no such file or directory", "check the path"},
	{fs.ErrPermission, "permission denied", "check who may use it"},
	{syscall.EISDIR, "is a directory", `use "pith batch" for directories`},
	{syscall.ENOSPC, "no space left on the device", "free some, then run the command again"},
	{extract.ErrTooLarge, "too large", "raise --max-bytes"},
	{batch.ErrTooLarge, "", "raise --max-bytes"},
	{extract.ErrTooManyBlocks, "", "raise --max-blocks"},
	{extract.ErrNotText, "neither HTML nor text", "give a web page or scraped text"},
	{extract.ErrNoArticle, "", `"pith explain" shows why`},
	{batch.ErrTimeout, "", "raise --timeout"},
	{batch.ErrDamaged, "", "get the file again"},
	{batch.ErrLine, "", "mend the line"},
	{batch.ErrManifest, "", "give a list of names to --files-from, and pages as arguments"},
	{batch.ErrZipStream, "", "save it to a file first"},
	{batch.ErrOverwrite, "", "give another name"},
	{batch.ErrJSON, "", "write it as JSON lines"},
	{batch.ErrArchive, "", `use "pith batch"`},
}

// sentence says what is wrong and what to do.
func sentence(err error) string {
	var f *fault
	if errors.As(err, &f) {
		err = f.err
	}
	for _, m := range mends {
		if errors.Is(err, m.err) {
			mend := m.mend
			var path *fs.PathError
			if m.err == fs.ErrNotExist && errors.As(err, &path) {
				mend = cmp.Or(addressMend(path.Path), mend)
			}
			return cmp.Or(m.what, err.Error()) + "; " + mend
		}
	}
	var p *batch.PanicError
	if errors.As(err, &p) {
		return err.Error() + "; please report it with the page"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error() // where is said already
	}
	return err.Error()
}

// addressMend is what to do about a missing file whose name looks like an
// address, "" for other names.
func addressMend(name string) string {
	if batch.IsURL(name) { // in a list
		return "give addresses as arguments"
	}
	if scheme, _, ok := strings.Cut(name, "://"); ok {
		if strings.EqualFold(scheme, "file") {
			return "give the path alone"
		}
		return "only http:// and https:// are fetched"
	}
	host, _, _ := strings.Cut(strings.ToLower(name), "/")
	host, _, _ = strings.Cut(host, ":")
	suffix, public := publicsuffix.PublicSuffix(host)
	if host != suffix && (public || strings.Contains(suffix, ".")) {
		return "check the path, or begin an address with https://"
	}
	return ""
}
