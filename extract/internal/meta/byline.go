package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A byline is what a text says of its authors.
type byline struct {
	names    []string
	labelled bool // a word such as "By" says that they are the authors
	start    int  // byte offsets of the names in the text
	end      int
}

// maxNames bounds the authors of one byline.
const maxNames = 24

// parseByline reads the authors out of a text that may be a byline: labels,
// dates, reading times, roles, addresses and handles are taken off. bare says
// that the text is known to hold names even if no label does.
func parseByline(text string, bare bool, loc locale) (b byline, ok bool) {
	if len(text) > maxScan {
		text = text[:maxScan]
	}
	if hasHan(text) {
		if b, _, ok := hanByline(text); ok {
			return b, true
		}
		if !bare {
			return b, false
		}
	}
	if len(text) > 6 && (text[:2] == "By" || text[:2] == "by") && text[2] >= 'A' && text[2] <= 'Z' && text[3] >= 'a' && strings.IndexByte(text, ' ') > 4 { // ByAnn Lee
		text = text[:2] + " " + text[2:]
	}
	start, label := cutLabel(text)
	if label {
		b.labelled = true
	} else if !bare {
		// the label may follow other words: "Sunny HillsBy Ann Lee", "News | By Ann Lee"
		i, n := innerLabel(text)
		if i < 0 {
			return b, false
		}
		start, b.labelled = n, true
	} else if i, n := innerLabel(text); i >= 0 {
		start, b.labelled = n, true
	}
	rest := text[start:]
	if b.labelled && rest != "" && rest[0]-'0' <= 9 { // "By 2030, half of them"
		return b, false
	}
	end := nameEnd(rest, loc)
	rest = rest[:end]
	b.start, b.end = start, start+end
	b.names = splitNames(rest)
	return b, len(b.names) > 0
}

// parseNames reads the names in a value that holds nothing else: what a meta
// tag or JSON-LD calls the author.
func parseNames(value string) []string {
	start, _ := cutLabel(value)
	value = value[start:]
	if i := strings.IndexAny(value, "|<>[]{}"); i > 0 {
		value = value[:i]
	}
	return splitNames(value)
}

// labels are the words that announce authors, in lower case. Those marked
// with a colon need one (or a slash) after them: they are common words.
var labels = [...]string{
	// longer ones first where one begins with another
	"written and photographed by", "writing by", "reporting by", "a guest post by", "guest post by", "an article by", "article written by", "article by", "written by", "words by", "story by", "posted by", "published by",
	"reported by", "submitted by", "created by", "contributed by", "text by", "post author", "article author", "started by", "asked by", "authored by", "opinion by", "analysis by", "review by", "by", "about the author", "about the writer", "meet the author", "über den autor", "über die autorin", "author:", "authors:", "author(s):", "writer:", "reporter:", "contributor:", "text:", "words:", "publisher:",
	"ein beitrag von", "ein artikel von", "ein gastbeitrag von", "gastbeitrag von", "artikel von", "beitrag von", "verfasst von", "geschrieben von", "veröffentlicht von", "erstellt von", "gepostet von", "text von", "eine analyse von", "ein kommentar von", "kommentar von", "eine kolumne von", "interview von", "von", "autor:", "autorin:", "autoren:", "autor*in:", "autor/in:", "verfasser:", "redaktion:", "foto und text:", "text & foto:",
	"rédigé par", "écrit par", "publié par", "posté par", "propos recueillis par", "un article de", "par", "auteur:", "auteurs:", "auteure:", "texte:", "rédaction:",
	"escrito por", "publicado por", "redactado por", "por", "autora:", "autores:", "texto:", "redacción:", "redação:",
	"scritto da", "pubblicato da", "a cura di", "articolo di", "di", "autore:", "autrice:", "testo:",
	"geschreven door", "geplaatst door", "door", "auteur(s):", "tekst:",
	"skriven av", "publicerad av", "skrevet av", "publisert av", "av", "af", "skrevet af", "författare:", "forfatter:", "tekst av", "text av", "kirjoittaja:", "kirjoittanut", "teksti:",
	"opublikowane przez", "napisane przez", "przez", "autorka:", "autorzy:", "opracowanie:", "opracował:", "napsal", "napsala", "autoři:", "szerző:", "írta:", "scris de", "publicat de", "piše:", "piše", "napisao:", "autori:", "пише:", "пише", "аутор:",
	"автор:", "авторы:", "автор текста:", "текст:", "опубликовал:", "опубликовано:", "авторка:", "автори:", "опубліковано:", "от:",
	"συντάκτης:", "γράφει ο", "γράφει η", "γράφουν οι", "του", "από τον", "από την", "από:", "yazan:", "yazar:", "haber:", "yazı:", "müəllif:",
	"بقلم:", "بقلم", "كتب:", "كتب", "كتبت:", "كتبت", "الكاتب:", "إعداد:", "اعداد:", "تحرير:", "نویسنده:", "نوشته:", "نوشتهٔ", "تحریر:", "מאת:", "מאת", "כתב:", "כתבה:",
	"लेखक:", "लेखक", "द्वारा", "লেখক:", "oleh:", "oleh", "penulis:", "reporter:", "pewarta:", "ditulis oleh", "tác giả:", "bởi", "โดย", "ผู้เขียน",
	"글쓴이:", "글쓴이", "작성자:", "작성자", "글:", "글",
}

