// Words of Latvian adverts for work in forms people write and search by, declined by hand: each line is one word, the women's form of a trade with it.
export const LATVIAN_JOB_WORDS = `
būvstrādnieks būvstrādnieka būvstrādniekam būvstrādnieku būvstrādnieki būvstrādniekiem būvstrādniekus būvstrādniece būvstrādnieces būvstrādniecei būvstrādnieču
strādnieks strādnieka strādniekam strādnieku strādniekiem strādnieki strādniece strādniecēm strādnieci
palīgstrādnieks palīgstrādnieka palīgstrādniekus palīgstrādniekiem palīgstrādniece palīgstrādnieces
namdaris namdara namdarim namdari namdari namdaru namdariem namdarus
mūrnieks mūrnieka mūrniekam mūrnieki mūrnieku mūrniekiem mūrniece
betonētājs betonētāja betonētājam betonētāju betonētāji betonētājiem betonētājus betonētāja betonētājas betonētājai
montētājs montētāja montētājam montētāju montētājiem montētājus montētājos montētājas montētājai montētājām
jumiķis jumiķa jumiķim jumiķi jumiķu jumiķiem jumiķus
flīzētājs flīzētāja flīzētājam flīzētāju flīzētājiem flīzētājai
apmetējs apmetēja apmetējam apmetēju apmetējiem apmetējus apmetējai
krāsotājs krāsotāja krāsotājam krāsotāju krāsotāji krāsotājiem krāsotājas krāsotājai krāsotājām
siltinātājs siltinātāja siltinātājam siltinātāju siltinātājiem
santehniķis santehniķa santehniķim santehniķi santehniķu santehniķiem santehniķe santehniķes
elektriķis elektriķa elektriķim elektriķi elektriķu elektriķiem elektriķus elektriķe elektriķei
montieris montiera montierim montieri montieru montieriem
vadītājs vadītāja vadītājam vadītāju vadītāji vadītājiem vadītājus vadītājai vadītājas vadītājām
autovadītājs autovadītāja autovadītājam autovadītāju autovadītājiem autovadītājas
šoferis šofera šoferim šoferi šoferu šoferiem šoferus šoferos šofere šoferei
metinātājs metinātāja metinātājam metinātāju metinātāji metinātājiem metinātājus metinātājai metinātājas metinātājām
skārdnieks skārdnieka skārdniekam skārdnieku skārdniekiem
virpotājs virpotāja virpotājam virpotāju virpotājiem
frēzētājs frēzētāja frēzētājam frēzētāju frēzētājiem
slīpētājs slīpētāja slīpētājam slīpētāju slīpētājiem
automehāniķis automehāniķa automehāniķim automehāniķi automehāniķu automehāniķiem
mehāniķis mehāniķa mehāniķim mehāniķu mehāniķiem mehāniķe
atslēdznieks atslēdznieka atslēdzniekam atslēdzniekus atslēdzniekiem
remontatslēdznieks remontatslēdznieka remontatslēdzniekam remontatslēdznieku remontatslēdzniekiem
cinkotājs cinkotāja cinkotājam cinkotāju
galdnieks galdnieka galdniekam galdnieku galdnieki galdniekiem galdniekus galdniece galdnieces
žāvētājs žāvētāja žāvētājam žāvētāju žāvētājiem
operators operatora operatoram operatoru operatori operatoriem operatorus operatore operatores operatorei
zāģeris zāģera zāģerim zāģeru zāģeriem
motorzāģis motorzāģa motorzāģi motorzāģu motorzāģiem
mežstrādnieks mežstrādnieka mežstrādniekus mežstrādniekiem
kopējs kopēja kopējam kopēju kopējiem kopējas
traktorists traktorista traktoristam traktoristu traktoristiem traktoriste
laukstrādnieks laukstrādnieka laukstrādniekam laukstrādnieku laukstrādniece
slaucējs slaucēja slaucējam slaucēju slaucējiem slaucējas slaucējai
lopkopējs lopkopēja lopkopējam lopkopēju lopkopējiem lopkopējas
dārznieks dārznieka dārzniekam dārznieku dārzniekiem dārzniece dārznieces
zvejnieks zvejnieka zvejniekam zvejnieku zvejniekiem
matrozis matroža matrozim matrozi matrožu matrožiem matrožus
apstrādātājs apstrādātāja apstrādātājam apstrādātāju apstrādātājiem apstrādātājai apstrādātājām
konservētājs konservētāja konservētāju konservētājiem
maiznieks maiznieka maizniekam maiznieku maizniece
konditors konditora konditoram konditoru konditoriem konditore konditorei
miesnieks miesnieka miesniekam miesnieku miesniekiem
pavārs pavāra pavāram pavāru pavāri pavāriem pavārus pavāre pavārei pavāres
viesmīlis viesmīļa viesmīlim viesmīli viesmīļu viesmīļiem viesmīļus viesmīle viesmīlei viesmīles
bārmenis bārmeņa bārmenim bārmeni bārmeņu bārmeņiem bārmene
šuvējs šuvēja šuvējam šuvēju šuvējiem šuvējas šuvējai šuvējām
tapsētājs tapsētāja tapsētājam tapsētāju tapsētājiem
piegriezējs piegriezēja piegriezējam piegriezēju piegriezējai
apkopējs apkopēja apkopējam apkopēju apkopējas apkopējai apkopējām
mazgātājs mazgātāja mazgātājam mazgātāju mazgātājiem mazgātājai
sētnieks sētnieka sētniekam sētnieku sētniekiem sētniece sētnieces
pārzinis pārziņa pārzinim pārzini pārziņu pārziņiem pārzine pārzinei
savācējs savācēja savācējam savācēju savācējiem
šķirotājs šķirotāja šķirotājam šķirotāju šķirotājiem šķirotājai
kurinātājs kurinātāja kurinātājam kurinātāju kurinātājiem
kurjers kurjera kurjeram kurjeru kurjeri kurjeriem kurjere
krāvējs krāvēja krāvējam krāvēju krāvējiem krāvējus
iekrāvējs iekrāvēja iekrāvējam iekrāvēju iekrāvējiem
autoiekrāvējs autoiekrāvēja autoiekrāvējam autoiekrāvēju autoiekrāvējiem
pakotājs pakotāja pakotājam pakotāju pakotājai pakotājas
komplektētājs komplektētāja komplektētājam komplektētāju komplektētājiem
noliktava noliktavas noliktavai noliktavu noliktavā noliktavās noliktavām
darbinieks darbinieka darbiniekam darbinieku darbinieki darbiniekiem darbiniekus darbiniece darbinieces
pārdevējs pārdevēja pārdevējam pārdevēju pārdevējiem pārdevējas pārdevējai pārdevējām
kasieris kasiera kasierim kasieri kasieru kasieriem kasiere kasierei kasieres
apsargs apsarga apsargam apsargu apsargi apsargiem apsargus
sargs sarga sargam sargu sargiem
dežurants dežuranta dežurantam dežurantu dežurante dežurantei
auklis auklim auklu aukles auklei
aprūpētājs aprūpētāja aprūpētājam aprūpētāju aprūpētājai aprūpētājas
grāmatvedis grāmatveža grāmatvedim grāmatvedi grāmatvežu grāmatvežiem grāmatvežus grāmatvede grāmatvedei
frizieris friziera frizierim friziera frizieru friziere frizierei
inženieris inženiera inženierim inženieru inženieriem inženiere
meistars meistara meistaram meistaru meistariem meistare
palīgs palīga palīgam palīgu palīgi palīgiem palīgus
māceklis mācekļa māceklim mācekli mācekļu mācekļiem
speciālists speciālista speciālistam speciālistu speciālistiem speciāliste speciālistei
skolotājs skolotāja skolotājam skolotāju skolotājiem skolotājai skolotājas
programmētājs programmētāja programmētājam programmētāju programmētājiem
celtnieks celtnieka celtniekam celtnieku celtniekiem
būvnieks būvnieka būvniekam būvnieku būvniekiem
celtnis celtņa celtnim celtni celtņu celtņiem
ekskavators ekskavatora ekskavatoru ekskavatoriem
buldozers buldozera buldozeru buldozeriem
sastatnes sastatņu sastatnēm sastatnēs
metāls metāla metālam metālu metāli metāliem
konstrukcija konstrukcijas konstrukcijai konstrukciju konstrukcijām konstrukcijā
kravas krava kravai kravu kravām
automašīna automašīnas automašīnai automašīnu automašīnām automašīnā
automobilis automobiļa automobilim automobili automobiļu automobiļiem
autobuss autobusa autobusam autobusu autobusi autobusiem autobusos
mēbele mēbeles mēbelei mēbeli mēbeļu mēbelēm
koks koka kokam koku koki kokiem kokā
kokapstrāde kokapstrādes kokapstrādei kokapstrādi kokapstrādē
kokzāģētava kokzāģētavas kokzāģētavai kokzāģētavu kokzāģētavā
ražošana ražošanas ražošanai ražošanu ražošanā
rūpnīca rūpnīcas rūpnīcai rūpnīcu rūpnīcā rūpnīcām
cehs ceha cehu cehā cehi cehos
ferma fermas fermā fermu fermām
siltumnīca siltumnīcas siltumnīcā siltumnīcu siltumnīcām
mežs meža mežu mežā meži mežos mežiem
lauks lauka lauku laukā lauki laukos laukiem
zivs zivis zivju zivij zivīm zivi
gaļa gaļas gaļu gaļai gaļā
maize maizes maizi maizei maizē
virtuve virtuves virtuvē virtuvi virtuvei virtuvju
kafejnīca kafejnīcas kafejnīcā kafejnīcu kafejnīcai
viesnīca viesnīcas viesnīcā viesnīcu viesnīcām
slimnīca slimnīcas slimnīcā slimnīcu slimnīcai
skola skolas skolā skolu skolai
veikals veikala veikalā veikalu veikali veikalos veikaliem
birojs biroja birojā biroju birojam biroji birojos
māja mājas mājā māju mājām mājai mājās
telpa telpas telpu telpām telpā telpās
ēka ēkas ēku ēkā ēkām ēkai
iela ielas ielā ielu ielai
ceļš ceļa ceļu ceļam ceļi ceļiem ceļā
piegāde piegādes piegādi piegādei piegāžu piegādēm
apkope apkopes apkopi apkopju apkopei
uzkopšana uzkopšanas uzkopšanu uzkopšanai uzkopšanā
šūšana šūšanas šūšanu šūšanai šūšanā
metināšana metināšanas metināšanu metināšanai metināšanā
krāsošana krāsošanas krāsošanu krāsošanai
remonts remonta remontu remontam remonti remontiem
maiņa maiņas maiņu maiņai maiņām maiņās
nakts naktis naktī nakti nakšu naktīm naktīs
diena dienas dienu dienā dienām dienai
alga algas algu algai algā
samaksa samaksas samaksu samaksai
pieredze pieredzes pieredzi pieredzei pieredzē
izglītība izglītības izglītību izglītībai
apliecība apliecības apliecību apliecībai apliecībām
sertifikāts sertifikāta sertifikātu sertifikāti sertifikātiem
kategorija kategorijas kategoriju kategorijai kategorijām
kods koda kodu kodam kodi
prasme prasmes prasmi prasmju prasmēm
valoda valodas valodu valodā valodām
kopmītne kopmītnes kopmītnē kopmītni kopmītņu
dzīvesvieta dzīvesvietas dzīvesvietu dzīvesvietā
transports transporta transportu transportam
pusslodze pusslodzes pusslodzi pusslodzē pusslodžu
latvietis latvieša latvietim latvieti latviešu latviešiem latviete
brīdis brīža brīdim brīdi brīžu brīžiem brīdī
Liepāja Liepājas Liepājā Liepājai Liepāju
Kuldīga Kuldīgas Kuldīgā Kuldīgai Kuldīgu
Ventspils Ventspilī Ventspili Ventspilij
Saldus Saldū Saldum Saldu
Talsi Talsu Talsos Talsiem Talsus
Tukums Tukuma Tukumā Tukumam Tukumu
Aizpute Aizputes Aizputē Aizputi Aizputei
Grobiņa Grobiņas Grobiņā Grobiņu
Skrunda Skrundas Skrundā Skrundu
Brocēni Brocēnu Brocēnos Brocēniem
Dienvidkurzeme Dienvidkurzemes Dienvidkurzemē Dienvidkurzemi
Rīga Rīgas Rīgā Rīgai Rīgu
Cēsis Cēsu Cēsīs Cēsīm
novads novada novadā novadu novadi novados
pagasts pagasta pagastā pagastu pagastam
pilsēta pilsētas pilsētā pilsētu pilsētai pilsētām
ostas osta ostā ostu ostai
kuģis kuģa kuģi kuģu kuģiem kuģī
labs laba labam labu labi labiem labais labajam labākais labāks labāka vislabākais vislabākā labāk
liels liela lielam lielu lieli lielais lielajiem lielāks lielākais lielākajai vislielākie
pieredzējis pieredzējis
atbildīgs atbildīga atbildīgu atbildīgam atbildīgi atbildīgais atbildīgajam atbildīgāks atbildīgākais visatbildīgākā
mobils mobila mobilais mobilajā mobilajiem mobilo
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
