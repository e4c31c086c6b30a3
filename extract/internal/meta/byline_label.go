package meta

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels are the words that announce authors, in lower case. Those marked
// with a colon need one (or a slash) after them: they are common words.
var labels = [...]string{
	"written and photographed by", "writing by", "reporting by", "a guest post by", "guest post by", "an article by", "article written by", "article by", "written by", "words by", "story by", "posted by", "published by",
	"reported by", "submitted by", "created by", "contributed by", "text by", "post author", "article author", "started by", "thread starter", "topic starter", "original poster:", "asked by", "authored by", "opinion by", "analysis by", "review by", "by", "about the author", "about the writer", "meet the author", "über den autor", "über die autorin", "author:", "authors:", "author(s):", "writer:", "reporter:", "contributor:", "text:", "words:", "publisher:",
	"ein beitrag von", "ein artikel von", "ein gastbeitrag von", "gastbeitrag von", "artikel von", "beitrag von", "verfasst von", "geschrieben von", "veröffentlicht von", "erstellt von", "gepostet von", "text von", "eine analyse von", "ein kommentar von", "kommentar von", "eine kolumne von", "interview von", "von", "autor:", "autorin:", "autoren:", "autor*in:", "autor/in:", "verfasser:", "redaktion:", "foto und text:", "text & foto:",
	"rédigé par", "écrit par", "publié par", "posté par", "propos recueillis par", "un article de", "par", "auteur:", "auteurs:", "auteure:", "texte:", "rédaction:",
	"escrito por", "publicado por", "redactado por", "por", "autora:", "autores:", "texto:", "redacción:", "redação:",
	"scritto da", "pubblicato da", "a cura di", "articolo di", "di", "autore:", "autrice:", "testo:",
	"geschreven door", "geplaatst door", "door", "auteur(s):", "tekst:",
	"skriven av", "publicerad av", "skrevet av", "publisert av", "av", "af", "skrevet af", "författare:", "forfatter:", "tekst av", "text av", "kirjoittaja:", "kirjoittanut", "teksti:",
	"opublikowane przez", "napisane przez", "przez", "autorka:", "autorzy:", "opracowanie:", "opracował:", "napsal", "napsala", "autoři:", "szerző:", "írta:", "scris de", "publicat de", "piše", "napisao:", "autori:", "пише", "аутор:",
	"автор:", "авторы:", "автор текста:", "текст:", "опубликовал:", "опубликовано:", "авторка:", "автори:", "опубліковано:", "от:",
	"συντάκτης:", "γράφει ο", "γράφει η", "γράφουν οι", "του", "από τον", "από την", "από:", "yazan:", "yazar:", "haber:", "yazı:", "müəllif:",
	"بقلم", "كتب", "كتبت", "الكاتب:", "إعداد:", "اعداد:", "تحرير:", "نویسنده:", "نوشته:", "نوشتهٔ", "تحریر:", "מאת", "כתב:", "כתבה:",
	"लेखक", "द्वारा", "লেখক:", "oleh", "penulis:", "pewarta:", "ditulis oleh", "tác giả:", "bởi", "โดย", "ผู้เขียน",
	"글쓴이", "작성자", "글",
}

// A label is one of the labels taken apart.
type label struct {
	word  string
	colon bool // it needs one
}

// labelIndex finds the labels by their first two bytes.
var labelIndex = func() (index [1 << 10][]label) {
	for _, l := range labels {
		word, colon := strings.CutSuffix(l, ":")
		at := newTrio(l)
		index[at] = append(index[at], label{word, colon})
		r, w := utf8.DecodeRuneInString(l)
		if up := newTrio(string(unicode.ToUpper(r)) + l[w:]); up != at { // other alphabets have capitals, too
			index[up] = append(index[up], label{word, colon})
		}
	}
	for _, list := range index { // the longest label wins
		slices.SortStableFunc(list, func(a, b label) int { return b.length() - a.length() })
	}
	return index
}()

// length is that of a label with its colon.
func (l label) length() int {
	if l.colon {
		return len(l.word) + 1
	}
	return len(l.word)
}

