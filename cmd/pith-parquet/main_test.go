package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	const lines = `{"id":"a","source":"x.zip","record":"p.html","offset":0,"title":"Rain","authors":["A","B"],"confidence":0.9,"words":2,"text":"It rained.\nMore","sources":{"title":{"kind":"h1"}},"zone":1}

{"id":{"k":[3]},"error":"no article found"}
`
	file := filepath.Join(t.TempDir(), "a.parquet")
	require.NoError(t, run(file, strings.NewReader(lines)))
	got, err := parquet.ReadFile[row](file)
	require.NoError(t, err)
	require.Equal(t, []row{
		{ID: "a", Source: "x.zip", Record: "p.html", Offset: new(int64), Title: "Rain", Authors: []string{"A", "B"}, Tags: []string{},
			Confidence: 0.9, Words: 2, Text: "It rained.\nMore", Other: `{"sources":{"title":{"kind":"h1"}},"zone":1}`},
		{ID: `{"k":[3]}`, Authors: []string{}, Tags: []string{}, Error: "no article found"},
	}, got)
}

// Many lines make several row groups, and no line is lost between them.
func TestRowGroups(t *testing.T) {
	var out bytes.Buffer
	line := `{"text":"It rained."}` + "\n"
	require.NoError(t, convert(&out, strings.NewReader(strings.Repeat(line, 30)), 10*len(line)))
	p, err := parquet.OpenFile(bytes.NewReader(out.Bytes()), int64(out.Len()))
	require.NoError(t, err)
	require.Equal(t, int64(30), p.NumRows())
	require.Len(t, p.RowGroups(), 3)
}

// What goes wrong is said, and leaves what was there as it was.
func TestFaults(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.parquet")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o666))
	for lines, want := range map[string]string{
		"{}\nnull\n":                  "line 2 is no record of pith: null",
		`{"source":"x","text":"It ra`: "line 1 is no record of pith: unexpected end of JSON input",
		`{"title":7}`:                 "line 1 is no record of pith: title: json: cannot unmarshal number into Go value of type string",
	} {
		require.EqualError(t, run(file, strings.NewReader(lines)), want)
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, "old", string(data))
	}
	require.ErrorIs(t, run(filepath.Join(dir, "no", "a.parquet"), strings.NewReader("")), os.ErrNotExist)
	require.EqualError(t, run(dir, strings.NewReader("")), dir+": is no file; name one")
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 1)
}
