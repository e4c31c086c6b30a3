package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// manyPages writes a directory of pages, and one manifest entry more that
// cannot be read.
func manyPages(t *testing.T, n int) (dir, manifest string) {
	t.Helper()
	dir = t.TempDir()
	page, err := os.ReadFile("testdata/pages/harbour.html")
	require.NoError(t, err)
	var lines strings.Builder
	for i := range n {
		if i == n/3 {
			fmt.Fprintf(&lines, "{\"id\":\"gone\",\"path\":%q}\n", filepath.Join(dir, "gone.html"))
		}
		name := filepath.Join(dir, fmt.Sprintf("%04d.html", i))
		text := bytes.ReplaceAll(page, []byte("harbour"), fmt.Appendf(nil, "harbour %d", i))
		require.NoError(t, os.WriteFile(name, text, 0o666))
		fmt.Fprintf(&lines, "{\"id\":%d,\"path\":%q}\n", i, name)
	}
	manifest = filepath.Join(t.TempDir(), "m.jsonl")
	require.NoError(t, os.WriteFile(manifest, []byte(lines.String()), 0o666))
	return dir, manifest
}

// output reads a file, or all the files of a directory by name.
func output(t *testing.T, name string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".pith-") {
			return err // a killed run may leave its last temporary file
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%s\n%s\n", strings.TrimPrefix(path, name), data)
		return err
	})
	require.NoError(t, err)
	return all.String()
}

var kills = flag.Int("kills", 2, "how often TestResumeAfterKill kills each kind of run")

// Killed at any moment and resumed, a run ends in the bytes of an unbroken one.
func TestResumeAfterKill(t *testing.T) {
	_, manifest := manyPages(t, 100**kills)
	for _, name := range []string{"out.jsonl", "out.csv", "out.jsonl.gz", "out.jsonl.zst", "mirror"} {
		t.Run(name, func(t *testing.T) {
			run := func(dir string, more ...string) *exec.Cmd {
				return exec.Command("pith", append([]string{"batch", "--manifest", manifest, "-q",
					"-o", filepath.Join(dir, name), "--failures", filepath.Join(dir, "failed")}, more...)...)
			}
			want, got := t.TempDir(), t.TempDir()
			began := time.Now()
			require.Equal(t, exitError, exitOf(run(want).Run())) // one page is missing
			took, done := time.Since(began), 0
			for range *kills {
				c := run(got, "--resume")
				require.NoError(t, c.Start())
				time.Sleep(rand.N(2 * took / time.Duration(*kills))) // so that all of them together get about to the end
				_ = c.Process.Kill()                                 // it may be done already
				if _ = c.Wait(); c.ProcessState.Exited() {
					done++
				}
			}
			t.Logf("%d of %d runs were done before they were killed", done, *kills)
			require.Equal(t, exitError, exitOf(run(got, "--resume").Run()))
			if strings.HasSuffix(name, "gz") || strings.HasSuffix(name, "zst") {
				// Where one compressed part ends and the next begins may differ.
				require.Equal(t, unpacked(t, filepath.Join(want, name)), unpacked(t, filepath.Join(got, name)))
				return
			}
			require.Equal(t, output(t, filepath.Join(want, name)), output(t, filepath.Join(got, name)))
			require.Contains(t, output(t, filepath.Join(got, "failed")), "gone.html")
			require.Equal(t, 1, strings.Count(output(t, filepath.Join(got, "failed")), `"path"`))
		})
	}
}

func unpacked(t *testing.T, name string) string {
	t.Helper()
	tool := "gzip"
	if strings.HasSuffix(name, ".zst") {
		tool = "zstd"
	}
	if _, err := exec.LookPath(tool); err != nil {
		t.Skip("needs " + tool)
	}
	out, err := exec.Command(tool, "-dc", name).Output()
	require.NoError(t, err)
	return string(out)
}

func exitOf(err error) int {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// Asked to stop, a run finishes the pages that it began and says how to go on.
func TestInterrupt(t *testing.T) {
	dir, _ := manyPages(t, 40)
	names, err := filepath.Glob(filepath.Join(dir, "*.html"))
	require.NoError(t, err)
	want, got := filepath.Join(t.TempDir(), "o.jsonl"), filepath.Join(t.TempDir(), "o.jsonl")
	require.NoError(t, exec.Command("pith", "batch", dir, "-o", want).Run())
	for i, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		c := exec.Command("pith", "batch", "--files-from", "-", "-o", got, "--resume")
		var stderr bytes.Buffer
		c.Stderr = &stderr
		stdin, err := c.StdinPipe() // stays open: there is always more to come
		require.NoError(t, err)
		require.NoError(t, c.Start())
		done := 10 * (i + 1)
		_, err = io.WriteString(stdin, strings.Join(names[:done], "\n")+"\n")
		require.NoError(t, err)
		require.Eventually(t, func() bool {
			data, _ := os.ReadFile(got)
			return bytes.Count(data, []byte("\n")) == done
		}, time.Minute, time.Millisecond)
		require.NoError(t, c.Process.Signal(signal))
		require.Equal(t, exitError, exitOf(c.Wait()))
		require.Equal(t, fmt.Sprintf("pith: interrupted after %d pages; go on with: pith batch --files-from - -o %s --resume\n", done, got), stderr.String())
	}
	require.NoError(t, exec.Command("pith", "batch", dir, "-o", got, "--resume").Run())
	require.Equal(t, output(t, want), output(t, got))
}
