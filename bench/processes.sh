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

runs=(-n pith "$tmp/pith $(printf %q "$page")")
add() { # NAME COMMAND...: if the command is there
  if command -v "$2" >/dev/null; then
    runs+=(-n "$1" "${*:2} $(printf %q "$page")")
  else
    echo "not installed: $1" >&2
  fi
}
stdin() { # the same for commands that read the page from standard input
  if command -v "$2" >/dev/null; then
    runs+=(-n "$1" "${*:2} < $(printf %q "$page")")
  else
    echo "not installed: $1" >&2
  fi
}
stdin trafilatura trafilatura
stdin 'trafilatura, fast' trafilatura --fast
add go-trafilatura go-trafilatura --format txt
add go-readability go-readability
add 'readability-cli' readable
add defuddle defuddle parse

hyperfine --warmup 3 --ignore-failure --shell bash --export-markdown /dev/stdout "${runs[@]}"
