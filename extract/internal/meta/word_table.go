package meta

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A wordKey stands for a word in lower case: a hash, grown rune by rune.
type wordKey uint64

const newWord wordKey = 0xcbf29ce484222325

func (k wordKey) and(r rune) wordKey { return (k ^ wordKey(r)) * 0x100000001b3 }

// keyOf is the key of a word, whatever its case.
func keyOf(w string) wordKey {
	k := newWord
	for _, r := range w {
		if r < utf8.RuneSelf {
			if r >= 'A' && r <= 'Z' {
				r |= 0x20
			}
		} else {
			r = unicode.ToLower(r)
		}
		k = k.and(r)
	}
	return k
}

// A wordTable keeps a number or set for each of some words. It is filled once
// and then only read.
type wordTable struct {
	slots []wordSlot
	shift int
}

type wordSlot struct {
	key wordKey
	val uint64
}

// newWordTable has room for less than size words, a power of two.
func newWordTable(size int) *wordTable {
	return &wordTable{make([]wordSlot, size), 64 - bits.TrailingZeros(uint(size))}
}

// at is what the table keeps for a word, 0 if nothing.
func (t *wordTable) at(k wordKey) uint64 { return t.slot(k).val }

// enter adds to the set of a word.
func (t *wordTable) enter(k wordKey, set uint64) {
	s := t.slot(k)
	s.key, s.val = k, s.val|set
}

// slot is the word's, else a free one.
func (t *wordTable) slot(k wordKey) *wordSlot {
	i := int(k * 0x9e3779b97f4a7c15 >> t.shift)
	for t.slots[i].val != 0 && t.slots[i].key != k {
		i = (i + 1) & (len(t.slots) - 1)
	}
	return &t.slots[i]
}
