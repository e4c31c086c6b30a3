package meta

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWeightsFit holds that the learned tables were learned with the features
// of today.
func TestWeightsFit(t *testing.T) {
	for _, ms := range []models{htmlModels, textModels} {
		for _, c := range []struct {
			model model
			n     int
		}{{ms.title, int(titleFeatures)}, {ms.author, int(authorFeatures)}, {ms.date, int(dateFeatures)}} {
			require.Len(t, c.model.weights, c.n, c.model.field)
			require.Len(t, c.model.names, c.n, c.model.field)
			for _, name := range c.model.names {
				require.NotEmpty(t, name, c.model.field)
			}
			for _, tree := range c.model.trees {
				for _, f := range tree.split {
					require.True(t, int(f) < c.n || f == noFeature, c.model.field)
				}
			}
		}
	}
}
