package density

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pithtext/pith/extract/internal/block"
)

// A label is what a short line by itself says of the lines below it, or of what
// stood in its place. Scraped text has no containers that would tell where teasers
// or comments begin: their label is all there is. Those of HTML pages often have
// names that tell nothing.
type label uint8

const (
	noLabel       label = iota
	teasersLabel        // other articles follow, or who wrote this one
	commentsLabel       // readers' comments follow
	advertLabel         // an advertisement stood here
	pointerLabel        // names another article, if a colon follows
)

// labels are such lines, letters only and in lower case.
var labels = func() map[string]label {
	m := map[string]label{}
	for l, lines := range map[label]string{teasersLabel: teasers + "|" + authors, commentsLabel: comments, advertLabel: adverts, pointerLabel: pointers} {
		for line := range strings.SplitSeq(lines, "|") {
			m[string(letters(nil, line))] = l
		}
	}
	return m
}()

// Buttons ("read more", "add a comment") are not among them: they stand below
// what they speak of.
const (
	teasers = `related|related news|related articles|related article|related stories|related posts|related content|related topics|
		related reading|related coverage|more news|more stories|more articles|more from us|latest news|latest stories|latest posts|
		recent posts|recent articles|recent news|most read|most popular|most viewed|most commented|popular posts|popular articles|
		top stories|top story|top news|top video|top videos|latest videos|latest articles|latest updates|in other news|
		trending|trending now|trending news|trending stories|trending topics|recommended|recommended for you|recommended articles|
		recommended reading|must read|must reads|more on this|more on this story|more on this topic|more to read|more to explore|
		keep reading|read next|read also|also read|up next|you may also like|you might also like|you may like|you might like|
		more like this|don't miss|editor's picks|editors' picks|what to read next|around the web|from around the web|
		mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|das könnte dich auch interessieren|
		meistgelesen|ähnliche artikel|ähnliche beiträge|verwandte artikel|weitere artikel|verwandte themen|
		à lire aussi|lire aussi|articles liés|articles similaires|sur le même sujet|sur le même thème|les plus lus|
		lea también|lee también|noticias relacionadas|artículos relacionados|te puede interesar|también te puede interesar|lo más leído|más leídas|
		leia também|notícias relacionadas|artigos relacionados|veja também|mais lidas|
		leggi anche|articoli correlati|notizie correlate|potrebbe interessarti|ti potrebbe interessare|i più letti|
		lees ook|gerelateerd|gerelateerde artikelen|meest gelezen|
		läs också|läs även|relaterade artiklar|mest läst|les også|læs også|mest lest|
		czytaj także|czytaj też|zobacz także|zobacz też|przeczytaj także|powiązane artykuły|najczęściej czytane|
		читайте также|похожие статьи|похожие материалы|по теме|материалы по теме|самое читаемое|
		ilgili haberler|benzer haberler|ilginizi çekebilir|
		相关阅读|相关新闻|相关文章|相关报道|推荐阅读|延伸阅读|热门文章|相關新聞|相關文章|延伸閱讀|推薦閱讀|
		関連記事|あわせて読みたい|おすすめ記事|관련기사|관련 기사|많이 본 뉴스|추천 기사`
	authors = `about the author|about the authors|about the writer|about author|über den autor|über die autorin|zum autor|à propos de l'auteur|
		sobre el autor|sobre o autor|sull'autore|over de auteur|om författaren|o autorze|об авторе|yazar hakkında|关于作者|著者について`
	comments = `comments|reader comments|user comments|comments on|responses|responses to|thoughts on|
		join the conversation|join the discussion|kommentare|kommentare zu|leserkommentare|commentaires|
		comentarios|comentários|commenti|reacties|kommentarer|komentarze|комментарии|комментариев|yorumlar|
		评论|网友评论|評論|留言|コメント|댓글`
	adverts = `advertisement|advertisements|advertisement scroll to continue|advertisement continue reading below|
		story continues below|story continues below advertisement|article continues below|article continues below advertisement|
		continue reading below|scroll to continue|anzeige|werbung|publicité|publicidad|publicidade|
		pubblicità|advertentie|reklama|annons|annonse|annonce|mainos|реклама|广告|広告|광고`
	pointers = `read more|see also|also see|related story|lesen sie mehr|voir aussi|leia mais|смотрите также`
)

// commentsTo begin headings that count the comments and name what they are on.
var commentsTo = strings.Split("thoughts on |thought on |responses to |response to |comments on |comment on |comments to |replies to |reply to |"+
	"kommentare zu |kommentar zu |réflexions sur |commentaires sur |comentarios en |comentario en |pensamientos sobre |comentários em |"+
	"pensieri su |commenti su |gedachten over |reacties op ", "|")

// labelOf is what block i says as a label. A link leads to what it names.
func (c *choice) labelOf(i int) label {
	text := c.Blocks[i].Text
	short := c.Words[i] <= longestLabel && c.Marks[i]&(block.Sentence|block.Linked) == 0
	counts := 0 < len(text) && len(text) <= longestCount && (text[0]-'0' <= 9 || strings.HasPrefix(text, "One "))
	if !short && !counts {
		return noLabel
	}
	var room [64]byte
	line := letters(room[:0], text)
	if l := labels[string(line)]; short && l != noLabel {
		return l
	}
	if counts {
		line = bytes.TrimPrefix(line, []byte("one "))
		if slices.ContainsFunc(commentsTo, func(s string) bool { return bytes.HasPrefix(line, []byte(s)) }) {
			return commentsLabel
		}
	}
	return noLabel
}

// pointsElsewhere reports whether a line names another article behind a label:
// "Related: A bridge is painted blue".
func pointsElsewhere(text string) bool {
	head := text[:min(len(text), longestPointer+len("："))]
	at := strings.IndexByte(head, ':')
	if wide := strings.Index(head, "："); at < 0 || 0 <= wide && wide < at {
		at = wide
	}
	if at < 0 || at > longestPointer {
		return false
	}
	var room [64]byte
	l := labels[string(letters(room[:0], text[:at]))]
	return l == teasersLabel || l == pointerLabel
}

// longestLabel is the number of words that a label has at most, in scripts
// without spaces characters; longestCount the bytes of a heading that counts
// comments, longestPointer those before the colon.
const (
	longestLabel   = 8
	longestCount   = 200
	longestPointer = 40
)

// letters appends the words of s to dst, without figures and marks, in lower
// case with single spaces between.
func letters(dst []byte, s string) []byte {
	between := false
	for _, r := range s {
		switch c := r | 0x20; {
		case c >= 'a' && c <= 'z':
			r = c
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)):
			r = unicode.ToLower(r)
		default:
			between = len(dst) > 0
			continue
		}
		if between {
			dst, between = append(dst, ' '), false
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}
