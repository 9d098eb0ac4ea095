import assert from 'node:assert/strict';
import { answeredThread } from '../../../src/case/answeredThread';
import { findPlace, lineAt } from '../../../src/case/casePlaces';
import { basesOf } from '../../../src/case/caseReading';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readThread } from '../../../src/thread/thread';

const part = (text: string, me?: string) => {
  const draft = readDraft(text, { languageId: 'email' });
  return { draft, thread: readThread(draft, me === undefined ? {} : { me }) };
};
const header = (from: string, day: number) => `From: ${from}\nDate: ${day} Mar 2025 10:00\nSubject: The cellar\n\n`;
const theirs = `${header('Ivo Brandt <ivo@brandt.example>', 4)}Could you clear the cellar by May?\n\nIvo\n`;

describe('Places in the documents of a case', () => {
  const documents = ['one\ntwo\n', 'three\nfour'].map((text) => ({ draft: readDraft(text, {}) }));
  const [, second] = basesOf(documents.map(({ draft }) => draft.text.length));

  it('are found in the document that they are in', () => {
    assert.deepEqual(findPlace(documents, 4, 7), { document: documents[0], start: 4, end: 7 });
    assert.deepEqual(findPlace(documents, second!, second! + 5), { document: documents[1], start: 0, end: 5 });
  });

  it('are in none where they reach over its end', () => {
    assert.equal(findPlace(documents, 4, second! + 1), undefined);
    assert.equal(findPlace(documents, second! + 6, second! + 99), undefined);
    assert.equal(findPlace([], 0, 1), undefined);
  });

  it('have a line, counted from one', () => {
    const { draft } = documents[0]!;
    assert.deepEqual(
      [0, 3, 4, 8].map((offset) => lineAt(draft, offset)),
      [1, 1, 2, 3],
    );
  });
});

describe('The thread that a reply answers', () => {
  it('is what stands below the reply', () => {
    const reply = part(`Dear Ivo,\n\nYes, by the end of April.\n\nMina\n\n${theirs}`, 'Mina');
    const found = answeredThread([reply]);
    assert.equal(found?.base, 0);
    assert.deepEqual(
      found.thread.messages.map(({ author }) => author?.name),
      ['Ivo Brandt'],
    );
  });

  it('is in the other documents of the case where nothing stands below it', () => {
    const reply = part('Dear Ivo,\n\nYes, by the end of April.\n\nMina\n');
    const found = answeredThread([reply, part(theirs, 'mina@vale.example')]);
    assert.equal(found?.base, reply.draft.text.length + 1);
    assert.equal(found.thread.messages.length, 1);
    const addressed = part(
      'To: Ivo Brandt <ivo@brandt.example>\nSubject: Re: The cellar\n\nDear Ivo,\n\nYes.\n\nMina\n',
    );
    assert.equal(answeredThread([addressed, part(theirs, 'mina@vale.example')])?.thread.messages.length, 1);
  });

  it('is none for a mail that is sent on to somebody else, and is there when it goes back', () => {
    const forward = (to: string) =>
      part(
        `To: ${to}\nSubject: Fwd: The cellar\n\nHello,\n\nPlease see below.\n\nMina\n\n---------- Forwarded message ---------\nFrom: Ivo Brandt <ivo@brandt.example>\nDate: 4 Mar 2025 10:00\nSubject: The cellar\nTo: Mina Vale <mina@vale.example>\n\nCould you clear the cellar by May?\n\nIvo\n`,
      );
    assert.equal(answeredThread([forward('Ola Berg <ola@vale.example>')]), undefined);
    assert.equal(answeredThread([forward('Ivo Brandt <ivo@brandt.example>')])?.thread.messages.length, 1);
  });

  it('is none for a first mail, and for a document in which everything was sent', () => {
    assert.equal(answeredThread([part('Dear Ivo,\n\nCould we meet in May?\n\nMina\n')]), undefined);
    assert.equal(answeredThread([]), undefined);
  });
});
