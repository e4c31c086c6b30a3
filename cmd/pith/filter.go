package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

// A filter leaves out articles that are not wanted.
type filter struct {
	languages []string
	minWords  int
	since     day
	until     day
	require   []string
}

type requirement struct {
	choice
	has func(*extract.Article) bool
}

// required are the values of --require.
var required = []requirement{
	{choice{"title", "a title"}, func(a *extract.Article) bool { return a.Title != "" }},
	{choice{"byline", "an author"}, func(a *extract.Article) bool { return a.Byline != "" || len(a.Authors) > 0 }},
	{choice{"date", "a date of publication"}, func(a *extract.Article) bool { return a.Published.Precision != extract.NoDate }},
}

func (f *filter) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.languages, "language", nil, "keep these languages, for example en,pt-BR")
	flags.IntVar(&f.minWords, "min-words", 0, "keep articles of at least this many words")
	bound(cmd, "min-words", "a whole number, 0 or more", func() bool { return f.minWords >= 0 })
	flags.Var(&f.since, "since", "keep articles published on this day or later")
	flags.Var(&f.until, "until", "keep articles published on this day or before")
	flags.StringSliceVar(&f.require, "require", nil, "keep articles that have these: title, byline, date")
	var words []cobra.Completion
	for _, r := range required {
		words = append(words, cobra.CompletionWithDesc(r.name, r.help))
	}
	must(cmd.RegisterFlagCompletionFunc("require", cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
}

// languageTag is the form of a language tag (RFC 5646), as far as pages keep to it.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$`)

// check says what is wrong with the flags.
func (f *filter) check() error {
	for _, name := range f.require {
		if !slices.ContainsFunc(required, func(r requirement) bool { return r.name == name }) {
			return fmt.Errorf("--require %s is not known; use title, byline or date", name)
		}
	}
	for _, tag := range f.languages {
		if !languageTag.MatchString(tag) {
			return fmt.Errorf("--language %q is no language tag; give two or three letters, for example en or pt-BR", tag)
		}
	}
	if !f.until.IsZero() && f.since.After(f.until.Time) {
		return fmt.Errorf("--since %s is after --until %s; give an earlier day", f.since.String(), f.until.String())
	}
	return nil
}

// reject says which condition an article does not meet, "" if it meets all.
func (f *filter) reject(a *extract.Article) string {
	if len(f.languages) > 0 && !slices.ContainsFunc(f.languages, func(want string) bool { return speaks(a.Language, want) }) {
		if a.Language == "" {
			return "language not known"
		}
		return "language " + a.Language
	}
	if f.minWords > 0 {
		if n := render.NewRecord(a).Words; n < f.minWords {
			return fmt.Sprintf("fewer than %d words", f.minWords)
		}
	}
	if dated := a.Published.Precision != extract.NoDate; !f.since.IsZero() || !f.until.IsZero() {
		// Days are compared as the page writes them, whatever its zone.
		day := a.Published.Time.Format("2006-01-02")
		switch {
		case !dated:
			return "no date"
		case !f.since.IsZero() && day < f.since.String():
			return "before " + f.since.String()
		case !f.until.IsZero() && day > f.until.String():
			return "after " + f.until.String()
		}
	}
	for _, r := range required {
		if slices.Contains(f.require, r.name) && !r.has(a) {
			return "no " + r.name
		}
	}
	return ""
}

// speaks says whether the language tag of a page is the wanted one or, as en-GB
// to en, a narrower one.
func speaks(tag, want string) bool {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	want = strings.ToLower(strings.ReplaceAll(want, "_", "-"))
	return want != "" && (tag == want || strings.HasPrefix(tag, want+"-"))
}
