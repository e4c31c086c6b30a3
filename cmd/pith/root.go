package main

import (
	"bytes"
	"errors"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

// rootOptions are the flags of pith itself.
type rootOptions struct {
	pageFlags
	format   enum
	output   string
	url      string
	bodyOnly bool
}

func newRoot() *cobra.Command {
	var o rootOptions
	cmd := &cobra.Command{
		Use:   "pith [flags] [FILE|URL|-]...",
		Short: "Keep the article, drop the page",
		Long: `Pith finds the article on a web page, or in text that someone scraped from one,
and writes it without the rest: menus, related stories, cookie notices, footers.

Without an argument, or for "-", it reads the standard input. Files may be
compressed with gzip or zstd. Addresses are fetched.

Exit codes: 0 an article was found, 1 there is none, 2 something went wrong.`,
		Example: `  pith page.html                             # title, byline, date and text
  curl -s https://example.com/story | pith   # from a pipe
  pith --format markdown -o story.md page.html
  pith --format json page.html               # metadata with sources, every block
  pith scraped.txt                           # text cleaned of its menus
  pith batch pages/ -o articles/             # see: pith batch --help`,
		Args:              cobra.ArbitraryArgs,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: checkExclusive,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.run(cmd, args)
		},
	}
	cmd.SetVersionTemplate("pith {{.Version}}\n")
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return errors.New(err.Error() + `; see "` + cmd.CommandPath() + ` --help"`)
	})
	flags := cmd.Flags()
	o.format = enum{"text", formatNames()}
	o.format.register(cmd, "format", "what to write")
	flags.StringVarP(&o.output, "output", "o", "", "write to `FILE`, which appears whole or not at all")
	flags.StringVar(&o.url, "url", "", "address of the page: makes its links whole and helps with the date")
	flags.BoolVar(&o.bodyOnly, "body-only", false, "leave away title, byline and date")
	o.pageFlags.register(cmd, time.Minute)
	cmd.AddCommand(newBatch(), newPipe(), newExplain(), newEval())
	return cmd
}

// version is what the module system knows of this build.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func (o *rootOptions) run(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		if isTerminal(cmd.InOrStdin()) {
			return errors.New(`nothing to read; give a FILE or a URL, or pipe a page in; see "pith --help"`)
		}
		args = []string{"-"}
	}
	out := opened(cmd, o.output)
	in := o.inputs(cmd)
	if out == nil {
		in.Except = []string{o.output}
		for _, arg := range args {
			if name := in.Overwrites(arg); name != "" {
				return at(name, batch.ErrOverwrite)
			}
		}
	}
	f := formatOf(o.format.value)
	work := func(p *batch.Page) batch.Result {
		if o.url != "" {
			p.URL = o.url
		}
		a, _, err := o.extract(p, false)
		var out bytes.Buffer
		if a != nil && (err == nil || f.whole()) {
			if err := f.render(&out, a, render.Options{BodyOnly: o.bodyOnly}); err != nil {
				return batch.Result{Page: p, Status: batch.Failed, Err: err}
			}
		}
		return batch.Result{Page: p, Err: err, Output: out.Bytes()}
	}

	var file bytes.Buffer
	if out == nil {
		out = &file
	}
	code := exitDone
	written := false
	sink := func(r batch.Result) error {
		if r.Err != nil {
			complain(cmd.ErrOrStderr(), at(r.Page.Where(), r.Err))
			code = max(code, severity(r.Err))
		}
		if len(r.Output) == 0 {
			return nil
		}
		if written && !f.whole() {
			r.Output = append([]byte("\n"), r.Output...)
		}
		written = true
		_, err := out.Write(r.Output)
		return at("stdout", err)
	}
	err := batch.Run(cmd.Context(), in.Single(cmd.Context(), args), work, sink, batch.Options{Timeout: o.timeout})
	if err != nil {
		return err
	}
	if out == &file && (written || code == exitDone) {
		if err := batch.WriteFile(o.output, file.Bytes()); err != nil {
			return at(o.output, err)
		}
	}
	if code != exitDone {
		return status(code)
	}
	return nil
}

// severity is the exit code for a page's error.
func severity(err error) int {
	if errors.Is(err, extract.ErrNoArticle) {
		return exitNoArticle
	}
	return exitError
}

// inputs says how pages are read.
func (f *pageFlags) inputs(cmd *cobra.Command) *batch.Input {
	return &batch.Input{
		MaxBytes: int64(f.maxBytes),
		Form:     f.form(),
		Charset:  string(f.charset),
		Stdin:    cmd.InOrStdin(),
		Fetch:    fetcher{limit: int64(f.maxBytes), timeout: f.timeout, form: f.form(), charset: string(f.charset)}.fetch,
	}
}

// isTerminal says whether someone sits at the other end.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
