package batch

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile puts data into a file, making its directory if need be. Whoever
// looks sees the old file or the new one and never a part: the data goes into a
// file beside it, which takes its place when all is on the disk.
func WriteFile(name string, data []byte) (err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return &os.PathError{Op: "open", Path: name, Err: syscall.EISDIR}
		}
		return os.WriteFile(name, data, 0o666) // a device cannot be replaced
	}
	dir := filepath.Dir(name)
	f, err := tempIn(dir)
	if errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		f, err = tempIn(dir)
	}
	if err != nil {
		return rename(err, name)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = rename(err, name)
		}
	}()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// tempIn makes a file of a new name with the permissions that new files have.
func tempIn(dir string) (*os.File, error) {
	for {
		name := filepath.Join(dir, fmt.Sprintf(".pith-%016x.tmp", rand.Uint64()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, os.ErrExist) {
			return f, err
		}
	}
}

// rename lets an error speak of the file that was meant.
func rename(err error, name string) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return &os.PathError{Op: path.Op, Path: name, Err: path.Err}
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return &os.PathError{Op: link.Op, Path: name, Err: link.Err}
	}
	return err
}
