package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hanLabels announce authors in Chinese and Japanese, wherever in a line they
// stand. Those of reporters and editors are also plain words: after them a
// name must be set off.
var hanLabels = [...]struct {
	word   string
	plain  bool // needs a mark or a space after it, or a name and then an end
	editor bool
}{
	{"作者", false, false}, {"撰文", false, false}, {"撰稿人", false, false}, {"撰稿", false, false}, {"文/", false, false}, {"文／", false, false}, {"文：", false, false}, {"文:", false, false}, {"文|", false, false}, {"文丨", false, false},
	{"著者", false, false}, {"執筆", false, false}, {"筆者", true, false}, {"ライター", false, false}, {"取材・文", false, false},
	{"实习生", true, false}, {"记者", true, false}, {"記者", true, false}, {"通讯员", true, false}, {"通訊員", true, false},
	{"发布者", false, false}, {"楼主", true, false}, {"发布人", false, false},
	{"责任编辑", false, true}, {"責任編輯", false, true}, {"责编", false, true}, {"编辑", true, true}, {"編輯", true, true}, {"編集", true, true},
}

// hanByline reads the authors out of a line in Chinese characters. editor says
// that it names an editor only.
func hanByline(text string) (b byline, editor, ok bool) {
	best := -1
	for _, l := range hanLabels {
		for from, n := 0, 0; n < 4; n++ {
			i := strings.Index(text[from:], l.word)
			if i < 0 {
				break
			}
			i += from
			from = i + len(l.word)
			if l.word[0] != text[max(i-3, 0)] && strings.HasSuffix(text[:i], "图") {
				continue // 图文/
			}
			names, start, end := hanNames(text, from, l.plain)
			if len(names) == 0 {
				continue
			}
			if best < 0 || editor && !l.editor {
				b, best, editor = byline{names, true, start, end}, i, l.editor
			} else if editor == l.editor && start >= b.end && start-b.end < 40 && len(b.names)+len(names) <= maxNames {
				b.names, b.end = appendNew(b.names, names...), end
			}
		}
	}
	return b, editor, best >= 0
}

// hanNames reads names of two to four characters, or others up to a mark,
// from text[i:] on. Right after the label only what begins with a common
// surname is one: the label may be the subject of a sentence.
func hanNames(text string, i int, plain bool) (names []string, start, end int) {
	j := i
	for j < len(text) { // colons, spaces and brackets
		r, w := utf8.DecodeRuneInString(text[j:])
		if r != ' ' && r != ':' && r != '：' && r != '/' && r != '／' && r != 0x3000 && r != '|' && r != '[' && r != '【' && r != '丨' && r != '\n' || j-i > 12 {
			break
		}
		j += w
	}
	gap := j > i
	start = j
	for len(names) < maxNames {
		k, n := j, 0
		for k < len(text) {
			r, w := utf8.DecodeRuneInString(text[k:])
			if !unicode.IsLetter(r) && r != '·' && r != '•' && r != '_' && !unicode.IsDigit(r) {
				break
			}
			k += w
			n++
		}
		run := text[j:k]
		least, most := 2, 5
		if strings.Contains(run, "·") {
			most = 14
		}
		if r, _ := utf8.DecodeRuneInString(run); !isHan(r) {
			most = 24 // a handle
			if plain || len(names) > 0 {
				most = 0
			}
		}
		if n < least || n > most || hanWord(run) || strings.HasPrefix(text[k:], "=") || !gap && !isHanName(run) {
			if len(names) == 0 && plain && !gap {
				return nil, 0, 0
			}
			break
		}
		names = append(names, run)
		end = k
		r, w := utf8.DecodeRuneInString(text[k:])
		if r != ' ' && r != '、' && r != 0x3000 && r != '，' && r != ',' && r != '/' {
			break
		}
		j = k + w
		for j < len(text) && (text[j] == ' ' || strings.HasPrefix(text[j:], "\u3000")) {
			_, w := utf8.DecodeRuneInString(text[j:])
			j += w
		}
		if r == '/' || r == '，' || r == ',' {
			break
		}
	}
	return names, start, end
}

