package block

// A Lexicon gives learned values to tokens: how much more often a class name
// or a word stands with content than with boilerplate, as log-odds in
// sixteenths. It is an open-addressing hash table over token hashes; a power
// of two long, zero keys are empty.
type Lexicon struct {
	Keys   []uint32
	Values []int8
}

// Value returns the log-odds of the token with hash h, and whether it is known.
func (l *Lexicon) Value(h uint32) (float32, bool) {
	if len(l.Keys) == 0 {
		return 0, false
	}
	mask := uint32(len(l.Keys) - 1)
	for i := h & mask; l.Keys[i] != 0; i = (i + 1) & mask {
		if l.Keys[i] == h {
			return float32(l.Values[i]) / 16, true
		}
	}
	return 0, false
}

// NewLexicon builds the table of values by token hash.
func NewLexicon(values map[uint32]int8) *Lexicon {
	size := 8
	for size < 2*len(values) {
		size *= 2
	}
	l := &Lexicon{Keys: make([]uint32, size), Values: make([]int8, size)}
	for h, v := range values {
		i := h & uint32(size-1)
		for l.Keys[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		l.Keys[i], l.Values[i] = h, v
	}
	return l
}

// FNV-1a, 32 bits, after http://www.isthe.com/chongo/tech/comp/fnv/.
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * fnvPrime }

// tokens calls f with the hash of each token of a class, id, role, itemprop or
// aria-label value: every name whole, and its parts between dashes,
// underscores and changes of case, lower case, without digits. Attributes are
// told apart by seed.
func tokens(value string, seed byte, f func(h uint32)) {
	base := hashByte(fnvOffset, seed)
	for i := 0; i < len(value); {
		if value[i] <= ' ' {
			i++
			continue
		}
		whole, part := base, base
		parts, n := 0, 0
		for ; i < len(value) && value[i] > ' '; i++ {
			c := value[i]
			upper := c >= 'A' && c <= 'Z'
			if upper {
				c |= 0x20
			}
			if c >= '0' && c <= '9' {
				continue
			}
			letter := c >= 'a' && c <= 'z' || c >= 0x80
			if (!letter || upper && i > 0 && value[i-1] >= 'a' && value[i-1] <= 'z') && n > 0 {
				f(part)
				parts++
				part, n = base, 0
			}
			whole = hashByte(whole, c)
			if letter {
				part = hashByte(part, c)
				n++
			}
		}
		if n > 0 && (parts > 0 || part != whole) {
			f(part)
		}
		f(whole)
	}
}
