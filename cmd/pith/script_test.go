package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"pith": main})
}

// TestScript runs the stories in testdata/script with the program as users
// have it. The pages of testdata/pages stand in the directory "pages".
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(filepath.Join(env.WorkDir, "pages"), os.DirFS("testdata/pages"))
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "parallel": // GNU parallel, not another of that name
				out, err := exec.Command("parallel", "--version").Output()
				return err == nil && len(out) > 3 && string(out[:3]) == "GNU", nil
			}
			return false, nil
		},
	})
}
