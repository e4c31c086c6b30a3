package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pithtext/pith/extract/render"
)

// A record is one line for every reader of lines.
func TestRecordIsOneLine(t *testing.T) {
	offset := int64(7)
	rec := record{ID: json.RawMessage(`"a<b"`), Source: "x", Offset: &offset, Record: render.Record{Text: "a\nb\u2028c\u0085d\ve<f>"}}
	line := string(rec.line())
	require.Equal(t, `{"id":"a<b","source":"x","offset":7,"text":"a\nb\u2028c\u0085d\u000be<f>"}`+"\n", line)
}

// However a table was torn, only whole rows count.
func TestScanRows(t *testing.T) {
	row := record{ID: json.RawMessage("12"), Source: "s", Record: render.Record{Text: "a\n\"b\""}, Error: "e"}
	last := record{Source: "t"}
	whole := string(csvRow(columns)) + string(row.row()) + string(last.row())
	ends := map[int]int{len(csvRow(columns)): 0, len(csvRow(columns)) + len(row.row()): 1, len(whole): 2}
	for cut := range len(whole) + 1 {
		var keys []string
		n, err := scanRows(func(r record) { keys = append(keys, r.key()) })(strings.NewReader(whole[:cut]))
		require.NoError(t, err)
		want, wantRows := 0, 0
		for end, rows := range ends {
			if end <= cut && end > want {
				want, wantRows = end, rows
			}
		}
		require.Equal(t, int64(want), n, "torn at %d", cut)
		require.Len(t, keys, wantRows)
		if wantRows == 2 {
			require.Equal(t, []string{row.key(), last.key()}, keys)
		}
	}
}
