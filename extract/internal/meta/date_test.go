package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Written on May 3, 2021", "2021-05-03"},
		{"en", "Mon, 3rd of May 2021", "2021-05-03"},
		{"en", "Sunny HillsMay 3, 2021014 Mins Read", "2021-05-03"},
		{"en", "May 3, 2021 4:05 PM", "2021-05-03T16:05"},
		{"en", "May 3, 2021 at 4:05 p.m. EDT", "2021-05-03T16:05-04:00"},
		{"en", "9:05 PM, May 3, 2021", "2021-05-03T21:05"},
		{"en", "Updated: 03-05-2021 01:17 IST", "2021-03-05T01:17+05:30"},
		{"en", "13/05/2021", "2021-05-13"},
		{"en", "05/13/2021", "2021-05-13"},
		{"en", "03-May-2021 11:12:13 GMT", "2021-05-03T11:12:13Z"},
		{"de", "3. Mai 2021, 14:30 Uhr", "2021-05-03T14:30"},
		{"de", "Stand: 03.05.2021", "2021-05-03"},
		{"de", "03.05.21", "2021-05-03"},
		{"fr", "le 1er août 2021 à 18h05", "2021-08-01T18:05"},
		{"es", "3 de mayo de 2021", "2021-05-03"},
		{"pt", "3 de março de 2021 às 10h20", "2021-03-03T10:20"},
		{"it", "3 maggio 2021", "2021-05-03"},
		{"nl", "3 maart 2021", "2021-03-03"},
		{"sv", "3 maj 2021 kl. 10.30", "2021-05-03T10:30"},
		{"da", "3. marts 2021", "2021-03-03"},
		{"fi", "3. toukokuuta 2021", "2021-05-03"},
		{"et", "3. märts 2021", "2021-03-03"},
		{"lv", "2021. gada 3. maijs", "2021-05-03"},
		{"lt", "2021 m. gegužės 3 d.", "2021-05-03"},
		{"pl", "3 października 2021", "2021-10-03"},
		{"cs", "3. května 2021", "2021-05-03"},
		{"sk", "3. mája 2021", "2021-05-03"},
		{"hu", "2021. május 3.", "2021-05-03"},
		{"ro", "3 iunie 2021", "2021-06-03"},
		{"hr", "3. svibnja 2021.", "2021-05-03"},
		{"sr", "3. септембра 2021.", "2021-09-03"},
		{"ru", "3 мая 2021 г. в 10:20", "2021-05-03T10:20"},
		{"uk", "3 травня 2021 року", "2021-05-03"},
		{"bg", "3 октомври 2021", "2021-10-03"},
		{"el", "3 Μαΐου 2021", "2021-05-03"},
		{"tr", "3 Ağustos 2021", "2021-08-03"},
		{"ar", "٣ مايو ٢٠٢١", "2021-05-03"},
		{"fa", "۱۳ اردیبهشت ۱۴۰۰", "2021-05-03"},
		{"fa", "۱۴۰۰/۰۲/۱۳", "2021-05-03"},
		{"he", "3 במאי 2021", "2021-05-03"},
		{"hi", "3 मई 2021", "2021-05-03"},
		{"bn", "৩ মে ২০২১", "2021-05-03"},
		{"ta", "3 மே 2021", "2021-05-03"},
		{"th", "3 พฤษภาคม 2564", "2021-05-03"},
		{"id", "3 Agustus 2021", "2021-08-03"},
		{"ms", "3 Ogos 2021", "2021-08-03"},
		{"vi", "03/05/2021", "2021-05-03"},
		{"zh", "2021年5月3日 09:30", "2021-05-03T09:30"},
		{"zh", "二〇二一年五月三日", "2021-05-03"},
		{"zh", "2021-05-03 09:30:11来源", "2021-05-03T09:30:11"},
		{"zh", "民國110年5月3日", "2021-05-03"},
		{"ja", "令和3年5月3日", "2021-05-03"},
		{"ko", "2021년 5월 3일 오후 3:20", "2021-05-03T15:20"},
		{"ko", "2021. 5. 3.", "2021-05-03"},
		{"ca", "3 d'agost de 2021", "2021-08-03"},
		{"sw", "3 Septemba 2021", "2021-09-03"},
		{"en", "2021 May 3", "2021-05-03"},
		{"en", "In: 2021 May 3;15(1)", "2021-05-03"},
		// no dates
		{"en", "Call 555-12-2021 today", ""},
		{"en", "version 1.2.15 of 10.12.20.15", ""},
		{"en", "31 February 2021", ""},
		{"en", "May 3", ""},
		{"en", "3 hours ago", ""},
		{"en", "In 2021 there were 25 of them", ""},
	} {
		ms := findDates(c.text, localeOf(c.lang, time.Time{}))
		got := ""
		if len(ms) > 0 {
			got = ms[0].date.String()
		}
		require.Equal(t, c.want, got, c.text)
	}
}

