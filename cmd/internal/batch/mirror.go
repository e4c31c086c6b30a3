package batch

import (
	"fmt"
	"hash/maphash"
	"os"
	"path/filepath"
	"strings"
)

// A Mirror is a directory with a file for each page, named as the page is.
type Mirror struct {
	Dir    string
	Ext    string        // of the files, with the dot
	Resume bool          // leave out pages whose file is there
	Clash  func(p *Page) // told of pages whose name was taken; may be nil
	Skip   func(p *Page) // told of pages left out; may be nil

	// Reads says whether a file that a page would be written to is itself read;
	// may be nil. Such a file ends the pages, as one that says ErrOverwrite.
	Reads func(file string) bool

	taken   map[uint64]int  // how often a name was asked for
	sources map[uint64]bool // files and directories that are read
}

// seed is that of hashed names. They are as many as there are pages.
var seed = maphash.MakeSeed()

// Pages names the pages so that no two share a file: the second of a name gets
// "-2", and so on, which is the same on each run over the same input. Names
// that differ in case alone are the same, as some file systems have it.
func (m *Mirror) Pages(pages Pages) Pages {
	m.taken = make(map[uint64]int)
	return func(yield func(*Page) bool) {
		for p := range pages {
			if p.Parse(); p.Err == nil {
				m.name(p)
				if m.Reads != nil && m.Reads(m.File(p)) {
					yield(bad(m.File(p), ErrOverwrite))
					return
				}
				if m.Resume && m.has(p) {
					if m.Skip != nil {
						m.Skip(p)
					}
					continue
				}
			}
			if !yield(p) {
				return
			}
		}
	}
}

func (m *Mirror) name(p *Page) {
	if p.Name == "" {
		p.Name = "page"
	}
	p.Name = m.apart(p.Name)
	stem := p.Name
	for n := m.ask(stem); n > 1; n++ {
		p.Name = fmt.Sprintf("%s-%d", stem, n)
		if m.ask(p.Name) == 1 {
			break
		}
	}
	if p.Name != stem && m.Clash != nil {
		m.Clash(p)
	}
}

// apart sees to it that no directory has the name that a page's file may have.
func (m *Mirror) apart(name string) string {
	elements := strings.Split(name, "/")
	for i, e := range elements[:len(elements)-1] {
		if strings.HasSuffix(strings.ToLower(e), m.Ext) {
			elements[i] = e + "_"
		}
	}
	return strings.Join(elements, "/")
}

// ask counts how often a name was asked for.
func (m *Mirror) ask(name string) int {
	h := maphash.String(seed, strings.ToLower(name))
	m.taken[h]++
	return m.taken[h]
}

// File returns the file of a page that Pages has named.
func (m *Mirror) File(p *Page) string {
	return filepath.Join(m.Dir, filepath.FromSlash(p.Name)+m.Ext)
}

func (m *Mirror) has(p *Page) bool {
	info, err := os.Stat(m.File(p))
	return err == nil && info.Mode().IsRegular()
}

func (m *Mirror) source(name string) {
	if m == nil {
		return
	}
	if m.sources == nil {
		m.sources = make(map[uint64]bool)
	}
	m.sources[maphash.String(seed, name)] = true
}

func (m *Mirror) isSource(name string) bool { return m.sources[maphash.String(seed, name)] }
