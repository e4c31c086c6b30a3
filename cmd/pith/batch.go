package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

// batchOptions are the flags of pith batch.
type batchOptions struct {
	pageFlags
	filter
	format    enum
	output    string
	bodyOnly  bool
	manifest  string
	filesFrom string
	field     string
	include   []string
	exclude   []string
	site      bool
	workers   uint
	unordered bool
	resume    bool
	failures  string
	filtered  string
	quiet     bool
	stats     enum
}

func newBatch() *cobra.Command {
	var o batchOptions
	cmd := &cobra.Command{
		Use:   "batch [flags] [DIR|FILE|URL|-]...",
		Short: "Extract many pages: directories, archives, lists",
		Long: `Batch extracts the articles of many pages, in parallel, with the same output
however many workers there are.

Input is what the arguments name: files, directories, WARC and WET, zip and tar
archives, JSON lines (a page in "html", "text" or "content"), addresses, "-" for
the standard input; or what --manifest or --files-from list. All but addresses
may be compressed with gzip or zstd. Files are told by name and content; names
that begin with a dot are passed over in directories.

A manifest has one JSON object a line: "path", and as far as known "id", "url",
"charset" and "crawled". The path of an archive, of JSON lines or of a directory
stands for all its pages. Each page has one line of output, unless a filter
leaves it out.

Output is, by --output, a directory with a file for each article, or one file
with a record for each page: .jsonl or .csv, and .gz or .zst behind that. With
no --output, JSON lines go to the standard output.

Exit codes: 0 all done, 1 some pages have no article, 2 some pages failed.`,
		Example: `  pith batch pages/ -o articles/
  pith batch crawl.warc.gz -o articles.jsonl.zst --failures failed.jsonl
  pith batch crawl.warc.gz -o articles.jsonl.zst --resume     # go on where it stopped
  pith batch --manifest failed.jsonl -o rest.jsonl            # try again
  find . -name '*.html' -print0 | pith batch --files-from - > articles.jsonl
  pith batch site/ --site --format markdown -o notes/ --exclude 'tags/**'`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	flags := cmd.Flags()
	names := append(formatNames(), choice{"csv", "a table, one row a page"})
	o.format = enum{"", names}
	o.format.register(cmd, "format", "what to write (default jsonl for one file, text for a directory)")
	flags.StringVarP(&o.output, "output", "o", "", "`DIR`, or a file that ends in .jsonl or .csv, .gz or .zst behind it")
	flags.BoolVar(&o.bodyOnly, "body-only", false, "leave away title, byline and date")
	flags.StringVar(&o.manifest, "manifest", "", "read the pages that `FILE` lists as JSON lines, - for the standard input")
	flags.StringVar(&o.filesFrom, "files-from", "", "read the files that `FILE` names, one a line or NUL-separated")
	flags.StringVar(&o.field, "field", "", "`NAME` of the field of a JSON line that holds the page")
	flags.StringArrayVar(&o.include, "include", nil, "in directories and archives read only what matches `GLOB`, ** for any depth")
	flags.StringArrayVar(&o.exclude, "exclude", nil, "in directories and archives leave out what matches `GLOB`")
	flags.BoolVar(&o.site, "site", false, "read all pages twice and drop text that repeats over a site's pages")
	registerWorkers(cmd, &o.workers)
	flags.BoolVar(&o.unordered, "unordered", false, "write records as they get ready")
	flags.BoolVar(&o.resume, "resume", false, "go on where an earlier run with the same input and output stopped")
	flags.StringVar(&o.failures, "failures", "", "list the pages that failed in `FILE`, which --manifest takes")
	flags.StringVar(&o.filtered, "filtered", "", "list the pages that were filtered out in `FILE`, with the reason")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "no progress, no line for each failed page")
	o.stats = enum{"auto", []choice{{"auto", "a sentence on a terminal"}, {"json", "one JSON object"}, {"none", "nothing"}}}
	o.stats.register(cmd, "stats", "what to say at the end, on stderr")
	o.pageFlags.register(cmd, time.Minute)
	o.filter.register(cmd)
	return cmd
}

