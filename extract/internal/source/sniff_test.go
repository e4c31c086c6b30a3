package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLooksLikeHTML(t *testing.T) {
	tests := []struct {
		name, input string
		want        bool
	}{
		{"doctype", "<!DOCTYPE html><p>Rain", true},
		{"document", "<html><body>Rain</body></html>", true},
		{"upper case", "<HTML>\n<HEAD><TITLE>Rain</TITLE></HEAD>", true},
		{"mark and space", "\ufeff\n\n  <!doctype html>", true},
		{"XML declaration", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, true},
		{"comment first", "<!-- made by hand --><!-- twice -->\n<head><meta charset=utf-8>", true},
		{"script first", "<script>var a = 1 < 2</script><div>Rain</div>", true},
		{"fragment", "<p>It rained.</p><p>It rained again.</p>", true},
		{"one paragraph", "<p>It rained.</p>", true},
		{"paragraphs left open", "<P>It rained.\n<P>It rained again.\n", true},
		{"fragment behind text", "It rained. <div>a</div><div>b</div><div>c</div>", true},
		{"attributes", `<div class="a>b" id=x><a href="/rain">Rain</a></div>`, true},
		{"empty", "", false},
		{"white space", " \n\t", false},
		{"text", "It rained for 3 < 4 days.\n\nThen it stopped.", false},
		{"mention", "The <p> element opens a paragraph and <div> opens a box.", false},
		{"mention first", "<p> is the element of paragraphs.\nIt needs no end tag.", false},
		{"address", "<rain@example.org> wrote: it rained", false},
		{"markdown", "# Rain\n\nIt <b>rained</b>, and\n\n<br>\n\n" + strings.Repeat("it rained on. ", 100) + "\n\n<img src=\"rain.png\">\n", false},
		{"generics", "func f(m Map<String, List<Int>>) {}\nvar a Vec<u8>;", false},
		{"comparison", strings.Repeat("a<b and c>d\n", 50), false},
		{"lesson", strings.Repeat("A page is made of elements. ", 30) + strings.Repeat("\n<div><p>Rain</p></div>\n", 20), false},
		{"warning first", "Warning: no rain in rain.php on line 3\n<html><head><title>Rain</title></head><body>", true},
		{"open comment", "<!-- it rained", false},
		{"feed", `<?xml version="1.0"?><catalog><entry>Rain</entry></catalog>`, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, LooksLikeHTML(test.input))
		})
	}
}
