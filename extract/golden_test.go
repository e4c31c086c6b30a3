package extract_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

var (
	update  = flag.Bool("update", false, "write want.md of the golden pages anew, but of those in known.txt; look at every difference before you commit it")
	measure = flag.Bool("measure", false, "write known.txt anew, after a training; say why of every new line in it")
)

const pages = "../testdata/pages"

// TestGoldenPages compares what is made of testdata's pages with what a reader
// wants of them: page.html to the last character of its Markdown, page.txt, the
// same page as a scraper left it, by the words of the body.
//
// A page that the model is known to get wrong stands in known.txt with the word
// F1 that it reaches. That table may only shrink: a page that does better than
// its entry fails as well.
func TestGoldenPages(t *testing.T) {
	known := readKnown(t)
	dirs, err := filepath.Glob(filepath.Join(pages, "*--*"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(dirs), 25)
	for _, dir := range dirs {
		page := filepath.Base(dir)
		golden := filepath.Join(dir, "want.md")
		t.Run(page+"/html", func(t *testing.T) {
			a := extracted(t, filepath.Join(dir, "page.html"), extract.FromHTML)
			got := markdown(t, a, render.Options{})
			if *update && !known.lists(page+"/html") {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want := read(t, golden)
			known.compare(t, page+"/html", want, got, wordF1(bodyOf(a), bodyIn(want)))
		})
		t.Run(page+"/text", func(t *testing.T) {
			twin := filepath.Join(dir, "page.txt")
			if _, err := os.Stat(twin); errors.Is(err, os.ErrNotExist) {
				t.Skip("no page.txt")
			}
			got, want := bodyOf(extracted(t, twin, extract.FromText)), bodyIn(read(t, golden))
			known.compare(t, page+"/text", strings.Join(want, " "), strings.Join(got, " "), wordF1(got, want))
		})
	}
	known.finish(t)
}

// TestScrapedMetadata holds how many of the titles, bylines and days that the
// golden pages want are found in what a scraper left of them.
func TestScrapedMetadata(t *testing.T) {
	twins, err := filepath.Glob(filepath.Join(pages, "*--*", "page.txt"))
	require.NoError(t, err)
	var titles, bylines, days int
	for _, twin := range twins {
		want := topOf(read(t, filepath.Join(filepath.Dir(twin), "want.md")))
		a := extracted(t, twin, extract.FromText)
		day := ""
		if a.Published.Precision > 0 {
			day = a.Published.Time.Format(time.DateOnly)
		}
		for _, f := range []struct {
			right           *int
			name, got, want string
		}{{&titles, "title", a.Title, want.title}, {&bylines, "byline", a.Byline, want.byline}, {&days, "day", day, want.day}} {
			if f.got == f.want {
				*f.right++
			} else {
				t.Logf("%s: %s %q, not %q", filepath.Base(filepath.Dir(twin)), f.name, f.got, f.want)
			}
		}
	}
	t.Logf("of %d pages %d titles, %d bylines and %d days are right", len(twins), titles, bylines, days)
	require.GreaterOrEqual(t, titles, 20)
	require.GreaterOrEqual(t, bylines, 21)
	require.GreaterOrEqual(t, days, 26)
}

type top struct{ title, byline, day string }

// topOf reads the title and the line of byline and date of a golden page.
func topOf(doc string) (t top) {
	blocks := strings.SplitN(doc, "\n\n", 3)
	t.title = strings.TrimPrefix(blocks[0], "# ")
	if m := topLine.FindStringSubmatch(blocks[1]); m != nil {
		t.byline, t.day = m[1], m[2]
	}
	return t
}

func extracted(t *testing.T, path string, from extractor) *extract.Article {
	t.Helper()
	a, err := from(strings.NewReader(read(t, path)), nil)
	if !errors.Is(err, extract.ErrNoArticle) {
		require.NoError(t, err)
	}
	return a
}

// bodyOf returns the words of an article's body.
func bodyOf(a *extract.Article) []string {
	var out bytes.Buffer
	_ = render.Markdown(&out, a, render.Options{BodyOnly: true}) // a buffer takes all
	return words(out.String())
}

func markdown(t *testing.T, a *extract.Article, opts render.Options) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.Markdown(&out, a, opts))
	return out.String()
}

