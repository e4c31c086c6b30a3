package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// What may not be read or written is said, and the rest is done. Root may do
// anything, so it tries as nobody.
func TestNoPermission(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Chmod(filepath.Dir(dir), 0o755))
	require.NoError(t, os.CopyFS(filepath.Join(dir, "pages"), os.DirFS("testdata/pages")))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "pages", "closed"), 0))
	name, err := exec.LookPath("pith")
	require.NoError(t, err)
	program, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pith"), program, 0o755))
	pith := func(args ...string) (code int, stdout, stderr string) {
		c := exec.Command(filepath.Join(dir, "pith"), args...)
		c.Dir = dir
		if os.Getuid() == 0 {
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		var out, errs strings.Builder
		c.Stdout, c.Stderr = &out, &errs
		return exitOf(c.Run()), out.String(), errs.String()
	}

	code, stdout, stderr := pith("batch", "pages", "--exclude", "*.txt", "--exclude", "menu*")
	require.Equal(t, exitError, code)
	require.Equal(t, "pith: pages/closed: permission denied; check who may use it\n", stderr)
	require.Equal(t, 2, strings.Count(stdout, "\n"))
	require.Contains(t, stdout, `{"source":"pages/closed","error":"permission denied; check who may use it"}`)

	for _, out := range []string{"pages/closed/out.jsonl", "pages/closed/out"} {
		code, _, stderr = pith("batch", "pages/harbour.html", "-o", out)
		require.Equal(t, exitError, code)
		require.Equal(t, "pith: "+out+": permission denied; check who may use it\n", stderr)
	}

	// What an output has beside the results is none of a run's business.
	code, _, stderr = pith("batch", "pages/harbour.html", "-o", "pages", "--resume")
	require.Equal(t, exitDone, code, stderr)

	// A file that may be written to in a directory that takes no new ones.
	fixed := filepath.Join(dir, "pages", "fixed")
	require.NoError(t, os.Mkdir(fixed, 0o755))
	file := filepath.Join(fixed, "a.txt")
	require.NoError(t, os.WriteFile(file, []byte("old and long"), 0o666))
	require.NoError(t, os.Chmod(file, 0o666))
	require.NoError(t, os.Chmod(fixed, 0o555))
	t.Cleanup(func() { _ = os.Chmod(fixed, 0o755) })
	code, _, stderr = pith("-o", file, "pages/harbour.html")
	require.Equal(t, exitDone, code, stderr)
	_, want, _ := pith("pages/harbour.html")
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, want, string(got))
	code, _, stderr = pith("-o", "pages/fixed/b.txt", "pages/harbour.html")
	require.Equal(t, exitError, code)
	require.Equal(t, "pith: pages/fixed/b.txt: permission denied; check who may use it\n", stderr)
}
