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

// generalPunctuation reports whether r is in the Unicode block of that name,
// as most quotation marks and dashes are: it saves looking for them among the
// letters.
func generalPunctuation(r rune) bool { return r >= 0x2000 && r <= 0x206f }

// Classes of the bytes of a text.
const (
	byteLower uint8 = iota
	byteUpper
	byteDigit
	byteOther // ends a word
	byteWide  // part of a character beyond ASCII
)

var byteClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = byteLower
		case c >= 'A' && c <= 'Z':
			t[c] = byteUpper
		case c >= '0' && c <= '9':
			t[c] = byteDigit
		case c < utf8.RuneSelf:
			t[c] = byteOther
		default:
			t[c] = byteWide
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
	h, stem := uint32(fnvOffset), uint32(0)
	length := int32(0)            // characters of the word that h is the hash of
	column, inLine := 0, int32(0) // characters and words since the last break of a line
	digits, before := 0, len(w.all)
	unspacedEnd := -1 // of the last character of a script without spaces
	for i := 0; i < len(text); {
		c, wide := text[i], rune(0)
		// What goes on with the word.
		switch byteClass[c] {
		case byteLower:
			start, stemEnd := i, i+int(stemLength-length)
			for i < len(text) && byteClass[text[i]] == byteLower {
				h = hashByte(h, text[i])
				if i++; i == stemEnd {
					stem = h
				}
			}
			s.begin(rune(c))
			n := int32(i - start)
			s.letters += n
			length += n
			column += int(n)
			s.ends = endsOther
			continue
		case byteUpper:
			i++
			column++
			s.begin(rune(c))
			if length == 0 {
				s.capitalised++
			}
			s.upper++
			s.letters++
			h = hashByte(h, c|0x20)
			if length++; length == stemLength {
				stem = h
			}
			s.ends = endsOther
			continue
		case byteDigit:
			i++
			column++
			s.begin(rune(c))
			s.digits++
			digits++
			if digits == 4 && (text[i-4] == '1' && text[i-3] == '9' || text[i-4] == '2' && text[i-3] == '0') {
				s.clock = true
			}
			h = hashByte(h, c)
			if length++; length == stemLength {
				stem = h
			}
			s.ends = endsOther
			continue
		case byteWide:
			r, n := utf8.DecodeRuneInString(text[i:])
			i += n
			column++
			if !generalPunctuation(r) && !unspaced(r) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) {
				s.begin(r)
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
				if length++; length == stemLength {
					stem = h
				}
				s.ends = endsOther
				continue
			}
			wide = r
		default:
			i++
			column++
			digits = 0
		}
		// What ends it.
		if length > 0 {
			if length <= 3 {
				s.short++
			}
			s.longest = max(s.longest, length)
			w.add(length, h, stem)
			inLine++
			length, h = 0, fnvOffset
		}
		switch {
		case wide == 0 && c > ' ':
			s.mark(text, i-1, c)
		case wide == 0:
			if column >= 80 || c == '\n' {
				s.wrapped += inLine
				column, inLine = 0, 0
			}
		case unspaced(wide):
			s.begin(wide)
			s.letters++
			s.nonASCII++
			s.unspaced++
			s.short++
			s.longest = max(s.longest, 1)
			single := hashRune(fnvOffset, wide)
			if unspacedEnd == i-utf8.RuneLen(wide) {
				w.stems = append(w.stems, PairHash(w.all[len(w.all)-1], single)|1)
			}
			unspacedEnd = i
			w.all = append(w.all, single|1)
			inLine++
			s.ends = endsOther
			if column++; column >= 80 {
				s.wrapped += inLine
				column, inLine = 0, 0
			}
		default:
			s.wideMark(wide)
		}
	}
	if length > 0 {
		if length <= 3 {
			s.short++
		}
		s.longest = max(s.longest, length)
		w.add(length, h, stem)
	}
	s.words = int32(len(w.all) - before)
}

// add adds a word of so many characters.
func (w *words) add(length int32, hash, stem uint32) {
	w.all = append(w.all, hash|1)
	switch {
	case length >= stemLength:
		w.stems = append(w.stems, stem|1)
	case length >= 4:
		w.stems = append(w.stems, hash|1)
	}
}

// begin notes the first letter or digit.
func (s *shape) begin(r rune) {
	if s.starts == 0 {
		s.starts = r
	}
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
