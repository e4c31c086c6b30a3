package lanes

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Each byte in each lane, beside such as might carry into it.
func TestLanes(t *testing.T) {
	for b := range 256 {
		for lane := range 8 {
			for _, beside := range []byte{0x00, 0x01, 0x1f, 0x20, 0x7f, 0x80, 0xff} {
				var s [8]byte
				for i := range s {
					s[i] = beside
				}
				s[lane] = byte(b)
				x := Of(string(s[:]))
				require.Equal(t, byte(b), byte(x>>(8*lane)))
				require.Equal(t, b == 0 || beside == 0, Zero(x))
				require.Equal(t, b < 0x80 && beside < 0x80, ASCII(x))
				for _, n := range []uint8{1, 0x20, 0x21, 0x7f, 0x80} {
					require.Equal(t, byte(b) < n || beside < n, AnyBelow(x, n))
				}
			}
		}
	}
}