func read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(b)
}

// shortfalls is known.txt: by page what it reaches, and why no more.
type shortfalls map[string]*shortfall

type shortfall struct {
	f1     float64 // word F1 of the body
	reason string
}

func readKnown(t *testing.T) shortfalls {
	t.Helper()
	known := shortfalls{}
	for line := range strings.Lines(read(t, filepath.Join(pages, "known.txt"))) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		require.Greater(t, len(f), 2, "known.txt: page, word F1 and reason, not %q", line)
		f1, err := strconv.ParseFloat(f[1], 64)
		require.NoError(t, err, "known.txt: %s", line)
		known[f[0]] = &shortfall{f1: f1, reason: strings.Join(f[2:], " ")}
	}
	return known
}

func (s shortfalls) lists(page string) bool { return s[page] != nil }

func (s shortfalls) compare(t *testing.T, page, want, got string, f1 float64) {
	t.Helper()
	k, listed := s[page]
	switch {
	case *measure && got == want:
		delete(s, page)
	case *measure && listed:
		k.f1 = f1
	case *measure:
		s[page] = &shortfall{f1: f1, reason: "say why"}
	case listed:
		require.NotEqual(t, want, got, "right now: take it out of known.txt")
		const slack = 0.02
		require.InDelta(t, k.f1, f1, slack, "word F1 is %.3f: mend it if it fell, and known.txt if it rose", f1)
	default:
		require.Equal(t, want, got)
	}
}

// finish sees to it that known.txt lists nothing else.
func (s shortfalls) finish(t *testing.T) {
	t.Helper()
	var doc strings.Builder
	doc.WriteString("# Pages that the model gets wrong, each with the word F1 that it reaches and why.\n# The list must shrink.\n\n")
	for _, page := range slices.Sorted(maps.Keys(s)) {
		require.DirExists(t, filepath.Join(pages, filepath.Dir(page)), "known.txt lists what is not there")
		fmt.Fprintf(&doc, "%-32s %.2f  %s\n", page, s[page].f1, s[page].reason)
	}
	if *measure {
		require.NoError(t, os.WriteFile(filepath.Join(pages, "known.txt"), []byte(doc.String()), 0o644))
	}
}

var (
	topLine = regexp.MustCompile(`^(?:(.*) · )?(\d{4}-\d\d-\d\d)(T\S+)?$`)
	markup  = regexp.MustCompile("(?m)^```.*|^[ >]*(#+ )?(- |\\d+\\\\?[.)] )?|\\]\\([^)]*\\)|<br>|\\\\")
)

// bodyIn returns the words of a golden page without its title and its line of
// byline and date.
func bodyIn(doc string) []string {
	blocks := strings.Split(doc, "\n\n")
	if strings.HasPrefix(blocks[0], "# ") {
		blocks = blocks[1:]
	}
	if len(blocks) > 0 && topLine.MatchString(strings.TrimSpace(blocks[0])) {
		blocks = blocks[1:]
	}
	return words(strings.Join(blocks, "\n\n"))
}

// words returns the words of a Markdown document without its markup.
func words(doc string) []string {
	doc = strings.ToLower(markup.ReplaceAllString(doc, " "))
	var all []string
	inside := false
	for _, r := range doc {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			all = append(all, string(r))
			inside = false
		case !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r):
			inside = false
		case inside:
			all[len(all)-1] += string(r)
		default:
			all = append(all, string(r))
			inside = true
		}
	}
	return all
}

// wordF1 is the F1 over the multisets of words.
func wordF1(got, want []string) float64 {
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	same := 0
	for _, w := range got {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(max(1, len(got)+len(want)))
}
