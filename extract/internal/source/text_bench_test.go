package source

import (
	"strings"
	"testing"
)

func BenchmarkText(b *testing.B) {
	menu := strings.Repeat("  • News\n  • Sports\n    • Chess and other games\n", 20)
	prose := "It rained all day and all night, so that the river rose above the lower bridge, and the people carried their goods to the upper floors. Nobody was hurt.\n"
	wrapped := "It rained all day and all night, so that the river rose\nabove the lower bridge, and the people of the old town\ncarried their goods to the upper floors.\n\n"
	broken := "It rained all day in\nLong Street\n, and nobody in\nthe old town\nstayed dry.\n"
	for _, style := range []struct{ name, input string }{
		{"rich", menu + strings.Repeat(prose+"\n", 200)},
		{"lines", menu + strings.Repeat(prose, 200)},
		{"wrapped", menu + strings.Repeat(wrapped, 200)},
		{"broken", menu + strings.Repeat(broken, 400)},
		{"unspaced", strings.Repeat("昨日は一日中雨が降り続き川の水が橋の上まで来たので、町の人々は荷物を運び上げた。\n\n", 200)},
		{"one line", strings.Repeat(prose[:len(prose)-1], 500)},
	} {
		b.Run(style.name, func(b *testing.B) {
			b.SetBytes(int64(len(style.input)))
			b.ReportAllocs()
			for b.Loop() {
				Text(style.input)
			}
		})
	}
}
