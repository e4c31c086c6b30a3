//go:build !unix

package batch

import "os"

var umask os.FileMode
