// Pith-parquet turns pith's JSON lines into a Parquet file:
//
//	pith batch pages/ | pith-parquet articles.parquet
//
// It is a module of its own, so that pith does without Parquet's dependencies.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

const usage = `usage: pith-parquet OUT.parquet < RECORDS.jsonl

Writes the records of "pith batch" or "pith pipe" as one Parquet file, which
appears whole or not at all. Fields without a column of their own go into the
column "other", as JSON.`

func main() {
	if len(os.Args) != 2 || len(os.Args[1]) == 0 || os.Args[1][0] == '-' {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdin); err != nil {
		fmt.Fprintf(os.Stderr, "pith-parquet: %v\n", err)
		os.Exit(2)
	}
}

// run writes the records of in to the file of a name. They go into a file
// beside it, which takes its place when all is on the disk.
func run(name string, in io.Reader) (err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is no file; name one", name)
	}
	f, err := os.Create(name + ".tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := convert(f, in, groupBytes); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// groupBytes of lines make a row group, which is about what a reader has to
// hold in memory.
const groupBytes = 64 << 20

func convert(out io.Writer, in io.Reader, group int) error {
	w := parquet.NewGenericWriter[row](out, parquet.Compression(&parquet.Zstd))
	lines := bufio.NewReaderSize(in, 1<<20)
	size := 0
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("stdin: %w", err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			r, err := parse(line)
			if err != nil {
				return fmt.Errorf("line %d is no record of pith: %w", n, err)
			}
			if _, err := w.Write([]row{r}); err != nil {
				return err
			}
		}
		if size += len(line); size > group {
			size = 0
			if err := w.Flush(); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return w.Close()
		}
	}
}
