import assert from 'node:assert/strict';
import { caseOf, isMember, membersOf, moveDocuments, newCaseId, threadKey } from '../../../src/case/caseIdentity';
import { newCase, setDocument } from '../../../src/case/caseRecord';

describe('which case a document belongs to', () => {
  const key = threadKey('Re: Flour for next year', ['nora@a.example', 'sam@b.example']);

  it('is told by the subject and the people, in any order and with any marks of a reply', () => {
    assert.equal(threadKey('FWD: re:  flour for  next year', ['Sam@b.example', 'nora@a.example']), key);
    assert.notEqual(threadKey('Flour for this year', ['nora@a.example', 'sam@b.example']), key);
    assert.notEqual(threadKey('Flour for next year', ['nora@a.example', 'ann@b.example']), key);
  });

  it('is not told where the subject or the other side is missing', () => {
    assert.equal(threadKey('', ['a', 'b']), undefined);
    assert.equal(threadKey('Re:', ['a', 'b']), undefined);
    assert.equal(threadKey('Flour', ['a']), undefined);
    assert.equal(threadKey(undefined, ['a', 'b']), undefined);
  });

  it('keeps no name in the key', () => {
    assert.match(key!, /^t[a-z0-9]+$/);
  });

  it('is the one that holds it, else one of the same thread', () => {
    const cases = { c1: newCase('c1', 'file:///a', key, 1), c2: newCase('c2', 'file:///b', undefined, 2) };
    assert.equal(caseOf(cases, 'file:///b', key)?.id, 'c2');
    assert.equal(caseOf(cases, 'file:///new', key)?.id, 'c1');
    assert.equal(caseOf(cases, 'file:///new', undefined), undefined);
  });

  it('is another one once the user has taken it out', () => {
    const record = setDocument(newCase('c1', 'file:///a', key, 1), 'file:///b', 'apart', 2);
    assert.equal(caseOf({ c1: record }, 'file:///b', key), undefined);
    assert.equal(isMember(record, 'file:///b'), false);
    assert.deepEqual(
      membersOf(record).map(({ address }) => address),
      ['file:///a'],
    );
  });

  it('stays the same when the file or its folder is renamed', () => {
    const cases = { c1: newCase('c1', 'file:///old/a.email', undefined, 1) };
    const moved = moveDocuments(cases, 'file:///old', 'file:///new', 2);
    assert.equal(caseOf(moved, 'file:///new/a.email', undefined)?.id, 'c1');
    assert.equal(caseOf(moved, 'file:///old/a.email', undefined), undefined);
    const again = moveDocuments(moved, 'file:///new/a.email', 'file:///new/b.email', 3);
    assert.equal(caseOf(again, 'file:///new/b.email', undefined)?.id, 'c1');
    assert.equal(moveDocuments(cases, 'file:///ol', 'file:///x', 4), cases);
  });

  it('gets an id that two windows agree on and that no other case has', () => {
    const id = newCaseId({}, 'file:///a');
    assert.equal(newCaseId({}, 'file:///a'), id);
    assert.equal(newCaseId({ [id]: newCase(id, 'file:///moved', undefined, 1) }, 'file:///a'), `${id}-2`);
  });
});
