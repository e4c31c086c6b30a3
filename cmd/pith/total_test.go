package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// The size of a manifest is that of all that its paths stand for.
func TestManifestSize(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll("d/e", 0o777))
	for _, name := range []string{"a.html", "d/b.html", "d/e/c.html", "x.jsonl.gz"} {
		require.NoError(t, os.WriteFile(name, make([]byte, 100), 0o666))
	}
	for list, want := range map[string]int64{
		`{"path":"a.html"}` + "\n" + `{"path":"d"}` + "\n" + `{"path":"none"}`: 300,
		`{"path":"a.html"}` + "\n" + `{"path":"x.jsonl.gz"}`:                   -1, // it counts as decompressed
		`{"path":"d","offset":0}`:                                              -1, // not all of it is read
	} {
		require.NoError(t, os.WriteFile("m", []byte(list), 0o666))
		n, ok := manifestSize("m")
		if !ok {
			n = -1
		}
		require.Equal(t, want, n, list)
	}
}
