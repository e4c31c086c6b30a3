package source

import (
	"strings"
	"unicode/utf8"
)

// Scrapers that know no charset take each byte of a Chinese or Russian page
// for a Latin letter. No language writes minRun such letters beyond ASCII in a
// row, let alone most of them.
const (
	minRun     = 4
	minMangled = 40
)

// unmangle returns the text that in was before each of its bytes was taken for
// a character, or in if that did not happen.
func unmangle(in string) string {
	if strings.Count(in, "\xC2")+strings.Count(in, "\xC3") < minMangled || !isMangled(in) {
		return in
	}
	b := make([]byte, 0, len(in))
	for _, r := range in {
		if r <= 0xFF {
			b = append(b, byte(r))
		}
	}
	name := "utf-8"
	if !mostlyUTF8(b) {
		name = guess(b)
	}
	if name == "windows-1252" {
		return in
	}
	var out strings.Builder
	out.Grow(len(in))
	b = b[:0]
	flush := func() {
		if len(b) > 0 {
			out.WriteString(transcode(append([]byte(nil), b...), name))
			b = b[:0]
		}
	}
	for _, r := range in {
		switch {
		case r == '\n':
			flush()
			out.WriteByte('\n')
		case r <= 0xFF:
			b = append(b, byte(r))
		default: // from a renderer that came later, like a bullet
			flush()
			out.WriteRune(r)
		}
	}
	flush()
	return out.String()
}

// isMangled says whether most characters beyond ASCII are Latin-1 in runs.
func isMangled(in string) bool {
	all, mangled, run := 0, 0, 0
	for _, r := range in {
		if r < utf8.RuneSelf {
			run = 0
			continue
		}
		all++
		if r > 0xFF {
			run = 0
			continue
		}
		if run++; run == minRun {
			mangled += minRun
		} else if run > minRun {
			mangled++
		}
	}
	return mangled >= minMangled && mangled*2 > all
}
