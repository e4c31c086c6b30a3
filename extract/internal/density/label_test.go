package density

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
)

// line is a line of scraped text with a score.
type line struct {
	text  string
	score float32
	want  bool
}

func TestLabelsAndCaptionsOfScrapedText(t *testing.T) {
	prose := line{strings.Repeat("The ferry crosses the sound eight times a day. ", 12), 0.95, true}
	long := line{strings.Repeat("Nobody expected so many walkers on the dyke. ", 40), 0.95, true}
	for name, lines := range map[string][]line{
		"teasers below the article": {
			prose, {"Related", 0.3, false}, {"A bridge is painted blue", 0.7, false}, {"Painters have begun with the northern arch of the bridge.", 0.8, false},
		},
		"a word on the author": {
			prose, {"About the author", 0.3, false}, {"Ida Holm has crossed the sound more often than anybody else.", 0.8, false},
		},
		"headlines inside it": {
			prose, {"READ ALSO:", 0.3, false}, {"A bridge is painted blue", 0.7, false}, {"The harbour sells its crane", 0.8, false}, {strings.Repeat("Tickets are sold on board. ", 9), 0.95, true},
		},
		"more below than above": {
			prose, {"Latest news", 0.1, false}, {strings.Repeat("A long report of the painters. ", 60), 0.85, true},
		},
		"comments below a long article": {
			long, {"12 Comments", 0.3, false}, {"I saw them too, what a day.", 0.8, false},
		},
		"comments counted below a title": {
			long, {`12 thoughts on "Nobody on the dyke?"`, 0.3, false}, {"I saw them too, what a day.", 0.8, false},
		},
		"a sentence that begins with a number": {
			long, {"12 thoughts kept them awake.", 0.8, true}, {"I saw them too, what a day.", 0.8, true},
		},
		"a thread below a short post": {
			prose, {"Comments", 0.1, false}, {"I have the same ferry pass as you, and it works on both lines.", 0.8, true},
		},
		"captions": {
			prose, {"Photo shows the new ferry leaving the quay on its first day", 0.8, false}, {"The ferry leaves the quay on its first day, 3 May. Coastwire/Ida Holm", 0.8, false},
			{"The quay, May 2025. (Photo: Ida Holm)", 0.8, false}, {"[ferry_quay-800x533]", 0.8, false}, {"[Service]", 0.8, true}, {"[sic]", 0.8, true},
			{"She wrote the report and/or parts of it. Nobody minds.", 0.8, true}, prose,
		},
	} {
		t.Run(name, func(t *testing.T) {
			lines[len(lines)-1].text += " End." // no paragraph stands twice
			texts, scores := make([]string, len(lines)), make([]float32, len(lines))
			for i, l := range lines {
				texts[i], scores[i] = l.text, l.score
			}
			verdicts, _ := Choose(measured(block.Text, texts...), scores, Balance)
			ofHTML, _ := Choose(measured(block.HTML, texts...), scores, Balance)
			for i, l := range lines {
				require.Equal(t, l.want, verdicts[i].Content, l.text)
				if l.score > 0.6 {
					require.True(t, ofHTML[i].Content, "HTML has elements that tell these apart: %s", l.text)
				}
			}
		})
	}
}

// TestLabelsOfArticles holds that labels end the article on pages that say that
// they are one, however long the comments are, but not if they are links.
func TestLabelsOfArticles(t *testing.T) {
	prose := strings.Repeat("The ferry crosses the sound eight times a day. ", 12)
	thread := strings.Repeat("I have the same ferry pass as you, and it works on both lines. ", 20)
	for _, c := range []struct {
		name, label, data string
		tag               block.Tag // around what is below
		linked, want      bool      // the label is a link; what is below stays
	}{
		{"comments of an article", "20 Comments", `{"@type":"NewsArticle"}`, block.TagLi, false, false},
		{"the article goes on", "20 Comments", `{"@type":"NewsArticle"}`, block.TagP, false, true},
		{"a page that says nothing of itself", "20 Comments", "", block.TagLi, false, true},
		{"a discussion", "20 Comments", `{"@graph":[{"@type":"Article"},{"@type":"DiscussionForumPosting"}]}`, block.TagLi, false, true},
		{"a link to the comments", "20 Comments", `{"@type":"NewsArticle"}`, block.TagLi, true, true},
		{"counted and linked", "20 Responses to The ferry", `{"@type":"NewsArticle"}`, block.TagLi, true, false},
	} {
		p := &block.Page{
			Elements: []block.Element{{Parent: -1, Tag: block.TagP}, {Parent: -1, Tag: c.tag}},
			Blocks:   []block.Block{{Text: prose}, {Text: c.label, Element: -1}, {Text: thread, Element: 1}},
		}
		if c.data != "" {
			p.JSONLD = []string{c.data}
		}
		if c.linked {
			p.Blocks[1].Spans = []block.Span{{Kind: block.Link, End: int32(len(c.label))}}
		}
		verdicts, _ := Choose(block.Measure(p, &block.Lexicon{}, &block.Lexicon{}), []float32{0.95, 0.1, 0.85}, Balance)
		require.True(t, verdicts[0].Content, c.name)
		require.Equal(t, c.want, verdicts[2].Content, c.name)
	}
}

func TestLetters(t *testing.T) {
	for text, want := range map[string]string{
		"  You May Also Like… ": "you may also like",
		"12 Comments (3 new)":   "comments new",
		"À LIRE AUSSI :":        "à lire aussi",
		"相关阅读":                  "相关阅读",
		"2025":                  "",
	} {
		require.Equal(t, want, string(letters(nil, text)))
	}
}
