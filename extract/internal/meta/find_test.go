package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/source"
)

// body is an article of our own, long enough to be one.
var body = strings.Repeat("<p>The keeper opened the old gate in the morning, and the bees came back to the orchard as they had done every spring before, one after the other and in no hurry at all.</p>\n", 4)

// page is an HTML page with a head, what stands before the article, and what
// stands after it.
func page(head, before, after string) *block.Page {
	return source.HTML("<!DOCTYPE html><html lang=en><head>" + head + "</head><body><nav><a href=/>Home</a> <a href=/about>About</a></nav><main>" + before + body + after + "</main></body></html>")
}

func find(p *block.Page) *Meta { return Find(p, nil, Options{}) }

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, want, head, before string }{
		{"title element alone", "Bees return to the old orchard", "<title>Bees return to the old orchard</title>", ""},
		{"site cut at a bar", "Bees return to the old orchard", "<title>Bees return to the old orchard | Meadow Times</title><meta property=og:site_name content='Meadow Times'>", "<h1>Bees return to the old orchard</h1>"},
		{"site cut in front", "Bees return to the old orchard", "<title>Meadow Times - Bees return to the old orchard</title><meta property=og:site_name content='Meadow Times'>", "<h1>Bees return to the old orchard</h1>"},
		{"its own dash stays", "Bees return - and the orchard blooms", "<title>Bees return - and the orchard blooms - Meadow Times</title><meta property=og:title content='Bees return - and the orchard blooms'><meta property=og:site_name content='Meadow Times'>", "<h1>Bees return - and the orchard blooms</h1>"},
		{"its own colon stays", "Bees: the return", "<title>Bees: the return | Meadow Times</title><meta property=og:title content='Bees: the return'>", "<h1>Bees: the return</h1>"},
		{"the site's name in an h1 loses", "Bees return to the old orchard", "<title>Bees return to the old orchard | Meadow Times</title><meta property=og:title content='Bees return to the old orchard'><meta property=og:site_name content='Meadow Times'>", "<h1><a href=/>Meadow Times</a></h1><h2>Bees return to the old orchard</h2>"},
		{"JSON-LD and h1", "Bees return to the old orchard", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bees return to the old orchard"}</script>`, "<h1>Bees return to the old orchard</h1>"},
	} {
		m := find(page(c.head, c.before, ""))
		require.Equal(t, c.want, m.Title, c.name)
		require.NotEmpty(t, m.Sources["title"].Kind, c.name)
	}
}

func TestTitleOfPlainPage(t *testing.T) {
	m := find(source.HTML(""))
	require.Empty(t, m.Title)
	require.Empty(t, m.Authors)
	require.Equal(t, NoDate, m.Published.Precision)
	require.Equal(t, -1, m.Headline)
}

const head1 = "<title>Bees return to the old orchard</title>"
const h1 = "<h1>Bees return to the old orchard</h1>"

