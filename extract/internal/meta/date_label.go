package meta

import "strings"

// modWords and pubWords are the words before a date that tell what it is the
// date of, in lower case.
var (
	modWords   = [...]string{"updated", "update", "modified", "revised", "last edited", "last reviewed", "reviewed on", "edited", "last change", "aktualisiert", "geändert", "letzte änderung", "zuletzt", "stand:", "mis à jour", "mise à jour", "modifié", "màj", "actualizado", "actualización", "última actualización", "modificado", "atualizado", "atualização", "aggiornato", "aggiornamento", "ultima modifica", "bijgewerkt", "gewijzigd", "laatst", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "aktualizacja", "zaktualizowano", "aktualizováno", "aktualizované", "frissítve", "módosítva", "actualizat", "ažurirano", "обновлено", "изменено", "оновлено", "ενημερώθηκε", "ενημέρωση", "güncelleme", "güncellendi", "son güncelleme", "تحديث", "آخر تحديث", "به‌روزرسانی", "עודכן", "अपडेट", "diperbarui", "cập nhật", "อัปเดต", "更新", "修改", "最終更新", "수정", "업데이트"}
	pubWords   = [...]string{"published", "posted", "publish date", "first published", "originally published", "created", "release date", "released", "date:", "asked", "veröffentlicht", "erschienen", "publiziert", "erstellt", "publié", "publication", "mis en ligne", "posté", "publicado", "publicada", "pubblicato", "gepubliceerd", "geplaatst", "publicerad", "publiceret", "udgivet", "publisert", "julkaistu", "opublikowano", "data publikacji", "publikováno", "publikované", "megjelent", "publicat", "objavljeno", "опубликовано", "дата публикации", "опубліковано", "δημοσιεύθηκε", "δημοσίευση", "yayınlanma", "giriş", "نشر", "تاريخ النشر", "انتشار", "פורסם", "प्रकाशित", "diterbitkan", "ngày đăng", "เผยแพร่", "发布", "發布", "发表", "發表", "公開", "掲載", "投稿日", "등록", "입력", "게시"}
	eventWords = [...]string{"until", "deadline", "bis zum", "jusqu'au", "hasta el", "fino al", "expires", "valid", "born", "geboren", "ends", "due", "ab dem", "starts", "copyright", "©"}
)

var modIndex, pubIndex = phraseIndexOf(modWords[:]), phraseIndexOf(pubWords[:])

// labelKind is the kind of line that the words before a date make it, else
// kind.
func (d *dateFinder) labelKind(lead string, kind feature) feature {
	if len(lead) < 3 {
		return kind
	}
	if len(lead) > 60 {
		lead = lead[len(lead)-60:]
	}
	lead = d.text.lower(lead)
	for i := len(lead) - 1; i >= 0; i-- { // the last one tells
		switch {
		case pubIndex.begins(lead[i:]):
			return dateLabelPub
		case modIndex.begins(lead[i:]):
			return dateLabelMod
		}
	}
	return kind
}

// isEvent reports whether the words before a date, in lower case, make it one
// of something else than the text.
func isEvent(lead string) bool {
	for _, w := range eventWords {
		if strings.Contains(lead, w) {
			return true
		}
	}
	return false
}
