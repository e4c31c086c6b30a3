// Command train writes what a trainer needs of corpora folders: the features
// and labels of every block, measured by the code that extracts. See README.md
// in this folder.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/density"
	"github.com/pithtext/pith/extract/internal/source"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "", "folder of corpora")
	out := flag.String("out", "", "folder to write to")
	do := flag.String("do", "features", "what to write: features; context, from OUT/first.f32; predictions, from OUT/second.f32")
	flag.Parse()
	if err := run(*corpora, *out, flag.Args(), *do); err != nil {
		log.Fatal("train: ", err)
	}
}

func run(corpora, out string, names []string, do string) error {
	var pages []*page
	for _, name := range names {
		ps, err := load(filepath.Join(corpora, name))
		if err != nil {
			return err
		}
		pages = append(pages, ps...)
	}
	err := each(pages, func(p *page) error { return p.cut(filepath.Join(corpora, p.Corpus)) })
	if err != nil {
		return err
	}
	setFolds(pages)
	lexicons, err := learn(pages, out)
	if err != nil {
		return err
	}
	switch do {
	case "features":
		return writeFeatures(pages, lexicons, out)
	case "context":
		return writeContext(pages, lexicons, out)
	case "predictions":
		return writePredictions(pages, lexicons, out)
	}
	return fmt.Errorf("-do %s: want features, context or predictions", do)
}

// each calls f for all pages in parallel and returns the first error.
func each(pages []*page, f func(*page) error) error {
	work := make(chan *page)
	errs := make(chan error, 1)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for p := range work {
				if err := f(p); err != nil {
					select {
					case errs <- fmt.Errorf("%s: %w", p.ID, err):
					default:
					}
				}
			}
		})
	}
	for _, p := range pages {
		work <- p
	}
	close(work)
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}

func readPage(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		zr, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return "", err
		}
		if data, err = io.ReadAll(zr); err != nil {
			return "", err
		}
	}
	return source.DecodeBytes(data, "")
}

// record is a page in pages.jsonl of the output: a label and the words of each
// of its blocks, whose rows stand in order in features.f32.
type record struct {
	Fold   int
	Labels []float32
	Words  []float32
}

func writeFeatures(pages []*page, lexicons []lexicons, out string) error {
	names := make([]string, density.NumInputs)
	for i := range names {
		names[i] = density.InputName(i)
	}
	data, _ := json.Marshal(map[string]any{"features": names[:block.NumFeatures], "context": names[block.NumFeatures:]})
	if err := os.WriteFile(filepath.Join(out, "names.json"), data, 0o666); err != nil {
		return err
	}
	records, err := os.Create(filepath.Join(out, "pages.jsonl"))
	if err != nil {
		return err
	}
	defer records.Close()
	lines := json.NewEncoder(records)
	return writeRows(pages, filepath.Join(out, "features.f32"), func(p *page) []float32 {
		m := lexicons[*p.Fold].measure(p.page)
		r := record{Fold: *p.Fold, Words: m.Words}
		for i := range m.Blocks {
			r.Labels = append(r.Labels, p.labels[m.At[i]])
		}
		if err := lines.Encode(r); err != nil {
			log.Fatal(err)
		}
		return rows(m.Len, 0, int(block.NumFeatures), func(column []float32, f int, blocks []int32) {
			m.Column(column, block.Feature(f), blocks)
		})
	})
}

// writeContext makes the second step's context of the first step's scores.
func writeContext(pages []*page, lexicons []lexicons, out string) error {
	scores, err := readScores(filepath.Join(out, "first.f32"))
	if err != nil {
		return err
	}
	return writeRows(pages, filepath.Join(out, "context.f32"), func(p *page) []float32 {
		m := lexicons[*p.Fold].measure(p.page)
		own := scores[:m.Len]
		scores = scores[m.Len:]
		return rows(m.Len, int(block.NumFeatures), density.NumInputs, density.NewContext(m, own).Column)
	})
}

// rows makes rows of n blocks of the columns [from, to).
func rows(n, from, to int, column func(dst []float32, c int, blocks []int32)) []float32 {
	blocks := make([]int32, n)
	for i := range blocks {
		blocks[i] = int32(i)
	}
	values, rows := make([]float32, n), make([]float32, n*(to-from))
	for c := from; c < to; c++ {
		column(values, c, blocks)
		for i, v := range values {
			rows[i*(to-from)+c-from] = v
		}
	}
	return rows
}

// writePredictions cuts every page by the second step's scores and writes what
// was chosen to OUT/CORPUS.jsonl, as "pith eval" reads it.
func writePredictions(pages []*page, lexicons []lexicons, out string) error {
	scores, err := readScores(filepath.Join(out, "second.f32"))
	if err != nil {
		return err
	}
	files := map[string]*json.Encoder{}
	for _, p := range pages {
		if files[p.Corpus] == nil {
			f, err := os.Create(filepath.Join(out, p.Corpus+".jsonl"))
			if err != nil {
				return err
			}
			defer f.Close()
			files[p.Corpus] = json.NewEncoder(f)
		}
		m := lexicons[*p.Fold].measure(p.page)
		verdicts, confidence := density.Choose(m, scores[:m.Len], density.Balance)
		scores = scores[m.Len:]
		var texts []string
		for i, v := range verdicts {
			if v.Content {
				texts = append(texts, p.page.Blocks[i].Text)
			}
		}
		err := files[p.Corpus].Encode(map[string]any{"id": p.ID, "text": strings.Join(texts, "\n\n"), "confidence": confidence})
		if err != nil {
			return err
		}
	}
	return nil
}

// readScores reads one score for each block of all pages, in order.
func readScores(path string) ([]float32, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	scores := make([]float32, len(data)/4)
	return scores, binary.Read(bytes.NewReader(data), binary.LittleEndian, scores)
}

func writeRows(pages []*page, path string, rows func(*page) []float32) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	for _, p := range pages {
		if err := binary.Write(w, binary.LittleEndian, rows(p)); err != nil {
			return err
		}
	}
	return w.Flush()
}
