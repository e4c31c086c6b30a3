package meta

import (
	"strings"
	"unicode"

	"github.com/pithtext/pith/extract/internal/block"
)

// maxSpoken is how much text is read to tell a language, in bytes.
const maxSpoken = 4 << 10

// spoken tells the language of the article by its script, and within a script
// by its commonest words; "" if they do not tell.
func (f *finder) spoken() string {
	var sb strings.Builder
	for _, all := range [...]bool{false, true} { // running text first
		for i := range f.page.Blocks {
			b := &f.page.Blocks[i]
			if sb.Len() >= maxSpoken {
				break
			}
			if !all && len(b.Text) < 80 || b.Kind == block.Code || f.hidden(b) {
				continue
			}
			sb.WriteString(b.Text[:cutRune(b.Text, 600)])
			sb.WriteByte('\n')
		}
		if sb.Len() > 200 {
			break
		}
	}
	return languageOf(sb.String())
}

// scripts are those that tell the language, or the family of languages.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Latin, "latin"}, {unicode.Cyrillic, "cyrillic"}, {unicode.Han, "zh"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"},
	{unicode.Arabic, "arabic"}, {unicode.Hebrew, "he"}, {unicode.Devanagari, "hi"}, {unicode.Greek, "el"}, {unicode.Thai, "th"}, {unicode.Bengali, "bn"},
	{unicode.Tamil, "ta"}, {unicode.Telugu, "te"}, {unicode.Gujarati, "gu"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"}, {unicode.Gurmukhi, "pa"}, {unicode.Sinhala, "si"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Ethiopic, "am"}, {unicode.Khmer, "km"}, {unicode.Lao, "lo"}, {unicode.Myanmar, "my"},
}

// languageOf tells the language of a text.
func languageOf(text string) string {
	var count [32]int
	letters := 0
	for _, r := range text {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				count[0]++
				letters++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for i, s := range scripts {
			if unicode.Is(s.table, r) {
				count[i]++
				break
			}
		}
	}
	if letters < 20 {
		return ""
	}
	byLang := map[string]int{}
	best := ""
	for i, s := range scripts {
		byLang[s.lang] += count[i]
		if best == "" || byLang[s.lang] > byLang[best] {
			best = s.lang
		}
	}
	if best == "zh" && byLang["ja"]*10 > byLang["zh"] {
		best = "ja" // kana between the Chinese characters
	}
	switch best {
	case "latin", "cyrillic", "arabic":
		return byWords(text, best)
	}
	return best
}

// stopWords are the commonest words of the bigger languages of the scripts
// that many languages share, and letters that only one of them has.
var stopWords = map[string][]struct{ lang, words, letters string }{
	"latin": {
		{"en", "the of and to in is that for it was on with as are this be by at from have", ""},
		{"de", "der die und das den ist nicht von mit auf für eine ein sich dem im zu auch des wird", "ß"},
		{"fr", "le la les des et est une dans que pour qui sur pas du par avec ce plus au sont", "œ"},
		{"es", "el la los las que de en y por con una para del se no un su es más al", "ñ¿¡"},
		{"pt", "o a os as que de em e não para com uma do da no na um por mais foi", "ãõ"},
		{"it", "il la di che e per un una in non con del della sono è si anche gli come nel", ""},
		{"nl", "de het een van en in is dat op te voor met zijn niet aan er ook als bij door", ""},
		{"sv", "och att det som en på är av för med den till inte har ett de om var från", ""},
		{"da", "og at det er en på af til for med den som ikke har de et der fra men", ""},
		{"no", "og det er en på av til for med den som ikke har de et fra men ble å", ""},
		{"fi", "ja on ei se että oli hän mutta myös kun ovat ole joka tai niin mukaan kuin", ""},
		{"pl", "i w na z się że nie do jest to o jak po od za przez oraz dla są był", "łńśźż"},
		{"cs", "a v na se je že z do o s to k ve pro by jako které ale po jsou", "ěřů"},
		{"sk", "a v na sa je že z do o s to k vo pre by ako ktoré ale po sú", "ľĺŕ"},
		{"hu", "a az és hogy nem is egy van volt de meg ezt csak már mint után kell", "őű"},
		{"ro", "și de în la cu a nu pe că din pentru este o care mai sunt fost ce", "șță"},
		{"hr", "i u je na se da za su od s koji o ne bi kao što nije će a iz", ""},
		{"tr", "ve bir bu için de da ile olarak çok daha gibi olan en kadar sonra ne ise", "ğış"},
		{"id", "yang dan di dengan untuk pada ini dari dalam tidak itu akan ke adalah juga oleh", ""},
		{"vi", "và của là có trong cho được không với các một những người này đã khi", "ơưđạếộ"},
		{"lt", "ir kad yra su į iš tai bet kaip apie buvo nuo per dėl taip", "ėįųū"},
		{"lv", "un ir ar par no ka tas uz kas arī bija pēc kā bet", "āēīļņ"},
		{"et", "ja on ei et see oli ka kui mis aga ning või ta oma", ""},
		{"ca", "el la de que i a en per amb una no els les del és va més", "ŀ"},
		{"sq", "dhe të në e për një me që nga është se ka si do", ""},
		{"tl", "ang ng sa na mga at ay si ito hindi para may ni kay", ""},
		{"sw", "na ya wa kwa ni katika za la kuwa hiyo cha kama huo", ""},
		{"af", "die en van in is dat het vir met op nie te om deur ook", ""},
	},
	"cyrillic": {
		{"ru", "и в не на что с по как это из за от для о его но к был", "ыэё"},
		{"uk", "і в не на що з та до як це за від для про його але у був", "їєґі"},
		{"bg", "и на в за да се от с че не са по е като до който", "ъ"},
		{"sr", "и у је на се да за су од са који о не би као што", "јљњћђ"},
		{"mk", "и во на да се за од со е не ќе што како", "ѓќѕ"},
		{"be", "і у не на што з да як гэта за ад для пра яго але", "ўі"},
		{"kk", "және мен бұл үшін бір деп да де бар екен", "қғңұәө"},
	},
	"arabic": {
		{"ar", "في من على أن إلى التي عن مع ما هذا الذي كان هذه بعد بين", "ةىإأ"},
		{"fa", "و در به از که این را با است برای آن یک خود تا می", "گچپژ"},
		{"ur", "کے کی میں ہے اور کا سے کو نے کہ پر اس ہیں", "ےٹڈں"},
	},
}

// byWords tells a language of a shared script by the share of its stop words;
// a letter of its own counts as half a word.
func byWords(text, script string) string {
	seen := map[string]int{}
	total := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' }) {
		seen[w]++
		total++
	}
	best, most := "", 0
	for _, l := range stopWords[script] {
		n := 0
		for w := range strings.FieldsSeq(l.words) {
			n += 2 * seen[w]
		}
		if l.letters != "" {
			for _, r := range l.letters {
				n += strings.Count(text, string(r))
			}
		}
		if n > most {
			best, most = l.lang, n
		}
	}
	if most*10 < total { // hardly any word of it
		return ""
	}
	return best
}
