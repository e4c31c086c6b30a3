package block

// stated are the words that a page states in its title and its description, an
// open-addressing table.
type stated struct {
	keys        []uint32
	in          []uint8 // inTitle, inTold or both
	title, told int     // words of each
}

const (
	inTitle = 1 << iota
	inTold
)

// read makes s the words of a title and a description.
func (s *stated) read(title, description string, w *words) {
	w.all = w.all[:0]
	new(shape).measure(title, w)
	n := len(w.all)
	new(shape).measure(description, w)
	size := 1
	for size < 4*len(w.all) { // most words are told by one look
		size *= 2
	}
	*s = stated{keys: sized(s.keys, size), in: sized(s.in, size)}
	s.title, s.told = s.add(w.all[:n], inTitle), s.add(w.all[n:], inTold)
}

// add adds words and returns how many they are without repetitions.
func (s *stated) add(words []uint32, in uint8) (n int) {
	for _, h := range words {
		i := place(s.keys, h)
		s.keys[i] = h
		if s.in[i]&in == 0 {
			s.in[i] |= in
			n++
		}
	}
	return n
}

// count counts the words that stand in the title and in the description.
func (s *stated) count(words []uint32) (title, told int32) {
	if s.title+s.told == 0 {
		return 0, 0
	}
	for _, h := range words {
		in := int32(s.in[place(s.keys, h)])
		title += in & inTitle
		told += in / inTold
	}
	return title, told
}
