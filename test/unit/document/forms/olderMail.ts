/** How mail programs introduce older mail: invented people, each line shaped as one program writes it in one language. */
export interface OlderMail {
  readonly name: string;
  /** The lines above the older mail. */
  readonly head: string;
  readonly author: string;
  /** As `YYYY-MM-DDTHH:MM`, where the head has a date. */
  readonly date?: string;
  /** Only with quote marks below is it known for what it is. */
  readonly marked?: true;
}

export const attributions: readonly OlderMail[] = [
  {
    name: 'Turkish Gmail',
    head: 'Deniz Aksoy <deniz@liman.example>, 11 Haz 2024 Sal, 16:05 tarihinde şunu yazdı:',
    author: 'Deniz Aksoy',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Turkish, date first',
    head: '11 Haziran 2024 Salı 16:05 tarihinde Deniz Aksoy şunları yazdı:',
    author: 'Deniz Aksoy',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Hungarian Gmail',
    head: 'Varga Réka <reka@malom.example> ezt írta (időpont: 2024. jún. 11., K, 16:05):',
    author: 'Varga Réka',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Hungarian Thunderbird',
    head: '2024. 06. 11. 16:05 keltezéssel, Varga Réka írta:',
    author: 'Varga Réka',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Korean Gmail',
    head: '2024년 6월 11일 (화) 오후 4:05, Seo Minji <minji@haneul.example>님이 작성:',
    author: 'Seo Minji',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Korean, Korean name',
    head: '2024년 6월 11일 (화) 오후 4:05, 서민지 <minji@haneul.example>님이 작성:',
    author: '서민지',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Greek Gmail',
    head: 'Στις Τρί 11 Ιουν 2024 στις 4:05 μ.μ., ο χρήστης Eleni Vlachou <eleni@elia.example> έγραψε:',
    author: 'Eleni Vlachou',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Greek, Greek name',
    head: 'Στις 11/06/2024 16:05, ο/η Ελένη Βλάχου έγραψε:',
    author: 'Ελένη Βλάχου',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Romanian Gmail',
    head: 'mar., 11 iun. 2024 la 16:05, Ilinca Barbu <ilinca@ceramica.example> a scris:',
    author: 'Ilinca Barbu',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Romanian Thunderbird',
    head: 'La 11.06.2024 16:05, Ilinca Barbu a scris:',
    author: 'Ilinca Barbu',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Ukrainian Gmail',
    head: 'вт, 11 черв. 2024 р. о 16:05 Oksana Hnat <oksana@vitryla.example> пише:',
    author: 'Oksana Hnat',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Ukrainian, Ukrainian name',
    head: '11.06.2024 16:05, Оксана Гнат пише:',
    author: 'Оксана Гнат',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Chinese Gmail',
    head: 'Fang Lei <lei@heshan.example> 于2024年6月11日周二 16:05写道：',
    author: 'Fang Lei',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Chinese Apple Mail',
    head: '在 2024年6月11日，下午4:05，方磊 <lei@heshan.example> 写道：',
    author: '方磊',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Traditional Chinese',
    head: '方磊 <lei@heshan.example> 於 2024年6月11日 週二 下午4:05寫道：',
    author: '方磊',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Arabic Gmail',
    head: 'في الثلاثاء، ١١ يونيو ٢٠٢٤ في ٤:٠٥ م تمت كتابة ما يلي بواسطة Salma Haddadin <salma@noor.example>:',
    author: 'Salma Haddadin',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Hebrew Gmail',
    head: '‫בתאריך יום ג׳, 11 ביוני 2024 ב-16:05 מאת ‪Noa Peretz‬‏ <‪noa@gal.example‬‏>:‬',
    author: 'Noa Peretz',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Thai Gmail',
    head: 'เมื่อ อ. 11 มิ.ย. 2024 เวลา 16:05 Malee Sukjai <malee@ruan.example> เขียนว่า:',
    author: 'Malee Sukjai',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Vietnamese Gmail',
    head: 'Vào Th 3, 11 thg 6, 2024 vào lúc 16:05 Linh Vo <linh@song.example> đã viết:',
    author: 'Linh Vo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Indonesian Gmail',
    head: 'Pada tanggal Sel, 11 Jun 2024 pukul 16.05 Ratna Dewi <ratna@teluk.example> menulis:',
    author: 'Ratna Dewi',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Croatian Gmail',
    head: 'uto, 11. lip 2024. u 16:05 Ivana Kos <ivana@otok.example> napisao je:',
    author: 'Ivana Kos',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Slovenian Gmail',
    head: 'V V tor., 11. jun. 2024 ob 16:05 je oseba Tina Hribar <tina@breg.example> napisala:',
    author: 'Tina Hribar',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Bulgarian Gmail',
    head: 'На вт, 11.06.2024 г. в 16:05 Radka Ilieva <radka@roza.example> написа:',
    author: 'Radka Ilieva',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Lithuanian Gmail',
    head: '2024-06-11, an, 16:05 Rūta Balčiūnė <ruta@gintaras.example> rašė:',
    author: 'Rūta Balčiūnė',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Estonian Gmail',
    head: 'Kuupäev T, 11. juuni 2024 kell 16:05 kirjutas Kadri Tamm <kadri@rand.example>:',
    author: 'Kadri Tamm',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Icelandic, in no list',
    head: 'Þann þri., 11. jún. 2024 kl. 16:05 skrifaði Hrefna Jónsdóttir <hrefna@fjord.example>:',
    author: 'Hrefna Jónsdóttir',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Welsh, in no list',
    head: 'Ar Maw, 11 Meh 2024 am 16:05, ysgrifennodd Carys Pugh <carys@nant.example>:',
    author: 'Carys Pugh',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Basque, in no list',
    head: 'Ane Etxarte <ane@harria.example> (2024-06-11 16:05):',
    author: 'Ane Etxarte',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Afrikaans, no address',
    head: 'Op 11 Junie 2024 om 16:05 het Marlize van der Berg geskryf:',
    author: 'Marlize van der Berg',
    date: '2024-06-11T16:05',
  },
  {
    name: 'an apostrophe and a particle',
    head: "On 11 Jun 2024, at 16:05, Aoife O'Dowd-de Vries <aoife@quay.example> wrote:",
    author: "Aoife O'Dowd-de Vries",
    date: '2024-06-11T16:05',
  },
  {
    name: 'the family name first',
    head: 'On Tue, Jun 11, 2024 at 4:05 PM Okonjo, Ife <ife@tide.example> wrote:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'capitals',
    head: 'On 11/06/2024 16:05, BRANDT Ulla wrote:',
    author: 'BRANDT Ulla',
    date: '2024-06-11T16:05',
  },
  {
    name: 'only an address',
    head: 'On Tue, 11 Jun 2024 at 16:05, <desk@tide.example> wrote:',
    author: 'desk@tide.example',
    date: '2024-06-11T16:05',
  },
  {
    name: 'an address in round brackets',
    head: 'On 2024-06-11 16:05, Ife Okonjo (ife@tide.example) wrote:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'quotes around the name',
    head: 'On 11/06/2024, 16:05, "Ife Okonjo" <ife@tide.example> wrote:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'an account name',
    head: 'On Tue, Jun 11 2024 at 04:05:09 PM +0200, ife_o <ife@tide.example> wrote:',
    author: 'ife_o',
    date: '2024-06-11T16:05',
  },
  {
    name: 'a line broken within the address',
    head: 'Am Di., 11. Juni 2024 um 16:05 Uhr schrieb Ulla Brandt <\nulla.brandt@ein-sehr-langer-name.example>:',
    author: 'Ulla Brandt',
    date: '2024-06-11T16:05',
  },
  {
    name: 'a line broken before the verb',
    head: 'Em ter., 11 de jun. de 2024 às 16:05, Lia Prates <lia@areia.example>\nescreveu:',
    author: 'Lia Prates',
    date: '2024-06-11T16:05',
  },
  {
    name: 'three lines',
    head: 'On Tuesday, 11 June 2024\nat 16:05, Ife Okonjo\n<ife@tide.example> wrote:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Mail.ru',
    head: 'Вторник, 11 июня 2024, 16:05 +03:00 от Vera Lunina <vera@volna.example>:',
    author: 'Vera Lunina',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Yandex',
    head: '11.06.2024, 16:05, "Vera Lunina" <vera@volna.example>:',
    author: 'Vera Lunina',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Zoho in Spanish',
    head: '---- El mar., 11 jun. 2024 16:05:09 +0200, Ana Oria <ana@pinar.example> escribió ----',
    author: 'Ana Oria',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Proton in French',
    head: 'Le mardi 11 juin 2024 à 16:05, Lucie Ferrand <lucie@rive.example> a écrit :',
    author: 'Lucie Ferrand',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Spark',
    head: 'On 11 Jun 2024 at 16:05 +0100, Ife Okonjo <ife@tide.example>, wrote:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Evolution',
    head: 'On Tue, 2024-06-11 at 16:05 +0200, Ife Okonjo wrote:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'mutt',
    head: '* Ife Okonjo <ife@tide.example> [2024-06-11 16:05]:',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'K-9 in Norwegian',
    head: 'Den 11. juni 2024 16:05:09 CEST, skrev Sigrid Moen <sigrid@vik.example>:',
    author: 'Sigrid Moen',
    date: '2024-06-11T16:05',
  },
  { name: 'a verb only', head: 'Ife Okonjo wrote:', author: 'Ife Okonjo', marked: true },
  { name: 'a German verb only', head: 'Ulla Brandt schrieb:', author: 'Ulla Brandt', marked: true },
];

