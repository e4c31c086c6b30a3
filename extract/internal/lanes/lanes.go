// Package lanes looks at eight bytes of a text at once, a lane each, as in
// H. S. Warren, "Hacker's Delight", 2003, chapter 6.
package lanes

// Ones has one in each lane, High the highest bit of each: n*Ones has n in each.
const (
	Ones uint64 = 0x0101010101010101
	High        = 0x80 * Ones
)

// Of are the first eight bytes of s, the first in the lowest lane.
func Of(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Zero reports whether a lane is zero.
func Zero(x uint64) bool { return AnyBelow(x, 1) }

// AnyBelow reports whether a lane is less than n, which is at most 0x80.
func AnyBelow(x uint64, n uint8) bool { return (x-uint64(n)*Ones)&^x&High != 0 }

// ASCII reports whether all lanes are ASCII.
func ASCII(x uint64) bool { return x&High == 0 }
