import assert from 'node:assert/strict';
import { checkDraft } from '../../../src/diagnosis/draftChecks';
import { readDraft } from '../../../src/document/draft/readDraft';
import { draftCheckIds } from '../../../src/playbook/ids';
import { readThread } from '../../../src/thread/thread';

const check = (text: string, kind: 'email' | 'proposal' = 'email') => {
  const draft = readDraft(text, { kind });
  return checkDraft(draft, readThread(draft));
};
const ids = (text: string, kind: 'email' | 'proposal' = 'email') => check(text, kind).map(({ id }) => id);

const reply = (own: string, theirs: string) =>
  `Dear Tom,\n\n${own}\n\nKind regards\nNora\n\nOn 3 May 2025, Tom Barrow <tom@barrow.example> wrote:\n${theirs
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}\n`;

const long =
  'We have looked at the order again with the people in the yard, and the quantities in your list are the ones we would need for the spring. ';

describe('The draft checks', () => {
  it('say nothing about a plain friendly note', () => {
    assert.deepEqual(ids('Hi Tom,\n\nThanks for lunch yesterday. See you on Friday.\n\nNora'), []);
  });

  it('say nothing about a short acceptance', () => {
    assert.deepEqual(
      ids(
        reply(
          'Agreed, £450 works for us. We will sign on Thursday at 10. Thank you for your patience.',
          'Would £450 work for you?',
        ),
      ),
      [],
    );
  });

  it('miss an open question in a long message that bargains', () => {
    const text = `Dear Tom,\n\n${long}We would like a discount of 10 per cent on the second delivery because it fills a whole lorry. We can pay within seven days if that helps. ${long}\n\nNora`;
    assert.ok(ids(text).includes('no-open-question'));
    assert.ok(!ids(text.replace('Nora', 'What would you need for that to work?\n\nNora')).includes('no-open-question'));
  });

  it('name the question that a reply leaves open', () => {
    const text = reply(
      'Please find our offer attached. We would be glad to start in June.',
      'Which insurer covers the scaffolding?\nWe could start in June.',
    );
    const finding = check(text).find(({ id }) => id === 'unanswered-question');
    assert.equal(finding!.data['their-question'], 'Which insurer covers the scaffolding?');
  });

  it('are content when the question is answered', () => {
    assert.ok(
      !ids(
        reply('Harbour Mutual is the insurer that covers the scaffolding.', 'Which insurer covers the scaffolding?'),
      ).includes('unanswered-question'),
    );
  });

  it('miss a word on a concern before it is answered', () => {
    const concern = 'I am worried about the noise at night, the children sleep on that side.';
    const deaf =
      'The permit allows work from six in the morning until ten at night and the programme has been fixed with three contractors since January, so the dates stay as they are.';
    assert.ok(ids(reply(deaf, concern)).includes('no-acknowledgement'));
    assert.ok(!ids(reply(`I can see why the noise worries you. ${deaf}`, concern)).includes('no-acknowledgement'));
  });

  it('find a claim with nothing to check it by', () => {
    const claim = 'Our system reduces downtime and saves money.';
    assert.ok(ids(`Dear Tom,\n\n${claim} Everybody likes it.\n\nNora`).includes('no-evidence'));
    assert.ok(
      !ids(
        `Dear Tom,\n\n${claim} At the dairy in Ely it came to 31 hours a year, see the attached report.\n\nNora`,
      ).includes('no-evidence'),
    );
  });

  it('find a request without its reason', () => {
    assert.ok(ids('Dear Tom,\n\nWe need a discount of 10%. The lorry comes on Friday.\n\nNora').includes('no-reason'));
    assert.ok(
      !ids('Dear Tom,\n\nWe need a discount of 10% because the second lorry is half empty.\n\nNora').includes(
        'no-reason',
      ),
    );
  });

  it('count reasons for one request', () => {
    const text =
      'Dear Tom,\n\nCould you bring the date forward, because the shop opens in May, since the stock is here, given that the staff are hired, and due to the fair in June?\n\nNora';
    assert.equal(check(text).find(({ id }) => id === 'too-many-reasons')!.data.number, '4');
  });

  it('find what is given for nothing, and not what is given for something', () => {
    const gift = 'We have dropped the delivery charge.';
    const finding = check(`Dear Tom,\n\n${gift} The order is ready.\n\nNora`).find(
      ({ id }) => id === 'free-concession',
    );
    assert.equal(finding!.end - finding!.start, gift.length);
    assert.ok(
      !ids('Dear Tom,\n\nWe can drop the delivery charge if you order both lots.\n\nNora').includes('free-concession'),
    );
  });

  it('see that price is the only topic', () => {
    const text =
      'Dear Tom,\n\nYour price is above the other two quotes. The rate we had in mind was £40. Can you get the price down to £42? We would pay in cash at that price, and the figure has to be firm.\n\nNora';
    assert.ok(ids(text).includes('price-only-draft'));
    assert.ok(!ids(text.replace('firm', 'firm, with delivery and a two-year warranty')).includes('price-only-draft'));
  });

  it('miss a next step at the end', () => {
    const text = `Dear Tom,\n\nWe would like a lower rate because the volume has doubled. ${long}${long}The yard is pleased with the timber. It has been a dry spring. The grain is good.\n\nNora`;
    assert.ok(ids(text).includes('no-next-step'));
    assert.ok(!ids(text.replace('The grain is good.', 'Shall we talk on Tuesday?')).includes('no-next-step'));
  });

  it('see that a hard message ends on its hardest line', () => {
    const hard = `Dear Tom,\n\nThank you for the revised list. ${long}We cannot go below £40.\n\nNora`;
    assert.ok(ids(hard).includes('no-positive-close'));
    assert.ok(!ids(hard.replace('£40.', '£40. I look forward to seeing you on Friday.')).includes('no-positive-close'));
  });

  it('count questions', () => {
    const finding = check(
      'Dear Tom,\n\nWhen could you start? Who would come? What would it cost? Where would you park? Which crane is it?\n\nNora',
    ).find(({ id }) => id === 'too-many-questions');
    assert.equal(finding!.data.number, '5');
  });

  it('see a new number put on the table without listening', () => {
    const theirs = 'We have thought about it and £500 is what the work costs us.';
    assert.ok(
      ids(reply('Our figure for the whole of the work, with all the materials in it, is £430.', theirs)).includes(
        'counter-without-listening',
      ),
    );
    assert.ok(
      !ids(reply('What does the £500 cover? Our figure is £430.', theirs)).includes('counter-without-listening'),
    );
  });

  it('see a position stated a third time', () => {
    const position = 'The landlord has to repair the roof before the lease starts.';
    const text = `Dear Tom,\n\n${position}\n\nNora\n\nOn 3 May 2025, Tom Barrow <tom@barrow.example> wrote:\n> I hear you.\n>\n> On 2 May 2025, Nora Quill <nora@quill.example> wrote:\n>> ${position}\n>>\n>> On 1 May 2025, Tom Barrow <tom@barrow.example> wrote:\n>>> Good morning.\n>>>\n>>> On 30 April 2025, Nora Quill <nora@quill.example> wrote:\n>>>> ${position}\n`;
    assert.equal(check(text).find(({ id }) => id === 'repeats-position')?.data.number, '3');
  });

  it('miss structure and a shared goal in a long proposal', () => {
    const prose = `${long}We would like a lower rate because the volume has doubled. `.repeat(12);
    const found = ids(`Proposal for the supply of timber\n\n${prose}\n`, 'proposal');
    assert.ok(found.includes('no-structure'));
    assert.ok(found.includes('no-shared-goal'));
  });

  it('are shown weightiest first, at places in the document', () => {
    const text = reply(
      'We have dropped the delivery charge. Our system saves money.',
      'Which insurer covers the scaffolding?',
    );
    const found = check(text);
    assert.deepEqual(
      found.map(({ weight }) => weight),
      found.map(({ weight }) => weight).sort((a, b) => b - a),
    );
    for (const { id, start, end } of found) {
      assert.ok(draftCheckIds.includes(id));
      assert.ok(start >= 0 && end > start && end <= text.length);
    }
  });

  it('say nothing about an empty document', () => {
    assert.deepEqual(ids(''), []);
  });
});
