package meta

import (
	"strings"
	"time"
	"unicode/utf8"
)

// A scribe keeps the strings that are made on the way in few pieces of memory.
// What it has written stays as it is.
type scribe struct {
	piece strings.Builder
	lists []string
}

// pieceSize is the memory that is taken at once, in bytes.
const pieceSize = 3 << 10

// begin makes room for n bytes and returns where they begin.
func (s *scribe) begin(n int) int {
	if s.piece.Cap()-s.piece.Len() < n {
		s.piece.Reset()
		s.piece.Grow(max(n, pieceSize))
	}
	return s.piece.Len()
}

// key makes a text comparable: letters and digits in lower case, single spaces
// between words.
func (s *scribe) key(text string) string {
	if isKey(text) {
		return text
	}
	begin := s.begin(len(text))
	writeKey(&s.piece, text)
	return s.piece.String()[begin:]
}

// join puts parts together, with sep between them.
func (s *scribe) join(sep string, parts ...string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	n := len(sep) * len(parts)
	for _, p := range parts {
		n += len(p)
	}
	begin := s.begin(n)
	for i, p := range parts {
		if i > 0 {
			s.piece.WriteString(sep)
		}
		s.piece.WriteString(p)
	}
	return s.piece.String()[begin:]
}

// fields puts the words of a list behind a first one, with dots between them.
func (s *scribe) fields(first, list string) string {
	begin := s.begin(len(first) + len(list) + 1)
	s.piece.WriteString(first)
	s.piece.WriteByte('.')
	words := s.piece.Len()
	for w := range strings.FieldsSeq(list) {
		if s.piece.Len() > words {
			s.piece.WriteByte('.')
		}
		s.piece.WriteString(w)
	}
	return s.piece.String()[begin:]
}

// lines trims every line of a text and drops the empty ones.
func (s *scribe) lines(text string) string {
	begin := s.begin(len(text))
	for line := range strings.Lines(text) {
		if line = strings.Trim(line, " \t\r\n•*"); line != "" {
			if s.piece.Len() > begin {
				s.piece.WriteByte('\n')
			}
			s.piece.WriteString(line)
		}
	}
	return s.piece.String()[begin:]
}

// list is a copy of names.
func (s *scribe) list(names []string) []string {
	if cap(s.lists)-len(s.lists) < len(names) {
		s.lists = make([]string, 0, max(len(names), 16))
	}
	begin := len(s.lists)
	s.lists = append(s.lists, names...)
	return s.lists[begin:len(s.lists):len(s.lists)]
}

// lower is strings.ToLower.
func (s *scribe) lower(text string) string {
	upper := false
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return strings.ToLower(text)
		}
		upper = upper || text[i] >= 'A' && text[i] <= 'Z'
	}
	if !upper {
		return text
	}
	begin := s.begin(len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		s.piece.WriteByte(c)
	}
	return s.piece.String()[begin:]
}

// date is d.String.
func (s *scribe) date(d Date) string {
	if d.IsZero() {
		return ""
	}
	var room [len(time.RFC3339)]byte
	b := d.Time.AppendFormat(room[:0], d.layout())
	begin := s.begin(len(b))
	s.piece.Write(b)
	return s.piece.String()[begin:]
}
