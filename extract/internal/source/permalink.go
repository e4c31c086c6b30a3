package source

import "strings"

// isPermalink reports whether a link with this text and address leads to the
// place where it stands, as manuals have them beside their headings: a mark for
// a pointer to click on, and no part of what it stands beside. Signs that
// may be words, of music or the law, are such if they lead nowhere else.
func isPermalink(text, address string) bool {
	switch text {
	case "¶", "🔗":
		return strings.Contains(address, "#")
	case "#", "§":
		return strings.HasPrefix(address, "#")
	}
	return false
}
