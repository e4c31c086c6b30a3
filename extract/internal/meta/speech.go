package meta

import "strings"

// languages are the bigger ones of the scripts that many languages share, with
// their commonest words, and letters that only one of them has.
var languages = [...]struct{ script, lang, words, letters string }{
	{"latin", "en", "the of and to in is that for it was on with as are this be by at from have", ""},
	{"latin", "de", "der die und das den ist nicht von mit auf für eine ein sich dem im zu auch des wird", "ß"},
	{"latin", "fr", "le la les des et est une dans que pour qui sur pas du par avec ce plus au sont", "œ"},
	{"latin", "es", "el la los las que de en y por con una para del se no un su es más al", "ñ¿¡"},
	{"latin", "pt", "o a os as que de em e não para com uma do da no na um por mais foi", "ãõ"},
	{"latin", "it", "il la di che e per un una in non con del della sono è si anche gli come nel", ""},
	{"latin", "nl", "de het een van en in is dat op te voor met zijn niet aan er ook als bij door", ""},
	{"latin", "sv", "och att det som en på är av för med den till inte har ett de om var från", ""},
	{"latin", "da", "og at det er en på af til for med den som ikke har de et der fra men", ""},
	{"latin", "no", "og det er en på av til for med den som ikke har de et fra men ble å", ""},
	{"latin", "fi", "ja on ei se että oli hän mutta myös kun ovat ole joka tai niin mukaan kuin", ""},
	{"latin", "pl", "i w na z się że nie do jest to o jak po od za przez oraz dla są był", "łńśźż"},
	{"latin", "cs", "a v na se je že z do o s to k ve pro by jako které ale po jsou", "ěřů"},
	{"latin", "sk", "a v na sa je že z do o s to k vo pre by ako ktoré ale po sú", "ľĺŕ"},
	{"latin", "hu", "a az és hogy nem is egy van volt de meg ezt csak már mint után kell", "őű"},
	{"latin", "ro", "și de în la cu a nu pe că din pentru este o care mai sunt fost ce", "șță"},
	{"latin", "hr", "i u je na se da za su od s koji o ne bi kao što nije će a iz", ""},
	{"latin", "tr", "ve bir bu için de da ile olarak çok daha gibi olan en kadar sonra ne ise", "ğış"},
	{"latin", "id", "yang dan di dengan untuk pada ini dari dalam tidak itu akan ke adalah juga oleh", ""},
	{"latin", "vi", "và của là có trong cho được không với các một những người này đã khi", "ơưđạếộ"},
	{"latin", "lt", "ir kad yra su į iš tai bet kaip apie buvo nuo per dėl taip", "ėįųū"},
	{"latin", "lv", "un ir ar par no ka tas uz kas arī bija pēc kā bet", "āēīļņ"},
	{"latin", "et", "ja on ei et see oli ka kui mis aga ning või ta oma", ""},
	{"latin", "ca", "el la de que i a en per amb una no els les del és va més", "ŀ"},
	{"latin", "sq", "dhe të në e për një me që nga është se ka si do", ""},
	{"latin", "tl", "ang ng sa na mga at ay si ito hindi para may ni kay", ""},
	{"latin", "sw", "na ya wa kwa ni katika za la kuwa hiyo cha kama huo", ""},
	{"latin", "af", "die en van in is dat het vir met op nie te om deur ook", ""},
	{"cyrillic", "ru", "и в не на что с по как это из за от для о его но к был", "ыэё"},
	{"cyrillic", "uk", "і в не на що з та до як це за від для про його але у був", "їєґі"},
	{"cyrillic", "bg", "и на в за да се от с че не са по е като до който", "ъ"},
	{"cyrillic", "sr", "и у је на се да за су од са који о не би као што", "јљњћђ"},
	{"cyrillic", "mk", "и во на да се за од со е не ќе што како", "ѓќѕ"},
	{"cyrillic", "be", "і у не на што з да як гэта за ад для пра яго але", "ўі"},
	{"cyrillic", "kk", "және мен бұл үшін бір деп да де бар екен", "қғңұәө"},
	{"arabic", "ar", "في من على أن إلى التي عن مع ما هذا الذي كان هذه بعد بين", "ةىإأ"},
	{"arabic", "fa", "و در به از که این را با است برای آن یک خود تا می", "گچپژ"},
	{"arabic", "ur", "کے کی میں ہے اور کا سے کو نے کہ پر اس ہیں", "ےٹڈں"},
}

// newLetter begins the key of a letter, as newWord that of a word.
const newLetter wordKey = 1

// speech tells the languages of words and letters, as sets of indices into
// languages.
var speech = func() *wordTable {
	t := newWordTable(1 << 11)
	for i, l := range languages {
		for w := range strings.FieldsSeq(l.words) {
			t.enter(keyOf(w), 1<<i)
		}
		for _, r := range l.letters {
			t.enter(newLetter.and(r), 1<<i)
		}
	}
	return t
}()
