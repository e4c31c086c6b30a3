package meta

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// TestTitleContext holds what is noted of titles beside each other.
func TestTitleContext(t *testing.T) {
	p := page("<title>Bees return to the old orchard: 12 things to know in 2021 | Meadow Times</title><meta property=og:title content='Bees return to the old orchard: 12 things to know in 2021'><meta property=og:site_name content='Meadow Times'>", "<h1>BEES RETURN</h1>", "")
	f := newFinder(p, nil, Options{URL: "https://meadow.example/"})
	f.find()
	has := map[string]features{}
	for _, o := range f.pools[0].options {
		has[o.value] = o.features
	}
	h1, og, tag := has["BEES RETURN"], has["Bees return to the old orchard: 12 things to know in 2021"], has[p.Title]
	for name, c := range map[string]struct {
		set      features
		yes, not []feature
	}{
		"h1":    {h1, []feature{titleCaps, titleShort, titleOGElse, titleTagElse, titleHome, titleNoLD, titleH1Short}, []feature{titleHasYear, titleLonger, titleH1Else, titleAgree2}},
		"og":    {og, []feature{titleHasYear, titleHasColon, titleHoldsH1, titleLonger, titleH1Half, titleH1Else, titleAgree2}, []feature{titleOGElse, titleTagElse, titleCaps, titleHasSite, titleHasBar}},
		"title": {tag, []feature{titleHasSite, titleHasBar, titleHasYear, titleOGElse}, []feature{titleIsSite, titleOGIsTag, titleNoOG, titleProduct}},
	} {
		for _, ft := range c.yes {
			require.True(t, c.set.has(ft), "%s: %s", name, titleNames[ft])
		}
		for _, ft := range c.not {
			require.False(t, c.set.has(ft), "%s: %s", name, titleNames[ft])
		}
	}
	require.Equal(t, block.HTML, p.Origin)
}

// TestDateContext holds what is noted of dates beside each other.
func TestDateContext(t *testing.T) {
	head := `<meta property=article:published_time content=2021-05-03T10:20:30Z><meta property=article:modified_time content=2023-05-03T10:20:30+02:00>`
	body := "<h1>Bees in 2020</h1><p>May 3, 2021</p>"
	days := func(body string) map[int]features {
		f := newFinder(page(head, body, ""), nil, Options{})
		f.find()
		has := map[int]features{}
		for _, o := range f.pools[2].options {
			has[o.date.dayNumber()] = o.features
		}
		return has
	}
	require.NotContains(t, days(body), 20230503, "nothing but the head says so, and calls it a change")
	has := days(body + "<aside><time datetime=2023-05-03>May 3, 2023</time></aside>")
	for _, ft := range []feature{dateUTC, dateModLate, dateLone, dateShownPub, dateNoLD, dateYearElse} {
		require.True(t, has[20210503].has(ft), dateNames[ft])
	}
	for _, ft := range []feature{dateZone, dateRival, dateRivalShown, datePubShown, dateNewer} {
		require.True(t, has[20230503].has(ft), dateNames[ft])
	}
	for _, ft := range []feature{dateModSame, dateModSoon, dateNoPub, dateThreePub, dateHome} {
		require.False(t, has[20210503].has(ft), dateNames[ft])
	}
}
