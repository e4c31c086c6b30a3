#!/usr/bin/env bash
# Compares whole processes, start-up included, on one page: pith and the
# command lines of its peers that are installed. Needs hyperfine.
#
#   ./processes.sh PAGE.html
set -euo pipefail

page=${1:?usage: processes.sh PAGE.html}
command -v hyperfine >/dev/null || { echo 'processes.sh: hyperfine is not installed' >&2; exit 2; }

tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT
(cd "$(dirname "$0")/.." && go build -o "$tmp/pith" ./cmd/pith)

quoted=$(printf %q "$page")
runs=(-n pith "$tmp/pith $quoted")
add() { # NAME PROGRAM COMMAND: if the program is there and prints an article
  if ! command -v "$2" >/dev/null; then
    echo "not installed: $1" >&2
  elif [[ -n $(bash -c "$3" 2>/dev/null | head -c 1) ]]; then
    runs+=(-n "$1" "$3")
  else
    echo "prints nothing: $1" >&2
  fi
}
add trafilatura trafilatura "trafilatura < $quoted"
add 'trafilatura, fast' trafilatura "trafilatura --fast < $quoted"
add go-trafilatura go-trafilatura "go-trafilatura --format txt $quoted"
add go-readability go-readability "go-readability $quoted"
add readability-cli readable "readable $quoted"
add defuddle defuddle "defuddle parse $quoted"

hyperfine --warmup 3 --shell bash --export-markdown /dev/stdout "${runs[@]}"
