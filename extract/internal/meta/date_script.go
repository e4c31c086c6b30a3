package meta

import "strings"

// script looks for the publication where a page keeps its data in a script, as
// the last place that may state it: datePublished, publishedAt, publish_date
// and the like. The input is read once.
func (d *dateFinder) script() {
	const stem = "ublish"
	in := d.page.Input
	for n, i := 0, 0; n < 12; n++ {
		j := strings.Index(in[i:], stem)
		if j < 0 {
			return
		}
		begin := i + j
		i = begin + len(stem)
		after := scriptKey(in[:begin], in[i:])
		if after < 0 {
			n--
			continue
		}
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
			return
		}
	}
}

// scriptKey is how much of after belongs to a key that names the publication,
// whose stem stands between before and after; -1 if it names something else.
func scriptKey(before, after string) int {
	if strings.HasSuffix(before, "ateP") || strings.HasSuffix(before, "ate_p") {
		if strings.HasPrefix(after, "ed") {
			return len("ed")
		}
		return -1
	}
	for _, end := range [...]string{"edAt", "ed_at", "Date", "_date"} {
		if strings.HasPrefix(after, end) {
			return len(end)
		}
	}
	return -1
}
