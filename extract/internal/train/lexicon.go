package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"

	"github.com/pithtext/pith/extract/internal/block"
)

// lexicons are the learned values of class tokens and of words.
type lexicons struct{ classes, words *block.Lexicon }

func (l lexicons) measure(p *block.Page) *block.Measures { return block.Measure(p, l.classes, l.words) }

// counts of a token: pages, and its weight in content and in boilerplate.
type counts struct {
	pages   float32
	in, out float32
}

type table map[uint32]counts

// learn counts every token in content and in boilerplate and returns, for each
// fold, the lexicons learned from the pages of all other folds, so that no page
// is measured with its own labels. The lexicons of all pages, which the
// extractor gets, go to lexicon.json.
func learn(pages []*page, out string) ([]lexicons, error) {
	classes, words := make([]table, folds), make([]table, folds)
	for f := range folds {
		classes[f], words[f] = table{}, table{}
	}
	for _, p := range pages {
		countPage(p, classes[*p.Fold], words[*p.Fold])
	}
	var ls []lexicons
	for f := range folds + 1 {
		c, w := table{}, table{}
		for g := range folds {
			if g != f {
				c.add(classes[g])
				w.add(words[g])
			}
		}
		cv, wv := c.values(8, 1), w.values(12, 2)
		if f < folds {
			ls = append(ls, lexicons{block.NewLexicon(cv), block.NewLexicon(wv)})
			continue
		}
		data, err := json.Marshal(map[string]any{"classes": cv, "words": wv})
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(out, "lexicon.json"), data, 0o666); err != nil {
			return nil, err
		}
	}
	return ls, nil
}

// countPage adds a page's tokens. Each page has the same say: a token's weight
// on a page is the share of its blocks there, by the root of their words, that
// are content.
func countPage(p *page, classes, words table) {
	here := map[uint32]counts{}
	add := func(t map[uint32]counts, h uint32, label, weight float32) {
		c := t[h]
		c.in += label * weight
		c.out += (1 - label) * weight
		t[h] = c
	}
	seen := map[uint32]bool{}
	hereWords := map[uint32]counts{}
	for i, b := range p.page.Blocks {
		y := p.labels[i]
		if y < 0 || len(p.words[i]) == 0 {
			continue
		}
		weight := float32(math.Sqrt(float64(len(p.words[i]))))
		clear(seen)
		for e := b.Element; e >= 0; e = p.page.Elements[e].Parent {
			for _, h := range p.page.Tokens(e) {
				if !seen[h] {
					seen[h] = true
					add(here, h, y, weight)
				}
			}
		}
		clear(seen)
		once := func(h uint32) {
			if !seen[h] {
				seen[h] = true
				add(hereWords, h, y, 1)
			}
		}
		ws := p.words[i]
		for _, h := range ws {
			once(h)
		}
		if len(ws) > 1 {
			once(block.PairHash(ws[0], ws[1]))
		}
	}
	merge := func(t table, here map[uint32]counts) {
		for h, c := range here {
			o := t[h]
			o.pages++
			share := c.in / (c.in + c.out)
			o.in += share
			o.out += 1 - share
			t[h] = o
		}
	}
	merge(classes, here)
	merge(words, hereWords)
}

func (t table) add(o table) {
	for h, c := range o {
		x := t[h]
		x.pages += c.pages
		x.in += c.in
		x.out += c.out
		t[h] = x
	}
}

// values turns counts into log-odds against the mean of all tokens, smoothed
// by prior pages, for tokens of at least least pages; weak values are left out.
func (t table) values(least, prior float32) map[uint32]int8 {
	var in, out float64
	for _, c := range t {
		in += float64(c.in)
		out += float64(c.out)
	}
	base := float32(in / (in + out))
	values := map[uint32]int8{}
	for h, c := range t {
		if c.pages < least {
			continue
		}
		odds := math.Log(float64((c.in+prior*base)/(c.out+prior*(1-base)))) - math.Log(float64(base/(1-base)))
		if v := math.Round(min(max(odds, -7), 7) * 16); math.Abs(v) >= 6 {
			values[h] = int8(v)
		}
	}
	return values
}