// hanWords are the words beside a byline that are no names.
var hanWords = [...]string{"时间", "更新", "发布", "发表", "来源", "编辑", "日期", "阅读", "评论", "分享", "打印", "字号", "字体", "浏览", "点击", "收藏", "关闭", "报道", "報導", "新闻", "手记", "摄影", "实习", "记者", "通讯", "责任", "专栏", "本报", "本网", "首页", "图片", "正文", "原创", "转载", "校对", "近日", "今日", "昨日", "了解", "获悉", "注意到", "从", "在", "日电", "電", "查看", "回复", "登录", "注册", "作者", "来自", "责编", "审核", "時間", "公開", "文化", "财经", "经济", "娱乐", "体育", "社会", "国际", "国内", "军事", "科技", "教育", "健康", "旅游", "汽车", "房产", "论坛", "博客", "视频", "专题", "要闻", "频道", "网站", "中国", "搜索", "地方", "返回", "下一", "上一", "推荐", "热点", "相关", "总台", "本站", "广告", "单位", "简介", "介绍", "认为", "表示"}

func hanWord(s string) bool {
	if !hasHan(s) {
		return false
	}
	for _, w := range hanWords {
		if strings.HasPrefix(s, w) || strings.HasSuffix(s, w) && len(w) > 3 {
			return true
		}
	}
	return strings.HasSuffix(s, "说") || strings.HasSuffix(s, "說") || strings.Contains(s, "的") // "somebody says", "of"
}

// surnames are the characters that begin most Chinese names: the hundred most
// common surnames, simplified and traditional.
const surnames = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于於蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯欧阳诸葛安常温康施文牛樊"

// isHanName reports whether s looks like the name of a Chinese person.
func isHanName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 4 || hanWord(s) {
		return false
	}
	if !allHan(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(surnames, r)
}

// hanLine reads the names of a line that holds nothing else, one of which
// looks like a Chinese person's. loose takes the others, too, as long as they
// are no words of a page's frame.
func hanLine(text string, loose bool) (b byline, ok bool) {
	named := 0
	for _, w := range joinSpaced(strings.FieldsFunc(text, isHanGap)) {
		switch n := utf8.RuneCountInString(w); {
		case isHanName(w):
			named++
		case !loose || n < 2 || n > 4 || hanWord(w) || !allHan(w):
			return b, false
		}
		b.names = append(b.names, w)
	}
	b.end = len(text)
	return b, len(b.names) > 0 && len(b.names) <= 2*named
}

// isHanGap reports whether r stands between names in Chinese and Japanese.
func isHanGap(r rune) bool { return strings.ContainsRune(" 、\u3000，,；;", r) }

// joinSpaced joins names of two characters that are set apart to be as wide
// as those of three: 王 明.
func joinSpaced(words []string) []string {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if i+1 < len(words) && oneHan(w) && oneHan(words[i+1]) && isHanName(w+words[i+1]) {
			i++
			w += words[i]
		}
		out = append(out, w)
	}
	return out
}

func oneHan(s string) bool {
	r, w := utf8.DecodeRuneInString(s)
	return w == len(s) && isHan(r)
}

func allHan(s string) bool {
	for _, r := range s {
		if !isHan(r) {
			return false
		}
	}
	return true
}

// hanBracketed reads a name in brackets right after what ends at from, such
// as a date: [ 王明 ].
func hanBracketed(text string, from int) (b byline, ok bool) {
	rest := strings.TrimLeft(text[from:], " \u3000")
	for _, pair := range [...]string{"[]", "【】", "（）", "()"} {
		open, w := utf8.DecodeRuneInString(pair)
		if !strings.HasPrefix(rest, string(open)) {
			continue
		}
		inner := rest[w:]
		end := strings.Index(inner, pair[w:])
		if end < 0 || end > 40 {
			return b, false
		}
		name := strings.Trim(inner[:end], " \u3000")
		if b, ok = hanLine(name, false); ok {
			b.start = len(text) - len(rest) + w
			b.end = b.start + end
		}
		return b, ok
	}
	return b, false
}

// hanSigned reads a name in brackets at the very end of a text, the way
// articles are signed: （王小明）.
func hanSigned(text string) (b byline, ok bool) {
	text = strings.TrimRight(text, " \u3000")
	end := len(text)
	switch {
	case strings.HasSuffix(text, "）"):
		end -= len("）")
	case strings.HasSuffix(text, ")"):
		end--
	default:
		return b, false
	}
	start := max(strings.LastIndex(text[:end], "（")+len("（"), strings.LastIndexByte(text[:end], '(')+1)
	if start <= 2 || end-start > 40 {
		return b, false
	}
	for w := range strings.FieldsSeq(text[start:end]) {
		if !isHanName(w) {
			return b, false
		}
		b.names = append(b.names, w)
	}
	b.start, b.end, b.labelled = start, end, true
	return b, len(b.names) > 0
}
