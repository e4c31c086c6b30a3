package meta

import (
	"strings"

	"github.com/pithtext/pith/extract/internal/lanes"
)

// script looks for the publication where a page keeps its data in a script, as
// the last place that may state it: datePublished, publishedAt, publish_date,
// publicationDate and the like, else createdAt; or in attributes of such names.
func (d *dateFinder) script() {
	if !d.scriptStem("ubli", 0) {
		d.scriptStem("reated", 1)
	}
}

// maxScripts is how much of a page is searched for such keys, in bytes.
const maxScripts = 512 << 10

// scriptStem reads the dates behind the keys that have a stem, and reports
// whether there is one. rare is where the rarest pair of letters of the stem stands in it.
func (d *dateFinder) scriptStem(stem string, rare int) bool {
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

// indexBy is strings.Index for a word whose rarest pair of letters is known to
// stand at word[rare:]: the input is long, and nothing but the pair is looked for
// in most of it, at eight places at once.
func indexBy(s, word string, rare int) int {
	first, second := lanes.Ones*uint64(word[rare]), lanes.Ones*uint64(word[rare+1])
	for i := rare; ; {
		for ; i+9 <= len(s); i += 8 {
			if lanes.Zero(lanes.Of(s[i:i+9]) ^ first | lanes.Of(s[i+1:i+9]) ^ second) {
				break
			}
		}
		end := min(i+8, len(s)-1)
		if i >= end {
			return -1
		}
		for ; i < end; i++ {
			if s[i] == word[rare] && strings.HasPrefix(s[i-rare:], word) {
				return i - rare
			}
		}
	}
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
