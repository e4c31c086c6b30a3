package source

import (
	"bytes"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// The pages of testdata/charsets were written by another implementation of
// the charsets than the one that decodes them here.
func charsetPage(t *testing.T, name string) (page []byte, want string) {
	page, err := os.ReadFile(filepath.Join("testdata", "charsets", name+".html"))
	require.NoError(t, err)
	w, err := os.ReadFile(filepath.Join("testdata", "charsets", name+".want"))
	require.NoError(t, err)
	return page, string(w)
}

func TestDecodeCharsets(t *testing.T) {
	meta := regexp.MustCompile(`<meta[^>]*>\n`)
	for _, name := range []string{
		"windows-1252", "iso-8859-2", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr", "koi8-r",
		"utf-16le", "utf-16be", "lies-utf-8", "lies-koi8-r",
	} {
		t.Run(name, func(t *testing.T) {
			page, want := charsetPage(t, name)
			got, err := DecodeBytes(page, "")
			require.NoError(t, err)
			require.Equal(t, want, got)

			undeclared := meta.ReplaceAll(page, nil)
			if strings.HasPrefix(name, "utf-16") {
				undeclared = page[2:] // the mark is the declaration
			}
			got, err = DecodeBytes(undeclared, "")
			require.NoError(t, err)
			require.Equal(t, meta.ReplaceAllString(want, ""), got, "undeclared")

			if !strings.HasPrefix(name, "lies") {
				got, err = DecodeBytes(undeclared, strings.ToUpper(name))
				require.NoError(t, err)
				require.Equal(t, meta.ReplaceAllString(want, ""), got, "named by the caller")
			}
		})
	}
}

func TestDecodeOrder(t *testing.T) {
	for _, c := range []struct{ name, in, label, want string }{
		{"empty", "", "", ""},
		{"mark only", "\xEF\xBB\xBF", "", ""},
		{"mark before caller", "\xEF\xBB\xBFé", "windows-1252", "é"},
		{"caller before valid UTF-8", "\xC3\xA9", "latin1", "Ã©"},
		{"caller says UTF-8", "a\xFFb", "utf8", "a\uFFFDb"},
		{"valid UTF-8 before declaration", "<meta charset=big5>é", "", "<meta charset=big5>é"},
		{"declared far from the top", "<script>" + strings.Repeat("x", 5000) + "</script><META HTTP-EQUIV=content-type CONTENT='text/html;CHARSET = windows-1251'>\xEF", "",
			"<script>" + strings.Repeat("x", 5000) + "</script><META HTTP-EQUIV=content-type CONTENT='text/html;CHARSET = windows-1251'>п"},
		{"declared in XML", "<?xml version='1.0' encoding='koi8-r'?>\xD0", "", "<?xml version='1.0' encoding='koi8-r'?>п"},
		{"not declared in a comment", "<!-- <meta charset=windows-1251> -->caf\xE9", "", "<!-- <meta charset=windows-1251> -->café"},
		{"UTF-8 with a bad byte", "öäüß öäüß\xFF", "", "öäüß öäüß\uFFFD"},
		{"UTF-8 cut in a character", "öäüß öäüß\xE2\x82", "", "öäüß öäüß\uFFFD"},
		{"one quotation mark of Windows", "it\x92s", "", "it’s"},
		{"escape sequences of a terminal", "\x1B[1mbold\x1B[0m", "", "\x1B[1mbold\x1B[0m"},
		{"a few control characters", strings.Repeat("text ", 20) + "\x00\x01", "", strings.Repeat("text ", 20) + "\x00\x01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode(strings.NewReader(c.in), 0, c.label)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	noise := make([]byte, 50_000)
	rand.New(rand.NewSource(1)).Read(noise)
	for _, c := range []struct {
		name string
		in   io.Reader
		err  string
	}{
		{"random bytes", bytes.NewReader(noise), ErrNotText.Error()},
		{"zeros", bytes.NewReader(make([]byte, 100)), ErrNotText.Error()},
		{"binary header", strings.NewReader("\x7FELF\x02\x01\x01\x00\x00\x00\x00\x00"), ErrNotText.Error()},
		{"too large, size known", strings.NewReader(strings.Repeat("a", 1001)), ErrTooLarge.Error()},
		{"too large, size unknown", io.MultiReader(strings.NewReader(strings.Repeat("a", 1001))), ErrTooLarge.Error()},
	} {
		t.Run(c.name, func(t *testing.T) {
			limit := int64(1000)
			if c.err == ErrNotText.Error() {
				limit = 0
			}
			_, err := Decode(c.in, limit, "")
			require.EqualError(t, err, c.err)
		})
	}
	_, err := Decode(strings.NewReader("a"), 0, "klingon")
	require.EqualError(t, err, `unknown charset "klingon"`)
	got, err := Decode(io.MultiReader(strings.NewReader("exactly")), 7, "")
	require.NoError(t, err)
	require.Equal(t, "exactly", got)
}

func FuzzDecode(f *testing.F) {
	pages, err := filepath.Glob("testdata/charsets/*.html")
	require.NoError(f, err)
	for _, p := range pages {
		b, err := os.ReadFile(p)
		require.NoError(f, err)
		f.Add(b, "")
	}
	f.Add([]byte("\xFF\xFEa"), "")
	f.Add([]byte("\x1B$B\x00"), "")
	f.Add([]byte("x"), "utf-16")
	f.Fuzz(func(t *testing.T, b []byte, label string) {
		s, err := DecodeBytes(b, label)
		if err == nil {
			require.True(t, utf8.ValidString(s))
		}
	})
}
