import assert from 'node:assert/strict';
import type { Block, Kind } from '../../../src/document/draft/draft';
import { findInBlock } from '../../../src/wording/find';
import type { Finding } from '../../../src/wording/rule';
import { builtInRules, readyRules } from '../../../src/wording/ruleSet';

// Only the rules of these two judges, so that nothing else answers in their place.
const ready = readyRules(builtInRules().filter(({ judged }) => judged === 'charge' || judged === 'loudness'));

/** Ways to say it that need no filling in. */
function wordsFor(text: string): string[] {
  const [first] = judge(text);
  return (first?.suggestions ?? []).filter(({ frame }) => frame !== true).map((one) => one.text);
}

function judge(text: string, kind: Kind = 'email', type: Block['type'] = 'paragraph'): Finding[] {
  const block: Block = { type, start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, ready, { kind, tag: () => [] });
}

function marked(text: string, kind?: Kind): string[] {
  return judge(text, kind).map((finding) => finding.text.replace(/\s+/g, ' '));
}

function corrected(text: string): string {
  return judge(text)
    .reverse()
    .reduce((after, { start, end, suggestions }) => {
      const [first] = suggestions;
      if (first === undefined) return after;
      return after.slice(0, first.start ?? start) + first.text + after.slice(first.end ?? end);
    }, text);
}

describe('judging charged words', () => {
  it('marks the quality together with what stresses it and the noun that it qualifies', () => {
    assert.deepEqual(marked('We waited a week for this utterly ludicrous reply.'), ['utterly ludicrous reply']);
    assert.deepEqual(marked('Your bookkeeping is frankly laughable.'), ['frankly laughable']);
    assert.deepEqual(marked('This notice is complete gobbledegook.'), ['complete gobbledegook']);
  });

  it('lets the noun stand without the insult', () => {
    assert.equal(corrected('We got your stupid answer from the desk.'), 'We got your answer from the desk.');
    assert.equal(corrected('Please explain this preposterous clause.'), 'Please explain this clause.');
    assert.equal(corrected('We got a stupid answer.'), 'We got a stupid answer.');
  });

  it('says of the noun what the insult said of it, where nothing else would be left', () => {
    assert.equal(corrected('We think this is an absurd clause.'), 'We think this is a clause we find hard to accept.');
    const [superlative] = judge('That is the stupidest clause of all.');
    assert.deepEqual(
      superlative?.suggestions.filter(({ frame }) => frame !== true),
      [],
    );
  });

  it('says a verdict after “is” more calmly', () => {
    assert.equal(corrected('Your estimate is preposterous.'), 'Your estimate is hard to accept.');
    assert.equal(
      corrected('Your layout is horrendous, and I told you so.'),
      'Your layout is well short of what I expected, and I told you so.',
    );
    assert.deepEqual(wordsFor('It is preposterous to charge for your estimate.'), []);
    assert.deepEqual(wordsFor('Is this a joke?'), ['Did we understand this correctly?']);
  });

  it('offers no words in place of a verdict on a person', () => {
    const [finding] = judge('You are moronic.');
    assert.ok(finding !== undefined);
    for (const { text } of finding.suggestions) assert.doesNotMatch(text, /\byou are\b/i);
  });

  it('takes verdicts on the reader for accusations and verdicts on their work for negative framing', () => {
    assert.equal(judge('Your agents were dishonest.')[0]?.ruleId, 'accusation/charged-verdict');
    assert.equal(judge('You botched the delivery.')[0]?.ruleId, 'accusation/charged-verdict');
    assert.equal(judge('Your layout is horrendous.')[0]?.ruleId, 'negative-frame/charged-verdict');
    assert.equal(judge('Your bylaws are idiotic.')[0]?.ruleId, 'heat/charged-words');
  });

  it('needs a target, or stress, for all but the strongest words', () => {
    assert.deepEqual(marked('The lake froze to a ridiculous depth.'), []);
    assert.deepEqual(marked('The kitchen was a mess after the flood.'), []);
    assert.deepEqual(marked('This is a mess.'), ['a mess']);
    assert.deepEqual(marked('Some moron keyed the van.'), ['moron']);
    assert.deepEqual(marked('The gasket is useless.'), []);
    assert.deepEqual(marked('This gasket is completely useless!'), ['completely useless']);
  });

  it('hints at contempt for things and at flat verdicts that name nobody', () => {
    assert.equal(judge('The stupid gate swallowed the card.')[0]?.severity, 'hint');
    assert.equal(judge('The process is dreadful.')[0]?.severity, 'hint');
    assert.deepEqual(marked('Sorry for the stupid question.'), []);
  });

  it('hears a verdict on work of nobody in particular', () => {
    assert.deepEqual(marked('We were left with stupid documentation.'), ['stupid documentation']);
    assert.deepEqual(marked('The union called the plan ridiculous.'), []);
    assert.deepEqual(marked('This plan would be ridiculous for a village.'), []);
  });

  it('is more serious the more is aimed at the reader', () => {
    assert.equal(judge('That clause is absurd.')[0]?.severity, 'information');
    assert.equal(judge('Your clause is utterly absurd!')[0]?.severity, 'warning');
  });

  it('leaves alone what writers say of themselves', () => {
    for (const text of [
      'I made a stupid mistake in row four.',
      'Our ridiculous filing system lost it again.',
      'We were careless with the second key.',
      'I am an idiot, the key was in my pocket.',
    ])
      assert.deepEqual(marked(text), [], text);
  });

  it('leaves alone what is denied, and hears what is denied only in part', () => {
    assert.deepEqual(marked('Your estimate is not ridiculous.'), []);
    assert.deepEqual(marked('I am not saying that your clause is absurd.'), []);
    assert.deepEqual(marked('It is not only absurd, it is late.'), ['absurd']);
    assert.deepEqual(marked('We cannot accept your ridiculous fee.'), ['ridiculous fee']);
  });

  it('leaves alone what was done to the reader', () => {
    assert.deepEqual(marked('You were deceived by the previous owner.'), []);
    assert.deepEqual(marked('You have been scammed by a caller.'), []);
  });

  it('leaves alone ordinary and technical senses', () => {
    for (const text of [
      'This garbage collection contract ends in June.',
      'Your rubbish bins stand on our side.',
      'Please cherry pick the fix and drop the dumb terminal code.',
      'Your lazy loading works, and this greedy algorithm is fine.',
      'This disaster recovery plan covers your site.',
      'Your petty cash is short by four euros.',
      'The committee reviewed your negligence insurance and its fraud prevention unit.',
      'The circus needs your field in May.',
      'This toxic waste needs a licensed carrier.',
      'Your bad debt provision looks right.',
    ])
      assert.deepEqual(marked(text), [], text);
  });

  it('leaves alone neutral criticism and calmly named feelings', () => {
    for (const text of [
      'I am disappointed that the date slipped.',
      'The carrier lost two pallets and answered late.',
      'Your figures do not match the ledger.',
      'We cannot accept the price, because it is 12% above the tariff.',
      'I am worried about the second phase.',
    ])
      assert.deepEqual(marked(text), [], text);
  });

  it('is slower to judge in proposals where nobody is addressed', () => {
    assert.deepEqual(marked('We replace a stupid contract with a smart one.', 'proposal'), []);
    assert.deepEqual(marked('Your stupid contract cost us a year.', 'proposal'), ['stupid contract']);
  });

  it('lets a joke pass', () => {
    assert.deepEqual(marked('Your hat is ridiculous :-)'), []);
    assert.deepEqual(marked('Just kidding, your clause is absurd.'), []);
  });

  it('hears swearing whatever stands around it', () => {
    assert.deepEqual(marked('We do not give a damn.'), ['give a damn']);
    assert.deepEqual(marked('WTF, the gate is shut.'), ['WTF']);
  });
});

