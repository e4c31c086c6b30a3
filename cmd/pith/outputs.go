package main

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/cmd/internal/batch"
)

// otherFiles are the extensions of files that are not written, and that a new
// directory has by mistake only.
var otherFiles = []string{".json", ".txt", ".md", ".html", ".xml", ".tsv", ".parquet", ".db", ".zip", ".gz", ".zst", ".xz", ".bz2"}

// streamFormat is the format that the name of the output asks for, "" for a
// directory.
func (o *batchOptions) streamFormat() string {
	info, err := os.Stat(o.output)
	name := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(o.output), ".gz"), ".zst")
	switch {
	case err == nil && info.IsDir():
		return ""
	case strings.HasSuffix(name, ".jsonl"), strings.HasSuffix(name, ".ndjson"):
		return "jsonl"
	case strings.HasSuffix(name, ".csv"):
		return "csv"
	case o.output == "", err == nil && !info.Mode().IsRegular(): // stdout, a device or a pipe, which have no extension
		if o.format.value == "csv" {
			return "csv"
		}
		return "jsonl"
	}
	return ""
}

// opened returns the stream that a name stands for and that is open already, nil
// for a file. Opened by such a name a log that it leads to would begin anew.
func opened(cmd *cobra.Command, name string) io.Writer {
	switch name {
	case "", "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1":
		return cmd.OutOrStdout()
	case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2":
		return cmd.ErrOrStderr()
	}
	return nil
}

// redirected are the files that the standard output and error go to, if they do.
func redirected(cmd *cobra.Command) []fs.FileInfo {
	var files []fs.FileInfo
	for _, stream := range []any{cmd.OutOrStdout(), cmd.ErrOrStderr()} {
		if o, ok := stream.(*outlet); ok {
			stream = o.Writer
		}
		if info := batch.RegularFile(stream); info != nil {
			files = append(files, info)
		}
	}
	return files
}

// outputs are the names of what a run writes.
func (o *batchOptions) outputs() []string {
	return slices.DeleteFunc([]string{o.output, o.failures, o.filtered}, func(name string) bool { return name == "" })
}

// guard ends a run before it writes over what it reads, or twice into one file.
// What the standard input names is only known when it is read, and what a mirror
// would replace when its pages have names.
func (o *batchOptions) guard(in *batch.Input, args []string) error {
	for i, name := range in.Except {
		if slices.ContainsFunc(in.Except[:i], func(other string) bool { return batch.SameOutput(name, other) }) {
			return at(name, errors.New("would be written twice; give another name"))
		}
	}
	if len(in.Except)+len(in.Opened) == 0 {
		return nil
	}
	for arg := range o.named(args) {
		if name := in.Overwrites(arg); name != "" {
			return at(name, batch.ErrOverwrite)
		}
	}
	return nil
}

// present ends a run of which no argument is there, since it has nothing to put
// in the place of what an earlier one wrote.
func (o *batchOptions) present(args []string) error {
	if o.output == "" {
		return nil // the record of each page tells of it
	}
	var first error
	for _, arg := range args {
		_, err := os.Stat(arg)
		if err == nil || arg == "-" || batch.IsURL(arg) {
			return nil
		}
		first = cmp.Or(first, at(arg, err))
	}
	return first
}

// list is the name of the list of what is to be read, "" if the arguments are.
func (o *batchOptions) list() string { return o.manifest + o.filesFrom } // not both

// named yields the arguments, or the list and what that names, if it can be read
// twice. Where it is damaged the run will say so.
func (o *batchOptions) named(args []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, arg := range args {
			if !yield(arg) {
				return
			}
		}
		if list := o.list(); list == "" || !yield(list) {
			return
		}
		if info, err := os.Stat(o.list()); err != nil || !info.Mode().IsRegular() {
			return
		}
		r, closeList, err := o.openList(nil)
		if err != nil {
			return
		}
		defer closeList()
		names := batch.ListedFiles
		if o.manifest != "" {
			names = batch.ListedPaths
		}
		for name, err := range names(r) {
			if err != nil || !yield(name) {
				return
			}
		}
	}
}

// openList opens the list of what is to be read, decompressed.
func (o *batchOptions) openList(stdin io.Reader) (r io.Reader, closeList func(), err error) {
	list := o.list()
	r, closeList = stdin, func() {}
	if list != "-" {
		f, err := os.Open(list)
		if err != nil {
			return nil, nil, at(list, err)
		}
		if info, err := f.Stat(); err == nil && info.IsDir() {
			f.Close()
			return nil, nil, at(list, errors.New("is a directory; give it as an argument"))
		}
		r, closeList = f, func() { f.Close() }
	}
	if r, err = batch.Decompress(r); err != nil {
		closeList()
		return nil, nil, at(list, err)
	}
	return r, closeList, nil
}
