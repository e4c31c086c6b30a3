package meta

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOptionsStay holds that an option may be noted on while others are added.
func TestOptionsStay(t *testing.T) {
	p := newFinder(page("", "", ""), nil, Options{}).pool(0, &htmlModels.title)
	first := p.add("0", "0", titleTag, Source{})
	for i := 1; i < 2*maxOptions; i++ {
		p.add(strconv.Itoa(i), "", titleTag, Source{})
	}
	first.features.set(titleOneWord)
	require.Len(t, p.options, maxOptions)
	require.True(t, p.options[0].features.has(titleOneWord))
}
