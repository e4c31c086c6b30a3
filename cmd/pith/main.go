// Pith keeps the article and drops the page. See pith --help.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

func main() {
	// Without this a reader that goes away would end the program by a signal
	// in place of an error on writing.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	// A page in work is a megabyte or two, and collecting garbage for every few
	// of them takes half of the time. Memory that is there and never touched,
	// so that it costs none, makes the collector wait for as much again.
	ballast := make([]byte, 32<<20)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(ballast)
	os.Exit(code)
}

// run is the whole program. It returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	out := &outlet{Writer: stdout}
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = at("stdout", out.err)
	}
	return exitCode(err, stderr)
}

// An outlet keeps the first error of writing, which cobra drops where it shows help.
type outlet struct {
	io.Writer
	err error
}

func (o *outlet) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// Exit codes. For many pages the highest of theirs counts.
const (
	exitDone      = 0
	exitNoArticle = 1
	exitError     = 2
)

// A status is an exit code of which everything has been said already.
type status int

func (s status) Error() string { return "exit" }

// exitCode is the one place where errors become exit codes and are shown. A
// reader that has gone away is no error: it has what it wanted.
func exitCode(err error, stderr io.Writer) int {
	var s status
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitDone
	case errors.As(err, &s):
		return int(s)
	}
	complain(stderr, err)
	return exitError
}
