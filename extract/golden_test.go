package extract_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
	"github.com/pithtext/pith/extract/render"
)

var update = flag.Bool("update", false, "write want.md of the golden pages anew; look at every difference before you commit it")

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
			floor, listed := known.take(page + "/html")
			if *update && !listed {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want := read(t, golden)
			if listed {
				require.NotEqual(t, want, got, "right now: take it out of known.txt")
				floor.hold(t, a, want)
				return
			}
			require.Equal(t, want, got)
		})
		t.Run(page+"/text", func(t *testing.T) {
			twin := filepath.Join(dir, "page.txt")
			if _, err := os.Stat(twin); errors.Is(err, os.ErrNotExist) {
				t.Skip("no page.txt")
			}
			a, want := extracted(t, twin, extract.FromText), read(t, golden)
			if floor, listed := known.take(page + "/text"); listed {
				require.NotEqual(t, bodyOf(want), words(markdown(t, a, render.Options{BodyOnly: true})), "right now: take it out of known.txt")
				floor.hold(t, a, want)
				return
			}
			require.Equal(t,
				strings.Join(bodyOf(want), " "),
				strings.Join(words(markdown(t, a, render.Options{BodyOnly: true})), " "))
		})
	}
	for name := range known {
		require.Fail(t, "known.txt lists what is not there", name)
	}
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
	require.GreaterOrEqual(t, titles, 18)
	require.GreaterOrEqual(t, bylines, 18)
	require.GreaterOrEqual(t, days, 25)
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

// A shortfall is the word F1 that the body of a page reaches.
type shortfall float64

func (s shortfall) hold(t *testing.T, a *extract.Article, want string) {
	t.Helper()
	f1 := wordF1(words(markdown(t, a, render.Options{BodyOnly: true})), bodyOf(want))
	const slack = 0.02 // between trainings of the model
	require.InDelta(t, float64(s), f1, slack, "word F1 is %.3f: mend it if it fell, and known.txt if it rose", f1)
}

type shortfalls map[string]shortfall

func (s shortfalls) take(name string) (shortfall, bool) {
	f, listed := s[name]
	delete(s, name)
	return f, listed
}

// readKnown reads known.txt: page, word F1 and reason in every line.
func readKnown(t *testing.T) shortfalls {
	t.Helper()
	known := shortfalls{}
	for line := range strings.Lines(read(t, filepath.Join(pages, "known.txt"))) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		var name, reason string
		var f1 float64
		_, err := fmt.Sscan(line, &name, &f1, &reason)
		require.NoError(t, err, "known.txt: %s", line)
		known[name] = shortfall(f1)
	}
	return known
}

var (
	topLine = regexp.MustCompile(`^(?:(.*) · )?(\d{4}-\d\d-\d\d)(T\S+)?$`)
	markup  = regexp.MustCompile("(?m)^[ >]*(#+ )?(- |\\d+\\\\?[.)] )?|\\]\\([^)]*\\)|^```|<br>|\\\\")
)

// bodyOf returns the words of a golden page without its title and its line of
// byline and date.
func bodyOf(doc string) []string {
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