// check says what is wrong with the flags, and fills in what follows from them.
func (o *batchOptions) check(args []string) error {
	switch {
	case o.list() != "" && len(args) > 0:
		return errors.New("there are arguments beside a list; give one or the other")
	case o.list() == "" && len(args) == 0:
		return errors.New(`nothing to read; name files or directories, or give --manifest; see "pith batch --help"`)
	}
	if err := errors.Join(at("--include", batch.Globs(o.include).Check()), at("--exclude", batch.Globs(o.exclude).Check())); err != nil {
		return err
	}
	if err := o.filter.check(); err != nil {
		return err
	}
	stream := o.streamFormat()
	switch info, err := os.Stat(filepath.Clean(o.output)); {
	case stream != "":
	case err != nil && slices.Contains(otherFiles, strings.ToLower(filepath.Ext(o.output))):
		return at(o.output, errors.New("would be a directory; end it in .jsonl or .csv, or in a slash"))
	case err == nil && !info.IsDir():
		return at(o.output, errors.New("is a file; give a directory, or end it in .jsonl or .csv"))
	}
	switch format := o.format.value; {
	case format == "":
		o.format.value = cmp.Or(stream, "text")
	case stream == "" && format == "csv":
		return errors.New("--format csv needs a file; end --output in .csv")
	case stream == "" || format == stream:
	case o.output == "":
		return fmt.Errorf("--format %s needs a directory; give --output DIR, or --format jsonl", format)
	default:
		return fmt.Errorf("--format %s does not go into %s; give a directory, or leave --format away", format, o.output)
	}
	if o.resume && o.output == "" {
		return errors.New("--resume needs --output: what went to the standard output cannot be looked at")
	}
	if o.site && (o.list() == "-" || slices.Contains(args, "-")) {
		return errors.New("--site reads its input twice; save it to a file first")
	}
	return nil
}

// A batchRun is one run of pith batch.
type batchRun struct {
	*batchOptions
	stderr       io.Writer
	counts       *stats
	stream       *batch.Stream // for one file or stdout
	mirror       *batch.Mirror // for a directory
	failureList  *batch.Stream // nil if not asked for
	filteredList *batch.Stream
	chrome       *chrome // of the sites, for --site
}

func (o *batchOptions) run(cmd *cobra.Command, args []string) (err error) {
	stdout := opened(cmd, o.output)
	if stdout != nil {
		o.output = ""
	}
	if err := o.check(args); err != nil {
		return err
	}
	r := &batchRun{batchOptions: o, stderr: cmd.ErrOrStderr(), counts: newStats()}
	in := o.inputs(cmd)
	in.Field, in.Include, in.Exclude = o.field, o.include, o.exclude
	in.Count = r.counts.pass
	pages, closeList, err := o.pages(cmd.Context(), in, args)
	if err != nil {
		return err
	}
	defer closeList()

	in.Except, in.Opened = o.outputs(), redirected(cmd)
	if o.streamFormat() == "" {
		r.mirror = &batch.Mirror{Dir: o.output, Ext: formatOf(o.format.value).ext, Resume: o.resume, Skip: r.counts.resume, Clash: r.clash, Reads: in.Reads}
		in.Mirror = r.mirror
	}
	if err := errors.Join(o.guard(in, args), o.present(args)); err != nil {
		return err
	}
	seen, err := r.open(cmd, stdout)
	if err != nil {
		return err
	}
	defer func() {
		var s status
		if e := r.streams((*batch.Stream).Close); e != nil && (err == nil || errors.As(err, &s)) {
			err = e
		}
	}()
	if seen != nil {
		pages = seen.Pages(pages, r.counts.resume)
	}
	if r.mirror != nil {
		pages = r.mirror.Pages(pages)
	}
	if o.site {
		if r.chrome, err = o.siteChrome(cmd.Context(), in, args); err != nil {
			return r.stopped(err)
		}
	}
	if !o.quiet && isTerminal(r.stderr) {
		stop := r.counts.progress(r.stderr, totalSize(args, o.manifest))
		defer stop()
		r.stderr = clearing{r.stderr}
	}

	err = batch.Run(cmd.Context(), pages, r.work, r.sink, batch.Options{
		Workers: int(o.workers), Unordered: o.unordered, Timeout: o.timeout, Idle: r.idle,
	})
	if err != nil {
		return r.stopped(err)
	}
	if err := r.say(); err != nil {
		return err
	}
	if r.counts.pages+r.counts.resumed == 0 && len(args) > 0 {
		return at(strings.Join(args, " "), errors.New("holds no pages; see --include and --input"))
	}
	if err := r.streams((*batch.Stream).Begin); err != nil {
		return err
	}
	if code := r.counts.exit(); code != exitDone {
		return status(code)
	}
	return nil
}

