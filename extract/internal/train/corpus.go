package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/source"
)

// A page is one page of a corpus with its labels.
type page struct {
	ID      string
	Corpus  string
	URL     string
	HTML    string
	Text    string
	With    []string
	Without []string
	Fold    *int

	page   *block.Page
	words  [][]uint32
	labels []float32 // share of the block's words that are content; -1 where nothing is known
}

const folds = 5

// load reads a corpus folder: pages.jsonl and the files that it names.
func load(dir string) ([]*page, error) {
	f, err := os.Open(filepath.Join(dir, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pages []*page
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		p := &page{Corpus: filepath.Base(dir)}
		if err := json.Unmarshal(lines.Bytes(), p); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		pages = append(pages, p)
	}
	return pages, lines.Err()
}

// cut reads a page's file, cuts it into blocks and labels them.
func (p *page) cut(dir string) error {
	input, err := readPage(filepath.Join(dir, p.HTML))
	if err != nil {
		return err
	}
	if strings.Contains(p.HTML, ".txt") {
		p.page = source.Text(input)
	} else {
		p.page = source.HTML(input)
	}
	p.words = make([][]uint32, len(p.page.Blocks))
	for i := range p.page.Blocks {
		p.words[i] = block.WordHashes(p.page.Blocks[i].Text)
	}
	if p.Text != "" {
		p.labels = align(p.words, p.Text)
	} else {
		p.labels = snippets(p.page.Blocks, p.With, p.Without)
	}
	return nil
}

// snippets labels the blocks that hold a snippet; of the others nothing is known.
func snippets(blocks []block.Block, with, without []string) []float32 {
	labels := make([]float32, len(blocks))
	holds := func(text string, snippets []string) bool {
		for _, s := range snippets {
			if s = strings.Join(strings.Fields(s), " "); s != "" && strings.Contains(text, s) {
				return true
			}
		}
		return false
	}
	for i := range blocks {
		text := strings.Join(strings.Fields(blocks[i].Text), " ")
		in, out := holds(text, with), holds(text, without)
		switch {
		case in == out:
			labels[i] = -1
		case in:
			labels[i] = 1
		}
	}
	return labels
}

// setFolds gives every page its fold: stated, or by its site, so that all
// pages of one site lie in one fold whatever corpus they come from.
func setFolds(pages []*page) {
	sites := map[string]int{}
	for _, p := range pages {
		if p.Fold != nil {
			sites[site(p)] = *p.Fold
		}
	}
	for _, p := range pages {
		if p.Fold == nil {
			f, ok := sites[site(p)]
			if !ok {
				h := fnv.New32a()
				h.Write([]byte(site(p)))
				f = int(h.Sum32() % folds)
			}
			p.Fold = &f
		}
	}
}

func site(p *page) string {
	u, err := url.Parse(p.URL)
	if err != nil || u.Host == "" {
		return p.ID
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
}
