package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// A row is a record of pith. What is not known is null.
type row struct {
	ID          string   `parquet:"id,optional"` // a string's own text, JSON for anything else
	Source      string   `parquet:"source,optional"`
	Record      string   `parquet:"record,optional"`
	Offset      *int64   `parquet:"offset,optional"`
	URL         string   `parquet:"url,optional"`
	Title       string   `parquet:"title,optional"`
	Byline      string   `parquet:"byline,optional"`
	Authors     []string `parquet:"authors,list"`
	Date        string   `parquet:"date,optional"`
	Modified    string   `parquet:"modified,optional"`
	SiteName    string   `parquet:"site_name,optional"`
	Language    string   `parquet:"language,optional"`
	Description string   `parquet:"description,optional"`
	Image       string   `parquet:"image,optional"`
	Section     string   `parquet:"section,optional"`
	Tags        []string `parquet:"tags,list"`
	Confidence  float64  `parquet:"confidence,optional"`
	Words       int64    `parquet:"words,optional"`
	Text        string   `parquet:"text,optional"`
	Filtered    string   `parquet:"filtered,optional"`
	Error       string   `parquet:"error,optional"`
	Other       string   `parquet:"other,optional"` // the other fields of the line
}

// parse reads a line.
func parse(line []byte) (row, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return row{}, err
	}
	if fields == nil {
		return row{}, errors.New("null")
	}
	var r row
	for name, to := range map[string]any{
		"source": &r.Source, "record": &r.Record, "offset": &r.Offset, "url": &r.URL, "title": &r.Title,
		"byline": &r.Byline, "authors": &r.Authors, "date": &r.Date, "modified": &r.Modified,
		"site_name": &r.SiteName, "language": &r.Language, "description": &r.Description, "image": &r.Image,
		"section": &r.Section, "tags": &r.Tags, "confidence": &r.Confidence, "words": &r.Words,
		"text": &r.Text, "filtered": &r.Filtered, "error": &r.Error,
	} {
		raw, ok := fields[name]
		if !ok {
			continue
		}
		if err := json.Unmarshal(raw, to); err != nil {
			return row{}, fmt.Errorf("%s: %w", name, err)
		}
		delete(fields, name)
	}
	if id, ok := fields["id"]; ok {
		if json.Unmarshal(id, &r.ID) != nil {
			r.ID = string(id)
		}
		delete(fields, "id")
	}
	if len(fields) > 0 {
		other, err := json.Marshal(fields)
		if err != nil {
			return row{}, err
		}
		r.Other = string(other)
	}
	return r, nil
}