// labelIndex finds the labels by their first byte.
var labelIndex = func() (index [256][]string) {
	for _, l := range labels {
		index[l[0]] = append(index[l[0]], l)
		if l[0] >= utf8.RuneSelf { // other alphabets have capitals, too
			r, w := utf8.DecodeRuneInString(l)
			if u := unicode.ToUpper(r); u != r {
				up := string(u) + l[w:]
				if up[0] != l[0] {
					index[up[0]] = append(index[up[0]], l)
				}
			}
		}
	}
	for i := range index { // the longest label wins
		list := index[i]
		for a := 1; a < len(list); a++ {
			for b := a; b > 0 && len(list[b]) > len(list[b-1]); b-- {
				list[b], list[b-1] = list[b-1], list[b]
			}
		}
	}
	return index
}()

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
	if i >= len(text) {
		return 0
	}
	c := text[i]
	if c >= 'A' && c <= 'Z' {
		c |= 0x20
	}
	for _, l := range labelIndex[c] {
		word, needsColon := strings.CutSuffix(l, ":")
		w, ok := foldPrefix(text[i:], word)
		if !ok {
			continue
		}
		rest := text[i+w:]
		trimmed := strings.TrimLeft(rest, " \u00a0")
		r, mw := utf8.DecodeRuneInString(trimmed)
		switch {
		case r == ':' || r == '：' || r == '/' || r == '／' || r == '|' || r == '丨':
			return w + len(rest) - len(trimmed) + mw
		case needsColon:
			if colon && rest == "" {
				return w
			}
		case rest == "" || rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t' || strings.HasPrefix(rest, "\u00a0"):
			return w
		}
	}
	return 0
}

