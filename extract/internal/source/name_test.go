package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

func TestNames(t *testing.T) {
	for tag := block.Custom + 1; tag < numTags; tag++ {
		require.Equal(t, tag, lookupTag(tagName(tag)), tagName(tag))
		require.Equal(t, tag, lookupTag(strings.ToUpper(tagName(tag))))
	}
	for a := noAttr + 1; a < numAttrs; a++ {
		require.Equal(t, a, lookupAttr(attrNames[a]), attrNames[a])
		require.Equal(t, a, lookupAttr(strings.ToUpper(attrNames[a])))
	}
	for name, want := range map[string]block.Tag{"": block.Unknown, "divs": block.Unknown, "di": block.Unknown, "x-y": block.Custom, "-x": block.Unknown, "d\u0131v": block.Unknown, "lin\u212a": block.Unknown} {
		require.Equal(t, want, lookupTag(name), name)
	}
	for _, name := range []string{"", "x", "classes", "data-class", "http_equiv", "itemscopes"} {
		require.Equal(t, noAttr, lookupAttr(name), name)
	}
}
