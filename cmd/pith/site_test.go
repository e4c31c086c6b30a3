package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/cmd/internal/batch"
	"github.com/pithtext/pith/extract"
)

var siteTopics = []string{"bridges", "orchards", "night trains", "lighthouses", "beekeeping", "salt pans", "clock towers", "canal boats", "vineyards", "glass works", "wind mills", "rope makers"}

// A siteShape is how the pages of a site are built: {0} to {2} are the article's
// own paragraphs, {a} to {c} text of the site that reads like them.
type siteShape struct {
	name, layout string
	repeats      []string
	inTurn       bool // each page has one of repeats, as {a}
}

var siteShapes = []siteShape{
	{name: "news, a box and a call below the story",
		layout: `<article><h1>On {topic}</h1><p>{0}</p><h2>How it began</h2><p>{1}</p><p>{2}</p><p>{a}</p><p>{b}</p></article>`,
		repeats: []string{
			"Tessa Vole has written for the Coast Gazette for twenty years about the people of the delta and what they make with their hands.",
			"If you have enjoyed this story, think about taking out a subscription, because reporting like this takes time and costs money.",
		}},
	{name: "blog, a letter in the middle",
		layout: `<main><h1>On {topic}</h1><div class="entry"><p>{0}</p><p>{a}</p><p>{1}</p><p>{2}</p><p>{b}</p></div></main>`,
		repeats: []string{
			"Every other Sunday I write a letter to some four thousand readers about what I saw on the road, and you can have it too.",
			"I walk, draw and write on the coast, and when it rains I mend old radios in a shed that my grandfather built in the war.",
		}},
	{name: "shop, delivery and returns",
		layout: `<div class="product"><h1>On {topic}</h1><p>{0}</p><p>{1}</p><ul><li>{2}</li></ul><h2>Delivery</h2><p>{a}</p><h2>Returns</h2><p>{b}</p></div>`,
		repeats: []string{
			"We pack your parcel by hand on the day after your order, and it reaches most places on the mainland within three working days.",
			"Should something not be to your liking, send it back within sixty days, and we will pay for the postage and return your money.",
		}},
	{name: "handbook, notes between sections",
		layout: `<main><h1>On {topic}</h1><p>{a}</p><p>{0}</p><h2>How it began</h2><p>{1}</p><p>{2}</p><h2>Help</h2><p>{b}</p></main>`,
		repeats: []string{
			"This page belongs to the handbook of the third edition, and some of what it says is different in the two editions before it.",
			"When you find a mistake in the handbook, write to the editors, who read all letters and answer most of them within the month.",
		}},
	{name: "magazine, one of three calls in turn",
		layout: `<article><h1>On {topic}</h1><p>{0}</p><p>{1}</p><p>{a}</p><p>{2}</p></article>`,
		inTurn: true,
		repeats: []string{
			"The spring number of the magazine has reached the shops, with eighty pages on the rivers of the north and the people on them.",
			"Our writers go where the roads end, and those who keep them in boots and notebooks are the friends of the magazine, like you.",
			"Come and meet the editors on the last Friday of each month, when the door is open and the kettle is on from four in the afternoon.",
		}},
}

func (s siteShape) page(i int) (page string, own []string) {
	topic := siteTopics[i]
	own = []string{
		fmt.Sprintf("Nobody who comes to the delta for the first time expects to find %s here, least of all so many of them in one place.", topic),
		fmt.Sprintf("The oldest records of %s in the parish books go back to 16%02d, when a clerk complained about what they cost the town.", topic, 10+i),
		fmt.Sprintf("Today, %d families live from %s, and every spring they open their gates and show visitors how the work is done.", 3+i, topic),
	}
	first := 0
	if s.inTurn {
		first = i % len(s.repeats)
	}
	body := strings.NewReplacer("{topic}", topic, "{0}", own[0], "{1}", own[1], "{2}", own[2],
		"{a}", s.repeats[first], "{b}", s.repeats[len(s.repeats)-1]).Replace(s.layout)
	return `<!doctype html><html lang="en"><head><title>On ` + topic + `</title></head><body>
<nav><a href="/">Home</a> <a href="/stories">Stories</a></nav>` + body + `</body></html>`, own
}

