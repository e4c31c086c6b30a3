package extract

import (
	"errors"
	"time"

	"github.com/pithtext/pith/extract/internal/density"
)

// Options steer an extraction. The zero value, and nil, are the defaults.
type Options struct {
	URL     string // address of the page: resolves relative links, helps dates
	Charset string // the caller's knowledge of the charset, for example from an HTTP header

	// MaxBytes is the largest input accepted, 0 for DefaultMaxBytes, negative
	// for no limit. A larger input ends in ErrTooLarge.
	MaxBytes int64

	// MaxBlocks is the largest number of blocks accepted on one page, 0 for
	// DefaultMaxBlocks, negative for no limit. Every block takes about a
	// kilobyte. A page with more ends in ErrTooManyBlocks.
	MaxBlocks int

	// Now is the time of the crawl: dates after it are not believed and
	// "3 hours ago" is counted from it. Zero: such phrases are not read.
	Now time.Time

	// Favor moves the cut between the article and the rest of the page.
	Favor Favor

	// Candidates asks for Article.Candidates.
	Candidates bool
}

// Favor says which error to avoid where the two cannot both be.
type Favor = density.Favor

const (
	Balance  = density.Balance  // the best expected F1
	Precise  = density.Precise  // rather a paragraph lost than something of the page
	Complete = density.Complete // rather something of the page than a paragraph lost
)

func orDefault(o *Options) *Options {
	if o == nil {
		return &Options{}
	}
	return o
}

// maxBlocks is the limit on the blocks of a page, 0 for none.
func (o *Options) maxBlocks() int {
	switch {
	case o.MaxBlocks == 0:
		return DefaultMaxBlocks
	case o.MaxBlocks < 0:
		return 0
	}
	return o.MaxBlocks
}

// maxBytes is the limit on the input, 0 for none.
func (o *Options) maxBytes() int64 {
	switch {
	case o.MaxBytes == 0:
		return DefaultMaxBytes
	case o.MaxBytes < 0:
		return 0
	}
	return o.MaxBytes
}

// DefaultMaxBytes is the limit on the size of one input, in bytes, when
// Options.MaxBytes is zero.
const DefaultMaxBytes = 64 << 20

// DefaultMaxBlocks is the limit on the blocks of one page when
// Options.MaxBlocks is zero.
const DefaultMaxBlocks = 200_000

var (
	// ErrNoArticle: no part of the page reads like an article. It comes with
	// the Article, so that metadata and verdicts can still be looked at.
	ErrNoArticle = errors.New("no article found")

	// ErrTooLarge: the input is larger than Options.MaxBytes.
	ErrTooLarge = errors.New("input too large")

	// ErrTooManyBlocks: the page has more blocks than Options.MaxBlocks.
	ErrTooManyBlocks = errors.New("too many blocks")

	// ErrNotText: the input is binary, not HTML or text.
	ErrNotText = errors.New("input is neither HTML nor text")
)
