package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/net/html/charset"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

// An enum is a flag with a fixed set of values: one list to check, complete
// and explain them.
type enum struct {
	value   string
	choices []choice
}

type choice struct{ name, help string }

func (e *enum) String() string { return e.value }
func (e *enum) Type() string   { return strings.Join(e.names(), "|") }

func (e *enum) names() []string {
	names := make([]string, len(e.choices))
	for i, c := range e.choices {
		names[i] = c.name
	}
	return names
}

// Set implements pflag.Value.
func (e *enum) Set(s string) error {
	if !slices.Contains(e.names(), s) {
		return fmt.Errorf("use one of %s", strings.Join(e.names(), ", "))
	}
	e.value = s
	return nil
}

// register adds the flag to cmd, with completion and its values in the help.
func (e *enum) register(cmd *cobra.Command, name, help string) {
	cmd.Flags().Var(e, name, help)
	words := make([]cobra.Completion, len(e.choices))
	for i, c := range e.choices {
		words[i] = cobra.CompletionWithDesc(c.name, c.help)
	}
	must(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
}

// must is for what can only fail by a mistake in this program.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// choices for --input.
var inputs = []choice{
	{"auto", "tell by name and content"},
	{"html", "HTML"},
	{"text", "text that someone scraped already"},
}

// A value is what a flag sets: pflag.Value.
type value interface {
	String() string
	Set(string) error
	Type() string
}

// A bounded flag takes not all values of its type, and its error says which.
type bounded struct {
	value
	ok   func() bool // of the value that was set
	want string
}

// Set implements pflag.Value.
func (b bounded) Set(s string) error {
	if b.value.Set(s) != nil || !b.ok() {
		return errors.New("give " + b.want)
	}
	return nil
}

// bound has a flag of cmd take what is ok alone.
func bound(cmd *cobra.Command, name, want string, ok func() bool) {
	f := cmd.Flags().Lookup(name)
	if f.DefValue == "0s" { // pflag leaves it out of the help for its own type alone
		f.DefValue = ""
	}
	f.Value = bounded{f.Value, ok, want}
}

// maxWorkers is more than there are cores, and little enough for all to start.
const maxWorkers = 1024

// registerWorkers adds the flag for the number of workers to cmd.
func registerWorkers(cmd *cobra.Command, n *uint) {
	cmd.Flags().UintVarP(n, "workers", "j", 0, "pages at a time, 0 for one a core")
	bound(cmd, "workers", fmt.Sprintf("a whole number from 0 to %d", maxWorkers), func() bool { return *n <= maxWorkers })
}

// exclusive are pairs of flags of which a command takes one.
var exclusive = [][2]string{{"precision", "recall"}, {"manifest", "files-from"}}

// checkExclusive says which flags were given beside each other.
func checkExclusive(cmd *cobra.Command, _ []string) error {
	for _, e := range exclusive {
		if cmd.Flags().Changed(e[0]) && cmd.Flags().Changed(e[1]) {
			return fmt.Errorf("--%s and --%s exclude each other; give one of them", e[0], e[1])
		}
	}
	return nil
}

// A size is a number of bytes, for example 500k or 64M.
type size int64

func (s *size) Type() string { return "size" }

func (s *size) String() string {
	for _, u := range []struct {
		unit  string
		shift int
	}{{"G", 30}, {"M", 20}, {"k", 10}} {
		if n := int64(*s) >> u.shift; n > 0 && n<<u.shift == int64(*s) {
			return strconv.FormatInt(n, 10) + u.unit
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

// Set implements pflag.Value.
func (s *size) Set(text string) error {
	shift := 0
	digits := text
	if n := len(text) - 1; n > 0 {
		switch text[n] {
		case 'k', 'K':
			shift = 10
		case 'm', 'M':
			shift = 20
		case 'g', 'G':
			shift = 30
		}
		if shift > 0 {
			digits = text[:n]
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 || n > math.MaxInt64>>(shift+2) {
		return fmt.Errorf("give a number of bytes, for example 500k, 64M or 2G")
	}
	*s = size(n << shift)
	return nil
}

// An encoding is the label of a charset.
type encoding string

func (e *encoding) Type() string   { return "charset" }
func (e *encoding) String() string { return string(*e) }

// Set implements pflag.Value.
func (e *encoding) Set(s string) error {
	switch _, name := charset.Lookup(s); name {
	case "", "replacement", "x-user-defined": // the last two hold no text
		return fmt.Errorf("give a charset like utf-8 or windows-1252")
	}
	*e = encoding(s)
	return nil
}

// A day is a date, zero for none.
type day struct{ time.Time }

func (d *day) Type() string { return "date" }

func (d *day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

// Set implements pflag.Value.
func (d *day) Set(s string) error {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return fmt.Errorf("give a date like 2025-04-30")
	}
	d.Time = t
	return nil
}

// pageFlags say how a page is read and extracted; all commands that extract
// have them.
type pageFlags struct {
	input         enum
	charset       encoding
	precision     bool
	recall        bool
	minConfidence float64
	maxBytes      size
	maxBlocks     int
	timeout       time.Duration
}

func (f *pageFlags) register(cmd *cobra.Command, timeout time.Duration) {
	f.input = enum{"auto", inputs}
	f.maxBytes = extract.DefaultMaxBytes
	flags := cmd.Flags()
	f.input.register(cmd, "input", "what the pages are")
	flags.Var(&f.charset, "charset", "charset of the pages, if you know better than they do")
	flags.BoolVar(&f.precision, "precision", false, "rather lose a paragraph than keep something of the page")
	flags.BoolVar(&f.recall, "recall", false, "rather keep something of the page than lose a paragraph")
	flags.Float64Var(&f.minConfidence, "min-confidence", 0, "take pages below this confidence, 0 to 1, for pages without an article")
	flags.Var(&f.maxBytes, "max-bytes", "largest page, decompressed")
	flags.IntVar(&f.maxBlocks, "max-blocks", extract.DefaultMaxBlocks, "most blocks of text of one page")
	flags.DurationVar(&f.timeout, "timeout", timeout, "longest time for one page, 0 for no limit")
	bound(cmd, "min-confidence", "a number from 0 to 1", func() bool { return f.minConfidence >= 0 && f.minConfidence <= 1 })
	bound(cmd, "max-blocks", "a whole number above 0", func() bool { return f.maxBlocks > 0 })
	bound(cmd, "timeout", "a time of 0 or more with its unit, for example 30s or 5m", func() bool { return f.timeout >= 0 })
}

func (f *pageFlags) form() batch.Form {
	switch f.input.value {
	case "html":
		return batch.HTML
	case "text":
		return batch.Text
	}
	return batch.Auto
}

func (f *pageFlags) favor() extract.Favor {
	switch {
	case f.precision:
		return extract.Precise
	case f.recall:
		return extract.Complete
	}
	return extract.Balance
}