// cutLabel returns the offset behind the labels at the start of text.
func cutLabel(text string) (int, bool) {
	i, found := skipMarks(text, 0), false
	for range 3 { // "Words: By Ann Lee"
		n := labelAt(text, i)
		if n == 0 {
			break
		}
		i, found = skipMarks(text, i+n), true
	}
	return i, found
}

// labelAt is the length of the label at text[i:], with its colon, 0 if there
// is none. A label ends where a word ends.
func labelAt(text string, i int) int { return labelWith(text, i, false) }

// labelWith is labelAt for a text that is taken to have a colon at its end if
// colon is set.
func labelWith(text string, i int, colon bool) int {
	for _, l := range labelsAt(text, i) {
		w, ok := foldPrefix(text[i:], l.word)
		if !ok {
			continue
		}
		rest := text[i+w:]
		trimmed := strings.TrimLeft(rest, " \u00a0")
		r, mw := utf8.DecodeRuneInString(trimmed)
		switch {
		case r == ':' || r == '：' || r == '/' || r == '／' || r == '|' || r == '丨':
			return w + len(rest) - len(trimmed) + mw
		case l.colon:
			if colon && rest == "" {
				return w
			}
		case rest == "" || rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t' || strings.HasPrefix(rest, "\u00a0"):
			return w
		}
	}
	return 0
}

// labelsAt are those that text[i:] may begin with.
func labelsAt(text string, i int) []label {
	if len(text)-i < 2 {
		return nil
	}
	return labelIndex[newTrio(text[i:])]
}

// isLabel reports whether a line is nothing but a label: the names follow on
// the next line.
func isLabel(line string) bool {
	if len(labelsAt(line, skipMarks(line, 0))) == 0 {
		return false
	}
	line = strings.TrimRightFunc(line, func(r rune) bool { return r == ' ' || r == ':' || r == '：' || r == '-' || r == '–' })
	if len(line) < 2 || len(line) > 30 {
		return false
	}
	i := skipMarks(line, 0)
	return i < len(line) && labelWith(line, i, true) == len(line)-i
}

func skipMarks(text string, i int) int {
	for i < len(text) {
		r, w := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '"' || r == '“' {
			break
		}
		i += w
	}
	return i
}

// opensInner are the bytes that open a label inside a text.
var opensInner = func() (set [256]bool) {
	for _, c := range []byte("AbBDpPTvVW") {
		set[c] = true
	}
	for c := range set[0xc0:] {
		set[0xc0+c] = true
	}
	return set
}()

// innerLabel finds a label inside text: after a mark, a line break, or glued
// to a word with a capital of its own ("HillsBy Ann"). It returns the
// label's offset and that of what follows, -1 if there is none.
func innerLabel(text string) (int, int) {
	limit := min(len(text), 160)
	for i := 1; i < limit; i++ {
		if c := text[i]; !opensInner[c] || c >= utf8.RuneSelf && text[i-1] >= utf8.RuneSelf || i+2 > len(text) {
			continue
		}
		p := text[i-1]
		lowerBefore := p >= 'a' && p <= 'z' || p == ')' || p-'0' <= 9
		afterMark := p == ' ' && i >= 2 && (strings.IndexByte("|-/,:;>)", text[i-2]) >= 0 || text[i-2]-'0' <= 9) || p == '\n' || p == '|' ||
			i >= 3 && p == ' ' && (strings.HasSuffix(text[:i-1], "•") || strings.HasSuffix(text[:i-1], "·") || strings.HasSuffix(text[:i-1], "—") || strings.HasSuffix(text[:i-1], "–") || strings.HasSuffix(text[:i-1], "»"))
		if !(afterMark || lowerBefore && text[i] >= 'A' && text[i] <= 'Z') {
			continue
		}
		n := labelAt(text, i)
		if n == 0 {
			continue
		}
		j := skipMarks(text, i+n)
		r, _ := utf8.DecodeRuneInString(text[j:])
		if unicode.IsUpper(r) || isHan(r) || unicode.IsLetter(r) && !unicode.IsLower(r) {
			return i, j
		}
	}
	return -1, 0
}
