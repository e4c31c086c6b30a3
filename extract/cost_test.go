package extract_test

import (
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract"
)

// TestCost counts what an extraction takes, rather than timing it: the median
// page's allocations and bytes. Lower the limits when the figures fall.
func TestCost(t *testing.T) {
	files, err := filepath.Glob("../testdata/pages/*/page.html")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var allocations, bytes []float64
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		page := string(b)
		run := func() { _, _ = extract.FromHTML(strings.NewReader(page), nil) }
		allocations = append(allocations, testing.AllocsPerRun(3, run))
		least := math.Inf(1)
		for range 3 { // a collection in between empties the pools
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			run()
			runtime.ReadMemStats(&after)
			least = min(least, float64(after.TotalAlloc-before.TotalAlloc))
		}
		bytes = append(bytes, least)
	}
	slices.Sort(allocations)
	slices.Sort(bytes)
	t.Logf("median of %d pages: %.0f allocations, %.0f bytes", len(files), allocations[len(files)/2], bytes[len(files)/2])
	require.LessOrEqual(t, allocations[len(files)/2], 30.0)
	require.LessOrEqual(t, bytes[len(files)/2], 19_000.0)
}
