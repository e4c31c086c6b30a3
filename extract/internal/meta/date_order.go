package meta

// cutYear: a year with more digits glued to it ("2025005 Mins Read") ends
// after its fourth digit.
func cutYear(t token) int {
	if t.kind == number && t.digits > 4 && t.digits < 8 && int(t.end-t.start) == int(t.digits) {
		return 4
	}
	return 0
}

// yearOf is the year that a number token states, 0 if it is none. Two digits
// are read as a year only when short is allowed.
func yearOf(t token, short bool) int {
	if t.kind != number {
		return 0
	}
	v := int(t.val)
	switch {
	case t.digits == 4 && v >= 1300 && v <= 2700:
		return v
	case t.digits > 4 && t.digits < 8: // glued
		for n := t.digits; n > 4; n-- {
			v /= 10
		}
		if v >= 1970 && v <= 2100 {
			return v
		}
	case t.digits == 2 && short:
		if v < 70 {
			return 2000 + v
		}
		return 1900 + v
	}
	return 0
}

func isDay(t token) bool {
	return t.kind == number && t.digits <= 2 && t.val >= 1 && t.val <= 31
}

func isMonth(t token) bool {
	return t.kind == number && t.digits <= 2 && t.val >= 1 && t.val <= 12
}

// numberFirst reads the dates that begin with a number.
func numberFirst(toks []token, i int, text string, loc locale, m *mention) (y, mo, d, end int) {
	t := toks[i]
	if i > 0 && !t.spaced {
		p := toks[i-1]
		if p.kind == mark && (p.val == '.' || p.val == '/' || p.val == '-' || p.val == '$' || p.val == '€' || p.val == '£' || p.val == '#') && i > 1 && toks[i-2].kind == number {
			return // in the middle of a longer number
		}
	}
	if t.digits == 8 { // 20250425
		v := int(t.val)
		if v/10000 >= 1980 && v/10000 <= 2100 && validDay(v/10000, v/100%100, v%100) {
			return v / 10000, v / 100 % 100, v % 100, i + 1
		}
		return
	}
	if t.digits == 4 && yearOf(t, false) > 0 {
		return yearFirst(toks, i, text)
	}
	if t.digits > 2 {
		return
	}
	// 民國114年 and 令和7年 come through eraFirst; 25年4月12日 is a short year.
	if i+5 < len(toks) && toks[i+1].is('年') && isMonth(toks[i+2]) && toks[i+3].is('月') && isDay(toks[i+4]) && t.digits == 2 {
		m.short = true
		return yearOf(t, true), int(toks[i+2].val), int(toks[i+4].val), i + 6
	}
	if !isDay(t) {
		return
	}
	j := i + 1
	if j >= len(toks) {
		return
	}
	// 25/04/2025, 25.4.2025, 25-04-25, 25. 4. 2025
	if sep := toks[j]; j+3 < len(toks) && sep.kind == mark && (sep.val == '/' || sep.val == '.' || sep.val == '-' || sep.val == '–' || sep.val == '‑') &&
		toks[j+1].kind == number && toks[j+2].is(rune(sep.val)) && toks[j+1].digits <= 2 {
		a, b, yt := t, toks[j+1], toks[j+3]
		spacedOut := b.spaced || yt.spaced
		year := yearOf(yt, sep.val != '-' && !spacedOut || yt.digits == 4)
		if yt.digits == 2 && (a.digits != 2 && sep.val == '.' || yt.val < 2) {
			year = 0 // a version or section number such as 1.2.15
		}
		if year == 0 || sep.val != '.' && spacedOut {
			return
		}
		if j+5 < len(toks) && !toks[j+4].spaced && toks[j+4].is(rune(sep.val)) && toks[j+5].kind == number && !toks[j+5].spaced {
			return // an address such as 10.12.20.15
		}
		m.short = yt.digits == 2
		x, z := int(a.val), int(b.val)
		switch {
		case x > 12 && z <= 12:
			m.ordered, m.order = true, dayFirst
			return year, z, x, j + 4
		case z > 12 && x <= 12:
			m.ordered, m.order = true, monthFirst
			return year, x, z, j + 4
		}
		m.ambiguous = x != z
		if loc.order == monthFirst && sep.val != '.' {
			m.order = monthFirst
			return year, x, z, j + 4
		}
		return year, z, x, j + 4
	}
	// 25 April 2025, 25. April 2025, 25 de abril de 2025, 25th of April, 2025, 25-Apr-2025
	k := j
	for n := 0; n < 3 && k < len(toks) && toks[k].month == 0; n++ {
		if !glue(toks[k], text) {
			return
		}
		k++
	}
	if k >= len(toks) || toks[k].month == 0 {
		return
	}
	mo, d = int(toks[k].month), int(t.val)
	k++
	for n := 0; n < 4 && k < len(toks); n++ {
		if y := yearOf(toks[k], n > 0 && toks[k-1].val == '-' || toks[k-1].kind == mark && (toks[k-1].val == '\'' || toks[k-1].val == '’')); y > 0 {
			m.short = toks[k].digits == 2
			return y, mo, d, k + 1
		}
		if !glue(toks[k], text) && !yearWord(toks[k], text) {
			break
		}
		k++
	}
	return 0, 0, 0, 0
}

