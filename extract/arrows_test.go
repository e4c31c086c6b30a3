package extract_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/pithtext/pith/"

// TestArrowsGoDown holds who may know whom: cmd -> render -> extract ->
// {source, density, meta} -> {block, lanes}.
func TestArrowsGoDown(t *testing.T) {
	packages := listPackages(t)
	for _, arrow := range []struct {
		pkg  string
		own  []string // packages of this module that it may import
		deps []string // modules that it may depend on, by prefix of their paths
	}{
		{"extract/internal/block", nil, nil},
		{"extract/internal/lanes", nil, nil},
		{"extract/internal/density", []string{"extract/internal/block"}, nil},
		{"extract/internal/meta", []string{"extract/internal/block", "extract/internal/lanes"}, nil},
		{"extract/internal/source", []string{"extract/internal/block", "extract/internal/lanes"}, []string{"golang.org/x/net", "golang.org/x/text"}},
		{"extract", []string{"extract/internal/block", "extract/internal/density", "extract/internal/meta", "extract/internal/source"}, []string{"golang.org/x/net", "golang.org/x/text"}},
		{"extract/render", []string{"extract"}, []string{"golang.org/x/net", "golang.org/x/text"}},
	} {
		p, known := packages[module+arrow.pkg]
		require.True(t, known, arrow.pkg)
		for _, path := range p.Imports {
			if own, found := strings.CutPrefix(path, module); found {
				require.Contains(t, arrow.own, own, "imports of "+arrow.pkg)
			}
		}
		for _, path := range p.Deps {
			foreign := strings.Contains(strings.Split(path, "/")[0], ".") && !strings.HasPrefix(path, module)
			allowed := slices.ContainsFunc(arrow.deps, func(m string) bool { return strings.HasPrefix(path, m+"/") })
			require.True(t, !foreign || allowed, "%s depends on %s", arrow.pkg, path)
		}
	}
}

// TestCobraStaysInTheCommand holds that only cmd/pith knows of cobra, and that
// the machinery of batches knows nothing of extraction.
func TestCobraStaysInTheCommand(t *testing.T) {
	for path, p := range listPackages(t) {
		if path != module+"cmd/pith" {
			require.NotContains(t, p.Deps, "github.com/spf13/cobra", path)
		}
		if strings.HasPrefix(path, module+"cmd/internal/batch") {
			require.NotContains(t, p.Deps, module+"extract", path)
		}
	}
}

type listed struct {
	ImportPath    string
	Imports, Deps []string
}

func listPackages(t *testing.T) map[string]listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", module+"...").Output()
	require.NoError(t, err)
	packages := map[string]listed{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else {
			require.NoError(t, err)
		}
		packages[p.ImportPath] = p
	}
}
