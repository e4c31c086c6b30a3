package meta

import "strings"

// givenNames are common given names, in lower case: what begins with one of
// them and goes on in the case of names is likely a person.
const givenNames = `
aaron abby abigail adam adrian ahmed aidan alan albert alejandro alex alexander alexandra alexis ali alice alison alissa allison alyssa amanda amber amelia amir amit amy ana andre andrea andreas andrei andrew andy angela angelina anil anita anja ann anna anne annette annie anthony antoine anton antonia antonio april arjun arthur arun ashley asher audrey austin ava axel
barbara beatrice becky ben benedikt benjamin bernard bernd bernhard beth bethany betty bianca bill billy björn bob bobby bonnie brad bradley brandon brenda brendan brent brett brian bridget britta brooke bruce bruno bryan bryce
caitlin caleb cameron camila camille carl carla carlo carlos carmen carol carolin carolina caroline carolyn carrie casey catherine cathy cecilia celia chad charles charlie charlotte chelsea cheryl chloe chris christa christian christiane christina christine christof christoph christophe christopher christy cindy claire clara clare claudia claudio claus clemens clément cody colin colleen connie connor corey corinna cornelia cory courtney craig crystal curtis cynthia
daisy dale damian damien dan dana daniel daniela danielle danny darren david dawn dean deanna debbie deborah debra denis denise dennis derek detlef devin diana diane dick diego dieter dietmar dirk dmitri dmitry dominic dominik dominique don donald donna dorothy doug douglas duncan dustin dwayne dylan
eberhard ed eddie eduardo edward eileen elaine eleanor elena eli elias elisa elisabeth elise elizabeth ella ellen ellie emil emilia emilie emily emma emmanuel enrico enrique eric erica erich erik erika erin ernesto ernst esteban esther ethan eugene eva evan eve evelyn ewa
fabian fabien fabio fatima federico felicia felipe felix fernanda fernando filip fiona flora florence florian frances francesca francesco francis francisco franck françois frank franz fred frederic frederick frieda friedrich fritz
gabriel gabriela gabriele gareth gary gavin geoff geoffrey george georg georgia gerald gerard gerd gerhard gianluca gilbert gina giorgio giovanni giulia giuseppe gloria gordon grace graham grant greg gregor gregory greta gudrun guido guillaume guillermo günter günther gustav guy
hannah hannes hans harald harold harriet harry hassan heather hector heidi heike heinrich heinz helen helena helene helmut henri henrik henry herbert hermann hilary holger holly horst howard hubert hugh hugo
ian ibrahim ignacio igor ilona ilya imran ines inga inge ingo ingrid irene irina iris isaac isabel isabella isabelle ivan ivana
jack jackie jackson jacob jacqueline jacques jade jaime jake jakob james jamie jan jana jane janet janice janine jared jasmin jasmine jason jasper javier jay jean jeanne jeff jeffrey jen jenna jennifer jenny jens jeremy jerome jerry jesse jessica jessie jesús jill jim jimmy jo joachim joan joana joanna joanne joe joel johan johann johanna johannes john johnny jon jonas jonathan jordan jörg jorge jörn josé josef joseph josephine josh joshua joy joyce juan juana judith judy julia julian juliana julie julien juliet julio julius june jürgen justin jutta
kai kaitlyn karen karin karina karl karla kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kay kayla keith kelly kelsey ken kendra kenneth kerry kerstin kevin kim kimberly kirsten kirsty klaus konrad konstantin kristen kristin kristina kristine krystal kurt kyle
lara larry lars laura lauren laurence laurent laurie lea leah lee lena leo leon leonard leonardo leonie leslie levi lewis liam liliana lily linda lindsay lindsey lisa liz lois logan lorenz lorenzo lori louis louise luca lucas lucia lucie lucy luis luisa lukas luke lutz lydia lynn
maddie madeleine madison magdalena maggie malcolm malte manfred manuel manuela mara marc marcel marcello marcin marco marcos marcus margaret margarita maria mariana marianne marie marina mario marion marissa mark marko markus marlene marta martha martin martina martín marvin mary mason massimo mateo mathias mathieu mathilde matt matteo matthew matthias maurice mauricio max maxim maxime maximilian maya megan meghan mehmet melanie melinda melissa mercedes meredith mia michael michaela michal michał michel michele michelle miguel mike mikhail milan mindy miranda miriam mitchell mohamed mohammad mohammed molly mona monica monika monique morgan moritz moses murat myles
nadia nadine nancy naomi natalia natalie natasha nathalie nathan nathaniel neal neil nelson nicholas nick nicola nicolas nicole niels nigel nikhil niki nikita niklas nikola nikolai nikolaus nils nina noah noel nora norbert norma norman
olaf oleg olga oliver olivia olivier omar oscar oskar otto owen
pablo paige pam pamela paolo pascal pat patricia patrick patrik patrizia paul paula pauline pavel pedro peggy penelope penny per perry pete peter petra phil philip philipp philippe phillip phoebe phyllis pierre piotr pooja priya
quentin quinn
rachel rafael rahul rainer raj rajesh ralf ralph ramona randy raphael raúl ravi ray raymond rebecca reinhard renata renate rené rhonda ricardo riccardo richard rick ricky rita rob robert roberta roberto robin rod rodney rodrigo roger roland rolf roman ron ronald rosa rose rosemary ross roy ruben rudolf rui russ russell ruth ryan
sabine sabrina sally salvatore sam samantha samuel sandeep sandra sandro sandy sanjay sara sarah sascha scott sean sebastian sébastien selena serena sergei sergey sergio seth shane shannon sharon shaun shawn sheila shelby shelley sheri sherry shirley sidney sigrid silke silvia simon simona simone sofia sonia sonja sophia sophie spencer stacey stacy stan stanley stefan stefanie stefano steffen stella steph stephan stephanie stephen steve steven stewart stuart sue summer suresh susan susanna susanne suzanne svetlana sven svenja sydney sylvain sylvia sylvie
tamara tammy tanja tanya tara tatiana taylor ted teresa terri terry tessa theo theodor theodore theresa thomas thorsten tiffany till tim timo timothy tina tobias toby todd tom tomas tomáš tomasz tommy toni tony torsten tracey traci tracy travis trevor tricia tristan troy tyler
udo ulf ulrich ulrike ursula ute uwe
valentin valentina valerie vanessa vera verena verónica veronica veronika victor victoria vijay viktor viktoria vincent vincenzo viola virginia vivian vivien vladimir volker
wade walter wanda warren wayne wendy werner wes wesley whitney wilfried wilhelm will willi william willie wojciech wolf wolfgang
xavier xenia yann yannick yasmin ying yolanda yusuf yvette yvonne zach zachary zack zoe zoey
александр алексей алина анастасия андрей анна антон артем борис вадим валентина валерий василий вера виктор виктория владимир галина дарья денис дмитрий евгений евгения екатерина елена иван игорь илья ирина константин ксения лариса людмила максим марина мария михаил надежда наталья никита николай оксана олег ольга павел петр роман светлана сергей татьяна юлия юрий ярослав`

