package meta

import "strings"

// roleWords are what people are rather than what they are called: a part of a
// byline with one of them, in small letters or as its last word, is no name.
const roleWords = `editor editors reporter reporters correspondent correspondents writer writers columnist contributor contributors producer journalist
		photographer founder co-founder cofounder ceo cto cfo coo cmo director manager professor analyst president chairman specialist consultant strategist author
		researcher fellow officer engineer developer reviewer strategist chief senior freelance freelancer expert attorney
		redakteur redakteurin redaktor chefredakteur chefredakteurin chefredaktor korrespondent korrespondentin reporterin journalistin volontär volontärin autor autorin mitarbeiter ressortleiter
		rédacteur rédactrice journaliste correspondant correspondante reporter chef periodista redactor redactora corresponsal editora repórter jornalista giornalista redattore inviato
		redacteur verslaggever correspondente redaktör journalist toimittaja dziennikarz redaktor корреспондент журналист редактор обозреватель
		muhabir muhabiri wartawan phóng_viên المحرر مراسل`

// isCredential reports whether s is what people put behind their names: "M.D.".
func isCredential(s string) bool {
	switch strings.ReplaceAll(s, ".", "") {
	case "PhD", "EdD", "PsyD", "PharmD", "MEd", "BSc", "MSc", "LLM", "Esq", "Ph D", "DSc", "DPhil", "MPhil",
		"MD", "DO", "RN", "NP", "PA", "JD", "MBA", "MPH", "MA", "BA", "MS", "BS", "MSW", "LCSW", "RD", "RDN", "LD", "CFA", "CPA", "CFP", "DVM", "DDS", "DMD", "FACS", "FAAP", "DACVB", "LVT", "VTS", "CPT", "PT", "DPT", "OTR", "PE", "CISSP", "MFA", "MSN", "BSN", "APRN", "CNM", "VMD", "CSCS":
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
	case is(strings.Trim(last, ".,:"), roleWord) && (n > 1 || first[0] >= 'a'):
		return true
	case n > 1 && is(first, rankWord) && !isNameCase(last):
		return true
	}
	return n > 2 && of && is(first, roleWord)
}

// rankWords open the description of a role.
const rankWords = "senior chief head founder editor ceo president professor director co-founder owner"

// hasRole reports whether any word of a later part of a byline is a role.
func hasRole(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if is(strings.Trim(w, ".,:"), roleWord) {
			return true
		}
	}
	return false
}
