package batch

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"
)

// maxElement is the longest element of a path that common file systems take,
// less some room for an extension and a number.
const maxElement = 200

// safeName makes a name that stays inside the mirror of one that may come from
// anywhere: absolute, with "..", with bytes that file systems do not take.
func safeName(name string) string {
	name = path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))[1:]
	elements := strings.Split(name, "/")
	for i, e := range elements {
		elements[i] = safeElement(e)
	}
	return strings.Join(elements, "/")
}

func safeElement(e string) string {
	clean := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r == utf8.RuneError || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, e)
	if clean == "" || strings.HasPrefix(clean, ".") {
		clean = "_" + strings.TrimPrefix(clean, ".")
	}
	if len(clean) > maxElement {
		cut := maxElement - 9
		for !utf8.RuneStart(clean[cut]) {
			cut--
		}
		clean = clean[:cut] + "-" + shortHash(e)
	}
	return clean
}

// nameOfURL makes a name of a page's address: host and path, "index" for a path
// that ends in a slash, and a short hash in place of the query. Without an
// address the place in the file is the name.
func nameOfURL(address string, offset int64) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return fmt.Sprintf("%012d", offset)
	}
	p := u.Path
	if p == "" || strings.HasSuffix(p, "/") {
		p += "/index"
	}
	stem, _ := splitName(safeElement(u.Hostname()) + "/" + safeName(p))
	if u.RawQuery != "" {
		stem += "-" + shortHash(u.RawQuery)
	}
	return stem
}

func shortHash(s string) string {
	h := fnv.New32a()
	h.Write([]byte(s))
	return fmt.Sprintf("%08x", h.Sum32())
}
