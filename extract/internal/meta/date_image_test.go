package meta

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPictured(t *testing.T) {
	for address, want := range map[string]int{
		"https://meadow.example/uploads/2021/05/bees.jpg":          2021*12 + 5,
		"https://meadow.example/2021-05-03-bees.jpg":               2021*12 + 5,
		"https://meadow.example/bees.jpg?v=1620036030":             2021*12 + 5, // 3 May 2021
		"https://meadow.example/bees-1200x2021.jpg":                0,
		"https://meadow.example/1234567/bees.jpg":                  0,
		"https://2021.meadow.example/bees.jpg?width=1200&q=162003": 0,
		"": 0,
	} {
		d := dateFinder{finder: &finder{out: &Meta{Image: address}}}
		require.Equal(t, want, d.pictured(), address)
	}
}

// TestDateBesideImage holds what the lead image and the comments say of a day.
func TestDateBesideImage(t *testing.T) {
	for _, c := range []struct {
		name, head, after string
		want              feature
	}{
		{"of its month", "<meta property=og:image content=https://meadow.example/2021/05/bees.jpg>", "", dateImage},
		{"months older", "<meta property=og:image content=https://meadow.example/2020/11/bees.jpg>", "", dateImageOlder},
		{"newer", "<meta property=og:image content=https://meadow.example/2021/06/bees.jpg>", "", dateImageNewer},
		{"comments are older", "", "<section class=comments><time datetime=2020-01-09>Jan 9</time></section>", dateTalked},
	} {
		f := newFinder(page(head1+c.head, h1+"<p>May 3, 2021</p>", c.after), nil, Options{})
		f.find()
		options := f.pools[2].options
		day := slices.IndexFunc(options, func(o option) bool { return o.value == "2021-05-03" })
		require.GreaterOrEqual(t, day, 0, c.name)
		for _, ft := range [...]feature{dateImage, dateImageOlder, dateImageNewer, dateTalked} {
			require.Equal(t, ft == c.want, options[day].features.has(ft), "%s: %s", c.name, dateNames[ft])
		}
	}
}
