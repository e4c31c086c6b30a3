package density

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// made is a block made by hand: a kind, so many words, a score, and whether
// the choice is to take it.
type made struct {
	kind  block.Kind
	level int8
	words int
	score float32
	want  bool
}

// page makes a page of scraped text of the blocks; equal words at the same
// place of two blocks make equal texts, so each block gets a word of its own.
func page(blocks []made) *block.Page {
	p := &block.Page{Origin: block.Text}
	for i, b := range blocks {
		text := strings.Repeat("word ", b.words-1) + string(rune('a'+i))
		p.Blocks = append(p.Blocks, block.Block{Kind: b.kind, Level: b.level, Element: -1, Text: text})
	}
	return p
}

func chosen(t *testing.T, blocks []made, favor Favor) []bool {
	t.Helper()
	m := block.Measure(page(blocks), &block.Lexicon{}, &block.Lexicon{})
	scores := make([]float32, len(blocks))
	for i, b := range blocks {
		scores[i] = b.score
	}
	verdicts, expected := Choose(m, scores, favor)
	require.GreaterOrEqual(t, expected, 0.0)
	require.LessOrEqual(t, expected, 1.0)
	got := make([]bool, len(blocks))
	for i, v := range verdicts {
		got[i] = v.Content
		require.NotEmpty(t, v.Reason)
	}
	return got
}

func TestChoose(t *testing.T) {
	for name, blocks := range map[string][]made{
		"what is likely is taken": {
			{words: 5, score: 0.02}, {words: 50, score: 0.9, want: true}, {words: 40, score: 0.8, want: true}, {words: 6, score: 0.05},
		},
		"a page without content": {
			{words: 5, score: 0.02}, {words: 3, score: 0.05}, {words: 9, score: 0.04},
		},
		"a line is no article": {
			{words: 2, score: 0.01}, {words: 7, score: 0.6},
		},
		"a heading goes with what it heads": {
			{words: 50, score: 0.9, want: true},
			{kind: block.Heading, level: 2, words: 2, score: 0.7},
			{words: 6, score: 0.05}, {words: 7, score: 0.04},
		},
		"a heading stays over its section": {
			{kind: block.Heading, level: 2, words: 2, score: 0.7, want: true},
			{kind: block.Heading, level: 3, words: 2, score: 0.7, want: true},
			{words: 50, score: 0.9, want: true},
		},
		"headings without text between them are a list": {
			{words: 50, score: 0.9, want: true},
			{kind: block.Heading, level: 3, words: 4, score: 0.8, want: true},
			{kind: block.Heading, level: 3, words: 4, score: 0.8, want: true},
		},
		"a short line between paragraphs": {
			{words: 50, score: 0.9, want: true}, {words: 3, score: 0.3, want: true}, {words: 50, score: 0.9, want: true},
		},
		"a long block between paragraphs stands for itself": {
			{words: 200, score: 0.9, want: true}, {words: 90, score: 0.2}, {words: 200, score: 0.9, want: true},
		},
		"items of a list stand together": {
			{words: 50, score: 0.9, want: true},
			{kind: block.ListItem, level: 1, words: 8, score: 0.9, want: true},
			{kind: block.ListItem, level: 1, words: 8, score: 0.2, want: true},
			{kind: block.ListItem, level: 1, words: 8, score: 0.9, want: true},
			{words: 30, score: 0.02},
		},
	} {
		t.Run(name, func(t *testing.T) {
			want := make([]bool, len(blocks))
			for i, b := range blocks {
				want[i] = b.want
			}
			require.Equal(t, want, chosen(t, blocks, Balance))
		})
	}
}

func TestChooseDropsRepeats(t *testing.T) {
	p := page([]made{{words: 30}, {words: 10}, {words: 30}})
	p.Blocks[2].Text = p.Blocks[0].Text
	m := block.Measure(p, &block.Lexicon{}, &block.Lexicon{})
	verdicts, _ := Choose(m, []float32{0.9, 0.9, 0.9}, Balance)
	require.True(t, verdicts[0].Content)
	require.False(t, verdicts[2].Content)
	require.Equal(t, "repeats text above", verdicts[2].Reason)
}

func TestChooseDropsAsides(t *testing.T) {
	for _, c := range []struct {
		text    string
		kind    block.Kind
		linked  bool
		html    bool // it stays in HTML, and
		scraped bool // in scraped text
	}{
		{"ADVERTISEMENT", block.Paragraph, false, false, false},
		{"Werbung", block.Heading, false, true, true}, // a chapter may bear the name
		{"Related: A bridge is painted blue", block.Paragraph, true, false, false},
		{"Read more: The harbour sells its crane", block.Paragraph, false, true, false},
		{"À lire aussi : la grue du port est vendue", block.ListItem, true, false, false},
		{"The harbour: a portrait of its crane", block.Paragraph, true, true, true},
		{"Related work is listed below: it is long", block.Paragraph, true, true, true},
	} {
		for origin, stays := range map[block.Origin]bool{block.HTML: c.html, block.Text: c.scraped} {
			p := page([]made{{words: 30}, {kind: c.kind, words: 1}, {words: 30}})
			p.Origin, p.Blocks[1].Text = origin, c.text
			if c.linked && origin == block.HTML {
				p.Blocks[1].Spans = []block.Span{{Kind: block.Link, End: int32(len(c.text))}}
			}
			verdicts, _ := Choose(block.Measure(p, &block.Lexicon{}, &block.Lexicon{}), []float32{0.9, 0.9, 0.9}, Balance)
			require.Equal(t, stays, verdicts[1].Content, "%s, origin %d", c.text, origin)
		}
	}
}

func TestChooseDropsTheHeadline(t *testing.T) {
	p := page([]made{{kind: block.Heading, level: 1, words: 5}, {words: 40}})
	p.Title = p.Blocks[0].Text
	m := block.Measure(p, &block.Lexicon{}, &block.Lexicon{})
	for score, kept := range map[float32]bool{0.65: false, 0.8: true} {
		verdicts, _ := Choose(m, []float32{score, 0.9}, Balance)
		require.Equal(t, kept, verdicts[0].Content)
		require.True(t, verdicts[1].Content)
	}
}

func TestFavorMovesTheCut(t *testing.T) {
	blocks := []made{{words: 50, score: 0.95}, {words: 50, score: 0.6}, {words: 50, score: 0.35}, {words: 50, score: 0.15}}
	count := func(f Favor) (n int) {
		for _, c := range chosen(t, blocks, f) {
			if c {
				n++
			}
		}
		return n
	}
	require.Less(t, count(Precise), count(Balance)+1)
	require.Less(t, count(Balance), count(Complete)+1)
	require.Less(t, count(Precise), count(Complete))
}
