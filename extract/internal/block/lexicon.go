package block

// A Lexicon gives learned values to tokens: how much more often a class name
// or a word stands with content than with boilerplate, as log-odds in
// sixteenths. It is an open-addressing hash table over token hashes.
type Lexicon struct {
	Keys   []uint32
	Values []int8
}

// Value returns the log-odds of the token with hash h, and whether it is known.
func (l *Lexicon) Value(h uint32) (float32, bool) {
	if len(l.Keys) == 0 {
		return 0, false
	}
	i := place(l.Keys, h)
	return float32(l.Values[i]) / 16, l.Keys[i] != 0
}

// A tally is what a lexicon knows of some tokens, in sixteenths.
type tally struct{ sum, least, most, known int }

// tally looks up the tokens of hashes.
func (l *Lexicon) tally(hashes []uint32) (t tally) {
	if len(l.Keys) == 0 {
		return t
	}
	for _, h := range hashes {
		i := place(l.Keys, h)
		v := int(l.Values[i])
		t.sum += v
		t.least, t.most = min(t.least, v), max(t.most, v)
		if l.Keys[i] != 0 {
			t.known++
		}
	}
	return t
}

// NewLexicon builds the table of values by token hash.
func NewLexicon(values map[uint32]int8) *Lexicon {
	size := 8
	for size < 2*len(values) {
		size *= 2
	}
	l := &Lexicon{Keys: make([]uint32, size), Values: make([]int8, size)}
	for h, v := range values {
		i := place(l.Keys, h)
		l.Keys[i], l.Values[i] = h, v
	}
	return l
}

// place is where h is or would be in the keys of an open-addressing table, a
// power of two long; zero keys are empty. The two ends of a search are one
// branch: which of them it is no processor could predict.
func place(keys []uint32, h uint32) uint32 {
	mask := uint32(len(keys) - 1)
	for i := h >> 1 & mask; ; i = (i + 1) & mask { // the lowest bit of a word's hash is always set
		other := keys[i]
		if other == h {
			other = 0
		}
		if other == 0 {
			return i
		}
	}
}

// FNV-1a, 32 bits, after http://www.isthe.com/chongo/tech/comp/fnv/.
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * fnvPrime }

// tokens appends to hashes those of the tokens of a class, id, role, itemprop or
// aria-label value: every name whole, and its parts between dashes,
// underscores and changes of case, lower case, without digits. Attributes are
// told apart by seed.
func tokens(hashes []uint32, value string, seed byte) []uint32 {
	base := hashByte(fnvOffset, seed)
	for i := 0; i < len(value); i++ {
		whole, part := base, base
		start, first := i, len(hashes)
		for ; i < len(value); i++ {
			c := value[i]
			if class := byteClass[c]; class != byteLower && class != byteWide {
				if c <= ' ' {
					break
				}
				if class == byteDigit {
					continue
				}
				if part != base && (class == byteOther || byteClass[value[i-1]] == byteLower) {
					hashes = append(hashes, part)
					part = base
				}
				if class == byteOther {
					whole = hashByte(whole, c)
					continue
				}
				c |= 0x20
			}
			whole, part = hashByte(whole, c), hashByte(part, c)
		}
		if part != base && (len(hashes) > first || part != whole) {
			hashes = append(hashes, part)
		}
		if i > start {
			hashes = append(hashes, whole)
		}
	}
	return hashes
}