// isLabel reports whether a line is nothing but a label: the names follow on
// the next line.
func isLabel(line string) bool {
	line = strings.TrimRight(line, " :：-–")
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

// innerLabel finds a label inside text: after a mark, a line break, or glued
// to a word with a capital of its own ("HillsBy Ann"). It returns the
// label's offset and that of what follows, -1 if there is none.
func innerLabel(text string) (int, int) {
	limit := min(len(text), 160)
	for i := 1; i < limit; i++ {
		switch c := text[i]; {
		case c == 'B' || c == 'V' || c == 'v' || c == 'p' || c == 'P' || c == 'A' || c == 'W' || c == 'T' || c == 'D' || c >= utf8.RuneSelf && text[i-1] < utf8.RuneSelf || c == 'b':
		default:
			continue
		}
		if i+2 > len(text) || !utf8.RuneStart(text[i]) {
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

// stops are phrases that end the names in a byline, in lower case.
var stops = [...]string{
	" published", " updated", " posted", " last updated", " on ", " in ", " for ", " is ", " was ", " are ", " has ", " min read", " minute read", " mins read", " share", " follow", " photo", " reviewed by", " medically reviewed", " fact checked", " edited by", " read more", " view ", " about ", " comments", " leave a ", " contact", " email", " at ", " illustration", " special to", " from ", " via ", " reading time", " last modified", " created ", " date:", " source:", " who ",
	" veröffentlicht", " aktualisiert", " lesezeit", " publié", " mis à jour", " foto", " fotos", " bild", " publicado", " actualizado", " atualizado", " pubblicato", " gepubliceerd", " dnia ", " source", " quelle",
	" опубликовано", " фото", " обновлено",
}

// nameEnd is where the names at the start of s end.
func nameEnd(text string, loc locale) int {
	s := text
	end := len(s)
	if i := strings.IndexAny(s, "|\n\r\t()[]{}<>…»•·@#★☆"); i >= 0 {
		end = i
		if s[i] == '@' { // an address or a handle: the word around it goes
			end = strings.LastIndexByte(s[:i], ' ') + 1
		}
	}
	s = s[:end]
	for _, sep := range [...]string{" - ", " – ", " — ", "--", " :: ", "•", "·", "»", "›", "，来源", "来源", "编辑", "責任編輯", "责任编辑", "摄影", "报道", "報導", "http", "www."} {
		if i := strings.Index(s, sep); i >= 0 {
			s = s[:i]
		}
	}
	if mayHoldDate(s) {
		if ms := findDates(s, loc); len(ms) > 0 {
			s = s[:ms[0].start]
		} else if i := strings.IndexAny(s, "0123456789"); i > 0 && !handle(s, i) {
			s = s[:i]
		}
	}
	for i := 1; i < len(s); i++ {
		if s[i] != ' ' {
			if c := s[i]; c >= 'A' && c <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' { // glued: LeeUpdated
				for _, p := range stops {
					if n, ok := foldPrefix(s[i:], p[1:]); ok && n > 4 {
						s = s[:i]
						break
					}
				}
			}
			continue
		}
		for _, p := range stops {
			if p[1]|0x20 != s[min(i+1, len(s)-1)]|0x20 {
				continue
			}
			if _, ok := foldPrefix(s[i:], p); ok && (len(p) > 6 || strings.HasPrefix(s[i:], p)) {
				s = s[:i]
				break
			}
			if strings.HasSuffix(p, " ") && strings.EqualFold(s[i:], p[:len(p)-1]) {
				s = s[:i]
				break
			}
		}
	}
	s = strings.TrimRight(s, " ,;:-–—/")
	for _, w := range [...]string{" le", " el", " il", " em", " op", " den", " am", " on", " at", " in", " dne", " a las"} { // before a date
		if len(s) < len(text) {
			s = strings.TrimSuffix(s, w)
		}
	}
	return len(strings.TrimRight(s, " ,;:-–—/"))
}

// handle reports whether the digit at s[i] belongs to a name such as mark77.
func handle(s string, i int) bool {
	return i > 0 && s[i-1] != ' ' && (s[i-1]|0x20 >= 'a' && s[i-1]|0x20 <= 'z' || s[i-1] == '_') && strings.IndexByte(s, ' ') < 0
}

func hasHan(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0xe3 && c <= 0xe9 {
			return true
		}
	}
	return false
}

// joiners are the words for "and" and "with" between two names.
var joiners = [...]string{" and ", " und ", " et ", " y ", " e ", " og ", " och ", " & ", " with ", " mit ", " avec ", " con ", " i ", " и ", " та ", " și ", " ve ", " dan ", " và ", " και ", " ja ", " + ", " / ", " و "}

// splitNames cuts a list of names and takes off what is no name.
func splitNames(s string) []string {
	var out []string
	add := func(part string) {
		if name := cleanName(part); name != "" && len(out) < maxNames {
			if len(out) > 0 && hasRole(name) {
				return
			}
			for _, o := range out {
				if strings.EqualFold(o, name) {
					return
				}
			}
			out = append(out, name)
		}
	}
	han := hasHan(s)
	start := 0
	for i := 0; i <= len(s); {
		if i == len(s) {
			splitJoined(s[start:], add)
			break
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if r == ',' || r == ';' || r == '、' || r == '，' || r == '；' || r == '،' || r == '/' && !han {
			splitJoined(s[start:i], add)
			start = i + w
		} else if han && (r == ' ' || r == 0x3000) {
			splitJoined(s[start:i], add)
			start = i + w
		}
		i += w
	}
	return out
}

// splitJoined cuts at the words for "and", unless both sides are single words
// as in the name of a firm.
func splitJoined(s string, add func(string)) {
	s = strings.TrimSpace(s)
	for _, j := range [...]string{"and ", "und ", "et ", "with ", "& "} { // "A, B, and C"
		if len(s) > len(j) && strings.EqualFold(s[:len(j)], j) {
			s = s[len(j):]
		}
	}
	for _, j := range joiners {
		i := indexJoiner(s, j)
		if i <= 0 {
			continue
		}
		left, right := s[:i], s[i+len(j):]
		if strings.Contains(strings.TrimSpace(left), " ") && strings.Contains(strings.TrimSpace(right), " ") {
			splitJoined(left, add)
			splitJoined(right, add)
			return
		}
	}
	add(s)
}

// indexJoiner finds a joiner. Longer ones may begin with a capital; the short
// ones may not, or they would be initials.
func indexJoiner(s, j string) int {
	if len(j) <= 4 {
		return strings.Index(s, j)
	}
	for i := 0; i+len(j) <= len(s); i++ {
		n := strings.IndexByte(s[i:], ' ')
		if n < 0 {
			return -1
		}
		i += n
		if _, ok := foldPrefix(s[i:], j); ok {
			return i
		}
	}
	return -1
}

// cleanName takes titles and roles off a name; "" if no name is left.
func cleanName(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '@' && r != '_' })
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '.' && r != ')' && r != '_' && r != '!'
	})
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	if n := len(s); n > 1 && s[n-1] == '.' && strings.Count(s, ".") == 1 && !initialEnd(s) {
		s = s[:n-1]
	}
	if len(s) < 2 && s != "" && s[0] < utf8.RuneSelf || s == "" || len(s) > 90 || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "{{") {
		return ""
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
		if r == '?' || r == '!' && letters > 20 || r == '=' || r == '{' || r == '"' && letters > 30 {
			return ""
		}
	}
	if letters == 0 {
		return ""
	}
	if strings.IndexByte(s, '@') >= 0 {
		if s[0] != '@' || strings.IndexByte(s, '.') >= 0 {
			return ""
		}
		s = s[1:]
	}
	if isRole(s) || isNoName(s) {
		return ""
	}
	s = fold(koreanReporter(s))
	if h := len(s) / 2; len(s) > 6 && s[h] == ' ' && s[:h] == s[h+1:] { // once for the picture, once for the link
		s = s[:h]
	}
	return s
}

