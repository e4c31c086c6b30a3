package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/internal/block"
	"github.com/pithtext/pith/extract/internal/source"
)

// TestGluedBylines holds what ends a name where a page left no space, and what
// follows a role.
func TestGluedBylines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"By Ann LeeIn Gardens, Orchards", "Ann Lee"},
		{"By Ann Lee December 8December 8", "Ann Lee"},
		{"By Ann Lee, Senior Editor, Gardens & Sons, Meadow Institute", "Ann Lee"},
		{"By Ann Lee, Editor, Peter Berg", "Ann Lee; Peter Berg"},
		{"Thread starter tidewrack", "tidewrack"},
	} {
		b, _ := parseByline(c.text, false, localeOf("en", time.Time{}), nil)
		require.Equal(t, c.want, strings.Join(b.names, "; "), c.text)
	}
}

func TestHanBylines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"作者单位：晨光大学", ""},
		{"作者认为这里的春天来得早", ""},
		{"作者遗忘了这条河", ""},
		{"作者 王小明说", ""},
		{"作者：size=\"20\"", ""},
		{"作者：晓风", "晓风"},
		{"作者王小明", "王小明"},
	} {
		b, _, _ := hanByline(c.text)
		require.Equal(t, c.want, strings.Join(b.names, "; "), c.text)
	}
	require.Equal(t, []string{"王明", "李大华"}, parseNames("王 明、李大华"))
}

func TestHanLine(t *testing.T) {
	for _, c := range []struct {
		text  string
		loose bool
		want  string
	}{
		{"王小明 李大华", false, "王小明; 李大华"},
		{"王 明 李大华", false, "王明; 李大华"},
		{"王小明、风笑", true, "王小明; 风笑"},
		{"王小明、风笑", false, ""},
		{"风笑、雪落", true, ""},
		{"王小明 浏览", true, ""},
	} {
		b, ok := hanLine(c.text, c.loose)
		require.Equal(t, c.want != "", ok, c.text)
		if ok {
			require.Equal(t, c.want, strings.Join(b.names, "; "), c.text)
		}
	}
	b, ok := hanBracketed("2021年5月3日 [ 王小明 ] 来源", len("2021年5月3日"))
	require.True(t, ok)
	require.Equal(t, []string{"王小明"}, b.names)
	_, ok = hanBracketed("2021年5月3日 [ 浏览 ]", len("2021年5月3日"))
	require.False(t, ok)
}

// TestHanEditor holds that an editor is named only where no line names the
// authors, and that reporters on lines of their own are put together.
func TestHanEditor(t *testing.T) {
	values := func(lines string) (all []string) {
		p := source.HTML("<html lang=zh><h1>晨光下的果园</h1>" + lines + strings.Repeat("<p>看园人清早打开旧门，蜜蜂像往年一样一只接一只地回到果园里来，不慌不忙，仿佛从来没有离开过这个地方。</p>", 6))
		for _, c := range Find(p, nil, Options{Candidates: true}).Candidates {
			if c.Field == "authors" {
				all = append(all, c.Value)
			}
		}
		return all
	}
	require.Equal(t, []string{"李大华"}, values("<p>责任编辑：李大华</p>"))
	require.Equal(t, []string{"王小明"}, values("<p>责任编辑：李大华</p><p>作者：王小明</p>"))
	require.Contains(t, values("<p>本报记者 王小明</p><p>本报实习生 李大华</p>"), "王小明, 李大华")
}

// TestLabelledFar holds that scraped text may name its author far from the
// headline, if a label says so.
func TestLabelledFar(t *testing.T) {
	in := "Bees return to the old orchard\n\n" + strings.Repeat(prose+"\n\n", 3) + strings.Repeat("Gardens\n\n", 30) + "Author:\n\nAnn Lee\n\n" + strings.Repeat("Meadows\n\n", 5)
	values := map[string]bool{}
	p := source.Text(in)
	require.Equal(t, block.Text, p.Origin)
	for _, c := range Find(p, nil, Options{Candidates: true}).Candidates {
		values[c.Value] = values[c.Value] || c.Field == "authors"
	}
	require.True(t, values["Ann Lee"])
}
