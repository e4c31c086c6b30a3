package batch

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Globs choose files by name. A pattern with a slash is held against the whole
// slash-separated name, "**" standing for any number of elements; one without
// against the last element.
type Globs []string

// Check returns an error that names the first pattern that makes no sense.
func (g Globs) Check() error {
	for _, p := range g {
		if !doublestar.ValidatePattern(p) {
			return fmt.Errorf("%q is no pattern; close its brackets, or put a backslash before them", p)
		}
	}
	return nil
}

func (g Globs) match(name string) bool {
	for _, p := range g {
		s := name
		if !strings.Contains(p, "/") {
			s = path.Base(name)
		}
		if doublestar.MatchUnvalidated(strings.TrimPrefix(p, "/"), s) {
			return true
		}
	}
	return false
}
