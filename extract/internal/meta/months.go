package meta

import (
	"strings"
	"time"
)

// monthWords lists the names of the months, January to December, in lower
// case as they stand in dates: nominative and genitive forms and the usual
// abbreviations, language by language. Forms within a month are separated by
// spaces. A form that two languages use for different months is left to the
// one that is written more (the Croatian listopad is the Polish and Czech one).
var monthWords = [...][12]string{
	{"january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"},                                                                                                                                         // English
	{"januar jänner jän", "februar feber", "märz mär mrz maerz", "april", "mai", "juni", "juli", "august", "september", "oktober okt", "november", "dezember dez"},                                                                                                                                                           // German
	{"janvier janv", "février fevrier févr fév fevr", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout", "septembre", "octobre", "novembre", "décembre decembre déc"},                                                                                                                                          // French
	{"enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago", "septiembre setiembre set", "octubre", "noviembre", "diciembre dic"},                                                                                                                                                              // Spanish
	{"janeiro", "fevereiro fev", "março marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro out", "novembro", "dezembro"},                                                                                                                                                                              // Portuguese
	{"gennaio gen genn", "febbraio febb", "marzo", "aprile", "maggio mag magg", "giugno giu", "luglio lug", "agosto", "settembre sett", "ottobre ott", "novembre", "dicembre"},                                                                                                                                               // Italian
	{"januari", "februari", "maart mrt", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},                                                                                                                                                                                         // Dutch
	{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},                                                                                                                                                                                               // Swedish
	{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december des"},                                                                                                                                                                                             // Danish, Norwegian
	{"janúar", "febrúar", "mars", "apríl", "maí", "júní", "júlí", "ágúst", "september", "október", "nóvember", "desember"},                                                                                                                                                                                                   // Icelandic, Norwegian
	{"tammikuu tammikuuta tammi", "helmikuu helmikuuta helmi", "maaliskuu maaliskuuta maalis", "huhtikuu huhtikuuta huhti", "toukokuu toukokuuta touko", "kesäkuu kesäkuuta kesä", "heinäkuu heinäkuuta heinä", "elokuu elokuuta", "syyskuu syyskuuta", "lokakuu lokakuuta", "marraskuu marraskuuta", "joulukuu joulukuuta"}, // Finnish
	{"jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober", "november", "detsember"},                                                                                                                                                                                          // Estonian
	{"janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī", "maijs maijā", "jūnijs jūnijā", "jūlijs jūlijā", "augusts augustā", "septembris septembrī", "oktobris oktobrī", "novembris novembrī", "decembris decembrī"},                                                                                  // Latvian
	{"sausio sausis", "vasario vasaris", "kovo kovas", "balandžio balandis", "gegužės gegužė", "birželio birželis", "liepos liepa", "rugpjūčio rugpjūtis", "rugsėjo rugsėjis", "spalio spalis", "lapkričio lapkritis", "gruodžio gruodis"},                                                                                   // Lithuanian
	{"stycznia styczeń sty", "lutego luty lut", "marca marzec", "kwietnia kwiecień kwi", "maja maj", "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie", "września wrzesień wrz", "października październik paź", "listopada listopad lis", "grudnia grudzień gru"},                                         // Polish
	{"ledna leden led", "února únor úno", "března březen bře", "dubna duben dub", "května květen kvě", "června červen čer", "července červenec čvc", "srpna srpen srp", "září zář", "října říjen říj", "listopadu", "prosince prosinec pro"},                                                                                 // Czech
	{"januára január", "februára február", "marca marec", "apríla apríl", "mája máj", "júna jún", "júla júl", "augusta august", "septembra", "októbra október", "novembra", "decembra"},                                                                                                                                      // Slovak
	{"január jan", "február febr", "március márc", "április ápr", "május máj", "június jún", "július júl", "augusztus", "szeptember szept", "október", "november", "december"},                                                                                                                                               // Hungarian
	{"ianuarie ian", "februarie", "martie", "aprilie", "mai", "iunie iun", "iulie iul", "august", "septembrie", "octombrie", "noiembrie noi", "decembrie"},                                                                                                                                                                   // Romanian
	{"siječnja siječanj", "veljače veljača", "ožujka ožujak", "travnja travanj", "svibnja svibanj", "lipnja lipanj", "srpnja srpanj", "kolovoza kolovoz", "rujna rujan", "", "studenoga studeni studenog", "prosinca prosinac"},                                                                                              // Croatian
	{"januara januar januarja јануар јануара", "februara februarja фебруар фебруара", "marta mart март марта", "aprila април априла", "maja maj мај маја", "juna junija јун јуна", "jula julija јул јула", "avgusta avgust август августа", "septembra септембар септембра", "oktobra oktobar октобар октобра", "novembra novembar новембар новембра", "decembra decembar децембар децембра"}, // Serbian, Slovene, Bosnian
	{"января январь янв", "февраля февраль фев февр", "марта март мар", "апреля апрель апр", "мая май", "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сен сент", "октября октябрь окт", "ноября ноябрь ноя нояб", "декабря декабрь дек"},                                                                                                                         // Russian
	{"січня січень січ", "лютого лютий лют", "березня березень бер", "квітня квітень кві квіт", "травня травень тра трав", "червня червень чер черв", "липня липень лип", "серпня серпень сер серп", "вересня вересень вер", "жовтня жовтень жов жовт", "листопада листопад лис", "грудня грудень гру груд"},                                                                                  // Ukrainian
	{"студзеня", "лютага", "сакавіка", "красавіка", "мая", "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка", "лістапада", "снежня"},                                                                                                                                                                                                                                                    // Belarusian
	{"януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември", "декември"},                                                                                                                                                                                                                                                                    // Bulgarian, Macedonian
	{"јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври", "ноември", "декември"},                                                                                                                                                                                                                                                                 // Macedonian
	{"ιανουαρίου ιανουάριος ιαν", "φεβρουαρίου φεβρουάριος φεβ", "μαρτίου μάρτιος μαρ", "απριλίου απρίλιος απρ", "μαΐου μαϊου μάιος μαι μαΐ", "ιουνίου ιούνιος ιουν", "ιουλίου ιούλιος ιουλ", "αυγούστου αύγουστος αυγ", "σεπτεμβρίου σεπτέμβριος σεπ", "οκτωβρίου οκτώβριος οκτ", "νοεμβρίου νοέμβριος νοε", "δεκεμβρίου δεκέμβριος δεκ"},                                                    // Greek
	{"ocak oca", "şubat şub", "mart", "nisan nis", "mayıs may", "haziran haz", "temmuz tem", "ağustos ağu", "eylül eyl", "ekim eki", "kasım kas", "aralık ara"},                                                                                                                                                                                                                               // Turkish
	{"yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust avgust", "sentyabr", "oktyabr", "noyabr", "dekabr"},                                                                                                                                           // Azerbaijani, Uzbek
	{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"},                                                                                                                                            // Kazakh
	{"يناير جانفي", "فبراير فيفري", "مارس", "أبريل ابريل أفريل إبريل", "مايو ماي", "يونيو جوان يونيه", "يوليو جويلية يوليوز يوليه", "أغسطس اغسطس أوت غشت", "سبتمبر شتنبر", "أكتوبر اكتوبر", "نوفمبر نونبر", "ديسمبر دجنبر"},                                            // Arabic
	{"كانون‌الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "", "", ""},                                                                                                                                                                     // Levantine Arabic
	{"ינואר בינואר", "פברואר בפברואר", "מרץ במרץ מרס במרס", "אפריל באפריל", "מאי במאי", "יוני ביוני", "יולי ביולי", "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר"},                                                          // Hebrew
	{"जनवरी", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर", "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर"},                                                                                                                 // Hindi
	{"जानेवारी", "फेब्रुवारी", "", "एप्रिल", "मे", "", "जुलै", "ऑगस्ट", "सप्टेंबर", "ऑक्टोबर", "नोव्हेंबर", "डिसेंबर"},                                                                                                                                                 // Marathi
	{"জানুয়ারি জানুয়ারী", "ফেব্রুয়ারি ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"},                                                                                                               // Bengali
	{"ஜனவரி", "பிப்ரவரி", "மார்ச்", "ஏப்ரல்", "மே", "ஜூன்", "ஜூலை", "ஆகஸ்ட்", "செப்டம்பர்", "அக்டோபர்", "நவம்பர்", "டிசம்பர்"},                                                                                                                                         // Tamil
	{"జనవరి", "ఫిబ్రవరి", "మార్చి", "ఏప్రిల్", "మే", "జూన్", "జులై జూలై", "ఆగస్టు", "సెప్టెంబర్", "అక్టోబర్", "నవంబర్", "డిసెంబర్"},                                                                                                                                    // Telugu
	{"જાન્યુઆરી", "ફેબ્રુઆરી", "માર્ચ", "એપ્રિલ", "મે", "જૂન", "જુલાઈ", "ઑગસ્ટ ઓગસ્ટ", "સપ્ટેમ્બર", "ઑક્ટોબર ઓક્ટોબર", "નવેમ્બર", "ડિસેમ્બર"},                                                                                                                          // Gujarati
	{"ಜನವರಿ", "ಫೆಬ್ರವರಿ", "ಮಾರ್ಚ್", "ಏಪ್ರಿಲ್", "ಮೇ", "ಜೂನ್", "ಜುಲೈ", "ಆಗಸ್ಟ್", "ಸೆಪ್ಟೆಂಬರ್", "ಅಕ್ಟೋಬರ್", "ನವೆಂಬರ್", "ಡಿಸೆಂಬರ್"},                                                                                                                                        // Kannada
	{"ജനുവരി", "ഫെബ്രുവരി", "മാർച്ച്", "ഏപ്രിൽ", "മെയ് മേയ്", "ജൂൺ", "ജൂലൈ", "ഓഗസ്റ്റ്", "സെപ്റ്റംബർ", "ഒക്ടോബർ", "നവംബർ", "ഡിസംബർ"},                                                                                                                                   // Malayalam
	{"ਜਨਵਰੀ", "ਫਰਵਰੀ ਫ਼ਰਵਰੀ", "ਮਾਰਚ", "ਅਪ੍ਰੈਲ", "ਮਈ", "ਜੂਨ", "ਜੁਲਾਈ", "ਅਗਸਤ", "ਸਤੰਬਰ", "ਅਕਤੂਬਰ", "ਨਵੰਬਰ", "ਦਸੰਬਰ"},                                                                                                                                                     // Punjabi
	{"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"},                                                                                                                                                           // Urdu
	{"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"},                                                                                                                                                         // Persian, Gregorian months
	{"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"},                                                                                                                             // Thai
	{"januari", "februari peb", "maret", "april", "mei", "juni", "juli", "agustus agu agt", "september", "oktober", "november nop", "desember"},                                                                                                                        // Indonesian
	{"januari", "februari", "mac", "april", "mei", "jun", "julai", "ogos", "september", "oktober", "november", "disember dis"},                                                                                                                                         // Malay
	{"enero", "pebrero", "marso", "abril", "mayo", "hunyo", "hulyo", "agosto", "setyembre", "oktubre", "nobyembre", "disyembre"},                                                                                                                                       // Filipino
	{"januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba", "oktoba", "novemba", "desemba"},                                                                                                                                           // Swahili
	{"gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre", "novembre", "desembre"},                                                                                                                                             // Catalan
	{"urtarrila urtarrilaren", "otsaila otsailaren", "martxoa martxoaren", "apirila apirilaren", "maiatza maiatzaren", "ekaina ekainaren", "uztaila uztailaren", "abuztua abuztuaren", "iraila irailaren", "urria urriaren", "azaroa azaroaren", "abendua abenduaren"}, // Basque
	{"xaneiro", "febreiro", "marzo", "abril", "maio", "xuño", "xullo", "agosto", "setembro", "outubro", "novembro", "decembro"},                                                                                                                                        // Galician
	{"janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor"},                                                                                                                                                 // Albanian
	{"januarie", "februarie", "maart", "april", "mei", "junie", "julie", "augustus", "september", "oktober", "november", "desember"},                                                                                                                                   // Afrikaans
	{"հունվարի", "փետրվարի", "մարտի", "ապրիլի", "մայիսի", "հունիսի", "հուլիսի", "օգոստոսի", "սեպտեմբերի", "հոկտեմբերի", "նոյեմբերի", "դեկտեմբերի"},                                                                                                                     // Armenian
	{"იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი"},                                                                                                                            // Georgian
}

// persianMonths are the months of the solar Hijri calendar.
var persianMonths = [12]string{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"}

// months tells the number of each form of a month's name; for those of the
// Persian calendar 20 and their number. monthLetters are those that begin one.
var months, monthLetters = func() (*wordTable, *sieve) {
	t, letters := newWordTable(1<<11), new(sieve)
	for _, lang := range monthWords {
		for i, forms := range lang {
			for w := range strings.SplitSeq(forms, " ") {
				if k := keyOf(w); t.at(k) == 0 && len(w) > 2 {
					t.enter(k, uint64(i+1))
					letters.enter(w)
				}
			}
		}
	}
	for i, w := range persianMonths {
		s := t.slot(keyOf(w))
		s.key, s.val = keyOf(w), uint64(21+i)
	}
	return t, letters
}()

// maxMonthBytes is the length of the longest name of a month.
const maxMonthBytes = 40

// monthOf is the month that a word names, 0 if none.
func monthOf(w string) uint8 {
	if len(w) < 3 || len(w) > maxMonthBytes || !monthLetters.mayBegin(w) {
		return 0
	}
	return uint8(months.at(keyOf(w)))
}

// relativeUnits are the beginnings of the words for units of time; months and
// years are too coarse to name a day.
var relativeUnits = []struct {
	word  string
	unit  time.Duration
	whole bool // no letters may follow
}{
	{"minut", time.Minute, false}, {"mins", time.Minute, true}, {"min", time.Minute, true}, {"хвилин", time.Minute, false}, {"минут", time.Minute, false},
	{"分钟", time.Minute, false}, {"分鐘", time.Minute, false}, {"分前", time.Minute, false}, {"분", time.Minute, true}, {"dakika", time.Minute, false}, {"دقيق", time.Minute, false}, {"menit", time.Minute, false}, {"phút", time.Minute, false},
	{"hour", time.Hour, false}, {"hrs", time.Hour, true}, {"hr", time.Hour, true}, {"stunde", time.Hour, false}, {"std", time.Hour, true}, {"heure", time.Hour, false}, {"hora", time.Hour, false}, {"ore", time.Hour, true}, {"ora", time.Hour, true},
	{"uur", time.Hour, true}, {"uren", time.Hour, true}, {"timm", time.Hour, false}, {"time", time.Hour, false}, {"godzin", time.Hour, false}, {"hodin", time.Hour, false}, {"час", time.Hour, false}, {"годин", time.Hour, false},
	{"小时", time.Hour, false}, {"小時", time.Hour, false}, {"時間", time.Hour, false}, {"시간", time.Hour, false}, {"saat", time.Hour, false}, {"ساع", time.Hour, false}, {"jam", time.Hour, true}, {"giờ", time.Hour, true},
	{"day", 24 * time.Hour, false}, {"tag", 24 * time.Hour, false}, {"jour", 24 * time.Hour, false}, {"día", 24 * time.Hour, false}, {"dia", 24 * time.Hour, false}, {"giorn", 24 * time.Hour, false}, {"dag", 24 * time.Hour, false},
	{"dni", 24 * time.Hour, true}, {"dní", 24 * time.Hour, true}, {"dny", 24 * time.Hour, true}, {"дн", 24 * time.Hour, false}, {"день", 24 * time.Hour, false}, {"天", 24 * time.Hour, false}, {"日前", 24 * time.Hour, false}, {"일", 24 * time.Hour, true},
	{"gün", 24 * time.Hour, false}, {"يوم", 24 * time.Hour, false}, {"أيام", 24 * time.Hour, false}, {"hari", 24 * time.Hour, false}, {"ngày", 24 * time.Hour, false},
	{"week", 7 * 24 * time.Hour, false}, {"woche", 7 * 24 * time.Hour, false}, {"semaine", 7 * 24 * time.Hour, false}, {"semana", 7 * 24 * time.Hour, false}, {"settiman", 7 * 24 * time.Hour, false}, {"недел", 7 * 24 * time.Hour, false}, {"周前", 7 * 24 * time.Hour, false},
}

// agoWords mark a phrase as lying in the past.
var agoWords = []string{"ago", "vor ", "il y a", "hace ", " fa", "há ", "atrás", "geleden", "sedan", "siden", "sitten", "temu", "před ", "назад", "тому", "前", "전", "önce", "منذ", "yang lalu", "lalu", "trước", "πριν", "acum ", "पहले", "לפני"}