func (s siteShape) write(t *testing.T, n int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for i := range n {
		page, _ := s.page(i)
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.html", i)), []byte(page), 0o666))
	}
	return dir
}

func texts(t *testing.T, args ...string) []string {
	t.Helper()
	code, stdout, stderr := runHere(t, "", append([]string{"batch"}, args...)...)
	require.Equal(t, exitDone, code, stderr)
	var all []string
	for line := range strings.Lines(stdout) {
		var rec struct{ Text string }
		require.NoError(t, json.Unmarshal([]byte(line), &rec))
		all = append(all, rec.Text)
	}
	return all
}

// What repeats goes, and nothing that is an article's own.
func TestSite(t *testing.T) {
	for _, shape := range siteShapes {
		t.Run(shape.name, func(t *testing.T) {
			dir := shape.write(t, len(siteTopics))
			before, after := texts(t, dir), texts(t, dir, "--site")
			require.Equal(t, after, texts(t, dir, "--site", "-j", "1"))
			fooled := 0
			for i := range siteTopics {
				for _, text := range shape.repeats {
					fooled += strings.Count(before[i], text)
					require.NotContains(t, after[i], text)
				}
				_, own := shape.page(i)
				for _, text := range own {
					require.Equal(t, strings.Contains(before[i], text), strings.Contains(after[i], text), text)
				}
			}
			t.Logf("%d paragraphs of the site in %d articles without --site, none with it", fooled, len(before))
			require.Positive(t, fooled, "one page alone does not show what repeats")

			// Few pages say nothing.
			few := shape.write(t, sitePages-1)
			require.Equal(t, texts(t, few), texts(t, few, "--site"))
		})
	}
	dir := siteShapes[0].write(t, len(siteTopics))
	code, stdout, _ := runHere(t, "", "explain", "--site", dir, filepath.Join(dir, "03.html"))
	require.Equal(t, exitDone, code)
	require.Regexp(t, `(?m)^- .*repeats on 12 of the site's 12 pages +Tessa Vole`, stdout)
}

// A page that is there many times is still an article, and headings and cells
// stay with what they belong to.
func TestChrome(t *testing.T) {
	c := newChrome()
	for i := range 20 {
		c.count("s", uint64(i), []uint64{textHash("s", "footer"), textHash("s", "Method"), textHash("s", "Notes"), textHash("s", "g"), textHash("s", "footer")})
	}
	for range 20 {
		c.count("s", 99, []uint64{textHash("s", "the article")})
	}
	require.Equal(t, uint32(21), c.pages["s"])
	a := &extract.Article{Blocks: []extract.Block{
		{Kind: extract.Heading, Level: 2, Text: "Method", Content: true},
		{Text: "the article", Content: true},
		{Kind: extract.Cell, Text: "g", Content: true},
		{Kind: extract.Heading, Level: 2, Text: "Notes", Content: true},
		{Text: "footer", Content: true},
	}}
	c.drop(a, &batch.Page{Site: "s"})
	var kept []string
	for _, b := range a.Body() {
		kept = append(kept, b.Text)
	}
	require.Equal(t, []string{"Method", "the article", "g"}, kept)
	require.Equal(t, "repeats on 20 of the site's 21 pages", a.Blocks[4].Reason)

	// Forgetting rare texts makes counts too low, never too high.
	c = newChrome()
	c.limit = 100
	for i := range 50 {
		hashes := []uint64{textHash("s", "footer")}
		for k := range 30 {
			hashes = append(hashes, textHash("s", fmt.Sprint(i, k)))
		}
		c.count("s", uint64(i), hashes)
		require.LessOrEqual(t, len(c.texts), 100)
	}
	require.Equal(t, uint32(50), c.texts[textHash("s", "footer")])
}
