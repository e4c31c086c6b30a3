package extract_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/pithtext/pith/extract"
)

func ExampleFromHTML() {
	page, err := os.Open("../testdata/pages/news--harbour-bridge/page.html")
	if err != nil {
		log.Fatal(err)
	}
	defer page.Close()

	article, err := extract.FromHTML(page, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Title)
	fmt.Println(article.Authors, article.Published)
	first, _, _ := strings.Cut(article.Text(), "\n\n")
	fmt.Println(first)
	// Output:
	// Harbour bridge to close for eleven weekends of bearing repairs
	// [Marta Lindqvist] 2026-05-12T08:15:00+01:00
	// The harbour bridge that carries 31,000 vehicles a day into Wexcombe will be shut for eleven weekends this summer while engineers replace worn bearings beneath its deck, the county council confirmed on Tuesday.
}

// The same page as a scraper left it, menus and all.
func ExampleFromText() {
	page, err := os.Open("../testdata/pages/news--harbour-bridge/page.txt")
	if err != nil {
		log.Fatal(err)
	}
	defer page.Close()

	article, err := extract.FromText(page, nil)
	if err != nil {
		log.Fatal(err)
	}
	source := article.Sources["authors"]
	fmt.Println(article.Authors, "from a", source.Kind)
	fmt.Println(strings.Contains(article.Text(), "Subscribe"), strings.Contains(article.Text(), "regatta"))
	// Output:
	// [Marta Lindqvist] from a line
	// false true
}

// Every block of the page is there, with the verdict on it.
func ExampleArticle_blocks() {
	page := `<nav><a href="/">Home</a> <a href="/tides">Tides</a></nav>
<p>The sea went out further than anybody in the village could remember, and left behind a wreck, two anchors and a piano.</p>
<p>At nightfall it was back, and the piano had gone again, as the fishermen had said it would.</p>`

	article, err := extract.FromHTML(strings.NewReader(page), nil)
	if err != nil && !errors.Is(err, extract.ErrNoArticle) {
		log.Fatal(err)
	}
	for _, b := range article.Blocks {
		fmt.Printf("%-5t %-9s %.15s\n", b.Content, b.Kind, b.Text)
	}
	// Output:
	// false paragraph Home Tides
	// true  paragraph The sea went ou
	// true  paragraph At nightfall it
}
