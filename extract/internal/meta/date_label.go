package meta

import (
	"slices"
	"strings"
)

// modWords and pubWords are the words before a date that tell what it is the
// date of, in lower case.
var (
	modWords   = [...]string{"updated", "update", "modified", "revised", "last edited", "last reviewed", "reviewed on", "edited", "last change", "aktualisiert", "geändert", "letzte änderung", "zuletzt", "stand:", "mis à jour", "mise à jour", "modifié", "màj", "actualizado", "actualización", "última actualización", "modificado", "atualizado", "atualização", "aggiornato", "aggiornamento", "ultima modifica", "bijgewerkt", "gewijzigd", "laatst", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "aktualizacja", "zaktualizowano", "aktualizováno", "aktualizované", "frissítve", "módosítva", "actualizat", "ažurirano", "обновлено", "изменено", "оновлено", "ενημερώθηκε", "ενημέρωση", "güncelleme", "güncellendi", "son güncelleme", "تحديث", "آخر تحديث", "به‌روزرسانی", "עודכן", "अपडेट", "diperbarui", "cập nhật", "อัปเดต", "更新", "修改", "最終更新", "수정", "업데이트"}
	pubWords   = [...]string{"published", "posted", "publish date", "first published", "originally published", "created", "release date", "released", "date:", "asked", "veröffentlicht", "erschienen", "publiziert", "erstellt", "publié", "publication", "mis en ligne", "posté", "publicado", "publicada", "pubblicato", "gepubliceerd", "geplaatst", "publicerad", "publiceret", "udgivet", "publisert", "julkaistu", "opublikowano", "data publikacji", "publikováno", "publikované", "megjelent", "publicat", "objavljeno", "опубликовано", "дата публикации", "опубліковано", "δημοσιεύθηκε", "δημοσίευση", "yayınlanma", "giriş", "نشر", "تاريخ النشر", "انتشار", "פורסם", "प्रकाशित", "diterbitkan", "ngày đăng", "เผยแพร่", "发布", "發布", "发表", "發表", "公開", "掲載", "投稿日", "등록", "입력", "게시"}
	eventWords = [...]string{"until", "deadline", "bis zum", "jusqu'au", "hasta el", "fino al", "expires", "valid", "born", "geboren", "ends", "due", "ab dem", "starts", "copyright", "©"}
)

// accountWords stand before the day on which somebody opened an account, as they
// do beside every contribution to a forum; firstWords beside the words of a
// publication that others followed.
var (
	accountWords = [...]string{"joined", "join date", "registered", "registration", "member since", "founded", "mitglied seit", "registriert", "dabei seit", "inscription", "inscrit le", "miembro desde", "registrado", "fecha de ingreso", "iscritto dal", "registrato", "lid sinds", "geregistreerd", "medlem siden", "registrerad", "dołączył", "rejestracja", "регистрация", "на форуме с", "katılım", "注册时间", "註冊", "登録日", "가입일"}
	firstWords   = [...]string{"first ", "original", "initial", "erstmal", "erstver", "zuerst", "ursprünglich", "oorspronkelijk", "première fois", "primera vez", "prima volta"}
)

var modIndex, pubIndex, accountIndex = phraseIndexOf(modWords[:]), phraseIndexOf(pubWords[:]), phraseIndexOf(accountWords[:])

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
			if holdsOne(lead, firstWords[:]) {
				return dateLabelFirst
			}
			return dateLabelPub
		case modIndex.begins(lead[i:]):
			return dateLabelMod
		}
	}
	return kind
}

// isEvent reports whether the words before a date, in lower case, make it one
// of something else than the text.
func isEvent(lead string) bool { return holdsOne(lead, eventWords[:]) }

func holdsOne(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// maxAccount is how much text before a date may hold accountWords, in bytes: a
// weekday may stand between.
const maxAccount = 30

// isAccount reports whether the words before a date in block i, or the label
// above if there are none, make it the day on which somebody opened an account.
func (d *dateFinder) isAccount(lead string, i int) bool {
	if strings.TrimSpace(lead) == "" && i > 0 {
		if lead = d.page.Blocks[i-1].Text; len(lead) > maxAccount || strings.ContainsAny(lead, "0123456789") {
			return false
		}
	}
	lead = d.text.lower(lead[max(0, len(lead)-maxAccount):])
	for k := range lead {
		if accountIndex.begins(lead[k:]) {
			return true
		}
	}
	return false
}