func TestMentionOffsets(t *testing.T) {
	text := "By Sunny HillsMay 3, 2021014 Mins Read"
	ms := findDates(text, localeOf("en", time.Time{}))
	require.Len(t, ms, 1)
	require.Equal(t, "May 3, 2021", text[ms[0].start:ms[0].end])
}

func TestRelativeDates(t *testing.T) {
	now := time.Date(2021, 5, 3, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, want string }{
		{"3 hours ago", "2021-05-03T09:00Z"},
		{"vor 2 Tagen", "2021-05-01"},
		{"il y a 5 minutes", "2021-05-03T11:55Z"},
		{"2 дня назад", "2021-05-01"},
		{"3小时前", "2021-05-03T09:00Z"},
		{"5시간 전", "2021-05-03T07:00Z"},
		{"Yesterday", "2021-05-02"},
		{"3 hours of work", ""},
	} {
		got := ""
		if ms := findDates(c.text, localeOf("en", now)); len(ms) > 0 {
			got = ms[0].date.String()
		}
		require.Equal(t, c.want, got, c.text)
	}
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2021-05-03", "2021-05-03"},
		{"2021-05-03T10:20", "2021-05-03T10:20"},
		{"2021-05-03T10:20:30Z", "2021-05-03T10:20:30Z"},
		{"2021-05-03T10:20:30.123+0200", "2021-05-03T10:20:30+02:00"},
		{"2021-05-03 10:20:30 PM", "2021-05-03T22:20:30"},
		{"Mon, 03 May 2021 10:20:30 GMT", "2021-05-03T10:20:30Z"},
		{"20210503", "2021-05-03"},
		{"1620037230", "2021-05-03T10:20:30Z"},
		{"2021-13-03", ""},
		{"1970-01-01T00:00:00Z", ""},
		{"{{ date }}", ""},
	} {
		d, _ := parseDate(c.in, localeOf("en", time.Time{}))
		require.Equal(t, c.want, d.String(), c.in)
	}
}

// TestEnoughDigits holds that the cheap test passes the digits of every script,
// and nothing for curly quotes and dashes.
func TestEnoughDigits(t *testing.T) {
	for _, zero := range zeros {
		require.True(t, enoughDigits("“"+string(zero+1)+"”"), string(zero))
	}
	for _, s := range []string{"3 May 2021", "20210503", "五月三日", "二○二一"} {
		require.True(t, enoughDigits(s), s)
	}
	for _, s := range []string{"", "“May” — that’s 2021…", "Zoë"} {
		require.False(t, enoughDigits(s), s)
	}
}

// parseDate reads a date that a machine wrote (an attribute, a meta tag,
// JSON-LD), else the first one that people would read in it.
func parseDate(s string, loc locale) (Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 120 {
		return Date{}, false
	}
	if d, ok := parseISO(s); ok {
		return d, true
	}
	if d, ok := parseEpoch(s); ok {
		return d, true
	}
	ms := findDates(s, loc)
	if len(ms) == 0 {
		return Date{}, false
	}
	return ms[0].date, true
}
