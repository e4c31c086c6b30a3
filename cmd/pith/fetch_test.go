package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func runHere(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestFetch(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/harbour.html")
	require.NoError(t, err)
	latin := bytes.ReplaceAll(page, []byte(`<meta charset="utf-8">`), nil)
	latin = bytes.ReplaceAll(latin, []byte("old harbour"), []byte("old h\xe4rbour"))
	mux := http.NewServeMux()
	serve := func(path, contentType string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write(body)
		})
	}
	serve("/page", "text/html", page)
	serve("/latin", "text/html; charset=iso-8859-15", latin)
	serve("/lies", "text/html; charset=utf-16", page)
	serve("/image", "image/png", []byte("PNG"))
	serve("/large", "text/html", bytes.Repeat([]byte("x"), 3000))
	mux.HandleFunc("/gzip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = z.Write(page)
		_ = z.Close()
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write(bytes.ReplaceAll(page, []byte("It is a long"), []byte("The agent is "+r.UserAgent())))
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	for path, want := range map[string]string{
		"/page":  "The harbour that learned",
		"/gzip":  "The harbour that learned",
		"/moved": "The harbour that learned",
		"/latin": "the old härbour",
		"/lies":  "The harbour that learned",
		"/agent": "The agent is pith/",
	} {
		code, stdout, stderr := runHere(t, "", server.URL+path)
		require.Equal(t, 0, code, "%s: %s", path, stderr)
		require.Contains(t, stdout, want, path)
	}
	for path, want := range map[string]string{
		"/none":  "the server answered 404 Not Found",
		"/image": "the server sent image/png, which is no page",
		"/large": "too large: more than 2048 bytes; raise --max-bytes",
		"/loop":  "cannot be fetched: redirected more than 10 times",
		"/slow":  "took too long; raise --timeout",
	} {
		code, stdout, stderr := runHere(t, "", "--max-bytes", "2k", "--timeout", "300ms", server.URL+path)
		require.Equal(t, exitError, code, path)
		require.Empty(t, stdout)
		require.Equal(t, fmt.Sprintf("pith: %s: %s\n", server.URL+path, want), stderr)
	}

	code, stdout, _ := runHere(t, "", "batch", server.URL+"/moved", server.URL+"/none", "-q")
	require.Equal(t, exitError, code)
	require.Equal(t, 2, strings.Count(stdout, "\n"))
	require.Contains(t, stdout, `"url":"`+server.URL+`/page"`)
	require.Contains(t, stdout, `"error":"the server answered 404 Not Found"`)

	// What could not be fetched is asked for again by its entry.
	entry := `{"id":7,"path":"` + server.URL + `/page"}` + "\n"
	code, stdout, stderr := runHere(t, entry, "batch", "--manifest", "-")
	require.Equal(t, exitDone, code, stderr)
	require.Contains(t, stdout, `{"id":7,"source":"`+server.URL+`/page","title":"The harbour that learned`)

	// What a list of files names is never fetched.
	code, stdout, _ = runHere(t, server.URL+"/page\n", "batch", "--files-from", "-", "-q")
	require.Equal(t, exitError, code)
	require.Contains(t, stdout, "no such file")

	// The environment's proxy is asked for other hosts' pages.
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		require.Equal(t, "http://far.test/page", r.RequestURI)
		_, _ = w.Write(page)
	}))
	defer proxy.Close()
	c := exec.Command("pith", "http://far.test/page")
	c.Env = append(os.Environ(), "HTTP_PROXY="+proxy.URL)
	out, err := c.Output()
	require.NoError(t, err)
	require.Contains(t, string(out), "The harbour that learned")

	server.Close()
	_, _, stderr = runHere(t, "", server.URL+"/page")
	require.Regexp(t, `^pith: http://[^ ]+/page: cannot be fetched: dial tcp .*refused\n$`, stderr)
}

// The scheme of an address may have capitals.
func TestFetchInCapitals(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/harbour.html")
	require.NoError(t, err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(page) }))
	defer server.Close()
	address := strings.Replace(server.URL, "http", "HTTP", 1)
	for _, args := range [][]string{{address}, {"batch", address}} {
		code, stdout, stderr := runHere(t, "", args...)
		require.Equal(t, exitDone, code, stderr)
		require.Contains(t, stdout, "The harbour that learned to breathe")
	}
}

func TestRunStopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	code := run(ctx, []string{"batch", "testdata/pages"}, strings.NewReader(""), &out, &errs)
	require.Equal(t, exitError, code)
	require.Equal(t, "pith: interrupted after 0 pages; run the command again\n", errs.String())
}
