package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// sniffUTF16 returns "utf-16le" or "utf-16be" for UTF-16 without a byte order
// mark, else "". Markup, spaces and digits leave a zero byte in each of their
// units, always on the same side, in whatever language the text is.
func sniffUTF16(b []byte) string {
	const sample = 4 << 10
	b = b[:min(len(b), sample)&^1]
	if len(b) < 4 || bytes.IndexByte(b, 0) < 0 {
		return ""
	}
	var zeros [2]int // at even and at odd offsets
	for i, c := range b {
		if c == 0 {
			zeros[i&1]++
		}
	}
	const share = 16 // of the units, one in this many has a zero byte
	units := len(b) / 2
	switch {
	case zeros[1]*share > units && zeros[0]*share < zeros[1]:
		return "utf-16le"
	case zeros[0]*share > units && zeros[1]*share < zeros[0]:
		return "utf-16be"
	}
	return ""
}

// isISO2022JP reports whether b, which is valid UTF-8, is rather in
// ISO-2022-JP: 7-bit, with escape sequences that switch to Japanese.
func isISO2022JP(b []byte) bool {
	found := false
	for rest := b; ; {
		i := bytes.IndexByte(rest, 0x1B)
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		found = found || bytes.HasPrefix(rest, []byte("$B")) || bytes.HasPrefix(rest, []byte("$@")) || bytes.HasPrefix(rest, []byte("(I"))
	}
	if !found {
		return false
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mostlyUTF8 reports whether b is UTF-8 but for a few bytes, from another page
// or cut in the middle of a character. In other charsets, few characters look
// like valid UTF-8.
func mostlyUTF8(b []byte) bool {
	valid, invalid := 0, 0 // characters beyond ASCII, runs of invalid bytes
	inRun := false
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		wasInRun := inRun
		inRun = r == utf8.RuneError && n == 1
		switch {
		case inRun && !wasInRun:
			invalid++
		case !inRun && n > 1:
			valid++
		}
		i += n
	}
	return invalid <= valid/8
}

// beyondASCII appends the characters of s beyond ASCII to high.
func beyondASCII(high []rune, s string) []rune {
	for _, r := range s {
		if r >= utf8.RuneSelf {
			high = append(high, r)
		}
	}
	return high
}

// garbled reports whether a text with the given characters beyond ASCII, just
// decoded, was in another charset than the one it was decoded from.
func garbled(high []rune) bool {
	bad := 0
	for _, r := range high {
		if r == utf8.RuneError || r < 0xA0 {
			bad++
		}
	}
	return bad*20 > len(high)
}

// declared returns the name of the charset that an ASCII-compatible page
// states in an XML declaration or a <meta> element, "" if there is none.
func declared(b []byte) string {
	const head = 64 << 10 // large inline scripts and styles come first on many pages
	s := strings.ToLower(string(b[:min(len(b), head)]))
	if strings.HasPrefix(s, "<?xml") {
		decl, _, _ := strings.Cut(s, ">")
		if name := declaredIn(decl, "encoding"); name != "" {
			return name
		}
	}
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return ""
		}
		s = s[i+1:]
		switch {
		case strings.HasPrefix(s, "!--"):
			if i := strings.Index(s, "-->"); i >= 0 {
				s = s[i:]
			}
		case strings.HasPrefix(s, "meta"):
			tag, _, _ := strings.Cut(s, ">")
			if name := declaredIn(tag, "charset"); name != "" {
				return name
			}
		}
	}
}

// declaredIn returns the charset named after key and an equals sign in tag.
func declaredIn(tag, key string) string {
	_, value, found := strings.Cut(tag, key)
	value, equals := strings.CutPrefix(strings.TrimLeft(value, " \t\r\n\f"), "=")
	if !found || !equals {
		return ""
	}
	value = strings.TrimLeft(value, " \t\r\n\f\"'")
	if i := strings.IndexAny(value, " \t\r\n\f\"';/?"); i >= 0 {
		value = value[:i]
	}
	name := lookup(value)
	if strings.HasPrefix(name, "utf-16") { // the declaration itself was read as ASCII
		return "utf-8"
	}
	return name
}

// guesses are the charsets that undeclared text may be in, each with the
// letters of a language that it is used for and the share of the text's
// characters beyond ASCII that these letters make up at least. Of equally
// good guesses the first wins.
var guesses = []struct {
	charset string
	share   float64
	letters []string
}{
	{"windows-1252", 0.9, []string{
		"àâçèéêëîïôùûœÀÇÉÈ«»’ \u00a0", // French
		"äöüßÄÖÜ„“–",                  // German
		"áéíñóúü¿¡Áº",                 // Spanish
		"áâãàçéêíóôõúÁÉ",              // Portuguese
		"àèéìòùÈ’",                    // Italian
		"åäöæøÅÄÖÆØé",                 // Nordic
		"‘’“”–—…£©®·•\u00a0é",         // English
	}},
	{"windows-1250", 0.9, []string{"ąćęłńóśźżŚŻŁÓ„”–", "áčďéěíňóřšťúůýžČŘŠŽ–„“", "áéíóöőúüűÁÉÖ–„”"}},
	{"iso-8859-2", 0.9, []string{"ąćęłńóśźżŚŻŁÓ", "áčďéěíňóřšťúůýžČŘŠŽ", "áéíóöőúüűÁÉÖ"}},
	{"windows-1251", 0.9, []string{"абвгдежзийклмнопрстуфхцчшщъыьэюяёіїє"}},
	{"koi8-r", 0.9, []string{"абвгдежзийклмнопрстуфхцчшщъыьэюяё"}},
	{"gb18030", 0.2, []string{"的一是在不了有和人这中大为上个国我以要他时来用们，。"}},
	{"big5", 0.2, []string{"的一是在不了有和人這中大為上個國我以要他時來用們，。"}},
	{"shift_jis", 0.4, []string{"あいうおかがきくけこさしすせそただちってでとなにねのはまもやよらりるれろわをん、。ー"}},
	{"euc-jp", 0.4, []string{"あいうおかがきくけこさしすせそただちってでとなにねのはまもやよらりるれろわをん、。ー"}},
	{"euc-kr", 0.3, []string{"이다의는을가에고한하지로은를도사서기인리나어자시대해그스과부"}},
}

// guess returns the charset in which b, which is not UTF-8, reads most like a
// language, by how common its characters are there.
func guess(b []byte) string {
	const sample = 64 << 10
	first := max(0, bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }))
	b = b[first:]
	b = b[:min(len(b), sample)]
	best, bestScore := "windows-1252", 0.0
	var high []rune
	for _, g := range guesses {
		high = beyondASCII(high[:0], transcode(b, g.charset))
		if garbled(high) {
			continue
		}
		for _, letters := range g.letters {
			if score := shareOf(high, letters) / g.share; score > bestScore {
				best, bestScore = g.charset, score
			}
		}
	}
	return best
}

// shareOf is the share of letters among the characters beyond ASCII of a text.
func shareOf(high []rune, letters string) float64 {
	var common [1 << 16 / 64]uint64
	for _, r := range letters {
		common[r>>6] |= 1 << (r & 63)
	}
	hits := 0
	for _, r := range high {
		if r < 1<<16 && common[r>>6]&(1<<(r&63)) != 0 {
			hits++
		}
	}
	return float64(hits) / float64(max(len(high), 1))
}
