package meta

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseJSONBroken(t *testing.T) {
	for name, src := range map[string]string{
		"plain":            `{"headline": "Bees in May", "author": {"name": "Ann Lee"}}`,
		"raw newline":      "{\"headline\": \"Bees\nin May\", \"author\": {\"name\": \"Ann Lee\"}}",
		"comment around":   `<!-- {"headline": "Bees in May", "author": {"name": "Ann Lee"}} -->`,
		"cdata":            `//<![CDATA[` + "\n" + `{"headline": "Bees in May", "author": {"name": "Ann Lee"}}` + "\n//]]>",
		"trailing comma":   `{"headline": "Bees in May", "author": {"name": "Ann Lee",},}`,
		"missing comma":    `{"headline": "Bees in May" "author": {"name": "Ann Lee"}}`,
		"escapes":          `{"headline": "Bees\u0020in M\u0061y", "author": {"name": "Ann\tLee"}}`,
		"references":       `{"headline": "Bees&nbsp;in May", "author": {"name": "Ann&#32;Lee"}}`,
		"author in a list": `{"headline": "Bees in May", "author": [{"name": "Ann Lee"}]}`,
		"author as text":   `{"headline": "Bees in May", "author": "Ann Lee"}`,
	} {
		tree := parseJSON(src)
		require.Greater(t, len(tree.nodes), 1, name)
		require.Equal(t, "Bees in May", tree.str(tree.member(1, "headline")), name)
		require.Equal(t, "Ann Lee", tree.str(tree.member(1, "author")), name)
	}
}

func TestParseJSONQuotesInside(t *testing.T) {
	tree := parseJSON(`{"headline": "They said "no" twice", "x": 1}`)
	require.Equal(t, `They said "no" twice`, tree.str(tree.member(1, "headline")))
	require.Equal(t, "1", tree.str(tree.member(1, "x")))
}

func TestParseJSONHostile(t *testing.T) {
	for _, src := range []string{"", "{", "[", `{"a`, `{"a":`, `{"a":"`, "}{][", strings.Repeat("[", 100000), strings.Repeat(`{"a":`, 100000), strings.Repeat(`{"a":1},`, 100000), `{"a":"\u12`, `{"\\`} {
		tree := parseJSON(src)
		require.LessOrEqual(t, len(tree.nodes), maxJSONNodes+1)
	}
}

func parseJSON(src string) *jsonTree {
	t := new(jsonTree)
	t.parse(src)
	return t
}
