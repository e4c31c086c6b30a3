package block

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// handmade is a page of a menu and an article of a heading and three
// paragraphs, the last of which repeats the first.
func handmade() *Page {
	p := &Page{Title: "The tide comes in - Coast News", Flow: "0123456789"}
	element := func(parent int32, tag Tag, class string) int32 {
		e := Element{Parent: parent, Tag: tag, Text: Range{0, 1}, Attrs: Range{int32(len(p.Attrs)), int32(len(p.Attrs))}}
		if parent >= 0 {
			e.Depth = p.Elements[parent].Depth + 1
		}
		if class != "" {
			p.Attrs = append(p.Attrs, Attr{"class", class})
			e.Attrs.End++
		}
		e.Blocks.Start = int32(len(p.Blocks))
		p.Elements = append(p.Elements, e)
		return int32(len(p.Elements) - 1)
	}
	add := func(e int32, kind Kind, text string, spans ...Span) {
		b := Block{Kind: kind, Element: e, Text: text, Spans: spans}
		if kind == Heading {
			b.Level = 1
		}
		p.Blocks = append(p.Blocks, b)
	}
	body := element(-1, TagBody, "")
	nav := element(body, TagUl, "menu")
	for _, s := range []string{"Home", "Tides", "Boats"} {
		li := element(nav, TagLi, "")
		add(li, ListItem, s, Span{Kind: Link, End: int32(len(s))})
		p.Elements[li].Blocks.End = int32(len(p.Blocks))
	}
	p.Elements[nav].Blocks.End = int32(len(p.Blocks))
	article := element(body, TagArticle, "story")
	for i, s := range []string{"The tide comes in", "It came up the lane before breakfast, and nobody was ready for it.", "The boats were gone by noon.", "It came up the lane before breakfast, and nobody was ready for it."} {
		tag, kind := TagP, Paragraph
		if i == 0 {
			tag, kind = TagH1, Heading
		}
		e := element(article, tag, "")
		add(e, kind, s)
		p.Elements[e].Blocks.End = int32(len(p.Blocks))
	}
	p.Elements[article].Blocks.End = int32(len(p.Blocks))
	p.Elements[body].Blocks.End = int32(len(p.Blocks))
	return p
}

func TestMeasure(t *testing.T) {
	values := map[uint32]int8{}
	values[tokens(nil, "menu", 'c')[0]] = -32
	values[tokens(nil, "story", 'c')[0]] = 48
	m := Measure(handmade(), NewLexicon(values), &Lexicon{})
	require.Equal(t, 7, m.Len)
	for _, c := range []struct {
		block int
		f     Feature
		want  float32
	}{
		{0, windows + windowLinks, 1}, {0, InArticle, 0}, {0, AllTokens, -2}, {0, SmallTokens, -2}, {0, ShortRun, 4},
		{0, FromHeadline, -3}, {0, SentenceBelow, 4}, {0, SentenceAbove, NoValue}, {0, PathRun, 3},
		{3, KindOf, float32(Heading)}, {3, TitleOverlap, 1}, {3, FromHeadline, 0}, {3, HeadingBlocks, NoValue},
		{4, InArticle, 1}, {4, AllTokens, 3}, {4, AllTokensMax, 3}, {4, HeadingBlocks, 1}, {4, Repeats, 2},
		{4, RepeatBefore, 0}, {4, EndsSentence, 1}, {4, Commas, 1}, {4, Words, 13}, {4, Indent, NoValue},
		{6, RepeatBefore, 1}, {6, BlocksAfter, 0}, {6, PageBlocks, 7}, {6, PageArticles, 1},
	} {
		require.Equal(t, c.want, feature(m, c.block, c.f), "block %d, %s", c.block, c.f)
	}
	inside := func(block, k int) Range { return m.Containers[m.Inside[block][k]].Range }
	require.Equal(t, Range{0, 3}, inside(0, 0))
	require.Equal(t, Range{0, 7}, inside(0, 1))
	require.Equal(t, Range{}, inside(0, 2))
	require.Equal(t, Range{3, 7}, inside(5, 0))
	require.Equal(t, Linked, m.Marks[0])
	require.Equal(t, Sentence, m.Marks[4])
	require.Equal(t, []int32{0, 1, 2, 3, 4, 5, 4}, m.First)
	require.Equal(t, m.Path[4], m.Path[5])
	require.NotEqual(t, m.Path[0], m.Path[4])
}

// feature is feature f of block i.
func feature(m *Measures, i int, f Feature) float32 {
	var value [1]float32
	m.Column(value[:], f, []int32{int32(i)})
	return value[0]
}

// A page that follows a larger one, in its memory, is measured as if it came
// first, and every feature has the same value alone as in a column.
func TestMeasureInUsedMemory(t *testing.T) {
	all := func(p *Page) (rows [][]float32) {
		m := Measure(p, &Lexicon{}, &Lexicon{})
		defer m.Release()
		blocks := make([]int32, m.Len)
		for i := range blocks {
			blocks[i] = int32(i)
		}
		for f := range NumFeatures {
			column := make([]float32, m.Len)
			m.Column(column, f, blocks)
			for i := range column {
				require.Equal(t, column[i], feature(m, i, f), "block %d, %s", i, f)
			}
			rows = append(rows, column)
		}
		return rows
	}
	small := func() *Page {
		return &Page{Origin: Text, Blocks: []Block{{Kind: Heading, Level: 1, Element: -1, Text: "A tide"}, {Element: -1, Text: "It came in."}}}
	}
	want := all(small())
	all(handmade())
	require.Equal(t, want, all(small()))
}

func TestMeasureOfNothing(t *testing.T) {
	require.Zero(t, Measure(&Page{}, &Lexicon{}, &Lexicon{}).Len)
	require.Zero(t, Measure(&Page{Origin: Text}, &Lexicon{}, &Lexicon{}).Len)
}

func TestFeaturesHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for f := range NumFeatures {
		name := f.String()
		require.NotEmpty(t, name)
		require.False(t, seen[name], name)
		seen[name] = true
	}
}

func TestDatelines(t *testing.T) {
	p := &Page{Origin: Text}
	for _, s := range []string{"Bakery opens again", "By Ida Holm, 3 May 2025", "The oven is warm again after a long winter.", "In 2024 the oven broke, and for a whole long year nobody baked any bread in it.", "12:30 More bread"} {
		p.Blocks = append(p.Blocks, Block{Text: s, Element: -1})
	}
	m := Measure(p, &Lexicon{}, &Lexicon{})
	for f, want := range map[Feature][]float32{
		DateAbove:  {NoValue, NoValue, 1, 2, 3},
		DateBelow:  {1, 3, 2, 1, NoValue},
		DatesAbove: {0, 0, 1, 1, 1},
		DateGap:    {NoValue, NoValue, 26, 26, NoValue},
		ShortShare: {0.6, 0.6, 0.6, 0.6, 0.6},
	} {
		got := make([]float32, 5)
		m.Column(got, f, []int32{0, 1, 2, 3, 4})
		require.InDeltaSlice(t, want, got, 1e-6, f.String())
	}
}

func TestStems(t *testing.T) {
	stems := func(text string) []uint32 {
		var w words
		new(shape).measure(text, &w)
		return w.stems
	}
	require.Equal(t, stems("baker"), stems("a Baker is"), "words of three letters tell nothing")
	require.Equal(t, stems("cookie"), stems("cookies"), "six letters are enough")
	require.Len(t, stems("面包店，面"), 2, "two characters without a space or mark between")
	require.Equal(t, stems("面包"), stems("面包店")[:1])
}
