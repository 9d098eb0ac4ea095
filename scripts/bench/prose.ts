// Ordinary business prose for measuring, made anew from a seed: no two paragraphs are alike.

const sentences = [
  'Thank you for sending the figures for the {noun} last {day}.',
  'We have read the plan twice and would like to talk about the {noun} before the end of the month.',
  'The team in {place} expects the first {count} units by {day}, and the rest two weeks later.',
  'Our estimate rests on {count} hours of work at the rate we agreed in spring.',
  'Could you tell us which part of the {noun} matters most to your colleagues?',
  'The delivery to {place} took longer than planned because the road was closed.',
  'If the {noun} can wait until {day}, we can keep the price for all {count} pieces.',
  'You asked about the warranty, and it covers parts and labour for {count} months.',
  'We would rather solve the {noun} first and look at the payment terms afterwards.',
  'Attached are the drawings, the list of materials and a short summary for your board.',
  'The second option costs {count} euros more and saves about a week of work on site.',
  'Please let me know by {day} whether the room in {place} is large enough.',
  'The committee met on {day} and approved the budget for the {noun} without changes.',
  'I understand that the timing is hard for you, so we have moved the training to {day}.',
  'Nothing in this proposal changes the rules that apply to the {noun} today.',
  'They never received the second invoice, so we have sent it again with a copy of the order.',
  'The report says that {count} of the visitors came back within a year.',
  'You need a login for the portal, which our support desk in {place} can create.',
  'We must keep the records of the {noun} for {count} years under the new law.',
  'It would help us to see a sample before we decide on the whole series.',
];
const fillers: Readonly<Record<string, readonly string[]>> = {
  noun: [
    'schedule',
    'contract',
    'kitchen',
    'software',
    'lease',
    'design',
    'survey',
    'shipment',
    'workshop',
    'catalogue',
    'network',
    'archive',
  ],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'the fifth', 'the twelfth', 'next week'],
  place: ['Leeds', 'Porto', 'Pune', 'Toronto', 'Cork', 'Gdansk', 'Austin', 'Nairobi'],
};

/** A text of about this many words, in paragraphs of four to six sentences. */
export function prose(words: number, seed = 1): string {
  const random = generator(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
  const paragraphs: string[] = [];
  let written = 0;
  while (written < words) {
    const paragraph: string[] = [];
    for (let count = 4 + Math.floor(random() * 3); count > 0; count--)
      paragraph.push(
        pick(sentences).replace(/\{(\w+)\}/g, (_, name: string) =>
          name === 'count' ? String(2 + Math.floor(random() * 9000)) : pick(fillers[name]!),
        ),
      );
    const text = paragraph.join(' ');
    written += text.split(' ').length;
    paragraphs.push(text);
  }
  return `Dear Ms Okafor,\n\n${paragraphs.join('\n\n')}\n\nKind regards,\nPaul Lindqvist\n`;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
