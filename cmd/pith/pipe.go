package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract/render"
)

// pipeOptions are the flags of pith pipe.
type pipeOptions struct {
	pageFlags
	filter
	field     string
	keep      bool
	workers   uint
	unordered bool
}

func newPipe() *cobra.Command {
	var o pipeOptions
	cmd := &cobra.Command{
		Use:   "pipe",
		Short: "JSON lines in, JSON lines out: for Spark, Hadoop, Ray and GNU parallel",
		Long: `Pipe reads one JSON object a line and writes exactly one for each, in the same
order. The page is in the field "html", "text" or "content", or the one that
--field names; "url", "charset" and "crawled" (RFC 3339) help where they are
known. "id" comes back as it was. What goes wrong with a page is in the "error"
of its line, and the exit code is 0 as long as every line was answered.

A line out depends on the line in and on the version of pith alone, so lines may
be split over machines and tried again at will.`,
		Example: `  pith pipe < pages.jsonl > articles.jsonl
  zstdcat pages.jsonl.zst | pith pipe --keep | zstd > articles.jsonl.zst
  parallel --pipe --keep-order --block 10M pith pipe < pages.jsonl > articles.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return at(args[0], errors.New(`"pith pipe" reads the standard input; write "pith pipe < FILE"`))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.field, "field", "", "`NAME` of the field that holds the page")
	flags.BoolVar(&o.keep, "keep", false, "copy a line's other fields, of names that a record has not, to its line out")
	registerWorkers(cmd, &o.workers)
	flags.BoolVar(&o.unordered, "unordered", false, "write lines as they get ready")
	o.pageFlags.register(cmd, 0)
	o.filter.register(cmd)
	return cmd
}

func (o *pipeOptions) run(cmd *cobra.Command) error {
	if err := o.filter.check(); err != nil {
		return err
	}
	in := o.inputs(cmd)
	in.Field = o.field
	out := batch.NewStream(cmd.OutOrStdout(), nil)
	var failed error
	err := batch.Run(cmd.Context(), in.Lines("-", cmd.InOrStdin()), o.work,
		func(r batch.Result) error {
			if r.Page.Offset < 0 { // the input itself broke
				failed = at("stdin", r.Err)
				return nil
			}
			if r.Output == nil { // given up by Run
				r.Output = o.line(r.Page, record{Error: sentence(r.Err)})
			}
			_, err := out.Write(r.Output)
			return at("stdout", err)
		},
		batch.Options{Workers: int(o.workers), Unordered: o.unordered, Timeout: o.timeout, Idle: func() {
			_ = out.Idle() // an error comes again on the next write
		}})
	if err == nil {
		err = at("stdout", out.Close())
	}
	return errors.Join(err, failed)
}

func (o *pipeOptions) work(p *batch.Page) batch.Result {
	a, _, err := o.extract(p, false)
	rec := newRecord(a)
	if err != nil {
		rec.Error = recorded(err)
	} else if reason := o.filter.reject(a); reason != "" {
		rec = record{Filtered: reason}
	}
	return batch.Result{Page: p, Output: o.line(p, rec)}
}

// line writes the line for a page. What has the name of a field of the record is
// the record's alone, there or not: else a page without a title would seem to
// have the one that came with it.
func (o *pipeOptions) line(p *batch.Page, rec record) []byte {
	rec.ID = p.ID
	if o.keep && rec.URL == "" {
		rec.URL = p.URL
	}
	line := rec.line()
	if !o.keep || len(p.Fields) == 0 {
		return line
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(line, []byte("}\n")))
	for _, name := range slices.Sorted(maps.Keys(p.Fields)) {
		if answered[name] {
			continue
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		out.Write(encode(name))
		out.WriteByte(':')
		must(json.Compact(&out, p.Fields[name]))
	}
	out.WriteString("}\n")
	return out.Bytes()
}

// answered are the fields of a line out that are not copied from the line in.
var answered = func() map[string]bool {
	names := map[string]bool{"id": true, "filtered": true, "error": true}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[render.Record]()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names[name] = true
	}
	return names
}()
