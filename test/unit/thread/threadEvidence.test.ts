import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { isOverdue } from '../../../src/thread/promises';
import { readThread } from '../../../src/thread/thread';
import { readEvidence } from '../../../src/thread/threadEvidence';
import { correspondence, type Letter } from './correspondence';

const read = (...letters: readonly Letter[]) => readEvidence(readThread(readDraft(correspondence(...letters), {})));

describe('The evidence in a thread', () => {
  it('holds questions, and which of them the next reply passes over', () => {
    const { questions } = read(
      {
        from: 'them',
        day: '1 May 2025',
        text: 'How did you arrive at the haulage charge? Does the price include pallets?',
      },
      { from: 'me', day: '3 May 2025', text: 'The price includes pallets and film. We hope to hear from you soon.' },
    );
    assert.deepEqual(
      questions.map(({ by, text, passedOver }) => [by, text, passedOver]),
      [
        ['them', 'How did you arrive at the haulage charge?', true],
        ['them', 'Does the price include pallets?', false],
      ],
    );
  });

  it('holds indirect questions', () => {
    const { questions } = read({
      from: 'them',
      day: '1 May 2025',
      text: 'I wonder whether the crates come back to us.',
    });
    assert.equal(questions[0]!.form, 'indirect');
  });

  it('tells what is given for a return from what is given for nothing', () => {
    const { concessions } = read({
      from: 'me',
      day: '1 May 2025',
      text: 'We can include the delivery. We will also waive the deposit if you order before June.',
    });
    assert.deepEqual(
      concessions.map(({ text, tied }) => [text, tied]),
      [
        ['We can include the delivery.', true],
        ['We will also waive the deposit if you order before June.', true],
      ],
    );
    const free = read({
      from: 'me',
      day: '1 May 2025',
      text: 'We have dropped the handling fee. The weather has been kind.',
    });
    assert.deepEqual(
      free.concessions.map(({ tied }) => tied),
      [false],
    );
  });

  it('does not take a refusal for a gift', () => {
    assert.deepEqual(
      read({ from: 'them', day: '1 May 2025', text: 'We cannot include the delivery.' }).concessions,
      [],
    );
  });

  it('holds a refusal with its reason', () => {
    const { refusals } = read({
      from: 'them',
      day: '1 May 2025',
      text: 'We cannot go lower because the feed has doubled in price.',
    });
    assert.match(refusals[0]!.reason!.text, /because the feed/);
  });

  it('sees a promise that its date went past', () => {
    const { promises } = read(
      { from: 'them', day: '1 May 2025', text: 'I will send you the drawings by Friday.' },
      { from: 'me', day: '14 May 2025', text: 'Have they gone out?' },
      { from: 'them', day: '30 May 2025', text: 'Things have been busy here.' },
    );
    assert.equal(promises.find(({ by }) => by === 'them')!.kept, 'no');
  });

  it('sees a promise that was kept', () => {
    const { promises } = read(
      { from: 'them', day: '1 May 2025', text: 'I will send you the drawings by Friday.' },
      { from: 'them', day: '4 May 2025', text: 'As promised, the drawings are attached.' },
    );
    assert.equal(promises[0]!.kept, 'yes');
  });

  it('follows how the figures move and whether they meet', () => {
    const { movement } = read(
      { from: 'me', day: '1 May 2025', text: 'We can pay £400 a week.' },
      { from: 'them', day: '2 May 2025', text: 'It would have to be £520.' },
      { from: 'me', day: '3 May 2025', text: 'Let us say £450.' },
      { from: 'them', day: '4 May 2025', text: 'I could do £480.' },
    );
    assert.equal(movement!.converging, true);
    assert.equal(movement!.myMoves, 1);
    assert.equal(movement!.theirMoves, 1);
    assert.ok(Math.abs(movement!.gap! - 30 / 480) < 0.001);
  });

  it('does not take a figure that is only repeated for one of the side that repeats it', () => {
    const figures = (answer: string) =>
      read(
        { from: 'me', day: '1 May 2025', text: 'The bench costs £3,400.' },
        { from: 'them', day: '2 May 2025', text: answer },
        { from: 'me', day: '3 May 2025', text: 'We can do £3,150.' },
      ).movement?.theirs.map(({ value }) => value);
    for (const answer of ['£3,400 is a lot for us.', 'How did you get to £3,400?', 'We did not plan for £3,400.'])
      assert.deepEqual(figures(answer), [], answer);
    assert.deepEqual(figures('£3,400 is a lot for us, we would pay £3,000.'), [3000]);
    assert.deepEqual(figures('OK, we can pay £3,400.'), [3400]);
  });

  it('does not take dates and times for figures', () => {
    const { amounts } = read({ from: 'me', day: '1 May 2025', text: 'See you on 14 June 2025 at 10:30 in room 12.' });
    assert.deepEqual(amounts, []);
  });

  it('sees that a side says the same again', () => {
    const { repetitions } = read(
      { from: 'me', day: '1 May 2025', text: 'The lease says plainly that the landlord repairs the roof.' },
      { from: 'them', day: '2 May 2025', text: 'I asked when you could meet.' },
      { from: 'me', day: '3 May 2025', text: 'The landlord repairs the roof, the lease plainly says.' },
    );
    assert.equal(repetitions.length, 1);
    assert.match(repetitions[0]!.earlier.text, /^The lease says/);
  });

  it('names the people and the limits that a line brings up', () => {
    const evidence = read({
      from: 'them',
      day: '1 May 2025',
      text: 'I would have to clear it with my manager. The insurer does not allow wood stoves. Another buyer has called.',
    });
    assert.equal(evidence.approvers.length, 1);
    assert.equal(evidence.limits[0]!.kind, 'policy');
    assert.equal(evidence.alternatives.length, 1);
  });

  it('hears heat in words, capitals and stacked marks', () => {
    const { heat } = read({
      from: 'them',
      day: '1 May 2025',
      text: 'This is ridiculous. PLEASE STOP SENDING THIS LETTER. Again?!',
    });
    assert.equal(heat.length, 3);
  });

  it('takes a figure that somebody minds for none of theirs', () => {
    for (const text of ['480 each is a lot for us.', 'At 480 the wheel is dear, 480 is more than we put aside.']) {
      const { movement } = read(
        { from: 'them', day: '1 August 2025', text },
        { from: 'me', day: '2 August 2025', text: 'I can come down from 480 to 450 each.' },
      );
      assert.deepEqual(movement?.theirs ?? [], [], text);
    }
  });

  it('takes a question for answered that was answered in other words', () => {
    for (const [question, answer] of [
      ['Is the kiln still in the barn?', 'Still in the barn, and dry.'],
      ['When will the clay come?', 'The barge is due on 14 August.'],
      ['How much do you want for the wheel?', 'I was thinking of 240.'],
      ['Shall we fire on Sundays then?', 'No thank you, the neighbours would hear it.'],
      ['What would you prefer?', 'I would rather keep the small one.'],
      ['Is 18 all right for the shelves?', '18 ok.'],
      ['Could you say how many firings that covers?', 'It covers three firings.'],
      ['How many shelves are there?', 'Four.'],
      ['When can we have your quote for the kiln?', 'Thanks for writing. We will send it on Friday.'],
      ['By what date will the glaze be paid?', 'By the 12th of August. The shop is quiet.'],
    ] as const) {
      const { questions } = read(
        { from: 'me', day: '1 August 2025', text: question },
        { from: 'them', day: '2 August 2025', text: answer },
      );
      assert.deepEqual(
        questions.filter(({ unanswered }) => unanswered).map(({ text }) => text),
        [],
        question,
      );
    }
  });

  it('takes a question for open that the reply goes round', () => {
    for (const [question, answer] of [
      [
        'What is your best price for the wheel?',
        'It is not something I can put a price on before I have seen the wheel turn.',
      ],
      ['Could you fire our pots on Sundays?', 'I will have to think about that.'],
      [
        'Who decides about the kiln, and by when?',
        'We hope that you had a good summer. The glaze has turned out well.',
      ],
      ['Would you take the shelves, too?', 'Did you see the new glaze?'],
      ['Could you tell me how many firings are included?', 'I could also come down to 310 a month.'],
      ['When can we have your quote for the kiln?', 'Thanks for writing. The village fair opens on Friday.'],
      ['When could you deliver the twelve wheels?', 'I will send the contract tomorrow. The fair is on 14 December.'],
      ['By what date will the glaze be paid?', 'Our potter is away until 3 September, and the shop is quiet.'],
    ] as const) {
      const { questions } = read(
        { from: 'me', day: '1 August 2025', text: question },
        { from: 'them', day: '2 August 2025', text: answer },
      );
      assert.ok(
        questions.some(({ text, unanswered }) => text === question && unanswered),
        question,
      );
    }
  });

  it('does not take a plea, a courtesy or an order with a question mark for a question', () => {
    const { questions } = read({
      from: 'them',
      day: '1 August 2025',
      text: 'How are you both? Hold the kiln for a week or so? What am I to tell the potters? It is a shame, isn’t it? Seriously?',
    });
    assert.deepEqual(
      questions.map(({ text }) => text),
      [],
    );
  });

  it('drops what was asked once both sides have settled', () => {
    const { questions } = read(
      { from: 'me', day: '1 August 2025', text: 'Which of the two glazes is the safer one?' },
      { from: 'them', day: '2 August 2025', text: 'We agree to the whole of it.' },
      { from: 'me', day: '3 August 2025', text: 'Agreed, with thanks.' },
    );
    assert.ok(questions.every(({ unanswered }) => !unanswered));
  });

  it('reads what is given by its form, and whether for a return', () => {
    for (const [text, tied] of [
      ['Could do 1,150.', false],
      ['410 a head if you bring your own chairs.', true],
      ['Okay, we drop the late fee.', false],
      ['We can’t do 60 but could live with 55.', false],
      ['In return for a longer lease we would paint the front.', true],
      ['The best I can manage is 72.', false],
      ['My client would accept 14,000 in two instalments.', false],
      ['We could stretch to CHF 9,400, if that helps.', false],
      ['Two crates a week is fine if you collect them.', true],
    ] as const)
      assert.deepEqual(
        read({ from: 'me', day: '1 August 2025', text }).concessions.map((one) => one.tied),
        [tied],
        text,
      );
  });

  it('does not take work that is done, a wish, a limit or the past for something given', () => {
    for (const text of [
      'I’ve redrawn the labels, attached!',
      'We need 15% off by May.',
      'Would you accept 40?',
      'I cannot go below 80.',
      'They offered us 500 for it.',
      'I have added you to the list of potters.',
      'We have included the minutes of the last meeting.',
      'You said 60 and now you want 80.',
      'I can come at 10 on Friday.',
    ])
      assert.deepEqual(read({ from: 'me', day: '1 August 2025', text }).concessions, [], text);
  });

  it('takes a figure for given that comes nearer to the other side’s', () => {
    const { concessions } = read(
      { from: 'them', day: '1 August 2025', text: 'The wheel is 900.' },
      { from: 'me', day: '2 August 2025', text: 'I was thinking of 600.' },
      { from: 'them', day: '3 August 2025', text: '850.' },
    );
    assert.deepEqual(
      concessions.map(({ by, text }) => [by, text]),
      [['them', '850.']],
    );
  });

  it('names each number with what it counts, exactly where it stands', () => {
    const text =
      'We ask £8.40 a meal for 60 meals, 12 % less than in 2024, paid 30/40/30 from 1 March. Room 12 has 34.500 in it.';
    const { amounts } = read({ from: 'me', day: '1 August 2025', text });
    assert.deepEqual(
      amounts.map(({ number, value, unit, measure }) => [number.text, value, unit, measure]),
      [
        ['£8.40 a meal', 8.4, 'money', '£ per meal'],
        ['60 meals', 60, 'number', 'meals'],
        ['12 %', 12, 'percent', '%'],
        ['30/40/30', 30, 'percent', '%'],
        ['34.500', 34500, 'number', ''],
      ],
    );
    const source = correspondence({ from: 'me', day: '1 August 2025', text });
    for (const { number } of amounts) assert.equal(source.slice(number.start, number.end), number.text);
  });

  it('does not put prices and hours in one row because they are of one size', () => {
    const { movement } = read(
      { from: 'me', day: '1 August 2025', text: 'We have 80 hours for it.' },
      { from: 'them', day: '2 August 2025', text: 'It would be £90.' },
      { from: 'me', day: '3 August 2025', text: 'We can pay £70.' },
      { from: 'them', day: '4 August 2025', text: 'I could do £80.' },
    );
    assert.deepEqual(
      [...movement!.mine, ...movement!.theirs].map(({ number }) => number.text),
      ['£70', '£90', '£80'],
    );
  });

  it('knows when a promise was due, and that it is overdue once its day is over', () => {
    const { promises } = read({ from: 'them', day: '1 August 2025', text: 'I will send the drawings by 8 August.' });
    const [promise] = promises;
    assert.equal(promise!.due!.text, '8 August');
    assert.equal(isOverdue(promise!, Date.UTC(2025, 7, 8, 12)), false);
    assert.equal(isOverdue(promise!, Date.UTC(2025, 7, 10)), true);
    assert.equal(isOverdue({ ...promise!, kept: 'yes' }, Date.UTC(2025, 7, 10)), false);
  });

  it('sees what is asked for again after a reply that did not bring it', () => {
    const { repeatedRequests } = read(
      { from: 'them', day: '1 August 2025', text: 'Send the flow and the head, please.' },
      { from: 'me', day: '2 August 2025', text: 'Our brochure is attached!' },
      { from: 'them', day: '3 August 2025', text: 'The flow and the head, please.' },
    );
    assert.deepEqual(
      repeatedRequests.map(({ by, text, earlier }) => [by, text, earlier.length]),
      [['them', 'The flow and the head, please.', 1]],
    );
  });

  it('does not hear heat in cheerful marks', () => {
    assert.deepEqual(
      read({ from: 'them', day: '1 August 2025', text: 'Made you some jam!! See you soon!!!' }).heat,
      [],
    );
  });
});
