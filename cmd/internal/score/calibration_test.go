package score

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCalibration(t *testing.T) {
	rows := []Row{{F1: 0.9, Confidence: 0.90625}, {F1: 0.7, Confidence: 0.9375}, {F1: 1, Confidence: 1}, {F1: 0.2, Confidence: 0}}
	require.Equal(t, []Bin{
		{From: 0, To: 0.3, Pages: 1, Stated: 0, Reached: 0.2},
		{From: 0.9, To: 0.95, Pages: 2, Stated: 0.921875, Reached: 0.8},
		{From: 0.95, To: 1.01, Pages: 1, Stated: 1, Reached: 1},
	}, Calibration(rows))
	require.Empty(t, Calibration(nil))
}
