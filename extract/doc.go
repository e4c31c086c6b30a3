// Package extract keeps the article of a page and drops the rest: navigation,
// related links, cookie banners, comments, footers. It reads HTML, and text that
// someone already scraped, and gives back title, authors, dates and the body.
//
// [From] tells HTML from text by itself; [FromHTML], [FromText] and [FromNode]
// are for callers who know. Nil [Options] are the defaults, which nobody needs
// to change: options limit what is read or say more of the page.
//
// An [Article] holds every block of the page in reading order, each with the
// verdict on it: whether it is content, with what probability, and why. [Article.Body]
// is the content alone, [Article.Text] its plain text; package render writes
// the other formats. Every value of the metadata comes with the place where it
// was found, in [Article.Sources].
//
// The package does no input or output but for the reader that it is given, logs
// nothing, keeps no state between calls, and may be used from any number of
// goroutines. The same bytes give the same article on every machine. Time and
// memory are linear in the input.
package extract
