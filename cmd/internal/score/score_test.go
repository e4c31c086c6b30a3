package score

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWords(t *testing.T) {
	for in, want := range map[string][]string{
		"Don't stop, snake_case 3½": {"Don", "t", "stop", "snake_case", "3½"},
		"日本 und ไทย":                {"日", "本", "und", "ไ", "ท", "ย"},
		"mot中mot":                   {"mot", "中", "mot"},
		"":                          nil,
		"a\u0301b":                  {"a", "b"},
	} {
		require.Equal(t, want, words(in), in)
	}
	require.Equal(t, []string{"a b c"}, shingles("a b c"))
	require.Equal(t, []string{"a b c d", "b c d e"}, shingles("a b c d e"))
	require.Nil(t, shingles("..."))
}

func TestPeople(t *testing.T) {
	for in, want := range map[string][]string{
		"By Ann Lee and Bob Ray":  {"ann lee", "bob ray"},
		"Von: Ångström, É. Y y Z": {"angstrom", "e y", "z"},
		"Andy Sand; Yves":         {"andy sand", "yves"},
		"bystander":               {"bystander"},
		"por\u00a0Ana":            {"ana"},
		", ;":                     nil,
	} {
		require.Equal(t, want, people(in), in)
	}
	require.True(t, sameAuthor("By Ann Lee, Bob Ray", "Bob Ray & Ann Lee"))
	require.False(t, sameAuthor("Ann Lee", "Ann Lea"))
}

const gold = `{"id": 1, "text": "one two three four five six", "title": "A Title!", "author": "Ann Lee", "date": "2025-01-02"}
{"id": 2, "text": "alpha beta", "with": ["alpha  beta", "gamma"], "without": ["menu"], "title": "Two"}
{"id": 3, "with": ["x"], "without": []}
`

const predictions = `{"id": 1, "text": "one two three four FIVE seven", "title": "a title", "authors": ["Lee Ann", "X"], "date": "2025-01-02T03:04:05Z"}
{"id": 2, "text": "alpha\nbeta menu", "title": "Three", "author": null}
{"id": 9, "text": "not asked for"}
`

func parse(t *testing.T, lines string) []Page {
	t.Helper()
	var pages []Page
	for line := range strings.Lines(lines) {
		var p Page
		require.NoError(t, json.Unmarshal([]byte(line), &p))
		pages = append(pages, p)
	}
	return pages
}

func score(t *testing.T, gold, predictions string) map[string]float64 {
	t.Helper()
	byID := make(map[string]Page)
	for _, p := range parse(t, predictions) {
		byID[p.ID] = p
	}
	figures, _ := Score(parse(t, gold), byID)
	got := make(map[string]float64)
	for _, f := range figures {
		got[f.Name] = f.Value
	}
	return got
}

func TestScore(t *testing.T) {
	want := map[string]float64{
		"word_p": (5.0/6 + 2.0/3) / 2, "word_r": (5.0/6 + 1) / 2, "word_f1": (5.0/6 + 0.8) / 2,
		"shingle_p": (1.0 / 3) / 2, "shingle_r": (1.0 / 3) / 2, "shingle_f1": 1.0 / 6, "exact": 0,
		"segment_p": 1.0 / 2, "segment_r": 1.0 / 3, "segment_f1": 0.4,
		"title": 1.0 / 2, "title_precision": 1.0 / 2, "author": 0, "author_precision": 0, "date": 1, "date_precision": 1,
	}
	got := score(t, gold, predictions)
	require.Len(t, got, len(want))
	for name, v := range want {
		require.InDelta(t, v, got[name], 1e-9, name)
	}
}

// The figures are those of the script that the corpora are scored with.
func TestScoreAgrees(t *testing.T) {
	shared := os.Getenv("PITH_SHARED")
	script := filepath.Join(shared, "eval", "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("the reference script is not here: set PITH_SHARED to the folder that holds eval/score.py")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("needs python3")
	}
	check := func(name, gold, predictions string) {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "pages.jsonl"), []byte(gold), 0o666))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "p.jsonl"), []byte(predictions), 0o666))
		out, err := exec.Command("python3", script, dir, filepath.Join(dir, "p.jsonl"), "--json").Output()
		require.NoError(t, err)
		var want map[string]float64
		require.NoError(t, json.Unmarshal(out, &want))
		got := score(t, gold, predictions)
		for figure, v := range want {
			if figure == "pages" || strings.HasSuffix(figure, "_n") {
				continue
			}
			require.Contains(t, got, figure)
			require.InDelta(t, v, got[figure], 5e-5, "%s: %s", name, figure)
		}
	}
	check("own", gold, strings.ReplaceAll(predictions, `"authors": ["Lee Ann", "X"]`, `"author": "Lee Ann, X"`))

	// Each corpus's gold, scored against the gold of the page after it and the
	// head of its own.
	for _, corpus := range []string{"seeds", "chinese", "readability"} {
		data, err := os.ReadFile(filepath.Join(shared, "corpora", corpus, "pages.jsonl"))
		if err != nil {
			continue
		}
		var rows []map[string]any
		for line := range strings.Lines(string(data)) {
			var row map[string]any
			require.NoError(t, json.Unmarshal([]byte(line), &row))
			rows = append(rows, row)
		}
		var predictions strings.Builder
		for i, row := range rows {
			next := rows[(i+1)%len(rows)]
			text, _ := row["text"].(string)
			other, _ := next["text"].(string)
			p := map[string]any{"id": row["id"], "text": text[:len(text)/2] + "\u0130\u03a3 " + other, "title": row["title"], "author": next["author"], "date": row["date"]}
			line, err := json.Marshal(p)
			require.NoError(t, err)
			predictions.Write(append(line, '\n'))
		}
		check(corpus, string(data), predictions.String())
	}
}
