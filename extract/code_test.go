package extract_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

func TestCodeLanguage(t *testing.T) {
	for in, want := range map[string]string{
		`<pre><code class="hljs language-C++">`:                               "c++",
		`<pre class="lang-go prettyprint">`:                                   "go",
		`<div class="highlight highlight-source-shell"><pre>`:                 "shell",
		`<div class="language-ruby box"><div class=highlight><pre><code>`:     "ruby",
		`<div class="language-en"><div><div><div><div><pre><code>`:            "",
		`<main class="language-en"><pre>`:                                     "",
		`<pre class="language-">`:                                             "",
		"<pre><code class=\"language-a`b\">":                                  "",
		`<div class="highlight-python3 notranslate"><pre>`:                    "python3",
		`<div class="highlight-default notranslate"><pre>`:                    "",
		`<div class="highlight-dark box"><pre>`:                               "",
		`<pre><code>`:                                                         "",
		`<p class="language-go">`:                                             "",
		"# Loops\n\nIt [loops](a.html) and [ends](b.html).\n\n```Go\n":        "go",
		"# Loops\n\nIt [loops](a.html) and [ends](b.html).\n\n```\n":          "",
		"# Loops\n\nIt [loops](a.html) and [ends](b.html).\n\n``` {.go #x}\n": "",
	} {
		from, end := extract.FromHTML, ""
		if !strings.HasPrefix(in, "<") {
			from, end = extract.FromText, "\n```\n"
		}
		a, _ := from(strings.NewReader(in+"for { }"+end), nil)
		require.NotEmpty(t, a.Blocks)
		last := a.Blocks[len(a.Blocks)-1]
		require.Equal(t, "for { }", last.Text)
		require.Equal(t, want, last.Language, in)
	}
}
