package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isNameCase(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	r2, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(r2)
}

// agencies are news agencies: left out where a person stands beside them.
const agencies = "ap|associated press|the associated press|reuters|afp|agence france-presse|dpa|apa|efe|agencia efe|ansa|pti|ians|ani|upi|sid|kna|epd|lusa|belga|anp|ntb|ritzau|stt|pap|čtk|ctk|mti|interfax|tass|тасс|yonhap|kyodo|xinhua|bloomberg|dpa/tmn|press association|pa media|europa press"

// placeholders are what systems put where nobody gave a name.
const placeholders = "admin|administrator|administrador|administrateur|editor|editors|webmaster|guest|user|author|anonymous|anonym|anónimo|unknown|root|wordpress|super user|superuser|test|team|staff|redaktion|redaction|rédaction|redacción|redação|redazione|redactie|redaktionen|редакция|редакція|newsroom|news desk|newsdesk|web desk|webdesk|press release|pressemitteilung|null|none|undefined|n/a|default|site admin|the editors|editorial team|editorial staff|contributor|publisher|owner|posts|mitarbeiter|online|writer|moderator|管理员|匿名|小编|编辑"

// A nameShape is what the look of a name says.
type nameShape struct {
	words   int
	person  bool // two to four words in the case of names, or a name in a script without case
	placed  bool // a placeholder
	digits  bool
	small   bool // begins with a small letter
	agency  bool
	company bool // holds a word that organisations have in their names
}

// companyWords are words that organisations have in their names.
const companyWords = `team staff news desk editorial redaktion inc llc ltd gmbh group media press agency company university institute center centre foundation network magazine times post online service services department office ministerium verband verein association council editors the com our blog technologies solutions software marketing international society club redacción redazione rédaction редакция`

func shapeOf(s string) (n nameShape) {
	whole := classesOf(s)
	n.placed, n.agency = whole&placeholder != 0, whole&agency != 0
	n.digits = strings.ContainsAny(s, "0123456789_")
	good, bad := 0, 0
	for w := range strings.FieldsSeq(s) {
		n.words++
		n.company = n.company || is(strings.Trim(w, ".,&"), companyWord)
		if strings.Contains(w, ".com") || strings.Contains(w, ".org") || strings.Contains(w, ".de") || strings.Contains(w, ".net") {
			n.company = true
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case isHan(r) || unicode.Is(unicode.Hangul, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r):
			if c := utf8.RuneCountInString(w); isHanName(w) || c >= 2 && c <= 6 && (!isHan(r) || strings.Contains(w, "·")) {
				good += 2
			} else {
				bad++
			}
		case unicode.IsUpper(r):
			good++
		case unicode.IsLetter(r) && !unicode.IsLower(r):
			good++ // a script without case
		case nobiliary(w):
		default:
			bad++
			if n.words == 1 && unicode.IsLower(r) {
				n.small = true
			}
		}
	}
	n.person = good >= 2 && bad == 0 && n.words <= 5 && !n.company && !n.digits && !n.agency && !n.placed
	return n
}

// nobiliary are the small words inside names.
func nobiliary(w string) bool {
	switch w {
	case "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "zur", "vom", "und", "bin", "ibn", "al", "el", "y", "e", "af", "av", "d'", "dalla", "dos.", "of":
		return true
	}
	return false
}
