package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

// explainOptions are the flags of pith explain.
type explainOptions struct {
	pageFlags
	url      string
	site     string
	metadata bool
	width    int
}

func newExplain() *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain [flags] [FILE|URL|-]...",
		Short: "Show every block of a page, whether it is kept, and why",
		Long: `Explain lists the blocks of a page in order: "+" for those of the article and
"-" for the rest, the score from 0 to 1, the kind, where it begins in the
decoded input, the reason, and the head of its text. With --metadata it lists
instead all that was weighed for the title, the authors and the dates.

With --site a block that repeats over a site's pages is dropped if the site has
at least 5 different pages and at least 4 of them, and a quarter, have the same
text. Cells of tables stay, and so do headings of text that stays.`,
		Example: `  pith explain page.html
  pith explain --metadata page.html
  pith explain page.html | grep '^+'     # what is kept`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.metadata, "metadata", false, "list the candidates for title, authors and dates")
	flags.IntVar(&o.width, "width", 60, "characters of each block's text to show, 0 for all")
	flags.StringVar(&o.site, "site", "", "count what repeats over the pages in `DIR`, as batch --site does")
	flags.StringVar(&o.url, "url", "", "address of the page")
	o.pageFlags.register(cmd, time.Minute)
	bound(cmd, "width", "a whole number, 0 or more", func() bool { return o.width >= 0 })
	return cmd
}

func (o *explainOptions) run(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		args = []string{"-"}
	}
	in := o.inputs(cmd)
	var site *chrome
	if o.site != "" {
		info, err := os.Stat(o.site)
		if err != nil {
			return at(o.site, err)
		}
		if !info.IsDir() {
			return at(o.site, errors.New("is no directory; give the one that has the site's pages"))
		}
		if site, err = o.collect(cmd.Context(), in.Args(cmd.Context(), []string{o.site}), 0); err != nil {
			return err
		}
		if len(site.pages) == 0 {
			return at(o.site, errors.New("holds no pages; give the directory that has the site's"))
		}
	}
	work := func(p *batch.Page) batch.Result {
		if o.url != "" {
			p.URL = o.url
		}
		a, _, err := o.extract(p, o.metadata)
		if a != nil && site != nil {
			p.Site = o.site
			site.drop(a, p)
		}
		var out bytes.Buffer
		switch {
		case a == nil:
		case o.metadata:
			o.candidates(&out, a)
		default:
			o.blocks(&out, a)
		}
		return batch.Result{Page: p, Err: err, Output: out.Bytes()}
	}
	code := exitDone
	sink := func(r batch.Result) error {
		if r.Err != nil {
			err := r.Err
			if errors.Is(err, extract.ErrNoArticle) {
				err = errors.New(err.Error()) // what to do about it is what was done
			}
			complain(cmd.ErrOrStderr(), at(r.Page.Where(), err))
			code = max(code, severity(r.Err))
		}
		if len(args) > 1 && len(r.Output) > 0 {
			fmt.Fprintf(cmd.OutOrStdout(), "%s:\n", r.Page.Where())
		}
		_, err := cmd.OutOrStdout().Write(r.Output)
		return at("stdout", err)
	}
	if err := batch.Run(cmd.Context(), in.Single(cmd.Context(), args), work, sink, batch.Options{Timeout: o.timeout}); err != nil {
		return err
	}
	if code != exitDone {
		return status(code)
	}
	return nil
}

func (o *explainOptions) blocks(w io.Writer, a *extract.Article) {
	reasons := len("reason")
	for _, b := range a.Blocks {
		reasons = max(reasons, utf8.RuneCountInString(b.Reason))
	}
	fmt.Fprintf(w, "  score %-10s %8s  %-*s  %s\n", "kind", "offset", reasons, "reason", "text")
	for _, b := range a.Blocks {
		kind := b.Kind.String()
		if b.Kind == extract.Heading {
			kind = fmt.Sprintf("heading %d", b.Level)
		}
		fmt.Fprintf(w, "%s %.2f  %-10s %8d  %-*s  %s\n", mark(b.Content), b.Score, kind, b.Start, reasons, b.Reason, o.head(b.Text))
	}
	fmt.Fprintf(w, "confidence %.2f\n", a.Confidence)
}

func (o *explainOptions) candidates(w io.Writer, a *extract.Article) {
	place := func(c extract.Candidate) string { return strings.TrimSpace(c.Source.Kind + " " + c.Source.Place) }
	places := len("source")
	for _, c := range a.Candidates {
		places = max(places, utf8.RuneCountInString(place(c)))
	}
	fmt.Fprintf(w, "  score %-10s %8s  %-*s  %s\n", "field", "offset", places, "source", "value (reason)")
	for _, c := range a.Candidates {
		fmt.Fprintf(w, "%s %.2f  %-10s %8d  %-*s  %s (%s)\n", mark(c.Chosen), c.Score, c.Field, c.Source.Start, places, place(c), o.head(c.Value), c.Reason)
	}
}

func mark(kept bool) string {
	if kept {
		return "+"
	}
	return "-"
}

// head returns the head of a text on one line.
func (o *explainOptions) head(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	n := 0
	for i := range text {
		if n++; o.width > 0 && n > o.width {
			return text[:i] + "..."
		}
	}
	return text
}