// pages opens what lists the pages.
func (o *batchOptions) pages(ctx context.Context, in *batch.Input, args []string) (batch.Pages, func(), error) {
	list := o.list()
	if list == "" {
		return in.Args(ctx, args), func() {}, nil
	}
	r, closeList, err := o.openList(in.Stdin)
	if err != nil {
		return nil, nil, err
	}
	if o.manifest != "" {
		return in.Manifest(ctx, list, r), closeList, nil
	}
	return in.Files(ctx, list, r), closeList, nil
}

// siteChrome reads all pages for --site.
func (o *batchOptions) siteChrome(ctx context.Context, in *batch.Input, args []string) (*chrome, error) {
	first := *in
	first.Count = nil
	pages, closeList, err := o.pages(ctx, &first, args)
	if err != nil {
		return nil, err
	}
	defer closeList()
	return o.collect(ctx, pages, int(o.workers))
}

// open opens the outputs. On --resume it returns what is done, for a stream.
func (r *batchRun) open(cmd *cobra.Command, stdout io.Writer) (seen *batch.Seen, err error) {
	if r.failureList, err = createList(cmd, r.failures); err != nil {
		return nil, err
	}
	if r.filteredList, err = createList(cmd, r.filtered); err != nil {
		return nil, err
	}
	var head []byte
	if r.format.value == "csv" {
		head = csvRow(columns)
	}
	switch {
	case r.mirror != nil:
		if err := os.MkdirAll(r.output, 0o777); err != nil {
			return nil, at(r.output, err)
		}
		if r.resume {
			batch.Sweep(r.output)
		}
	case r.output == "":
		r.stream = batch.NewStream(stdout, head)
	case !r.resume:
		r.stream, err = batch.CreateStream(r.output, head)
	default:
		seen = batch.NewSeen()
		each := func(rec record) {
			seen.Add(rec.key())
			switch {
			case rec.failed():
				_ = writeEntry(r.failureList, rec.entry()) // an error comes again on closing
				r.counts.before = exitError
			case rec.Error != "":
				r.counts.before = max(r.counts.before, exitNoArticle)
			}
		}
		scan := scanLines(each)
		if r.format.value == "csv" {
			scan = scanRows(each)
		}
		r.stream, err = batch.ResumeStream(r.output, head, scan)
	}
	if err != nil {
		return nil, at(r.output, err)
	}
	return seen, nil
}

func createList(cmd *cobra.Command, name string) (*batch.Stream, error) {
	if name == "" {
		return nil, nil
	}
	if w := opened(cmd, name); w != nil {
		return batch.NewStream(w, nil), nil
	}
	s, err := batch.CreateStream(name, nil)
	return s, at(name, err)
}

// streams calls each for the streams that there are.
func (r *batchRun) streams(each func(*batch.Stream) error) error {
	var errs []error
	for _, s := range []*batch.Stream{r.stream, r.failureList, r.filteredList} {
		if s != nil {
			errs = append(errs, at(s.Name(), each(s)))
		}
	}
	return errors.Join(errs...)
}

func (r *batchRun) clash(p *batch.Page) {
	if !r.quiet {
		fmt.Fprintf(r.stderr, "pith: %s: another page has that name; written to %s\n", p.Where(), r.mirror.File(p))
	}
}

// errOutput: a result could not be written. The run ends with it.
var errOutput = errors.New("output")

