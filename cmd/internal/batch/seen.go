package batch

import "hash/maphash"

// Seen is what an earlier run has done already. A page that comes twice in the
// input counts twice.
type Seen struct {
	seed  maphash.Seed
	count map[uint64]uint32
}

// NewSeen returns an empty Seen.
func NewSeen() *Seen {
	return &Seen{maphash.MakeSeed(), make(map[uint64]uint32)}
}

// Add notes that the page of a Key is done.
func (s *Seen) Add(key string) { s.count[maphash.String(s.seed, key)]++ }

// Pages leaves out the pages that are done and tells skip of each.
func (s *Seen) Pages(pages Pages, skip func(*Page)) Pages {
	return func(yield func(*Page) bool) {
		for p := range pages {
			if h := maphash.String(s.seed, p.key()); s.count[h] > 0 {
				s.count[h]--
				skip(p)
				continue
			}
			if !yield(p) {
				return
			}
		}
	}
}
