package batch

import (
	"archive/tar"
	"archive/zip"
	"io"
	"os"
	"path"
	"strings"
)

// zip yields the members of a zip archive that are pages.
func (in *Input) zip(name, stem string, f *os.File, size int64, yield func(*Page) bool) bool {
	z, err := zip.NewReader(f, size)
	if z == nil {
		return yield(bad(name, damaged("zip", err)))
	}
	for _, m := range z.File {
		if m.FileInfo().IsDir() || !in.member(m.Name) {
			continue
		}
		r, err := m.Open()
		var p *Page
		if err == nil {
			p = in.memberPage(name, stem, m.Name, int64(m.CompressedSize64), r)
			r.Close()
		} else {
			p = bad(name, damaged("zip", err))
			p.Record = m.Name
		}
		if p != nil && !yield(p) {
			return false
		}
	}
	return true
}

// tar yields the members of a tar archive that are pages.
func (in *Input) tar(name, stem string, r io.Reader, yield func(*Page) bool) bool {
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return true
		}
		if h == nil {
			return yield(bad(name, damaged("tar", err)))
		}
		if h.Typeflag != tar.TypeReg || !in.member(h.Name) {
			continue
		}
		switch p := in.memberPage(name, stem, h.Name, h.Size, t); {
		case p == nil:
		case p.Err != nil && p.Err != ErrTooLarge:
			return yield(bad(name, p.Err)) // with this member those behind it are lost
		case !yield(p):
			return false
		}
	}
}

// member says whether a member is to be looked at. Archives in archives are
// passed over.
func (in *Input) member(name string) bool {
	clean := path.Clean("/" + name)[1:]
	for e := range strings.SplitSeq(clean, "/") {
		if strings.HasPrefix(e, ".") {
			return false
		}
	}
	if !in.wanted(clean) {
		return false
	}
	if _, ext := splitName(clean); extensions[ext] > page {
		in.count("archive in an archive")
		return false
	}
	return true
}

// memberPage reads a member. It returns nil if that is no page.
func (in *Input) memberPage(name, stem, member string, size int64, r io.Reader) *Page {
	inner, ext := splitName(member)
	p := &Page{
		Source: name, Record: member, Offset: -1, Form: in.form(member), Charset: in.Charset,
		Name: stem + "/" + safeName(inner), Site: name, size: size,
	}
	data, err := readLimited(r, in.MaxBytes)
	switch {
	case err == ErrTooLarge:
		p.Err = err
		return p
	case err != nil:
		p.Err = damaged("archive", err)
		return p
	}
	if len(in.Include) == 0 && extensions[ext] != page && !holdsHTML(data) {
		in.count("not a page")
		return nil
	}
	p.read = func(limit int64) ([]byte, error) { return inflate(data, limit) }
	return p
}

func holdsHTML(data []byte) bool {
	head, err := inflate(data, 1<<20)
	return err == nil && looksHTML(head)
}