// titleWords are words that headlines, menus and sections have and names do
// not, in lower case.
const titleWords = `
a about access account alphabet cities countries country county date default name names newest oldest popularity rating relevance state states ad add advertisement after all also analysis and announcements answer app apps archive are article articles artificial as ask at author available awards back bank basics be beginner beginners benefits best better big blog board book books brand brands budget build business but buy by buying call can car care careers case categories category center certification change cheap check checklist choose city class classes cleaning click clinic close cloud code collection come coming common community companies company comparison complete conclusion contact content contents cookie cookies corner cost costs course courses credit culture customer customers daily data day days deal deals definition delivery demo design details development different digital discover do docs does download early easy economy education email energy engine entertainment environment equipment event events every everything examples exclusive exercise expert explained explore fact facts family faq faqs fast favorite featured features filed finance financial find fitness five food foods for forum free from full fun future gallery game games garden gear general get gift gifts global go golden good great group guide guides guidelines health healthy help here high history holiday home hot hotel house how ideas if image impact important in includes industry information innovation insights insurance interview into introduction investing is issue it items job jobs join just key kids kitchen know language large last latest law learn learning legal less lessons library life lifestyle like line link links list listen live local login long look love machine main make making management map market marketing media medical meet member members menu mental methods minute minutes mobile modern money monthly more most movie movies music must my national nature need network new news newsletter next no not note now nutrition of off offers office on one online only open opinion options or order other our out overview own page parents partners payment people perfect performance personal photo photos pick picks plan planning plans play podcast policies policy politics popular post posts practice practices press prevention price prices pricing privacy pro problem process product products professional program programs project projects pros questions quick quiz ranking rates read reading ready real reason reasons recent recipe recipes recommended related release remote rental report reports request research resource resources results review reviews right risk role rules safety sale sales sample save schedule school science search section security see sell series service services set setup share shop shopping short should show sign simple site skills small smart social software solution solutions some sources space special sponsored sports stage start started step steps still stock stocks store stories story strategies strategy student students studio study style subscribe summary support survey sustainable system systems table tag tags tax team tech technologies technology terms test testing than that the their them these they things this three tickets time times tips to today tool tools top topic topics training transfer travel treatment trending trends try two types ultimate understanding university update updates us use used user using value vehicle versus video videos view views visit vs want was watch water way ways we web website website websites week weekly wellness what when where which who why will wine winning wireless with work working workout workouts world write writing year years you your
der die das und mit für auf im ein eine zur zum wie was warum neue alle mehr nach aus bei über news aktuell thema themen startseite kontakt impressum service suche
le la les des une pour dans avec sur actualités accueil
los las una para con sobre noticias inicio`

// particles are headline words that names have, too.
const particles = "la le das los"

// nameWords tells whether s begins with a common given name, and whether it
// has a word that headlines have and names do not.
func nameWords(s string) (given, title bool) {
	i := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.Trim(w, ".,:!?'’\"()")
		if i == 0 || i == 1 && len(w) < 4 {
			first, _, _ := strings.Cut(w, "-")
			given = given || is(first, givenName)
		}
		i++
		title = title || classesOf(w)&(titleWord|particle) == titleWord
	}
	return given, title
}
