package meta

import "unicode/utf8"

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9fff }

// hanDigit is the value of a Han numeral, 10 for ten, else -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '○', '零':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return -1
}

// hanNumber reads a number in Han numerals (二〇二五, 二十五) that stands
// before a unit of a date.
func hanNumber(s string, t *token) bool {
	start, val, digits, i, tens := t.start, int32(0), uint8(0), 0, false
	for i < len(s) && digits < 5 {
		r, w := utf8.DecodeRuneInString(s[i:])
		d := hanDigit(r)
		if d < 0 {
			if r != '年' && r != '月' && r != '日' {
				return false
			}
			break
		}
		switch {
		case d == 10:
			val, tens = 10*max(val, 1), true
		case tens:
			val += int32(d)
		default:
			val = val*10 + int32(d)
		}
		digits++
		i += w
	}
	if digits == 0 || i == len(s) {
		return false
	}
	t.kind, t.val, t.digits, t.end = number, val, digits, start+int32(i)
	return true
}