// initialEnd: the full stop belongs to an initial or to Jr. and the like.
func initialEnd(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	w := s[i+1:]
	return len(w) <= 3
}

// noNames are words of the page's own that stand where names do.
var noNames = wordSet(`published posted updated created last on at in am um by from author authors date time sign subscribe share read menu home search comments comment login register
		follow edit filed under tagged posts modified reviewed written view all show print more about contact print email save listen today yesterday veröffentlicht aktualisiert stand von vom uhr min teilen drucken publié mis modifié par le publicado actualizado por
		pubblicato aggiornato di bijgewerkt gepubliceerd door opublikowano опубликовано обновлено
		monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica`)

func isNoName(s string) bool {
	one := strings.IndexByte(s, ' ') < 0
	for w := range strings.FieldsSeq(s) {
		if w = strings.Trim(w, ".,:"); !has(noNames, w) && (monthOf(w) == 0 || !one) {
			return hanWord(s)
		}
	}
	return true
}

// koreanReporter takes off the word for reporter behind a Korean name.
func koreanReporter(s string) string {
	for _, suffix := range [...]string{" 기자", "기자", " 특파원"} {
		if t, ok := strings.CutSuffix(s, suffix); ok && t != "" {
			return t
		}
	}
	return s
}

// roleWords are what people are rather than what they are called: a part of a
// byline with one of them, in small letters or as its last word, is no name.
var roleWords = wordSet(`editor editors reporter reporters correspondent correspondents writer writers columnist contributor contributors producer journalist
		photographer founder co-founder cofounder ceo cto cfo coo cmo director manager professor analyst president chairman specialist consultant strategist author
		researcher fellow officer engineer developer reviewer strategist chief senior freelance freelancer expert attorney
		redakteur redakteurin redaktor chefredakteur chefredakteurin chefredaktor korrespondent korrespondentin reporterin journalistin volontär volontärin autor autorin mitarbeiter ressortleiter
		rédacteur rédactrice journaliste correspondant correspondante reporter chef periodista redactor redactora corresponsal editora repórter jornalista giornalista redattore inviato
		redacteur verslaggever correspondente redaktör journalist toimittaja dziennikarz redaktor корреспондент журналист редактор обозреватель
		muhabir muhabiri wartawan phóng_viên المحرر مراسل`)

