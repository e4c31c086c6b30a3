package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"
)

// mangled is s in a charset with each byte taken for a character.
func mangled(t *testing.T, s, name string) string {
	e, _ := charset.Lookup(name)
	b, err := e.NewEncoder().String(s)
	require.NoError(t, err)
	var out strings.Builder
	for i := range len(b) {
		out.WriteRune(rune(b[i]))
	}
	return out.String()
}

func TestTextMangled(t *testing.T) {
	chinese := "昨天下了一天的雨，河水上涨，老城里的人们把东西搬到了楼上。\n没有人受伤，他们说雨停了就回来。\n"
	russian := "Вчера весь день шёл дождь, и река поднялась.\nЛюди перенесли вещи на верхний этаж.\n"
	german := strings.Repeat("Gestern fiel den ganzen Tag Regen, und der Fluß stieg über die Brücke.\n", 20)
	for _, test := range []struct{ name, input, want string }{
		{"gb18030", "• " + mangled(t, chinese, "gb18030"), "• " + chinese},
		{"windows-1251", mangled(t, russian, "windows-1251"), russian},
		{"utf-8", mangled(t, chinese, "utf-8"), chinese},
		{"sound Chinese", chinese, chinese},
		{"German", german, german},
		{"few letters in a row", strings.Repeat("ÄÖÜ äöü ", 20), strings.Repeat("ÄÖÜ äöü ", 20)},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, unmangle(test.input))
			require.Equal(t, test.want, Text(test.input).Input)
		})
	}
}
