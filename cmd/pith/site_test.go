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

var (
	siteTopics = []string{"bridges", "orchards", "night trains", "lighthouses", "beekeeping", "salt pans", "clock towers", "canal boats", "vineyards", "glass works", "wind mills", "rope makers"}
	siteBox    = "Tessa Vole has written for the Coast Gazette for twenty years about the people of the delta and what they make with their hands."
	siteCall   = "If you have enjoyed this story, think about taking out a subscription, because reporting like this takes time and costs money."
)

// sitePage is an article whose author box and call to subscribe read like its
// own paragraphs, in the article's own container.
func sitePage(i int) (page string, own []string) {
	topic := siteTopics[i]
	own = []string{
		fmt.Sprintf("Nobody who comes to the delta for the first time expects to find %s here, least of all so many of them in one place.", topic),
		fmt.Sprintf("The oldest records of %s in the parish books go back to 16%02d, when a clerk complained about what they cost the town.", topic, 10+i),
		fmt.Sprintf("Today, %d families live from %s, and every spring they open their gates and show visitors how the work is done.", 3+i, topic),
	}
	page = fmt.Sprintf(`<!doctype html><html lang="en"><head><title>On %[1]s</title></head><body>
<nav><a href="/">Home</a> <a href="/stories">Stories</a></nav>
<article><h1>On %[1]s</h1><p>%s</p><h2>How it began</h2><p>%s</p><p>%s</p><p>%s</p><p>%s</p></article></body></html>`,
		topic, own[0], own[1], own[2], siteBox, siteCall)
	return page, own
}

func writeSite(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		page, _ := sitePage(i)
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

func TestSite(t *testing.T) {
	dir := writeSite(t, len(siteTopics))
	before, after := texts(t, dir), texts(t, dir, "--site")
	require.Equal(t, after, texts(t, dir, "--site", "-j", "1"))
	fooled := 0
	for i := range siteTopics {
		if strings.Contains(before[i], siteBox) || strings.Contains(before[i], siteCall) {
			fooled++
		}
		require.NotContains(t, after[i], siteBox)
		require.NotContains(t, after[i], siteCall)
		_, own := sitePage(i)
		for _, text := range own {
			require.Contains(t, after[i], text)
		}
	}
	require.Positive(t, fooled, "one page alone does not show what repeats")

	// Few pages say nothing.
	few := writeSite(t, sitePages-1)
	require.Equal(t, texts(t, few), texts(t, few, "--site"))

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
