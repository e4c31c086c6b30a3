package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// WriteFile puts data into a file, making its directory if need be. Whoever
// looks sees the old file or the new one and never a part: the data goes into a
// file beside it, which takes its place when all is on the disk. A file that is
// there keeps its permissions, and a link still leads to it. What cannot be
// replaced is written where it is: a device, the end of a link that is not
// there, a file in a directory that takes no new ones.
func WriteFile(name string, data []byte) (err error) {
	old, err := os.Stat(name)
	there := err == nil
	if there {
		if !old.Mode().IsRegular() {
			return os.WriteFile(name, data, 0o666) // which a directory refuses
		}
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	} else if _, err := os.Lstat(name); err == nil {
		return os.WriteFile(name, data, 0o666)
	}
	dir := filepath.Dir(name)
	f, err := tempIn(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		f, err = tempIn(dir)
	case errors.Is(err, fs.ErrPermission) && there:
		return os.WriteFile(name, data, 0o666)
	}
	if err != nil {
		return about(name, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = about(name, err)
		}
	}()
	if there {
		if err := f.Chmod(old.Mode().Perm()); err != nil {
			return err
		}
	}
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

// leftAfter is how old a file of tempIn is that no run writes to any more: it is
// there for as long as one page takes to be written.
const leftAfter = time.Hour

// Sweep takes out of a directory, and those in it, what WriteFile left there when
// it was killed. It does no harm where it lies, so what may not be read or taken
// away is passed over.
func Sweep(dir string) {
	top := dir + string(filepath.Separator) // leads through a link, where dir alone is the link
	_ = filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		if left, _ := filepath.Match(".pith-*.tmp", filepath.Base(name)); err != nil || d.IsDir() || !left {
			return nil
		}
		if info, err := d.Info(); err == nil && time.Since(info.ModTime()) > leftAfter {
			_ = os.Remove(name)
		}
		return nil
	})
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

// about lets an error speak of the file that was meant.
func about(name string, err error) error {
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
