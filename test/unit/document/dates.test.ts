import assert from 'node:assert/strict';
import { findDate, findTime } from '../../../src/document/lines/dates';
import { dayOrderOf, resolveDates, yearIn } from '../../../src/document/messages/messageDates';

const iso = (text: string, order: 'day-first' | 'month-first' = 'day-first') => {
  const date = findDate(text, order);
  const [time] = resolveDates([date]);
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 16);
};

describe('findDate', () => {
  for (const [text, expected] of [
    ['2025-03-01 10:00 GMT+01:00', '2025-03-01T10:00'],
    ['2025-03-01T10:00', '2025-03-01T10:00'],
    ['Wednesday, 5 March 2025 12:40', '2025-03-05T12:40'],
    ['Wednesday, November 13, 2024 9:40 AM', '2024-11-13T09:40'],
    ['Tue, 4 Feb 2025 08:12:07 +0100', '2025-02-04T08:12'],
    ['Fri, 7 Nov 2025 14:20 -0300', '2025-11-07T14:20'],
    ['Thu, 30 Oct 2025 20:14 IST', '2025-10-30T20:14'],
    ['Mon, Jan 6, 2025 at 1:12 PM', '2025-01-06T13:12'],
    ['9 Jul 2025, at 7:15 pm', '2025-07-09T19:15'],
    ['11 Feb 2025, 10.02 IST', '2025-02-11T10:02'],
    ['10.2.2025', '2025-02-10T00:00'],
    ['4th March 2024', '2024-03-04T00:00'],
    ['16:30 on 3 May 2025', '2025-05-03T16:30'],
    ['Montag, 26. Mai 2025 08:03', '2025-05-26T08:03'],
    ['sexta-feira, 14 de março de 2025 08:15', '2025-03-14T08:15'],
    ['12/01/2025, 14:02:11', '2025-01-12T14:02'],
    ['01/22/2025', '2025-01-22T00:00'],
    ["8 Nov '24", '2024-11-08T00:00'],
    ['Am Di., 4. März 2025 um 10:12 Uhr', '2025-03-04T10:12'],
    ['Den 4. mar. 2025 kl. 10.12 skrev', '2025-03-04T10:12'],
    ['ti 4. maalisk. 2025 klo 10.12', '2025-03-04T10:12'],
    ['tiistai 4. maaliskuuta 2025 10.12', '2025-03-04T10:12'],
    ['Le mar. 4 mars 2025 à 10:12', '2025-03-04T10:12'],
    ['Il giorno mar 4 mar 2025 alle ore 10:12', '2025-03-04T10:12'],
    ['Op di 4 mrt 2025 om 10:12', '2025-03-04T10:12'],
    ['wt., 4 mar 2025 o 10:12', '2025-03-04T10:12'],
    ['Em ter., 4 de mar. de 2025 às 10:12', '2025-03-04T10:12'],
    ['El mar, 4 mar 2025 a las 10:12', '2025-03-04T10:12'],
    ['вт, 4 мар. 2025 г. в 10:12', '2025-03-04T10:12'],
    ['4 марта 2025 г. 8:00', '2025-03-04T08:00'],
    ['вт, 4 бер. 2025 р. о 10:12', '2025-03-04T10:12'],
    ['úterý 4. března 2025 8:00', '2025-03-04T08:00'],
    ['2025年3月4日(火) 10:12', '2025-03-04T10:12'],
    ['2025年3月4日周二 下午5:30', '2025-03-04T17:30'],
    ['2025년 3월 4일 (화) 오후 10:12', '2025-03-04T22:12'],
    ['2025. 3. 4. 오전 9:05', '2025-03-04T09:05'],
    ['2025. márc. 4., K, 10:12', '2025-03-04T10:12'],
    ['4 Mart 2025 Salı, 10:12', '2025-03-04T10:12'],
    ['Στις Τρί 4 Μαρ 2025 στις 10:12 μ.μ.', '2025-03-04T22:12'],
    ['mar., 4 mar. 2025 la 10:12', '2025-03-04T10:12'],
    ['٤ مارس ٢٠٢٥ في ١٠:١٢ م', '2025-03-04T22:12'],
    ['יום ג׳, 4 במרץ 2025 ב-10:12', '2025-03-04T10:12'],
    ['4 มี.ค. 2025 เวลา 10:12', '2025-03-04T10:12'],
    ['Vào Th 3, 4 thg 3, 2025 vào lúc 10:12', '2025-03-04T10:12'],
    ['Sel, 4 Mar 2025 pukul 10.12', '2025-03-04T10:12'],
    ['2025 m. kovo 4 d. 10:12', '2025-03-04T10:12'],
    ['Tuesday, March 4th, 2025 at 7:15 AM', '2025-03-04T07:15'],
    ['Friday, 23 March 2025 5:08 p.m.', '2025-03-23T17:08'],
    ['9:05 AM Feb 10, 2025', '2025-02-10T09:05'],
    ['Thu Jan 14 06:10:00 CET 2021', '2021-01-14T06:10'],
  ] as const) {
    it(`reads ${text}`, () => assert.equal(iso(text), expected));
  }

  it('reads how far the clock was from Greenwich', () => {
    assert.equal(findDate('Fri, 7 Nov 2025 14:20 -0300')?.zone, -180);
    assert.equal(findDate('Thu, 30 Oct 2025 20:14 IST')?.zone, 330);
    assert.equal(findDate('30 Oct 2025 20:14')?.zone, undefined);
  });

  it('reads the month first where that is the order', () =>
    assert.equal(iso('3/12/2025', 'month-first'), '2025-03-12T00:00'));

  it('gives the place of the date in the text', () => {
    const text = 'On Mon, 3 Mar 2025 at 17:40, Tomas wrote:';
    const date = findDate(text)!;
    assert.equal(text.slice(date.start, date.end), 'Mon, 3 Mar 2025 at 17:40');
  });

  it('does not take prices, versions, fractions or the verb for a date', () => {
    for (const text of [
      'We may settle',
      'about 71,000',
      'version 3.2.1 of it',
      'half of 50/50',
      'section 4.12',
      'march on 400 of them',
      'marks 12',
    ]) {
      assert.equal(findDate(text), undefined, text);
    }
  });
});

