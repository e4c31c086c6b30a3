package batch

import (
	"errors"
	"os"
	"path/filepath"
)

// WriteFile puts data into a file, making its directory if need be. Whoever
// looks sees the old file or the new one and never a part: the data goes into a
// file beside it, which takes its place when all is on the disk.
func WriteFile(name string, data []byte) (err error) {
	// What is no plain file, such as a device, cannot be replaced.
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return os.WriteFile(name, data, 0o666)
	}
	dir := filepath.Dir(name)
	f, err := os.CreateTemp(dir, ".pith-*.tmp")
	if errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		f, err = os.CreateTemp(dir, ".pith-*.tmp")
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
	if err := f.Chmod(0o666 &^ umask); err != nil {
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