// credentials are the letters that people put behind their names.
func isCredential(s string) bool {
	if len(s) > 8 || len(s) < 2 {
		return false
	}
	caps, small := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			caps++
		case c >= 'a' && c <= 'z':
			small++
		case c == '.' || c == '-' || c == ' ':
		default:
			return false
		}
	}
	switch strings.ReplaceAll(s, ".", "") {
	case "PhD", "EdD", "PsyD", "PharmD", "MEd", "BSc", "MSc", "LLM", "Esq", "Ph D", "DSc", "DPhil", "MPhil":
		return true
	case "MD", "DO", "RN", "NP", "PA", "JD", "MBA", "MPH", "MA", "BA", "MS", "BS", "MSW", "LCSW", "RD", "RDN", "LD", "CFA", "CPA", "CFP", "DVM", "DDS", "DMD", "FACS", "FAAP", "DACVB", "LVT", "VTS", "CPT", "PT", "DPT", "OTR", "PE", "CISSP", "MFA", "MSN", "BSN", "APRN", "CNM", "VMD", "CSCS":
		return true
	}
	return false
}

func isRole(s string) bool {
	if isCredential(s) {
		return true
	}
	first, n, last := "", 0, ""
	of := false // "director of", "editor at"
	for w := range strings.FieldsSeq(s) {
		if n == 0 {
			first = w
		} else if w == "of" || w == "at" || w == "for" {
			of = true
		}
		n, last = n+1, w
	}
	switch {
	case n == 0:
		return true
	case has(roleWords, strings.Trim(last, ".,:")) && (n > 1 || first[0] >= 'a'):
		return true
	case n > 1 && has(ranks, first) && !isNameCase(last):
		return true
	}
	return n > 2 && of && has(roleWords, first)
}

// ranks open the description of a role.
var ranks = wordSet("senior chief head founder editor ceo president professor director co-founder owner")

// hasRole reports whether any word of a later part of a byline is a role.
func hasRole(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if has(roleWords, strings.Trim(w, ".,:")) {
			return true
		}
	}
	return false
}

func isNameCase(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	r2, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(r2)
}

// agencies are news agencies: left out where a person stands beside them.
var agencies = phraseSet("ap|associated press|the associated press|reuters|afp|agence france-presse|dpa|apa|efe|agencia efe|ansa|pti|ians|ani|upi|sid|kna|epd|lusa|belga|anp|ntb|ritzau|stt|pap|čtk|ctk|mti|interfax|tass|тасс|yonhap|kyodo|xinhua|bloomberg|dpa/tmn|press association|pa media|europa press")

// placeholders are what systems put where nobody gave a name.
var placeholders = phraseSet("admin|administrator|administrador|administrateur|editor|editors|webmaster|guest|user|author|anonymous|anonym|anónimo|unknown|root|wordpress|super user|superuser|test|team|staff|redaktion|redaction|rédaction|redacción|redação|redazione|redactie|redaktionen|редакция|редакція|newsroom|news desk|newsdesk|web desk|webdesk|press release|pressemitteilung|null|none|undefined|n/a|default|site admin|the editors|editorial team|editorial staff|contributor|publisher|owner|posts|mitarbeiter|online|writer|moderator|管理员|匿名|小编|编辑")

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
var companyWords = wordSet(`team staff news desk editorial redaktion inc llc ltd gmbh group media press agency company university institute center centre foundation network magazine times post online service services department office ministerium verband verein association council editors the com our blog technologies solutions software marketing international society club redacción redazione rédaction редакция`)

func shapeOf(s string) (n nameShape) {
	n.placed, n.agency = has(placeholders, s), has(agencies, s)
	n.digits = strings.ContainsAny(s, "0123456789_")
	good, bad := 0, 0
	for w := range strings.FieldsSeq(s) {
		n.words++
		n.company = n.company || has(companyWords, strings.Trim(w, ".,&"))
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
