package meta

import "time"

// gregorian turns a year, month and day of the Buddhist or the Persian
// calendar into the Gregorian one.
func gregorian(y, mo, d int, loc locale) (int, int, int) {
	if mo > 20 { // a month name of the Persian calendar
		if y < 1300 || y > 1500 {
			return 0, 0, 0
		}
		return fromPersian(y, mo-20, d)
	}
	if y >= 2500 && y <= 2650 { // Buddhist era
		return y - 543, mo, d
	}
	if y >= 1370 && y <= 1450 && (loc.lang == "fa" || loc.lang == "ps" || loc.lang == "") {
		return fromPersian(y, mo, d)
	}
	return y, mo, d
}

// fromPersian converts a day of the solar Hijri calendar. It follows the
// 33-year leap cycle, which is right for the years 1300 to 1472.
func fromPersian(y, m, d int) (int, int, int) {
	days := (y-1)*365 + (8*y+21)/33 + d - 1
	if m <= 7 {
		days += (m - 1) * 31
	} else {
		days += (m-1)*30 + 6
	}
	epoch := time.Date(1979, 3, 21, 0, 0, 0, 0, time.UTC) // 1 Farvardin 1358
	base := (1358-1)*365 + (8*1358+21)/33
	t := epoch.AddDate(0, 0, days-base)
	return t.Year(), int(t.Month()), t.Day()
}

func validDay(y, mo, d int) bool {
	if y < 1980 || y > 2100 || mo < 1 || mo > 12 || d < 1 || d > 31 {
		return false
	}
	if d <= 28 {
		return true
	}
	return time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC).Day() == d
}

func dayDate(y, m, d int) Date {
	return Date{Time: time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), Precision: Day}
}
