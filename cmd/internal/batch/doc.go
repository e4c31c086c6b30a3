// Package batch brings many pages in and many results out: it finds pages in
// directories, lists, archives and streams, works on them in parallel, and
// writes the results so that nothing is lost or half there. What is done with
// a page is the caller's business: the package knows neither the command line
// nor extraction.
package batch
