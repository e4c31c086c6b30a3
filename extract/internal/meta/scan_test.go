package meta

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestClassesNearArticle holds where classes and links count: under an h1, and
// from somewhat before the article to somewhat after it.
func TestClassesNearArticle(t *testing.T) {
	menu := strings.Repeat("<p>Gardens</p>", 60)
	for _, mark := range []string{"<p class=author>Ann Lee</p>", "<p><a href=/author/ann>Ann Lee</a></p>"} {
		for _, c := range []struct {
			name, before, after string
			marked              bool
		}{
			{"under an h1 far above", h1 + mark + menu, "", true},
			{"far under an h1 far above", h1 + menu + mark + menu, "", false},
			{"right before the article", menu + mark, "", true},
			{"far above it", mark + menu, "", false},
			{"right after it", "", mark + menu, true},
			{"far after it", "", menu + mark, false},
			{"under an h1 far after it", "", menu + h1 + mark, true},
		} {
			var f finder
			f.begin(page("", c.before, c.after), nil, Options{})
			f.bounds()
			f.scan()
			require.Equal(t, c.marked, len(f.marked) == 1, c.name+": "+mark)
		}
	}
}
