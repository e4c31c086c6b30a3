package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestParseByline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Writing by Ann Lee and Bo Berg", "Ann Lee; Bo Berg"},
		{"Reporting by Ann Lee", "Ann Lee"},
		{"By Ann Lee", "Ann Lee"},
		{"By annlee", "annlee"},
		{"BY ANN LEE", "ANN LEE"},
		{"by Ann Lee | May 3, 2021", "Ann Lee"},
		{"By Ann Lee, Senior Editor", "Ann Lee"},
		{"By Ann Lee, MD, PhD", "Ann Lee"},
		{"By Ann Lee and Bo Berg", "Ann Lee; Bo Berg"},
		{"By Ann Lee, Bo Berg, and Cy Cole", "Ann Lee; Bo Berg; Cy Cole"},
		{"Written by: Ann Lee & Bo Berg", "Ann Lee; Bo Berg"},
		{"Sunny & HillsBy Sunny & HillsMay 3, 2021014 Mins Read", "Sunny & Hills"},
		{"By Ann LeeUpdated May 3, 2021", "Ann Lee"},
		{"By Ann LeeFotos Bo Berg", "Ann Lee"},
		{"Posted by Ann Lee on May 3, 2021 in Gardens", "Ann Lee"},
		{"By Ann Lee ann@example.org", "Ann Lee"},
		{"By Ann Lee (@annlee)", "Ann Lee"},
		{"ByAnn Lee", "Ann Lee"},
		{"Written By Ann Lee ●", "Ann Lee"},
		{"Published May 3, 2021 by Ann Lee", "Ann Lee"},
		{"By Loïc Le Clerc", "Loïc Le Clerc"},
		{"Gardens | By Abby Byron", "Abby Byron"},
		{"Von Anna Beispiel und Bernd Muster", "Anna Beispiel; Bernd Muster"},
		{"Autor: Anna Beispiel, Redakteurin", "Anna Beispiel"},
		{"Par Anne Exemple le 3 mai 2021", "Anne Exemple"},
		{"Por Ana Ejemplo y Luis Prueba", "Ana Ejemplo; Luis Prueba"},
		{"di Anna Esempio", "Anna Esempio"},
		{"Door Anna van den Berg", "Anna van den Berg"},
		{"Av Anna Exempel", "Anna Exempel"},
		{"Autor: Anna Przykład", "Anna Przykład"},
		{"Автор: Анна Примерова", "Анна Примерова"},
		{"文/王小明", "王小明"},
		{"作者：王小明 李大华", "王小明; 李大华"},
		{"记者 王小明", "王小明"},
		{"晨光日报记者 王小明 李大华", "王小明; 李大华"},
		{"（责任编辑：王小明）", "王小明"},
		{"2021年5月3日 来源：晨光 作者：晓风", "晓风"},
		{"记者近日从有关部门了解到", ""},
		{"김하나 기자", ""},
		{"بقلم: سارة علي", "سارة علي"},
		// no bylines
		{"Bystanders were there", ""},
		{"Abby Lee went home", ""},
		{"Von", ""},
		{"By 2030, half of them", ""},
		{"By submitting this form you agree", ""},
	} {
		b, ok := parseByline(c.text, false, localeOf("en", time.Time{}), nil)
		require.Equal(t, c.want, strings.Join(b.names, "; "), c.text)
		require.Equal(t, c.want != "", ok, c.text)
		if ok {
			require.True(t, strings.HasPrefix(c.text[b.start:b.end], b.names[0]), c.text)
		}
	}
}

func TestBareByline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ann Lee", "Ann Lee"},
		{"Ann Lee\nMay 3, 2021", "Ann Lee"},
		{"김하나 기자", "김하나"},
		{"Ann Lee, founder", "Ann Lee"},
		{"https://example.org/ann", ""},
		{"Facebook YouTube", ""},
		{"mark77", "mark77"},
		{"Ann Lee责任编辑", "Ann Lee"},
		{"Ann Lee编辑", "Ann Lee"},
		{"Ann Lee:", "Ann Lee"},
		{"Ann Lee, Kategorien: Mode", "Ann Lee"},
		{"Quelle: Archiv", ""},
	} {
		b, _ := parseByline(c.text, true, localeOf("en", time.Time{}), nil)
		require.Equal(t, c.want, strings.Join(b.names, "; "), c.text)
	}
}