export const headers: readonly OlderMail[] = [
  {
    name: 'Turkish Outlook',
    head: 'Kimden: Deniz Aksoy <deniz@liman.example>\nGönderildi: 11 Haziran 2024 Salı 16:05\nKime: Jo Hale <jo@quay.example>\nKonu: Tekne',
    author: 'Deniz Aksoy',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Hungarian Outlook',
    head: 'Feladó: Varga Réka <reka@malom.example>\nElküldve: 2024. június 11., kedd 16:05\nCímzett: Jo Hale <jo@quay.example>\nTárgy: Csónak',
    author: 'Varga Réka',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Korean Outlook',
    head: '보낸 사람: 서민지 <minji@haneul.example>\n보낸 날짜: 2024년 6월 11일 화요일 오후 4:05\n받는 사람: Jo Hale <jo@quay.example>\n제목: 배',
    author: '서민지',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Chinese Outlook',
    head: '发件人: Fang Lei <lei@heshan.example>\n发送时间: 2024年6月11日 16:05\n收件人: Jo Hale <jo@quay.example>\n主题: 船',
    author: 'Fang Lei',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Chinese with wide colons',
    head: '发件人：Fang Lei <lei@heshan.example>\n日期：2024年6月11日 16:05\n收件人：jo@quay.example\n主题：船',
    author: 'Fang Lei',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Greek Outlook',
    head: 'Από: Eleni Vlachou <eleni@elia.example>\nΣτάλθηκε: Τρίτη, 11 Ιουνίου 2024 4:05 μμ\nΠρος: Jo Hale <jo@quay.example>\nΘέμα: Σκάφος',
    author: 'Eleni Vlachou',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Romanian Outlook',
    head: 'De la: Ilinca Barbu <ilinca@ceramica.example>\nTrimis: marți, 11 iunie 2024 16:05\nCătre: Jo Hale <jo@quay.example>\nSubiect: Barca',
    author: 'Ilinca Barbu',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Ukrainian Outlook',
    head: 'Від: Oksana Hnat <oksana@vitryla.example>\nНадіслано: 11 червня 2024 р. 16:05\nКому: Jo Hale <jo@quay.example>\nТема: Човен',
    author: 'Oksana Hnat',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Arabic Outlook',
    head: 'من: Salma Haddadin <salma@noor.example>\nتاريخ الإرسال: ١١ يونيو ٢٠٢٤ ٠٤:٠٥ م\nإلى: Jo Hale <jo@quay.example>\nالموضوع: قارب',
    author: 'Salma Haddadin',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Icelandic, in no list',
    head: 'Frá: Hrefna Jónsdóttir <hrefna@fjord.example>\nSent: þriðjudagur, 11. júní 2024 16:05\nTil: Jo Hale <jo@quay.example>\nEfni: Bátur',
    author: 'Hrefna Jónsdóttir',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Welsh, in no list',
    head: 'Oddi wrth: Carys Pugh <carys@nant.example>\nAnfonwyd: 11 Mehefin 2024 16:05\nAt: Jo Hale <jo@quay.example>\nPwnc: Cwch',
    author: 'Carys Pugh',
    date: '2024-06-11T16:05',
  },
  {
    name: 'an invented language',
    head: 'Vorel: Tal Merin <tal@orun.example>\nKassed: 2024-06-11 16:05\nDol: Jo Hale <jo@quay.example>\nTirn: Bark',
    author: 'Tal Merin',
    date: '2024-06-11T16:05',
  },
  {
    name: 'emphasis around the labels',
    head: '*Från:* Sigrid Moen <sigrid@vik.example>\n*Skickat:* den 11 juni 2024 16:05\n*Till:* Jo Hale <jo@quay.example>\n*Ämne:* Båten',
    author: 'Sigrid Moen',
    date: '2024-06-11T16:05',
  },
  {
    name: 'the date first',
    head: '**Gesendet:** Dienstag, 11. Juni 2024 um 16:05\n**Von:** "Ulla Brandt" <ulla@kai.example>\n**An:** "Jo Hale" <jo@quay.example>\n**Betreff:** Boot',
    author: 'Ulla Brandt',
    date: '2024-06-11T16:05',
  },
  {
    name: 'a rule above',
    head: '________________________________\nFrom: Okonjo, Ife <ife@tide.example>\nSent: 11 June 2024 16:05\nTo: Hale, Jo <jo@quay.example>\nSubject: Boat',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'an address after the name',
    head: 'From: Ife Okonjo [ife@tide.example]\nSent: Tuesday, June 11, 2024 4:05 PM\nTo: Jo Hale\nCc: Desk; Tove Lindahl\nSubject: Boat',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'mailto in the web copy',
    head: 'De : Lucie Ferrand<mailto:lucie@rive.example>\nEnvoyé le :mardi 11 juin 2024 16:05\nÀ : jo@quay.example<mailto:jo@quay.example>\nObjet :Bateau',
    author: 'Lucie Ferrand',
    date: '2024-06-11T16:05',
  },
  {
    name: 'recipients over two lines',
    head: 'From: Ife Okonjo <ife@tide.example>\nDate: Tuesday, 11 June 2024 at 16:05\nTo: Jo Hale <jo@quay.example>,\n Tove Lindahl <tove@quay.example>\nSubject: Boat',
    author: 'Ife Okonjo',
    date: '2024-06-11T16:05',
  },
  {
    name: 'a Czech divider',
    head: '---------- Přeposlaná zpráva ---------\nOd: Lenka Hora <lenka@most.example>\nDatum: út 11. 6. 2024 v 16:05\nPředmět: Loď\nKomu: Jo Hale <jo@quay.example>',
    author: 'Lenka Hora',
    date: '2024-06-11T16:05',
  },
  {
    name: 'a divider in no list',
    head: '----- Skilaboð áframsend -----\nFrá: Hrefna Jónsdóttir <hrefna@fjord.example>\nDags.: 11. júní 2024 16:05\nEfni: Bátur\nTil: Jo Hale <jo@quay.example>',
    author: 'Hrefna Jónsdóttir',
    date: '2024-06-11T16:05',
  },
  {
    name: 'a Turkish divider',
    head: '-----Özgün İleti-----\nKimden: Deniz Aksoy\nGönderildi: 11 Haziran 2024 16:05\nKime: Jo Hale\nKonu: Tekne',
    author: 'Deniz Aksoy',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Apple Mail in Polish',
    head: 'Początek przekazywanej wiadomości:\n\nOd: Zofia Kruk <zofia@molo.example>\nTemat: Łódź\nData: 11 czerwca 2024 16:05:09 CEST\nDo: Jo Hale <jo@quay.example>',
    author: 'Zofia Kruk',
    date: '2024-06-11T16:05',
  },
  {
    name: 'Thunderbird in Finnish',
    head: '-------- Välitetty viesti --------\nAihe: Vene\nPäiväys: Tue, 11 Jun 2024 16:05:09 +0300\nLähettäjä: Aino Salo <aino@ranta.example>\nVastaanottaja: Jo Hale <jo@quay.example>',
    author: 'Aino Salo',
    date: '2024-06-11T16:05',
  },
];