describe('judging loudness', () => {
  const loud = (text: string, type?: Block['type']) => judge(text, 'email', type).map(({ ruleId }) => ruleId);

  it('hears a sentence in capitals, and a run of them inside one', () => {
    assert.deepEqual(loud('WE TOLD YOU TWICE THAT THE DOOR IS BROKEN.'), ['heat/shouting']);
    assert.deepEqual(marked('Once more: YOU HAVE NOT PAID US, and it is June.'), ['YOU HAVE NOT PAID US']);
  });

  it('does not take headings, acronyms, duty words or legal capitals for shouting', () => {
    assert.deepEqual(loud('WHAT WE WILL DO FOR YOU', 'heading'), []);
    assert.deepEqual(loud('WHAT WE WILL DO FOR YOU'), []);
    assert.deepEqual(loud('The SLA, KPI, RFP and NDA are attached.'), []);
    assert.deepEqual(loud('The API MUST NOT and SHALL NOT log tokens.'), []);
    assert.deepEqual(loud('WE GIVE NO WARRANTY THAT THE GOODS ARE FIT FOR ANY USE.'), []);
  });

  it('writes the sentence in normal letters', () => {
    assert.equal(corrected('WHEN DO I GET MY DEPOSIT BACK?'), 'When do I get my deposit back?');
  });

  it('hears stacked marks, but not gladness', () => {
    assert.deepEqual(marked('Where is the key??'), ['key??']);
    assert.deepEqual(marked('You never called!!'), ['called!!']);
    assert.deepEqual(loud('See you on Saturday!!'), []);
    assert.deepEqual(loud('Thanks, that was quick!!!'), []);
    assert.equal(corrected('You moved the date again?!'), 'You moved the date again?');
  });

  it('hears mockery in quotation marks around the reader’s word', () => {
    assert.equal(corrected('Your “support” hung up.'), 'Your support hung up.');
    assert.deepEqual(loud('Your “Terms of Sale” are attached.'), []);
  });

  it('survives a sentence without words', () => {
    for (const text of ['???', '!!! ...', '', '“”']) assert.deepEqual(judge(text), []);
  });
});
