import type { Rule } from '../wording/compile';
import { fillMessage } from '../wording/message';
import type { Example, Examples, Grade } from '../wording/rule';

const grades: Record<Grade, string> = {
  A: 'an experiment or field data',
  B: 'observed behaviour',
  C: 'advice from practice',
  X: 'studies disagree',
};

/**
 * The page of a rule in Markdown, made from its YAML: what, why, evidence, examples, silence, sources.
 *
 * @param examples those of the rule where it does not carry them
 */
export function rulePage(rule: Rule, examples: Examples = rule.examples ?? { fires: [], silent: [] }): string {
  const lines = [
    `# ${rule.title}`,
    '',
    `\`${rule.id}\` · ${rule.severity} · ${stanceText(rule)}`,
    '',
    fillMessage(rule.message, firstWords(examples.fires[0])),
    '',
    '## Why',
    '',
    rule.why.trim(),
    '',
    '## What the evidence is worth',
    '',
    `Grade ${rule.grade}: ${grades[rule.grade]}. Source: ${rule.sources.join('; ')}. Wording is one signal among many: it foretells no outcome.`,
    '',
  ];
  const tries = (rule.rephrase ?? []).map(({ to }) => describe(to));
  if (tries.length > 0 || rule.frame !== undefined) {
    lines.push('## What to try', '', ...tries.map((text) => `- ${text}`));
    if (rule.frame !== undefined)
      lines.push(`- A sentence to fill in: ${rule.frame.replace(/\{[a-z][a-z-]*\}/g, '\\_\\_\\_')}`);
    lines.push('');
  }
  if (examples.fires.length > 0)
    lines.push('## Where it speaks up', '', ...examples.fires.map((example) => `- ${marked(example)}`), '');
  lines.push(
    '## Where it stays silent',
    '',
    ...examples.silent.map((text) => `- ${escapeMarkdown(oneLine(text))}`),
    '',
  );
  lines.push('## Switching it off', '', `\`"commonGround.rules": { "${rule.id}": "off" }\``, '');
  return lines.join('\n');
}

function stanceText({ stance }: Rule): string {
  if (stance === 'hostile') return 'may raise resistance';
  return stance === 'weak' ? 'may weaken your case' : 'worth a second look';
}

/** A template as a reader can understand it: `{demand/verb>ask for}` is “ask for”. */
function describe(to: string): string {
  if (to === '') return 'Leave it out.';
  return escapeMarkdown(to.replace(/\{[^}>]+>([^}]+)\}/g, '$1').replace(/<([a-z][a-z0-9]*)>/g, '…'));
}

function marked(example: Example): string {
  const source = typeof example === 'string' ? { text: example } : example;
  const text = oneLine(source.text).replace(/\[(.+?)\]/, '\u0001$1\u0002');
  const shown = escapeMarkdown(text).replace('\u0001', '**').replace('\u0002', '**');
  return source.becomes === undefined ? shown : `${shown} → ${escapeMarkdown(oneLine(source.becomes))}`;
}

function firstWords(example: Example | undefined): string {
  const text = typeof example === 'string' ? example : (example?.text ?? '');
  return oneLine(/\[([^\]]+)\]/.exec(text)?.[1] ?? text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escapeMarkdown(text: string): string {
  return text.replace(/[*_`<>[\]\\]/g, '\\$&');
}