// work extracts a page and makes its output. It runs in parallel.
func (r *batchRun) work(p *batch.Page) batch.Result {
	a, n, err := r.extract(p, false)
	res := batch.Result{Page: p, Bytes: n, Err: err}
	switch {
	case errors.Is(err, extract.ErrNoArticle):
		res.Status = batch.NoArticle
	case err != nil:
		res.Status = batch.Failed
	default:
		r.chrome.drop(a, p)
		if a.Text() == "" {
			res.Status, res.Err = batch.NoArticle, extract.ErrNoArticle
		} else if res.Reason = r.filter.reject(a); res.Reason != "" {
			res.Status = batch.Filtered
			return res
		}
	}
	if r.stream != nil {
		res.Output = r.record(a, p, res.Err)
		return res
	}
	f := formatOf(r.format.value)
	if a == nil || res.Err != nil && !f.whole() {
		return res
	}
	var out bytes.Buffer
	if err := f.render(&out, a, render.Options{BodyOnly: r.bodyOnly}); err != nil {
		res.Status, res.Err = batch.Failed, err
		return res
	}
	if err := batch.WriteFile(r.mirror.File(p), out.Bytes()); err != nil {
		res.Status, res.Err = batch.Failed, errors.Join(errOutput, at(r.mirror.File(p), err))
	}
	return res
}

// record is a page's record in the stream.
func (r *batchRun) record(a *extract.Article, p *batch.Page, err error) []byte {
	rec := newRecord(a).from(p)
	if r.bodyOnly {
		rec.Record = render.Record{Confidence: rec.Confidence, Words: rec.Words, Text: rec.Text}
	}
	if err != nil {
		rec.Error = recorded(err)
		if rec.failed() { // what a resumed run needs to list it again
			e := p.Entry(nil)
			rec.URL, rec.Charset, rec.Crawled = e.URL, e.Charset, e.Crawled
		}
	}
	if r.format.value == "csv" {
		return rec.row()
	}
	return rec.line()
}

// sink takes the results, one after the other.
func (r *batchRun) sink(res batch.Result) error {
	switch {
	case errors.Is(res.Err, errOutput):
		return res.Err
	case errors.Is(res.Err, batch.ErrOverwrite), // the standard input named it
		errors.Is(res.Err, batch.ErrManifest):
		return at(res.Page.Where(), res.Err)
	}
	if r.stream != nil && res.Status != batch.Filtered {
		if res.Output == nil { // given up by Run
			res.Output = r.record(nil, res.Page, res.Err)
		}
		if _, err := r.stream.Write(res.Output); err != nil {
			return at(r.stream.Name(), err)
		}
	}
	r.counts.result(res)
	switch res.Status {
	case batch.Failed:
		if !r.quiet {
			complain(r.stderr, at(res.Page.Where(), res.Err))
		}
		return writeEntry(r.failureList, res.Page.Entry(errors.New(sentence(res.Err))))
	case batch.Filtered:
		return writeEntry(r.filteredList, res.Page.Entry(errors.New(res.Reason)))
	}
	return nil
}

func writeEntry(s *batch.Stream, e batch.Entry) error {
	if s == nil {
		return nil
	}
	if strings.ContainsRune(e.Path, utf8.RuneError) { // what is not UTF-8 reads so, too
		e.Error += "; JSON cannot hold its name, so give it as an argument to try again"
	}
	_, err := s.Write(append(encode(e), '\n'))
	return at(s.Name(), err)
}

func (r *batchRun) idle() {
	_ = r.streams((*batch.Stream).Idle) // an error comes again on the next write
}

// stopped says what to do after a run that came to no end.
func (r *batchRun) stopped(err error) error {
	if !errors.Is(err, context.Canceled) {
		return err
	}
	again := "run the command again"
	done := r.counts.pages + r.counts.resumed
	if r.output != "" && done > 0 { // else the output is still that of an earlier run
		again = "go on with: " + againCommand(os.Args)
	}
	return fmt.Errorf("interrupted after %d pages; %s", done, again)
}

// againCommand is the command line that continues this one.
func againCommand(args []string) string {
	var words []string
	for _, a := range args {
		if a == "" || strings.ContainsAny(a, " \t\n'\"\\$`*?[]{}()<>|&;#~!") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		words = append(words, a)
	}
	if !slices.Contains(args, "--resume") {
		words = append(words, "--resume")
	}
	return strings.Join(words, " ")
}

// say shows the figures at the end.
func (r *batchRun) say() error {
	switch r.stats.value {
	case "json":
		return r.counts.json(r.stderr)
	case "auto":
		if !r.quiet && isTerminal(r.stderr) {
			fmt.Fprintf(r.stderr, "pith: %s\n", r.counts.text())
		}
	}
	return nil
}