describe('findTime', () => {
  it('reads both clocks', () => {
    assert.equal(findTime('at 09:41')?.minutes, 581);
    assert.equal(findTime('9:02 PM')?.minutes, 1262);
    assert.equal(findTime('12:10 am')?.minutes, 10);
    assert.equal(findTime('no time'), undefined);
  });
});

describe('dayOrderOf', () => {
  it('follows a date that can only be read in one way', () => {
    assert.equal(dayOrderOf('3/4/2025 and 4/25/2025'), 'month-first');
    assert.equal(dayOrderOf('3/4/2025 and 25/4/2025, 8:00 PM'), 'day-first');
    assert.equal(dayOrderOf('3/4/2025 8:00 PM'), 'month-first');
    assert.equal(dayOrderOf('nothing'), 'day-first');
  });
});

describe('resolveDates', () => {
  const at = (text: string) => findDate(text);
  const days = (times: readonly (number | undefined)[]) =>
    times.map((time) => (time === undefined ? undefined : new Date(time).toISOString().slice(0, 10)));

  it('takes a missing year from the neighbours, across the turn of the year', () => {
    assert.deepEqual(days(resolveDates([at('12 Dec'), at('20 December 2024'), at('3 Jan'), undefined, at('8 Feb')])), [
      '2024-12-12',
      '2024-12-20',
      '2025-01-03',
      undefined,
      '2025-02-08',
    ]);
  });

  it('uses the year given, or one in which the weekdays are right, when no date has one', () => {
    assert.deepEqual(days(resolveDates([at('3 Apr'), at('4 Apr')], 2023)), ['2023-04-03', '2023-04-04']);
    assert.deepEqual(days(resolveDates([at('Mon 2 Dec'), at('Wed 11 Dec')])), ['2024-12-02', '2024-12-11']);
    assert.deepEqual(resolveDates([undefined]), [undefined]);
  });
});

describe('yearIn', () => {
  it('finds a year and no price', () => {
    assert.equal(yearIn('£2,025 for the spring of 2024'), 2024);
    assert.equal(yearIn('room 2025.5'), undefined);
  });
});
