import assert from 'node:assert/strict';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { readDraft } from '../../../src/document/draft/readDraft';
import { balanceSvg, balanceText, timelineSvg, timelineText } from '../../../src/present/charts';
import { reportMarkdown, toldAtLength } from '../../../src/present/report';
import { readThread } from '../../../src/thread/thread';
import { moving, stuck } from '../diagnosis/threads';
import { correspondence } from '../thread/correspondence';

const read = (text: string) => diagnose(readThread(readDraft(text, {})));

describe('The report', () => {
  it('names the first cause and gives the line of each quote', () => {
    const text = stuck.distrust!;
    const report = reportMarkdown(read(text), text);
    assert.match(report, /^# Stuck\./);
    const line = text.split('\n').findIndex((words) => words.includes('We were promised')) + 1;
    assert.ok(report.includes(`line ${line}`));
  });

  it('lists what was promised and is not seen to be done, with who and by which day', () => {
    const text = correspondence(
      { from: 'me', day: '3 March 2025', text: 'Could you let us have the soundings?' },
      { from: 'them', day: '4 March 2025', text: 'We will send the soundings by 11 March.' },
      { from: 'me', day: '20 March 2025', text: 'Any news of the soundings? I will send you our chart.' },
    );
    const diagnosis = read(text);
    assert.deepEqual(
      diagnosis.promises.map(({ by, due }) => [by, due]),
      [
        ['them', '11 March'],
        ['me', undefined],
      ],
    );
    const later = diagnose(readThread(readDraft(text, {})), { now: Date.UTC(2025, 2, 21) });
    const report = reportMarkdown(later, text);
    assert.match(
      report,
      /They: “We will send the soundings by 11 March\.” \(line \d+\) Due: 11 March; that day has passed\./,
    );
    assert.match(report, /You: “I will send you our chart\.” \(line \d+\)\n/);
  });

  it('links a quote where the caller says how', () => {
    const text = stuck.distrust!;
    const report = reportMarkdown(read(text), text, { link: ({ start }) => `#${start}` });
    assert.match(report, /\[line \d+\]\(#\d+\)/);
  });

  it('keeps marks in a quote from being read as Markdown', () => {
    const text = correspondence(
      { from: 'me', day: '1 May 2025', text: 'Could you tell us what *you* think of <b>this</b> | that?' },
      { from: 'them', day: '2 May 2025', text: 'We were promised in 2019 that it would be done, in writing.' },
    );
    const report = reportMarkdown(read(text), text);
    assert.ok(!report.includes('<b>'));
  });

  it('of nothing says so', () => {
    assert.match(reportMarkdown(read(''), ''), /no message here/);
  });

  it('tells two causes at most, none under a tenth, and in words', () => {
    const diagnosis = read(stuck.distrust!);
    const shares = [0.5, 0.3, 0.15, 0.05];
    const causes = shares.map((score, at) => ({
      ...diagnosis.causes[Math.min(at, diagnosis.causes.length - 1)]!,
      score,
    }));
    assert.deepEqual(
      toldAtLength({ causes }).map(({ score }) => score),
      [0.5, 0.3],
    );
    assert.deepEqual(
      toldAtLength({ causes: causes.slice(2) }).map(({ score }) => score),
      [0.15],
    );
    const report = reportMarkdown(diagnosis, stuck.distrust!);
    assert.ok(!/\d+ of 100|\d ?%/.test(report));
  });

  it('says no more than the state and the next step where talks are not stalled', () => {
    const report = reportMarkdown(read(moving), moving);
    assert.match(report, /^# (?:Moving|Agreed|Waiting)\./);
    assert.ok(!report.includes('Why, most likely') && !report.includes('What to do next'));
  });

  it('asks the one question first where two causes are close', () => {
    const text = stuck.distrust!;
    const report = reportMarkdown({ ...read(text), undecided: true }, text);
    assert.ok(report.indexOf('A question first') > 0);
    assert.ok(report.indexOf('A question first') < report.indexOf('Why, most likely'));
  });

  it('says how many days ago the last message was, where the caller knows a clock', () => {
    const report = reportMarkdown(read(stuck.distrust!), stuck.distrust!, { today: Date.UTC(2025, 2, 18) });
    assert.match(report, /2025-03-08, \d+ days ago/);
  });
});

describe('The pictures', () => {
  it('follow the theme and carry their text', () => {
    for (const picture of [timelineSvg(read(moving)), balanceSvg(read(moving))]) {
      assert.match(picture, /^<svg [^>]*role="img"/);
      assert.match(picture, /<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      assert.match(picture, /currentColor/);
      assert.ok(!/(?:fill|stroke)="#/.test(picture));
    }
  });

  it('escape what people are called', () => {
    const text = correspondence(
      { from: '"A <b> & Sons" <a@x.example>', day: '1 May 2025', text: 'Hello, we have seen the offer.' },
      { from: 'me', day: '2 May 2025', text: 'Thank you.' },
    );
    assert.ok(!timelineSvg(read(text)).includes('<b>'));
  });

  it('say in words how many wrote, waited and gave', () => {
    assert.match(timelineText(read(moving)), /^5 messages, 2 of yours and 3 of theirs\./);
    const none = { questions: 0, concessions: 0, heat: 0 };
    const message = { index: 0, author: 'Ann', by: 'me', words: 5, start: 0, end: 20, ...none } as const;
    const figure = { by: 'me', unit: 'money', message: 0 } as const;
    const figures = [
      { ...figure, value: 6.8 },
      { ...figure, value: 6 },
    ];
    assert.equal(
      timelineText({ messages: [message], figures }),
      '1 message, 1 of yours and 0 of theirs. You wrote last. Your figure went from 6.80 to 6.00.',
    );
    assert.match(timelineText({ messages: [message, message], figures: [] }), /You wrote last, twice in a row\.$/);
    assert.match(balanceText(read(stuck['one-sided-giving']!)), /They gave nothing\.$/);
  });

  it('of no messages is empty', () => {
    assert.equal(timelineSvg(read('')), '');
  });
});
