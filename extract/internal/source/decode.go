// Package source turns an input into a block.Page: it decodes bytes, and cuts
// HTML or scraped text into blocks.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/net/html/charset"

	"github.com/pithtext/pith/extract/internal/lanes"
)

var (
	// ErrTooLarge: the input has more bytes than allowed.
	ErrTooLarge = errors.New("input too large")

	// ErrNotText: the input is binary, not HTML or text.
	ErrNotText = errors.New("input is neither HTML nor text")
)

// maxText is the size of the largest text whose offsets fit a block.Page.
const maxText = math.MaxInt32

// Decode reads all of r and returns it as valid UTF-8, without a byte order
// mark. It refuses more than limit bytes with ErrTooLarge (zero or less: more
// than a block.Page can address), binary data with ErrNotText, and a label
// that names no charset of the WHATWG Encoding Standard with an error that
// quotes it. An empty label says that the caller does not know the charset. The
// result may share memory with what r reads from.
func Decode(r io.Reader, limit int64, label string) (string, error) {
	if limit <= 0 || limit > maxText {
		limit = maxText
	}
	b, err := readAll(r, limit)
	if err != nil {
		return "", err
	}
	return DecodeBytes(b, label)
}

// DecodeBytes is Decode for bytes in memory. The result may share memory with
// b, which must not be changed afterwards.
func DecodeBytes(b []byte, label string) (string, error) {
	s, err := decode(b, label)
	switch {
	case err != nil:
		return "", err
	case len(s) > maxText:
		return "", ErrTooLarge
	case binary(s):
		return "", ErrNotText
	}
	return s, nil
}

// decode tries what is known of b's charset from the surest to the vaguest.
// That b as a whole is valid UTF-8 goes before what the page declares:
// declarations are often wrong, while text in another charset is hardly ever
// valid UTF-8 by chance.
func decode(b []byte, label string) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return validUTF8(b[3:]), nil
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return transcode(b[2:], "utf-16le"), nil
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return transcode(b[2:], "utf-16be"), nil
	}
	if label != "" {
		name := lookup(label)
		if name == "" {
			return "", fmt.Errorf("unknown charset %q", label)
		}
		return transcode(b, name), nil
	}
	if name := sniffUTF16(b); name != "" {
		return transcode(b, name), nil
	}
	if utf8.Valid(b) {
		if isISO2022JP(b) {
			return transcode(b, "iso-2022-jp"), nil
		}
		return asString(b), nil
	}
	if mostlyUTF8(b) {
		return validUTF8(b), nil
	}
	if name := declared(b); name != "" && name != "utf-8" {
		if s := transcode(b, name); !garbled(beyondASCII(nil, s)) {
			return s, nil
		}
	}
	return transcode(b, guess(b)), nil
}

// readAll reads r to its end. What is in memory already is not copied.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	switch held := r.(type) {
	case *bytes.Reader:
		return takeAll(held, held.Len(), limit)
	case *strings.Reader:
		return takeAll(held, held.Len(), limit)
	case *bytes.Buffer:
		return takeAll(held, held.Len(), limit)
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = ErrTooLarge
	}
	return b, err
}

func takeAll(r io.WriterTo, size int, limit int64) ([]byte, error) {
	if int64(size) > limit {
		return nil, ErrTooLarge
	}
	var t taker
	_, err := r.WriteTo(&t)
	return t, err
}

// A taker takes what is written to it as it is, without a copy if it comes in
// one piece.
type taker []byte

func (t *taker) Write(b []byte) (int, error) {
	if *t == nil {
		*t = b[:len(b):len(b)] // so that more does not go into the writer's own memory
	} else {
		*t = append(*t, b...)
	}
	return len(b), nil
}

func (t *taker) WriteString(s string) (int, error) {
	return t.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// lookup returns the name of the charset with the given label, "" if it is
// not one that text can be decoded from.
func lookup(label string) string {
	_, name := charset.Lookup(label)
	switch name {
	case "replacement", "x-user-defined":
		return ""
	case "gbk":
		return "gb18030" // holds all of gbk, and pages that declare gbk use more
	}
	return name
}

// transcode returns b, which is in the named charset, as UTF-8. What is not
// valid in that charset becomes U+FFFD.
func transcode(b []byte, name string) string {
	if name == "utf-8" {
		return validUTF8(b)
	}
	e, _ := charset.Lookup(name)
	out, err := e.NewDecoder().Bytes(b)
	if err != nil { // decoders replace rather than fail; were one to fail, keep what it gave
		return validUTF8(out)
	}
	return asString(out)
}

func validUTF8(b []byte) string {
	return strings.ToValidUTF8(asString(b), "\uFFFD")
}

// asString is b as a string, not copied: b must not change any more.
func asString(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// binary tells data from text by control characters, of which a text has none
// to speak of. Two samples are enough: the share is over a tenth in compressed
// data, and more in most formats that are not compressed.
func binary(s string) bool {
	const sample = 4 << 10
	if len(s) <= 2*sample {
		return controls(s)*32 > len(s)
	}
	middle := len(s) / 2
	return (controls(s[:sample])+controls(s[middle:middle+sample]))*32 > 2*sample
}

// controls counts the control characters of s, without those that text has.
func controls(s string) (n int) {
	count := func(s string) {
		for i := range len(s) {
			switch c := s[i]; {
			case c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\b' || c == 0x1B:
			default:
				n++
			}
		}
	}
	for ; len(s) >= 8; s = s[8:] {
		if lanes.AnyBelow(lanes.Of(s), ' ') {
			count(s[:8])
		}
	}
	count(s)
	return n
}
