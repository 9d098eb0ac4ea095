import type { ScoredProposal } from './fitProposals';

/** A proposal with the probability that a reader marks it, from weights that were fitted on other sources. */
export type JudgedProposal = ScoredProposal & { readonly p: number };

/**
 * From which probability on a proposal shows as a hint, an information or a warning: the lowest at which the share of right ones is high enough
 * and the false alarms in calm text, in a thousand words, are few enough.
 */
export function chooseThresholds(
  judged: readonly JudgedProposal[],
  calmWords: Readonly<Record<string, number>>,
  say: (line: string) => void,
) {
  const groups = new Map<string, JudgedProposal[]>();
  for (const one of judged) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const kept = [...groups.values()].flatMap((group) => {
    const stay: JudgedProposal[] = [];
    for (const one of [...group].sort((a, b) => b.p - a.p))
      if (!stay.some(({ start, end }) => start < one.end && end > one.start)) stay.push(one);
    return stay;
  });
  const words = Object.values(calmWords).reduce((sum, count) => sum + count, 0);
  for (let p = 0.3; p < 0.96; p += 0.05) {
    const chosen = kept.filter((one) => one.p >= p);
    const real = chosen.filter(({ set }) => set === 'real');
    const right = real.filter(({ mark }) => mark > 0);
    const calm = chosen.filter(({ set }) => set === 'calm');
    const worst = Object.entries(calmWords)
      .map(([genre, count]) => [genre, (1000 * calm.filter((one) => one.genre === genre).length) / count] as const)
      .sort((a, b) => b[1] - a[1])[0]!;
    say(
      `from ${p.toFixed(2)}: ${right.length} of ${real.length} right (${(right.length / real.length).toFixed(2)}), ${right.filter(({ mark }) => mark === 2).length} on warning marks, calm ${((1000 * calm.length) / words).toFixed(3)} in 1,000 words, most in ${worst[0]} ${worst[1].toFixed(2)}`,
    );
  }
  const real = kept.filter(({ set }) => set === 'real');
  const precision = (from: number) => {
    const chosen = real.filter(({ p }) => p >= from);
    return chosen.filter(({ mark }) => mark > 0).length / Math.max(1, chosen.length);
  };
  const calmAt = (from: number) => (1000 * kept.filter(({ set, p }) => set === 'calm' && p >= from).length) / words;
  const lowest = (holds: (from: number) => boolean) => {
    const grid = Array.from({ length: 80 }, (_, at) => 0.2 + at / 100);
    return Number((grid.find(holds) ?? 0.95).toFixed(2));
  };
  const information = lowest((from) => precision(from) >= 0.775 && calmAt(from) <= 0.08);
  const warning = Math.max(
    information,
    lowest((from) => precision(from) >= 0.87 && calmAt(from) <= 0.06),
  );
  const band = (from: number) => {
    const chosen = real.filter(({ p }) => p >= from && p < information);
    return chosen.filter(({ mark }) => mark > 0).length / Math.max(1, chosen.length);
  };
  const hint = Math.min(
    information,
    lowest((from) => from >= information || (band(from) >= 0.47 && calmAt(from) <= 0.42)),
  );
  const chosen = { hint, information, warning };
  say(`thresholds: ${JSON.stringify(chosen)}`);
  return chosen;
}