func TestAuthors(t *testing.T) {
	for _, c := range []struct{ name, want, head, before, after string }{
		{"byline", "Ann Lee", "", "<p class=byline>By Ann Lee</p>", ""},
		{"two names", "Ann Lee; Bo Berg", "", "<p class=byline>By Ann Lee and Bo Berg</p>", ""},
		{"meta", "Ann Lee", "<meta name=author content='Ann Lee'>", "", ""},
		{"repeated meta", "Ann Lee; Bo Berg", "<meta name=citation_author content='Ann Lee'><meta name=citation_author content='Bo Berg'>", "", ""},
		{"JSON-LD", "Ann Lee", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Meadow"},{"@type":"Article","headline":"Bees","author":{"@id":"#ann"}},{"@type":"Person","@id":"#ann","name":"Ann Lee"}]}</script>`, "", ""},
		{"microdata", "Ann Lee", "", "<span itemprop=author itemscope><span itemprop=name>Ann Lee</span>, gardener</span>", ""},
		{"rel", "Ann Lee", "", "<p>May 3, 2021 <a rel=author href=/ann>Ann Lee</a></p>", ""},
		{"a label on a line of its own", "Ann Lee", "", "<div>Written by</div><div>Ann Lee</div><div>Senior editor</div>", ""},
		{"a person beats a placeholder", "Ann Lee", "<meta name=author content=admin>", "<p class=byline>By <a rel=author href=/author/ann>Ann Lee</a></p>", ""},
		{"a commenter loses", "Ann Lee", "", "<p class=byline>By Ann Lee</p>", "<section id=comments><div class=comment-author>Zoe Nobody</div><p>Nice one</p></section>"},
		{"a teaser's author loses", "Ann Lee", "", "<p class=byline>By Ann Lee</p>", "<aside class=related><h3>Wasps</h3><p class=byline>By Zoe Nobody</p></aside>"},
		{"an organisation", "Meadow Desk", "", "<p class=byline>By Meadow Desk</p>", ""},
		{"Abby keeps her by", "Abby Byron", "", "<p class=byline>Abby Byron</p><time datetime=2021-05-03>May 3, 2021</time>", ""},
		{"the site alone is no author", "", "<meta property=og:site_name content='Meadow Times'>", "", ""},
		{"a menu's By is no byline", "", "", "<ul><li><a href=/c>By country</a></li><li><a href=/l>By length</a></li></ul>", ""},
		{"a copyright line names no author", "", "", "", "<footer>Copyright © 3 May 2021 Meadow Times. All rights reserved.</footer>"},
		{"none", "", "", "", ""},
	} {
		m := find(page(head1+c.head, h1+c.before, c.after))
		require.Equal(t, c.want, strings.Join(m.Authors, "; "), c.name)
		require.Equal(t, c.want != "", m.Sources["authors"].Kind != "", c.name)
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ name, published, modified, url, head, before, after string }{
		{"JSON-LD", "2021-05-03T10:20:30Z", "2021-06-01T00:00:00Z", "", `<script type="application/ld+json">{"@type":"Article","datePublished":"2021-05-03T10:20:30Z","dateModified":"2021-06-01T00:00:00Z"}</script>`, "", ""},
		{"meta", "2021-05-03T10:20:30+02:00", "", "", "<meta property=article:published_time content=2021-05-03T10:20:30+02:00>", "", ""},
		{"published and updated shown", "2021-05-03", "2021-06-01", "", "", "<p>Published: May 3, 2021. Updated: June 1, 2021</p>", ""},
		{"time element", "2021-05-03", "", "", "", "<time datetime=2021-05-03>3 May</time>", ""},
		{"microdata", "2021-05-03", "", "", "", "<meta itemprop=datePublished content=2021-05-03>", ""},
		{"a line", "2021-05-03", "", "", "", "<p>Monday, May 3, 2021</p>", ""},
		{"the URL alone", "2021-05-03", "", "https://meadow.example/2021/05/03/bees", "", "", ""},
		{"the finer of equals", "2021-05-03T09:15:00+02:00", "", "https://meadow.example/2021/05/03/bees", "<meta property=article:published_time content=2021-05-03T09:15:00+02:00>", "<p>May 3, 2021</p>", ""},
		{"unsure numbers by the URL", "2021-05-03", "", "https://meadow.example/2021/05/03/bees", "", "<p>03/05/2021</p>", ""},
		{"unsure numbers by the month's name in the URL", "2021-05-03", "", "https://meadow.example/2021/may/03/bees", "", "<p>03/05/2021</p>", ""},
		{"unsure numbers by the page's own URL", "2021-05-03", "", "https://mirror.example/bees", "<link rel=canonical href=https://meadow.example/2021/05/03/bees>", "<p>03/05/2021</p>", ""},
		{"unsure numbers by the order of others", "2021-05-03", "2021-05-23", "", "", "<p>03/05/2021</p><p>Updated 23/05/2021</p>", ""},
		{"a meta tag with a prefix", "2021-05-03", "", "", "<meta name=meadow.date content=2021-05-03>", "", ""},
		{"an element with the machine's date", "2021-05-03", "", "", "", "<local-time datetime=2021-05-03>last spring</local-time>", ""},
		{"a deleted line has no date", "", "", "", "", "<p><del datetime=2021-05-03>The gate was shut.</del></p>", ""},
		{"a teaser's date loses", "2021-05-03", "", "", "", "<p>May 3, 2021</p>", "<aside class=related><time datetime=2022-01-01>Jan 1</time></aside>"},
		{"a comment's date loses", "2021-05-03", "", "", "", "<p>May 3, 2021</p>", "<section class=comments><time datetime=2021-05-09>May 9</time></section>"},
		{"the day somebody joined loses", "2021-05-03", "", "", "", "<p>Joined: Mon Apr 5, 2010</p><p>May 3, 2021</p>", ""},
		{"the day somebody joined is none", "", "", "", "", "<p>Joined: Mon Apr 5, 2010</p>", ""},
		{"nor is it in an element of its own", "", "", "", "", "<p>Member since <time datetime=2010-04-05>5 April 2010</time></p>", ""},
		{"nor under a label", "", "", "", "", "<dl><dt>Mitglied seit</dt><dd>5. April 2010</dd></dl>", ""},
		{"first published, at the end", "2021-05-03", "", "", "", "", "<p>This article was originally published on 3 May 2021.</p>"},
		{"the copyright line comes last", "2021-05-03", "", "", "", "", "<footer>Copyright © 3 May 2021 Meadow Times. All rights reserved.</footer>"},
		{"none", "", "", "", "", "", "<footer>© 2021 Meadow</footer>"},
	} {
		m := Find(page(head1+c.head, h1+c.before, c.after), nil, Options{URL: c.url})
		require.Equal(t, c.published, m.Published.String(), c.name)
		require.Equal(t, c.modified, m.Modified.String(), c.name)
		require.Equal(t, c.published != "", m.Sources["published"].Kind != "", c.name)
	}
}

func TestDatesAfterTheCrawl(t *testing.T) {
	p := page(head1, h1+"<p>May 3, 2021</p>", "")
	now := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	require.Equal(t, NoDate, Find(p, nil, Options{Now: now}).Published.Precision)
	p = page(head1, h1+"<p>3 hours ago</p>", "")
	require.Equal(t, "2019-12-31T21:00Z", Find(p, nil, Options{Now: now}).Published.String())
	require.Equal(t, NoDate, Find(p, nil, Options{}).Published.Precision)
}

func TestRest(t *testing.T) {
	m := Find(page(head1+`<link rel=canonical href=/bees><meta property=og:site_name content="Meadow Times"><meta name=description content="They are back.">
		<meta property=og:image content=/bees.jpg><meta property=article:section content=Nature><meta property=article:tag content=bees><meta property=article:tag content="old orchards">`, h1, ""),
		nil, Options{URL: "https://meadow.example/x?y=1"})
	require.Equal(t, "https://meadow.example/bees", m.URL)
	require.Equal(t, "Meadow Times", m.SiteName)
	require.Equal(t, "They are back.", m.Description)
	require.Equal(t, "https://meadow.example/bees.jpg", m.Image)
	require.Equal(t, "Nature", m.Section)
	require.Equal(t, []string{"bees", "old orchards"}, m.Tags)
	require.Equal(t, "en", m.Language)
	for _, k := range []string{"url", "site_name", "description", "image", "section", "tags", "language"} {
		require.NotEmpty(t, m.Sources[k].Kind, k)
	}
}

func TestLanguageByContent(t *testing.T) {
	m := find(source.HTML("<p>" + strings.Repeat("Der Garten war voller Bienen, und das Tor hatte man für sie nicht geschlossen. ", 3) + "</p>"))
	require.Equal(t, "de", m.Language)
	require.Equal(t, "content", m.Sources["language"].Kind)
}

// prose is text of our own in one long line.
const prose = "The keeper opened the old gate in the morning, and the bees came back to the orchard as they had done every spring before, one after the other and in no hurry at all."

func TestScrapedText(t *testing.T) {
	menu := "Home\nNews\nGardens\nSubscribe\n\n"
	for _, c := range []struct{ name, text, title, author, date string }{
		{"a byline and a date", "Bees return to the old orchard\n\nBy Ann Lee\n\nMay 3, 2021\n\n", "Bees return to the old orchard", "Ann Lee", "2021-05-03"},
		{"glued", "Bees return to the old orchard\n\nMeadow & WoodBy Meadow & WoodMay 3, 2021014 Mins Read\n\n", "Bees return to the old orchard", "Meadow & Wood", "2021-05-03"},
		{"a desk, updated and created", "Bees return to the old orchard\n\nMeadowland News Desk | Updated: 03-05-2021 01:17 IST | Created: 03-05-2021 01:17 IST\n\n", "Bees return to the old orchard", "Meadowland News Desk", "2021-05-03"},
		{"a newsroom", "Bees return to the old orchard\n\nBy Newsroom\nMay 3, 2021 9:41 PM\n\n", "Bees return to the old orchard", "Newsroom", "2021-05-03"},
		{"a name between headline and date", "Bees return to the old orchard\n\nAnn Lee\n\nMay 3, 2021\n\n", "Bees return to the old orchard", "Ann Lee", "2021-05-03"},
	} {
		in := menu + c.text + prose + "\n\n" + prose + "\n\n" + prose + "\n"
		m := Find(source.Text(in), nil, Options{URL: "https://meadow.example/bees-return-old-orchard"})
		require.Equal(t, c.title, m.Title, c.name)
		require.Equal(t, c.author, strings.Join(m.Authors, "; "), c.name)
		require.Equal(t, c.date, m.Published.String()[:10], c.name)
		s := m.Sources["title"]
		require.Equal(t, c.title, in[s.Start:s.End], c.name)
		s = m.Sources["authors"]
		require.Contains(t, in[s.Start:s.End], c.author, c.name)
		s = m.Sources["published"]
		require.True(t, strings.HasPrefix(in[s.Start:s.End], "May 3, 2021") || strings.HasPrefix(in[s.Start:s.End], "03-05-2021"), c.name)
		require.Contains(t, s.Place, "line ", c.name)
	}
}

func TestCandidates(t *testing.T) {
	p := page(head1+"<meta name=author content='Ann Lee'>", h1+"<p>By Bo Berg</p><p>May 3, 2021</p>", "")
	require.Empty(t, find(p).Candidates)
	m := Find(p, nil, Options{Candidates: true})
	chosen := map[string]int{}
	for _, c := range m.Candidates {
		require.NotEmpty(t, c.Field)
		require.NotEmpty(t, c.Reason)
		require.True(t, c.Score >= 0 && c.Score <= 1)
		if c.Chosen {
			chosen[c.Field]++
		}
	}
	require.Equal(t, map[string]int{"title": 1, "authors": 1, "published": 1}, chosen)
}

func TestFindIsDeterministic(t *testing.T) {
	p := page(head1+"<meta name=author content='Ann Lee'>", h1+"<p>By Bo Berg</p><p>May 3, 2021</p>", "")
	first := find(p)
	for range 20 {
		require.Equal(t, first, find(p))
	}
}
