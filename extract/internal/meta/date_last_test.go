package meta

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/source"
)

// TestLastPlaces holds where a date is looked for when no usual place states
// one: in scripts, in lines far off, in what is hidden.
func TestLastPlaces(t *testing.T) {
	for _, c := range []struct{ name, after, kind string }{
		{"datePublished", `<script>{"datePublished":"2021-05-03"}</script>`, "script"},
		{"publishedAt", `<script>{"publishedAt":"2021-05-03T10:20:30Z"}</script>`, "script"},
		{"publish_date", `<script>{"publish_date": "2021-05-03"}</script>`, "script"},
		{"publication_date", `<script>{"article_publication_date":"2021-05-03"}</script>`, "script"},
		{"createdAt after all others", `<script>{"createdAt":"2021-04-01","publishDate":"2021-05-03"}</script>`, "script"},
		{"createdAt", `<script>{"createdAt":"2021-05-03"}</script>`, "script"},
		{"an attribute", `<thread-post created-timestamp="2021-05-03T10:20:30Z"></thread-post>`, "script"},
		{"a long note", strings.Repeat("<p>Gardens</p>", 30) + "<p>Bees return to the old orchard was written by the keeper of the orchard on May 3, 2021 in the afternoon, when the gate was closed again and all was quiet</p>", "dateline"},
		{"hidden", "<div hidden><p>May 3, 2021</p></div>", "dateline"},
	} {
		m := find(page(head1, h1, c.after))
		require.Equal(t, 20210503, m.Published.dayNumber(), c.name)
		require.Equal(t, c.kind, m.Sources["published"].Kind, c.name)
	}
	for _, script := range []string{`{"publisher":"2021-05-03"}`, `{"unpublished":"2021-05-03"}`, `{"publishState":"2021-05-03"}`, `{"createdBy":"2021-05-03"}`} {
		require.True(t, find(page(head1, h1, "<script>"+script+"</script>")).Published.IsZero(), script)
	}
	far := "<!--" + strings.Repeat(" ", maxScripts) + "-->"
	require.True(t, find(page(head1, h1, far+`<script>{"createdAt":"2021-05-03"}</script>`)).Published.IsZero(), "far down a large page")
	m := find(source.HTML("<h1>Bees</h1><p hidden>May 3, 2021</p><p>June 4, 2021</p>" + body))
	require.Equal(t, 20210604, m.Published.dayNumber())
}
