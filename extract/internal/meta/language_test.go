package meta

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "The garden was full of bees and the gate had been left open for them."},
		{"de", "Der Garten war voller Bienen, und das Tor hatte man für sie nicht geschlossen."},
		{"fr", "Le jardin est plein d'abeilles et la porte reste ouverte pour elles dans la nuit."},
		{"es", "El jardín se llenó de abejas y la puerta no se cerró por la noche para que entraran."},
		{"pt", "O jardim estava cheio de abelhas e não se fechou a porta para que elas entrassem."},
		{"it", "Il giardino è pieno di api e la porta non si chiude, per farle entrare nella notte."},
		{"nl", "De tuin zat vol met bijen en het hek is niet gesloten, zodat ze er ook in konden."},
		{"sv", "Det var fullt av bin i trädgården och grinden är inte stängd för att de ska komma in."},
		{"pl", "Ogród był pełen pszczół i nie zamknięto furtki, żeby się do niego dostały."},
		{"cs", "Zahrada byla plná včel a branka se nezavřela, protože je to pro ně lepší."},
		{"hu", "A kert tele volt méhekkel, és nem zárták be a kaput, hogy egy se maradjon kint."},
		{"tr", "Bahçe arılarla dolu ve kapı onlar için bütün gece açık bırakıldı, çok güzel bir bahçe."},
		{"ru", "В саду было полно пчёл, и калитку не закрыли, чтобы они могли в него попасть."},
		{"uk", "У саду було повно бджіл, і хвіртку не зачинили, щоб вони могли до нього потрапити."},
		{"zh", "花园里到处都是蜜蜂，大门整夜都开着，好让它们飞进来。"},
		{"ja", "庭は蜂でいっぱいだったので、夜の間ずっと門が開けてあった。"},
		{"ko", "정원은 벌들로 가득했고 문은 밤새도록 열려 있었다고 합니다."},
		{"ar", "كانت الحديقة مليئة بالنحل وبقي الباب مفتوحا من أجلها في الليل."},
		{"fa", "باغ پر از زنبور بود و در را برای آنها تا صبح باز گذاشتند که بیایند."},
		{"he", "הגינה הייתה מלאה דבורים והשער נשאר פתוח כל הלילה"},
		{"el", "Ο κήπος ήταν γεμάτος μέλισσες και η πόρτα έμεινε ανοιχτή."},
		{"hi", "बगीचा मधुमक्खियों से भरा था और दरवाजा रात भर खुला रहा।"},
		{"", "12 34 :-)"},
		{"", "Xqz blrg fnord zzyzx qwrt plmk vbnm"},
	} {
		var all census
		all.count(c.text)
		require.Equal(t, c.want, all.language(), c.text)
	}
}
