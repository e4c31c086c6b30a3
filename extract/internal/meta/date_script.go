package meta

import "strings"

// script looks for the publication where a page keeps its data in a script, as
// the last place that may state it: datePublished, publishedAt, publish_date,
// publicationDate and the like, else createdAt; or in attributes of such names.
func (d *dateFinder) script() {
	if !d.scriptStem("ubli", 'b') {
		d.scriptStem("reated", 'd')
	}
}

// maxScripts is how much of a page is searched for such keys, in bytes.
const maxScripts = 512 << 10

// scriptStem reads the dates behind the keys that have a stem, and reports
// whether there is one. rare is the rarest letter of the stem.
func (d *dateFinder) scriptStem(stem string, rare byte) bool {
	in := d.page.Input[:min(len(d.page.Input), maxScripts)]
	for n, i := 0, 0; n < 12; {
		j := indexBy(in[i:], stem, rare)
		if j < 0 {
			return false
		}
		begin := i + j
		i = begin + len(stem)
		after := scriptKey(in[:begin], stem, in[i:])
		if after < 0 {
			continue
		}
		n++
		rest := in[i+after : min(i+after+60, len(in))]
		k := 0
		for k < len(rest) && k < 16 && rest[k]-'0' > 9 {
			k++
		}
		end := k
		for end < len(rest) && strings.IndexByte("0123456789-:TZ.+", rest[end]) >= 0 {
			end++
		}
		if d.value(rest[k:end], dateScript, Source{Kind: "script", Place: "published", Start: i + after + k, End: i + after + end}) != nil {
			return true
		}
	}
	return false
}

// indexBy is strings.Index for a word whose rarest letter is known: the input is
// long, and nothing but the letter is looked for in most of it.
func indexBy(s, word string, rare byte) int {
	at := strings.IndexByte(word, rare)
	for i := at; i < len(s); i++ {
		j := strings.IndexByte(s[i:], rare)
		if j < 0 {
			return -1
		}
		if i += j; strings.HasPrefix(s[i-at:], word) {
			return i - at
		}
	}
	return -1
}

// pubEnds, dateEnds and createdEnds are what follows the stem in publishedAt
// and the like, in datePublished, and in createdAt.
var (
	pubEnds     = [...]string{"shedAt", "shed_at", "shDate", "sh_date", "cationDate", "cation_date"}
	dateEnds    = [...]string{"shed"}
	createdEnds = [...]string{"At", "_at", "Timestamp", "_timestamp", "-timestamp"}
)

// scriptKey is how much of after belongs to a key that names the publication,
// whose stem stands between before and after; -1 if it names something else.
func scriptKey(before, stem, after string) int {
	list := pubEnds[:]
	switch {
	case stem == "reated":
		list = createdEnds[:]
	case strings.HasSuffix(before, "ateP"), strings.HasSuffix(before, "ate_p"):
		list = dateEnds[:]
	}
	for _, end := range list {
		if strings.HasPrefix(after, end) {
			return len(end)
		}
	}
	return -1
}
