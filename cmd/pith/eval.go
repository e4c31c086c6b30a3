package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/cmd/internal/score"
)

// evalOptions are the flags of pith eval.
type evalOptions struct {
	gold  string
	worst int
	curve bool
	json  bool
}

func newEval() *cobra.Command {
	var o evalOptions
	cmd := &cobra.Command{
		Use:   "eval --gold GOLD.jsonl [flags] PRED.jsonl",
		Short: "Score records against a gold of your own",
		Long: `Eval compares records, pith's own or another tool's, with gold. Both are JSON
lines that share an "id". Gold has what is known of "text", "title", "author",
"date" (the first ten characters count), and "with" and "without": lists of
snippets that the text must and must not have.

  word_f1     F1 over the words of a page, the mean over pages; in scripts
              without spaces each character is a word
  shingle_f1  of the mean precision and recall over runs of four words
  exact       share of pages with exactly the gold's words
  segment_f1  over the snippets of all pages
  title, author, date   share of pages with gold where the value is right, and
              of the values given (precision)`,
		Example: `  pith batch --manifest pages.jsonl > pred.jsonl
  pith eval --gold pages.jsonl pred.jsonl --worst 10`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New(`give one file of records; see "pith eval --help"`)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.gold, "gold", "", "`FILE` with the gold, required")
	flags.IntVar(&o.worst, "worst", 0, "list this many pages with the lowest word F1")
	flags.BoolVar(&o.curve, "calibration", false, "compare the confidence that records state with the word F1 that they reach")
	flags.BoolVar(&o.json, "json", false, "write one JSON object")
	bound(cmd, "worst", "a whole number, 0 or more", func() bool { return o.worst >= 0 })
	must(cmd.MarkFlagRequired("gold"))
	return cmd
}

func (o *evalOptions) run(cmd *cobra.Command, name string) error {
	gold, err := readPages(o.gold, cmd.InOrStdin())
	if err != nil {
		return err
	}
	records, err := readPages(name, cmd.InOrStdin())
	if err != nil {
		return err
	}
	predictions := make(map[string]score.Page, len(records))
	for _, p := range records {
		predictions[p.ID] = p
	}
	if !slices.ContainsFunc(gold, func(g score.Page) bool { _, ok := predictions[g.ID]; return ok }) {
		return at(name, errors.New(`no record has an "id" of the gold; give the pages' ids in a manifest`))
	}
	figures, rows := score.Score(gold, predictions)
	out := cmd.OutOrStdout()
	if o.json {
		all := map[string]any{"pages": len(gold)}
		for _, f := range figures {
			all[f.Name] = f.Value
		}
		_, err := out.Write(append(encode(all), '\n'))
		return at("stdout", err)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%-17s %6d\n", "pages", len(gold))
	for _, f := range figures {
		fmt.Fprintf(&text, "%-17s %.4f  on %d\n", f.Name, f.Value, f.Pages)
	}
	if o.curve {
		text.WriteString("confidence   pages  stated  reached\n")
		for _, b := range score.Calibration(rows) {
			fmt.Fprintf(&text, "%.2f to %.2f  %5d  %.4f  %.4f\n", b.From, min(b.To, 1), b.Pages, b.Stated, b.Reached)
		}
	}
	slices.SortStableFunc(rows, func(a, b score.Row) int { return cmp.Compare(a.F1, b.F1) })
	for _, r := range rows[:min(o.worst, len(rows))] {
		fmt.Fprintf(&text, "%s  f1 %.4f  p %.4f  r %.4f\n", r.ID, r.F1, r.Precision, r.Recall)
	}
	_, err = io.WriteString(out, text.String())
	return at("stdout", err)
}

// readPages reads gold or records, compressed or not.
func readPages(name string, stdin io.Reader) ([]score.Page, error) {
	r := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, at(name, err)
		}
		defer f.Close()
		r = f
	}
	var pages []score.Page
	err := batch.EachRecord(r, func(line []byte, number int) error {
		var p score.Page
		if err := json.Unmarshal(line, &p); err != nil {
			return fmt.Errorf("%w: line %d: %w", batch.ErrLine, number, batch.JSONError(err))
		}
		pages = append(pages, p)
		return nil
	})
	return pages, at(name, err)
}
