package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// parseNames reads the names in a value that holds nothing else: what a meta
// tag or JSON-LD calls the author.
func parseNames(value string) []string {
	start, _ := cutLabel(value)
	value = value[start:]
	if i := strings.IndexAny(value, "|<>[]{}"); i > 0 {
		value = value[:i]
	}
	return splitNames(value, nil)
}

// joiners are the words for "and" and "with" between two names.
var joiners = [...]string{" and ", " und ", " et ", " y ", " e ", " og ", " och ", " & ", " with ", " mit ", " avec ", " con ", " i ", " и ", " та ", " și ", " ve ", " dan ", " và ", " και ", " ja ", " + ", " / ", " و "}

// splitNames cuts a list of names and takes off what is no name. What follows
// a role is the firm, unless it begins like a person's name.
func splitNames(s string, room []string) []string {
	out := room
	role := false
	add := func(part string) {
		name := cleanName(part)
		if len(out) > 0 && (hasRole(name) || name == "" && hasRole(part)) {
			role = true
			return
		}
		if name == "" || len(out) == maxNames {
			return
		}
		if role {
			if given, title := nameWords(name); !given || title {
				return
			}
		}
		for _, o := range out {
			if strings.EqualFold(o, name) {
				return
			}
		}
		out = append(out, name)
	}
	han := hasHan(s)
	if han && strings.ContainsAny(s, " \u3000") {
		s = strings.Join(joinSpaced(strings.FieldsFunc(s, isHanGap)), "、")
	}
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
	if strings.Count(s, " ") < 4 { // no two words on either side
		add(s)
		return
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
const noNames = `published posted updated created last on at in am um by from author authors date time sign subscribe share read menu home search comments comment login register
		follow edit filed under tagged posts modified reviewed written view all show print more about contact copyright print email save listen today yesterday previous next select sort filter filters
		facebook twitter instagram youtube linkedin pinterest tiktok whatsapp telegram bluesky reddit tags categories category joined registered members newsletter download source photo photos image video table contents of
		datum suche kategorie kategorien quelle foto fotos bild dodano veröffentlicht aktualisiert stand von vom uhr min teilen drucken publié mis modifié par le publicado actualizado por
		pubblicato aggiornato di bijgewerkt gepubliceerd door opublikowano опубликовано обновлено
		monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica`

func isNoName(s string) bool {
	one := strings.IndexByte(s, ' ') < 0
	for w := range strings.FieldsSeq(s) {
		if w = strings.Trim(w, ".,:"); !is(w, noName) && (!one || monthOf(w) == 0) {
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