// yearFirst reads 2025-04-25, 2025/4/25, 2025. 4. 25., 2025年4月25日,
// 2025년 4월 25일, 2025. április 25. and 2025 April 25.
func yearFirst(toks []token, i int, text string) (y, mo, d, end int) {
	y = yearOf(toks[i], false)
	j := i + 1
	if j+1 >= len(toks) {
		return 0, 0, 0, 0
	}
	s := toks[j]
	if s.kind == mark && isMonth(toks[j+1]) {
		if j+3 >= len(toks) {
			return 0, 0, 0, 0
		}
		switch s.val {
		case '-', '/', '.', '_', '‑', '–':
			if toks[j+2].is(rune(s.val)) && isDay(toks[j+3]) {
				return y, int(toks[j+1].val), int(toks[j+3].val), j + 4
			}
		case '年':
			if toks[j+2].is('月') && isDay(toks[j+3]) {
				end = j + 4
				if end < len(toks) && (toks[end].is('日') || toks[end].is('号') || toks[end].is('號')) {
					end++
				}
				return y, int(toks[j+1].val), int(toks[j+3].val), end
			}
		}
		return 0, 0, 0, 0
	}
	if s.kind == word && isMonth(toks[j+1]) && j+3 < len(toks) && toks[j+2].kind == word && isDay(toks[j+3]) {
		switch textOf(s, text) {
		case "년":
			end = j + 4
			if end < len(toks) && textOf(toks[end], text) == "일" {
				end++
			}
			return y, int(toks[j+1].val), int(toks[j+3].val), end
		}
		return 0, 0, 0, 0
	}
	// 2025. gada 25. aprīlis, 2025 ж. 25 сәуір
	k := j
	for k < len(toks) && k < j+3 && yearWord(toks[k], text) {
		k++
	}
	if k > j && k+1 < len(toks) && isDay(toks[k]) {
		n := k + 1
		if toks[n].is('.') && n+1 < len(toks) {
			n++
		}
		if toks[n].month > 0 {
			return y, int(toks[n].month), int(toks[k].val), n + 1
		}
	}
	// 2025 m. balandžio 25 d., 2025. április 25.
	k = j
	for n := 0; n < 3 && k < len(toks) && toks[k].month == 0; n++ {
		if t := toks[k]; !(t.kind == mark && (t.val == '.' || t.val == ',' || t.val == '-' || t.val == '/') || yearWord(t, text)) {
			return 0, 0, 0, 0
		}
		k++
	}
	if k+1 < len(toks) && toks[k].month > 0 {
		if toks[k+1].kind == mark && toks[k+1].val == '-' && k+2 < len(toks) {
			k++
		}
		if isDay(toks[k+1]) {
			mo = int(toks[k].month)
			if mo == 0 {
				mo = int(toks[k-1].month)
			}
			// "2024 March 5, 2025" begins with a number that is no year
			if k+3 < len(toks) && toks[k+2].is(',') && yearOf(toks[k+3], false) > 0 {
				return 0, 0, 0, 0
			}
			return y, mo, int(toks[k+1].val), k + 2
		}
	}
	return 0, 0, 0, 0
}

// monthNameFirst reads April 25, 2025; April 25th 2025; Apr-25-2025; tháng 4
// comes through its number.
func monthNameFirst(toks []token, i int, text string, m *mention) (y, mo, d, end int) {
	mo = int(toks[i].month)
	k := i + 1
	for n := 0; n < 2 && k < len(toks) && toks[k].kind == mark && (toks[k].val == '.' || toks[k].val == '-'); n++ {
		k++
	}
	if k < len(toks) && toks[k].kind == word && textOf(toks[k], text) == "the" {
		k++
	}
	if k >= len(toks) || !isDay(toks[k]) {
		return 0, 0, 0, 0
	}
	d = int(toks[k].val)
	k++
	// April 5 - 7, 2025 is a span of days: its first day
	if k+1 < len(toks) && (toks[k].is('-') || toks[k].is('–')) && isDay(toks[k+1]) && k+2 < len(toks) && toks[k+2].is(',') {
		k += 2
	}
	for n := 0; n < 4 && k < len(toks); n++ {
		if y := yearOf(toks[k], n > 0 && (toks[k-1].is('\'') || toks[k-1].is('’'))); y > 0 {
			m.short = toks[k].digits == 2
			if k+1 < len(toks) && toks[k+1].is(':') && !toks[k+1].spaced {
				break // April 25 2030: no, the time 20:30
			}
			return y, mo, d, k + 1
		}
		t := toks[k]
		if !(t.kind == mark && (t.val == ',' || t.val == '.' || t.val == '-' || t.val == '/' || t.val == '\'' || t.val == '’' || t.val == '،' || t.val == '|') || ordinal(t, text)) {
			break
		}
		k++
	}
	return 0, 0, 0, 0
}

// eraFirst reads 令和7年4月25日 and 民國114年4月25日.
func eraFirst(toks []token, i int) (y, mo, d, end int) {
	base := 0
	switch {
	case i+1 >= len(toks):
		return
	case toks[i].is('令') && toks[i+1].is('和'):
		base = 2018
	case toks[i].is('平') && toks[i+1].is('成'):
		base = 1988
	case toks[i].is('昭') && toks[i+1].is('和'):
		base = 1925
	case toks[i].is('民') && (toks[i+1].is('國') || toks[i+1].is('国')):
		base = 1911
	default:
		return
	}
	j := i + 2
	if j+5 >= len(toks) || !toks[j+1].is('年') || !isMonth(toks[j+2]) || !toks[j+3].is('月') || !isDay(toks[j+4]) {
		return
	}
	n := int(toks[j].val)
	if toks[j].is('元') {
		n = 1
	} else if toks[j].kind != number || toks[j].digits > 3 {
		return
	}
	return base + n, int(toks[j+2].val), int(toks[j+4].val), j + 6
}
