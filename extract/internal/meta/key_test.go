package meta

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSpelled holds that a text spells just the keys that begin with its own.
func TestSpelled(t *testing.T) {
	for _, text := range []string{"Bees return", " Bees -- Return! ", "“ÉTÉ” à Paris…", "ＢＥＥＳ 2021", "\xff蜂の帰還 | \u0301x", "K", "", " | "} {
		key := new(scribe).key(text)
		require.Equal(t, len(key), spelled(key, text), text)
		if key == "" {
			continue
		}
		require.Equal(t, len(key), spelled(key+" to the orchard", text), text)
		require.Equal(t, len(key), spelled(key+"s", text), text)
		require.Equal(t, -1, spelled(key, text+" again"), text)
		require.Equal(t, -1, spelled(key[:len(key)-1], text), text)
		require.Equal(t, -1, spelled("x"+key, text), text)
		require.Equal(t, key, new(scribe).key(strings.ToUpper(key)), text)
	}
}

// TestWordsIn holds that words count wherever the other key has them.
func TestWordsIn(t *testing.T) {
	for _, c := range []struct {
		a, b          string
		least, n, all int
	}{
		{"bees return to the orchard", "bees return to the orchard", 1, 5, 5},
		{"bees return to the orchard", "bees return to the orchard", 3, 4, 4},
		{"the orchard bees", "bees return to the orchard", 1, 3, 3},
		{"bees bees in", "two bees", 1, 2, 3},
		{"orchard", "bees", 1, 0, 1},
		{"turn or", "bees return to the orchard", 2, 2, 2},
		{"", "bees", 1, 0, 0},
		{"bees", "", 1, 0, 1},
	} {
		n, all := wordsIn(c.a, c.b, c.least)
		require.Equal(t, [2]int{c.n, c.all}, [2]int{n, all}, c.a)
	}
}
