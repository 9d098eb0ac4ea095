import assert from 'node:assert/strict';
import { linesOf, readRow } from '../../../src/cli/rows';
import { useProgram } from './program';

describe('a stream of rows', () => {
  const { run } = useProgram();

  it('answers every row once, in order, with its id as written, over several cores too', async () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      at % 7 === 3
        ? 'no row'
        : `{"id":${at % 5 === 0 ? `1234567890123456789${at}` : `"r${at}"`},"text":"Thanks, ${at}."}`,
    );
    const input = `\ufeff${rows.join('\r\n')}\r\n`;
    const one = await run(['check', '--jsonl-input', '--fail-on', 'never'], input);
    const many = await run(['check', '--jsonl-input', '--fail-on', 'never', '--jobs', '3'], input);
    assert.equal(many.out, one.out);
    assert.equal(one.status, 2);
    const lines = one.out.trim().split('\n');
    assert.equal(lines.length, rows.length);
    assert.ok(lines[0]!.startsWith('{"id":12345678901234567890,'));
    assert.deepEqual(JSON.parse(lines[3]!), { error: 'is not JSON' });
  });

  it('is one stage of a pipe however an engine cuts the stream at line ends, as GNU parallel --pipe does', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      at % 9 === 4 ? '{"id":' : `{"id":${at},"text":"We demand ${at} answers, Tom."}`,
    );
    const words = ['check', '--jsonl-input', '--fail-on', 'never'];
    const whole = await run(words, rows.join('\n'));
    const blocks = [rows.slice(0, 7), rows.slice(7, 8), rows.slice(8, 40), rows.slice(40)];
    const parts = await Promise.all(blocks.map((block) => run(words, `${block.join('\n')}\n`)));
    assert.equal(parts.map(({ out }) => out).join(''), whole.out);
    assert.deepEqual(
      parts.map(({ status }) => status),
      [2, 0, 2, 2],
      'a block with a broken row says so, and no other',
    );
    assert.match(parts[2]!.err, /line \d+: is not JSON/);
  });

  it('keeps the id of a row without a text', () => {
    assert.deepEqual(readRow('{"text":3,"id":9007199254740993}'), { id: '9007199254740993', error: 'has no “text”' });
    assert.deepEqual(readRow('{"x":{"id":5},"id":[1,"a"],"text":"A"}'), { id: '[1,"a"]', text: 'A' });
    assert.deepEqual(readRow('{"id":{"n":12345678901234567890, "id":[1e2,{}]} ,"text":"A"}'), {
      id: '{"n":12345678901234567890, "id":[1e2,{}]}',
      text: 'A',
    });
    assert.deepEqual(readRow('{"a":"id","id" : 0.10,"text":"A"}'), { id: '0.10', text: 'A' });
    assert.deepEqual(readRow('{"id":1,"text":"A","id":null}'), { id: 'null', text: 'A' });
    assert.deepEqual(readRow('{"note":"\\"id\\": 4","id": 1.50 ,"text":"A"}'), { id: '1.50', text: 'A' });
  });

  it('gives up a line that is too long without holding it', async () => {
    const chunk = new Uint8Array(1 << 20).fill(97);
    async function* stream() {
      for (let at = 0; at < 40; at++) yield chunk;
      yield new TextEncoder().encode('\n{"id":1}');
    }
    const lines = [];
    for await (const line of linesOf(stream())) lines.push(line);
    assert.deepEqual(lines, [undefined, '{"id":1}']);
  });
});
