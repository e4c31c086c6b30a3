package batch

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const saved = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n" +
	"----x\r\nContent-Type: text/css\r\n\r\np{}\r\n" +
	"----x\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: ENCODING\r\nContent-Location: https://site.example/a\r\n\r\nPAGE\r\n" +
	"----x\r\nContent-Type: text/html\r\n\r\n<p>A frame.\r\n----x--\r\n"

func TestMHTML(t *testing.T) {
	for encoding, page := range map[string]string{
		"quoted-printable": "<p class=3D\"a\">It is a=\r\nbout ferries.",
		"base64":           "PHAgY2xhc3M9ImEiPkl0IGlz\r\nIGFib3V0IGZlcnJpZXMu",
	} {
		p := new(Page).With([]byte(strings.NewReplacer("ENCODING", encoding, "PAGE", page).Replace(saved)))
		data, err := p.Read(1 << 20)
		require.NoError(t, err)
		require.Equal(t, `<p class="a">It is about ferries.`, string(data))
		require.Equal(t, "https://site.example/a", p.URL)
		require.Equal(t, "windows-1252", p.Stated)
		require.Equal(t, HTML, p.Form)
	}
	long := "\r\n" + "Snapshot-Content-Location: https://site.example/?" + strings.Repeat("q", 70<<10) + "\r\n" +
		strings.Replace(saved, "Content-Type: multipart/related", "content-type: Multipart/Related", 1)
	data, err := new(Page).With([]byte(long)).Read(1 << 20)
	require.NoError(t, err)
	require.Equal(t, "PAGE", string(data))
	_, err = new(Page).With([]byte(saved[:len(saved)/2])).Read(1 << 20)
	require.ErrorContains(t, err, "save")
	text := "Note: multipart/related is a kind of mail.\n\nIt has parts."
	data, err = new(Page).With([]byte(text)).Read(1 << 20)
	require.NoError(t, err)
	require.Equal(t, text, string(data))
}
