package block

import (
	"unicode"
	"unicode/utf8"
)

// shape is what one pass over a block's text counts.
type shape struct {
	words, letters, upper, digits, nonASCII, unspaced int32
	capitalised, short, longest                       int32
	sentences, commas, separators, questions, quotes  int32
	wrapped                                           int32 // words on full lines of 80 columns
	starts                                            rune  // first letter or digit
	ends                                              byte  // class of the last mark that is not a closing quote or bracket
	currency, clock                                   bool
}

// chars is the number of letters and digits.
func (s *shape) chars() float32 { return float32(s.letters + s.digits) }

// Classes of the marks that a block can end with.
const (
	endsOther byte = iota
	endsSentence
	endsColon
	endsEllipsis
)

// unspaced reports whether r belongs to a script that is written without
// spaces between words: Han, Kana, Thai, Lao, Burmese, Khmer.
func unspaced(r rune) bool {
	return r >= 0x0e00 && (r <= 0x0eff || r >= 0x1000 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff ||
		r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff)
}

// Classes of ASCII characters.
const (
	asciiOther uint8 = iota
	asciiLower
	asciiUpper
	asciiDigit
)

var asciiClass = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = asciiLower
		case c >= 'A' && c <= 'Z':
			t[c] = asciiUpper
		case c >= '0' && c <= '9':
			t[c] = asciiDigit
		}
	}
	return t
}()

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// Words are the hashes of a text's words, in order and in lower case. A word
// is a run of letters and digits, or one character of a script without spaces.
type words struct {
	all   []uint32
	stems []uint32 // the first six characters of words of four and more, two neighbours of scripts without spaces
}

// stemLength is the length in characters at which words are cut to stems.
const stemLength = 6

// measure counts the shape of text and adds its words to w.
func (s *shape) measure(text string, w *words) {
	*s = shape{}
	length, column, inLine := int32(0), 0, int32(0)
	h, stem := uint32(fnvOffset), uint32(0)
	unspacedEnd := -1 // of the last character of a script without spaces
	word := func() {
		if length > 0 {
			s.words++
			inLine++
			if length <= 3 {
				s.short++
			}
			s.longest = max(s.longest, length)
			w.all = append(w.all, h|1)
			if length >= stemLength {
				w.stems = append(w.stems, stem|1)
			} else if length >= 4 {
				w.stems = append(w.stems, h|1)
			}
			length, h = 0, fnvOffset
		}
	}
	digits := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			column++
			class := asciiClass[c]
			if class == asciiOther {
				word()
				if c <= ' ' {
					if column >= 80 || c == '\n' {
						s.wrapped += inLine
						column, inLine = 0, 0
					}
				} else {
					s.mark(text, i-1, c)
				}
				digits = 0
				continue
			}
			if s.starts == 0 {
				s.starts = rune(c)
			}
			switch class {
			case asciiDigit:
				s.digits++
				digits++
				if digits == 4 && (text[i-4] == '1' && text[i-3] == '9' || text[i-4] == '2' && text[i-3] == '0') {
					s.clock = true
				}
			case asciiUpper:
				if length == 0 {
					s.capitalised++
				}
				c |= 0x20
				s.upper++
				s.letters++
			default:
				s.letters++
			}
			length++
			s.ends = endsOther
			h = hashByte(h, c)
			if length == stemLength {
				stem = h
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		column++
		switch {
		case unspaced(r):
			word()
			if s.starts == 0 {
				s.starts = r
			}
			s.letters++
			s.nonASCII++
			s.unspaced++
			column++
			h = hashRune(fnvOffset, r)
			if unspacedEnd == i-n {
				w.stems = append(w.stems, PairHash(w.all[len(w.all)-1], h)|1)
			}
			unspacedEnd = i
			length = 1
			word()
			s.ends = endsOther
			if column >= 80 {
				s.wrapped += inLine
				column, inLine = 0, 0
			}
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			if s.starts == 0 {
				s.starts = r
			}
			s.letters++
			s.nonASCII++
			if unicode.IsUpper(r) {
				if length == 0 {
					s.capitalised++
				}
				s.upper++
				r = unicode.ToLower(r)
			}
			h = hashRune(h, r)
			length++
			if length == stemLength {
				stem = h
			}
			s.ends = endsOther
		default:
			word()
			s.wideMark(r)
		}
	}
	word()
}

// mark counts the ASCII mark c at text[i].
func (s *shape) mark(text string, i int, c byte) {
	end := endsOther
	switch c {
	case '.':
		s.sentences++
		end = endsSentence
		if i > 1 && text[i-1] == '.' && text[i-2] == '.' {
			end = endsEllipsis
		}
	case '!', '?':
		s.sentences++
		s.questions++
		end = endsSentence
	case ',', ';':
		s.commas++
	case ':':
		end = endsColon
		if i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]) {
			s.clock = true
		}
	case '|', '>', '/':
		s.separators++
	case '"':
		s.quotes++
		return
	case ')', ']', '\'':
		return
	case '$', '%':
		s.currency = true
	}
	s.ends = end
}

// wideMark counts a mark beyond ASCII.
func (s *shape) wideMark(r rune) {
	end := endsOther
	switch r {
	case '。', '।', '۔', '．', '።':
		s.sentences++
		end = endsSentence
	case '！', '？', '؟':
		s.sentences++
		s.questions++
		end = endsSentence
	case '…':
		end = endsEllipsis
	case '，', '、', '；', '،', '؛':
		s.commas++
	case '：':
		end = endsColon
	case '•', '·', '»', '›', '→', '｜', '◦', '►':
		s.separators++
	case '“', '”', '„', '«', '‘', '’', '「', '」', '『', '』', '）', '】':
		s.quotes++
		return
	case '€', '£', '¥', '₽', '₹', '￥':
		s.currency = true
	}
	s.ends = end
}

func hashRune(h uint32, r rune) uint32 {
	for ; r > 0; r >>= 8 {
		h = hashByte(h, byte(r))
	}
	return h
}

// WordHashes returns the hashes of the words of text, in order, as the lexicon
// and the measures count words.
func WordHashes(text string) []uint32 {
	var w words
	new(shape).measure(text, &w)
	return w.all
}
