package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/pithtext/pith/cmd/internal/batch"
)

// A fetcher gets pages from the network, through the proxy that the
// environment names.
type fetcher struct {
	limit   int64
	timeout time.Duration
	form    batch.Form
	charset string
}

// maxRedirects is the most that are followed for one page.
const maxRedirects = 10

var errRedirects = fmt.Errorf("redirected more than %d times", maxRedirects)

func (f fetcher) fetch(ctx context.Context, address string) (*batch.Page, error) {
	client := http.Client{
		Timeout: f.timeout,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errRedirects
			}
			return nil
		},
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, errors.New("not an address")
	}
	req.Header.Set("User-Agent", "pith/"+version())
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8")
	res, err := client.Do(req)
	if err != nil {
		return nil, fetchError(err)
	}
	defer res.Body.Close()
	if res.StatusCode < 200 || res.StatusCode > 299 {
		return nil, fmt.Errorf("the server answered %s", res.Status)
	}
	p := &batch.Page{Source: address, Offset: -1, URL: res.Request.URL.String(), Form: f.form, Charset: f.charset, Crawled: time.Now(), Site: address}
	media, params, err := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if err == nil {
		p.Stated = params["charset"]
		switch {
		case f.form != batch.Auto:
		case media == "text/html", media == "application/xhtml+xml":
			p.Form = batch.HTML
		case media == "text/plain":
			p.Form = batch.Text
		case !strings.HasPrefix(media, "text/") && media != "application/octet-stream":
			return nil, fmt.Errorf("the server sent %s, which is no page", media)
		}
	}
	data, err := io.ReadAll(io.LimitReader(res.Body, f.limit+1))
	switch {
	case err != nil:
		return nil, fetchError(err)
	case int64(len(data)) > f.limit:
		return nil, fmt.Errorf("%w: more than %d bytes", batch.ErrTooLarge, f.limit)
	}
	return p.With(data), nil
}

// fetchError cuts the address off an error of net/http: it is said already.
func fetchError(err error) error {
	var timeout interface{ Timeout() bool }
	if errors.As(err, &timeout) && timeout.Timeout() {
		return batch.ErrTimeout
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return fmt.Errorf("cannot be fetched: %w", err)
}
