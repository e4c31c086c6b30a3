package batch

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"
)

// A Result is what came out of a page.
type Result struct {
	Page   *Page
	Status Status
	Output []byte // what is to be written; may be there for any status
	Err    error  // for NoArticle and Failed
	Reason string // for Filtered: which condition the page does not meet
	Note   any    // whatever the caller wants to hand from work to sink
	Bytes  int64  // size of the page, decompressed
}

// Status is how a page ended.
type Status uint8

const (
	Done Status = iota
	NoArticle
	Filtered
	Failed
)

// Options steer Run.
type Options struct {
	Workers   int           // 0: one for each core
	Unordered bool          // hand results over as they come
	Timeout   time.Duration // for one page; 0: none
	Idle      func()        // called when there is no result to hand over at the moment; may be nil
}

// ErrTimeout: a page took longer than Options.Timeout.
var ErrTimeout = errors.New("took too long")

// A PanicError is a panic while working on a page.
type PanicError struct{ Value any }

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// window is the number of results, for each worker, that may wait for a slower
// page before them. They are small next to pages.
const window = 16

// Run calls work for each page, in parallel, and sink for each result, one
// after the other and in the pages' order. A page is taken from pages only when
// a worker is free, and no further ahead of the sink than a fixed window, so
// memory does not grow with the number of pages.
//
// When ctx ends no new page is begun; those begun are finished and handed over,
// and ctx's error is returned. When sink fails its error is returned.
func Run(ctx context.Context, pages Pages, work func(*Page) Result, sink func(Result) error, o Options) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}

	type job struct {
		page *Page
		slot chan Result
	}
	jobs := make(chan job)
	order := make(chan chan Result, workers*window)
	go func() {
		defer close(order)
		defer close(jobs)
		any := make(chan Result) // where all results go if order does not matter
		for p := range pages {
			j := job{p, any}
			if !o.Unordered {
				j.slot = make(chan Result, 1)
			}
			// The slot goes into the order after its page has gone to a worker,
			// so each slot that the sink waits for is being filled.
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
			order <- j.slot
		}
	}()
	for range workers {
		go func() {
			for j := range jobs {
				j.slot <- guard(work, j.page, o.Timeout)
			}
		}()
	}

	for {
		slot, ok := next(ctx, order, o.Idle)
		if !ok {
			return context.Cause(ctx)
		}
		if err := sink(wait(slot, o.Idle)); err != nil {
			cancel(err)
			// What is under way is let go: the results cannot be written.
			go func() {
				for slot := range order {
					<-slot
				}
			}()
			return err
		}
	}
}

// next returns the next slot to wait for. Once ctx has ended it returns what was
// begun already, without waiting for a source of pages that may be blocked.
func next(ctx context.Context, order <-chan chan Result, idle func()) (chan Result, bool) {
	select {
	case slot, ok := <-order:
		return slot, ok
	default:
	}
	if idle != nil {
		idle()
	}
	select {
	case slot, ok := <-order:
		return slot, ok
	case <-ctx.Done():
	}
	select {
	case slot, ok := <-order:
		return slot, ok
	default:
		return nil, false
	}
}

func wait(slot <-chan Result, idle func()) Result {
	select {
	case r := <-slot:
		return r
	default:
	}
	if idle != nil {
		idle()
	}
	return <-slot
}

// guard works on one page and turns a panic or an overlong run into its error.
// A page that takes too long cannot be stopped; it is left to end by itself.
func guard(work func(*Page) Result, p *Page, timeout time.Duration) Result {
	p.Parse()
	if timeout <= 0 {
		return protect(work, p)
	}
	c := *p // the one that is given up may still be written to
	done := make(chan Result, 1)
	go func() { done <- protect(work, &c) }()
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case r := <-done:
		return r
	case <-timer.C:
		p.read = nil
		return Result{Page: p, Status: Failed, Err: ErrTimeout}
	}
}

func protect(work func(*Page) Result, p *Page) (r Result) {
	defer func() {
		if v := recover(); v != nil {
			r = Result{Page: p, Status: Failed, Err: &PanicError{v}}
		}
	}()
	return work(p)
}
