package meta

import "time"

// zoneAt reads Z, +02:00, GMT+2, CEST and the like at token i.
func zoneAt(toks []token, i int, text string) (*time.Location, bool, int) {
	if i >= len(toks) {
		return time.UTC, false, i
	}
	j := i
	if toks[j].is('(') || toks[j].is(',') {
		j++
	}
	if j < len(toks) && toks[j].kind == word {
		name := textOf(toks[j], text)
		off, ok := zoneOffset(name)
		if !ok {
			return time.UTC, false, i
		}
		j++
		if name == "GMT" || name == "UTC" {
			if loc, next := offsetAt(toks, j); next > j {
				return loc, true, next
			}
			return time.UTC, true, j
		}
		if name == "Z" || name == "z" {
			return time.UTC, true, j
		}
		return time.FixedZone(name, off), true, j
	}
	if loc, next := offsetAt(toks, j); next > j {
		return loc, true, next
	}
	return time.UTC, false, i
}

// offsetAt reads +02:00, -0500 or +2 at token i.
func offsetAt(toks []token, i int) (*time.Location, int) {
	if i+1 >= len(toks) || !(toks[i].is('+') || toks[i].is('-') || toks[i].is('−')) || toks[i+1].kind != number || toks[i+1].spaced {
		return nil, i
	}
	n, h, m := toks[i+1], 0, 0
	next := i + 2
	switch {
	case n.digits == 4:
		h, m = int(n.val)/100, int(n.val)%100
	case n.digits <= 2:
		h = int(n.val)
		if next+1 < len(toks) && toks[next].is(':') && toks[next+1].kind == number && toks[next+1].digits == 2 {
			m = int(toks[next+1].val)
			next += 2
		}
	default:
		return nil, i
	}
	if h > 14 || m > 59 {
		return nil, i
	}
	off := h*3600 + m*60
	if !toks[i].is('+') {
		off = -off
	}
	if off == 0 {
		return time.UTC, next
	}
	return time.FixedZone("", off), next
}

// zoneOffset is the offset in seconds east of UTC of a zone's abbreviation.
// IST and CST have several meanings: the most common in print is taken.
func zoneOffset(name string) (int, bool) {
	const h = 3600
	switch name {
	case "Z", "z", "UTC", "GMT", "WET":
		return 0, true
	case "BST", "CET", "MEZ", "WEST":
		return 1 * h, true
	case "CEST", "MESZ", "EET", "SAST", "CAT":
		return 2 * h, true
	case "EEST", "MSK", "EAT", "МСК":
		return 3 * h, true
	case "GST":
		return 4 * h, true
	case "PKT":
		return 5 * h, true
	case "IST":
		return 5*h + h/2, true
	case "WIB", "ICT":
		return 7 * h, true
	case "SGT", "HKT", "WITA", "PHT", "AWST", "MYT":
		return 8 * h, true
	case "JST", "KST", "WIT":
		return 9 * h, true
	case "ACST":
		return 9*h + h/2, true
	case "AEST":
		return 10 * h, true
	case "AEDT":
		return 11 * h, true
	case "NZST":
		return 12 * h, true
	case "NZDT":
		return 13 * h, true
	case "BRT", "ART", "ADT":
		return -3 * h, true
	case "EDT", "AST":
		return -4 * h, true
	case "EST", "CDT", "ET", "COT":
		return -5 * h, true
	case "CST", "MDT":
		return -6 * h, true
	case "MST", "PDT", "PT":
		return -7 * h, true
	case "PST", "AKDT":
		return -8 * h, true
	case "AKST":
		return -9 * h, true
	case "HST":
		return -10 * h, true
	}
	return 0, false
}
