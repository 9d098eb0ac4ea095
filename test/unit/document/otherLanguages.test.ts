import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readMessages } from '../../../src/document/messages/messages';

const mine = 'We would rather have the oak in May.';
const theirs = 'Nobody told us about the tar.';

/** The head of an older mail in languages and clients that differ from those of the other tests. */
const heads = {
  'Hungarian, Gmail': 'Kovács Judit <judit@hajo.example> ezt írta (időpont: 2025. márc. 4., K, 10:12):',
  'Turkish, Gmail': 'Elif Kaya <elif@gemi.example>, 4 Mar 2025 Sal, 10:12 tarihinde şunu yazdı:',
  'Greek, Gmail': 'Στις Τρί 4 Μαρ 2025 στις 10:12 π.μ., ο χρήστης Νίκος Αλεξίου <nikos@karavi.example> έγραψε:',
  'Ukrainian, Gmail': 'вт, 4 бер. 2025 р. о 10:12 Оксана Гнатюк <oksana@chovny.example> пише:',
  'Romanian, Gmail': 'În mar., 4 mar. 2025 la 10:12, Ioana Pop <ioana@barca.example> a scris:',
  'Indonesian, Gmail': 'Pada tanggal Sel, 4 Mar 2025 pukul 10.12 Budi Santoso <budi@kapal.example> menulis:',
  'Vietnamese, Gmail': 'Vào Th 3, 4 thg 3, 2025 vào lúc 10:12 Lan Trần <lan@thuyen.example> đã viết:',
  'Catalan, Thunderbird': 'El 4/3/25 a les 10:12, Mercè Puig <merce@barca.example> ha escrit:',
  'Korean, Gmail': '2025년 3월 4일 (화) 오전 10:12, 김지은 <jieun@bae.example>님이 작성:',
  'Chinese, Gmail': '王芳 <wang@chuan.example> 于2025年3月4日周二 10:12写道：',
  'Hungarian, Outlook':
    'Feladó: Kovács Judit <judit@hajo.example>\nElküldve: 2025. március 4., kedd 10:12\nCímzett: Max Vogel <max@example.org>\nTárgy: Tölgy\n',
  'Turkish, Outlook':
    'Kimden: Elif Kaya <elif@gemi.example>\nGönderildi: 4 Mart 2025 Salı 10:12\nKime: Max Vogel <max@example.org>\nKonu: Meşe\n',
  'Slovenian, Outlook':
    'Od: Ana Novak <ana@ladja.example>\nPoslano: torek, 4. marec 2025 10:12\nZa: Max Vogel <max@example.org>\nZadeva: Hrast\n',
  'Indonesian, Outlook':
    'Dari: Budi Santoso <budi@kapal.example>\nDikirim: Selasa, 4 Maret 2025 10:12\nKepada: Max Vogel <max@example.org>\nSubjek: Kayu\n',
};

describe('older mail in other languages', () => {
  for (const [name, head] of Object.entries(heads)) {
    it(`is not the writer's own: ${name}`, () => {
      for (const mark of head.includes('\n') ? [''] : ['', '> ']) {
        const text = `Hi,\n\n${mine}\n\nMax\n\n${head}\n\n${mark}${theirs}\n`;
        const draft = readDraft(text, { path: 'a.email' });
        const own = draft.blocks.map((block) => block.text);
        assert.ok(own.includes(mine) && !own.join('\n').includes(theirs), mark);
        const older = readMessages(draft).filter(({ shape }) => shape !== 'own');
        assert.equal(older.length, 1);
        assert.equal(older[0]?.from?.address, /<(.+?)>/.exec(head)?.[1]);
        assert.match(new Date(older[0]?.date ?? 0).toISOString(), /^2025-03-04T10:12/);
      }
    });
  }
});
