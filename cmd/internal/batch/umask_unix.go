//go:build unix

package batch

import (
	"os"
	"syscall"
)

// umask is what the user takes away from new files' permissions. It can only be
// read by setting it, so that is done before anything else runs.
var umask = func() os.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return os.FileMode(mask)
}()
