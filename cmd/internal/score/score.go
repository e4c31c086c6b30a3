// Package score compares extracted pages with gold: the figures by which
// extractors of main content are measured.
package score

import (
	"encoding/json"
	"slices"
	"strings"
)

// A Page is a page's gold, or what an extractor made of it.
type Page struct {
	ID      string
	Text    string
	Title   string
	Author  string
	Date    string
	With    []string // gold: snippets that the body must have
	Without []string // and must not have
	Snips   bool     // gold: there are snippets, if only an empty list

	Confidence float64 // prediction: the word F1 that it states
}

// UnmarshalJSON reads a line of gold or of predictions, records of pith among
// them. Without "author" the authors or the byline are taken.
func (p *Page) UnmarshalJSON(data []byte) error {
	var line struct {
		ID      json.RawMessage `json:"id"`
		Text    *string         `json:"text"`
		Title   *string         `json:"title"`
		Author  *string         `json:"author"`
		Authors []string        `json:"authors"`
		Byline  *string         `json:"byline"`
		Date    *string         `json:"date"`
		With    *[]string       `json:"with"`
		Without *[]string       `json:"without"`

		Confidence float64 `json:"confidence"`
	}
	if err := json.Unmarshal(data, &line); err != nil {
		return err
	}
	or := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	*p = Page{ID: string(line.ID), Text: or(line.Text), Title: or(line.Title), Author: or(line.Author), Date: or(line.Date), Confidence: line.Confidence}
	if line.Author == nil {
		if p.Author = strings.Join(line.Authors, ", "); p.Author == "" {
			p.Author = or(line.Byline)
		}
	}
	if line.With != nil {
		p.With, p.Snips = *line.With, true
	}
	if line.Without != nil {
		p.Without, p.Snips = *line.Without, true
	}
	return nil
}

// A Figure is one figure over all pages that have the gold for it.
type Figure struct {
	Name  string
	Value float64
	Pages int // that it is over
}

// A Row is what a page with gold text scored.
type Row struct {
	ID                    string
	F1, Precision, Recall float64
	Confidence            float64
}

// Score compares predictions with gold. A page without a prediction counts as
// one with nothing in it.
func Score(gold []Page, predictions map[string]Page) ([]Figure, []Row) {
	var rows []Row
	var f1, precision, recall, shingleP, shingleR, exact mean
	var seg counts
	var title, author, date field
	snips := 0
	for _, g := range gold {
		p := predictions[g.ID]
		if g.Text != "" {
			have, want := words(lower(p.Text)), words(lower(g.Text))
			pr, re, f := overlap(have, want).prf()
			f1.add(f)
			precision.add(pr)
			recall.add(re)
			rows = append(rows, Row{g.ID, f, pr, re, p.Confidence})
			c := overlap(shingles(p.Text), shingles(g.Text))
			if c.hit+c.extra > 0 {
				shingleP.add(float64(c.hit) / float64(c.hit+c.extra))
			}
			if c.hit+c.missed > 0 {
				shingleR.add(float64(c.hit) / float64(c.hit+c.missed))
			}
			exact.add(truth(slices.Equal(have, want)))
		}
		if g.Snips {
			snips++
			text := fold(p.Text)
			for _, s := range g.With {
				if strings.Contains(text, fold(s)) {
					seg.hit++
				} else {
					seg.missed++
				}
			}
			for _, s := range g.Without {
				if strings.Contains(text, fold(s)) {
					seg.extra++
				}
			}
		}
		title.add(g.Title, p.Title, sameTitle)
		author.add(g.Author, p.Author, sameAuthor)
		date.add(g.Date, p.Date, sameDate)
	}

	var out []Figure
	add := func(name string, value float64, pages int) { out = append(out, Figure{name, value, pages}) }
	if f1.n > 0 {
		add("word_f1", f1.value(), f1.n)
		add("word_p", precision.value(), f1.n)
		add("word_r", recall.value(), f1.n)
		p, r := shingleP.value(), shingleR.value()
		add("shingle_f1", harmonic(p, r), f1.n)
		add("shingle_p", p, f1.n)
		add("shingle_r", r, f1.n)
		add("exact", exact.value(), f1.n)
	}
	if seg.hit+seg.extra+seg.missed > 0 {
		p, r, f := seg.prf()
		add("segment_p", p, snips)
		add("segment_r", r, snips)
		add("segment_f1", f, snips)
	}
	for _, f := range []struct {
		name string
		field
	}{{"title", title}, {"author", author}, {"date", date}} {
		if f.gold > 0 {
			add(f.name, float64(f.right)/float64(f.gold), f.gold)
			precision := 0.0
			if f.answered > 0 {
				precision = float64(f.right) / float64(f.answered)
			}
			add(f.name+"_precision", precision, f.gold)
		}
	}
	return out, rows
}

// counts are what a prediction has right, has too much and misses.
type counts struct{ hit, extra, missed int }

// prf returns precision, recall and their F1.
func (c counts) prf() (p, r, f float64) {
	share := func(wrong, other int) float64 {
		switch {
		case c.hit+wrong > 0:
			return float64(c.hit) / float64(c.hit+wrong)
		case other == 0:
			return 1
		}
		return 0
	}
	p, r = share(c.extra, c.missed), share(c.missed, c.extra)
	return p, r, harmonic(p, r)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// overlap compares two multisets.
func overlap(have, want []string) counts {
	left := make(map[string]int, len(want))
	for _, w := range want {
		left[w]++
	}
	var c counts
	for _, w := range have {
		if left[w] > 0 {
			left[w]--
			c.hit++
		}
	}
	c.extra, c.missed = len(have)-c.hit, len(want)-c.hit
	return c
}

type mean struct {
	sum float64
	n   int
}

func (m *mean) add(x float64) { m.sum += x; m.n++ }

func (m *mean) value() float64 {
	if m.n == 0 {
		return 0
	}
	return m.sum / float64(m.n)
}

// field counts how often a value was asked for, given and right.
type field struct{ gold, answered, right int }

func (f *field) add(gold, predicted string, same func(a, b string) bool) {
	if gold == "" {
		return
	}
	f.gold++
	if predicted == "" {
		return
	}
	f.answered++
	if same(predicted, gold) {
		f.right++
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
