import type { BuiltIn } from '../wording/builtIn';
import { allForms, type Rule } from '../wording/compile';
import { fillMessage } from '../wording/message';
import { fullReference, shortReference } from '../wording/references';
import type { Example, Examples, Grade } from '../wording/rule';
import { inMarkdown } from './inMarkdown';
import { withoutBlanks } from './rewritePreview';

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
  return [`# ${inMarkdown(rule.title)}`, '', ...ruleLines(rule, examples, '##')].join('\n');
}

/** The rules of a family on one page; the anchor of a rule is its name without the family. */
export function familyPage({ family, title, summary, rules }: BuiltIn['families'][number]): string {
  const sections = rules.flatMap((rule) => [
    `<a id="${rule.id.slice(family.length + 1)}"></a>`,
    '',
    `## ${inMarkdown(rule.title)}`,
    '',
    ...ruleLines(rule, rule.examples ?? { fires: [], silent: [] }, '###'),
  ]);
  const sources = [...new Set(rules.flatMap((rule) => rule.sources))].map((key) => `- ${fullReference(key)}`);
  const lines = [`# ${title ?? family}`, '', ...(summary === undefined ? [] : [summary.trim(), '']), ...sections];
  return [...lines, '## References', '', ...sources, ''].join('\n');
}

function ruleLines(rule: Rule, examples: Examples, heading: string): string[] {
  const lines = [
    `\`${rule.id}\` · ${rule.severity} · ${stanceText(rule)}`,
    '',
    inMarkdown(fillMessage(rule.message, firstWords(examples.fires[0]))),
    '',
    `${heading} Why`,
    '',
    inMarkdown(rule.why),
    '',
    `${heading} What the evidence is worth`,
    '',
    `Grade ${rule.grade}: ${grades[rule.grade]}. Source: ${inMarkdown(rule.sources.map(shortReference).join('; '))}. Wording is one signal among many: it predicts no outcome.`,
    '',
  ];
  const forms = allForms(rule);
  const tries = [...new Set(forms.flatMap(({ rephrase = [] }) => rephrase.map(({ to }) => describe(to))))];
  const frames = forms.flatMap(({ frame }) => (frame === undefined ? [] : [frame]));
  if (tries.length + frames.length > 0) {
    lines.push(`${heading} What to try`, '', ...tries.map((text) => `- ${text}`));
    for (const frame of frames) lines.push(`- A sentence to fill in: ${inMarkdown(withoutBlanks(frame))}`);
    lines.push('');
  }
  if (examples.fires.length > 0)
    lines.push(`${heading} Where it speaks up`, '', ...examples.fires.map((example) => `- ${marked(example)}`), '');
  lines.push(`${heading} Where it stays silent`, '', ...examples.silent.map((text) => `- ${inMarkdown(text)}`), '');
  lines.push(`${heading} Switching it off`, '', `\`"commonGround.rules": { "${rule.id}": "off" }\``, '');
  if (rule.aliases !== undefined)
    lines.push(`Settings may also name it by what it was: ${rule.aliases.map((id) => `\`${id}\``).join(', ')}.`, '');
  return lines;
}

function stanceText({ stance }: Rule): string {
  if (stance === 'hostile') return 'may raise resistance';
  return stance === 'weak' ? 'may weaken your case' : 'worth a second look';
}

/** A template as a reader can understand it: `{demand/verb>ask for}` is “ask for”, `{we}` is “we”. */
function describe(to: string): string {
  if (to === '') return 'Leave it out.';
  const filled = to.replace(/\{[^{}>]+>([^{}]+)\}/g, '$1').replace(/\{(we|us|our)([a-z ]*)\}/g, '$1$2');
  return inMarkdown(withoutBlanks(filled.replace(/<([a-z][a-z0-9]*)>/g, '…')));
}

function marked(example: Example): string {
  const source = typeof example === 'string' ? { text: example } : example;
  const text = oneLine(source.text).replace(/\[([^[\]]+)\]/, '\u0001$1\u0002');
  const shown = inMarkdown(text).replace('\u0001', '**').replace('\u0002', '**');
  return source.becomes === undefined ? shown : `${shown} → ${inMarkdown(source.becomes)}`;
}

function firstWords(example: Example | undefined): string {
  const text = typeof example === 'string' ? example : (example?.text ?? '');
  return oneLine(/\[([^[\]]+)\]/.exec(text)?.[1] ?? text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
