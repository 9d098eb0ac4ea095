import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyzer } from '../../src/engine/index';
import { readSentences } from '../corpus-sentences';

/** Where the paragraphs come from, to be said beside the figures. */
export interface Source {
  readonly name: string;
  readonly paragraphs: readonly string[];
}

/**
 * Paragraphs of real text: of the JSONL files (rows with a `text`) and text files below a folder, or of the corpus. Templates will not do: on
 * text made of them readers look several times as fast as they are.
 */
export function readSource(folder: string | undefined): Source {
  const files = folder === undefined ? [] : filesBelow(folder);
  if (folder !== undefined && files.length === 0) throw new Error(`${folder} holds no .jsonl, .txt or .md files`);
  const texts = folder === undefined ? corpus() : files.flatMap(textsOf);
  const paragraphs = texts.flatMap((text) => text.split(/\n\s*\n/)).filter(isProse);
  return { name: folder ?? 'corpus', paragraphs };
}

const analyzer = createAnalyzer();
const [before, after] = [
  'We thank you for the plan that came with it.',
  'We would like to hear what you think of it, and we will send the rest on Monday.\n\nThe parts come by rail and are stored in the yard.',
];

/**
 * Whether all of a paragraph is read as the writer's own words and so is what comes after it. A quoted message or an open code block in the
 * middle would keep the rest from being looked at, and a tool that skips its text is soon done.
 */
function isProse(paragraph: string): boolean {
  return paragraph.split(/\s+/).length >= FEWEST_WORDS && shareRead([before, paragraph, after].join('\n\n')) > 0.95;
}

const FEWEST_WORDS = 12;

/** The part of a mail's characters that is read as the writer's own words, from 0 to 1. */
function shareRead(text: string): number {
  const { blocks } = analyzer.read(text, { kind: 'email' });
  return blocks.reduce((sum, { start, end }) => sum + end - start, 0) / text.length;
}

/** Paragraphs in an order that the seed gives, of about so many words together; those of a short source come again. */
export function textOf({ paragraphs }: Source, words: number, seed: number): string {
  const random = generator(seed);
  const parts: string[] = [];
  for (let count = 0; count < words; ) {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)]!;
    const cut = paragraph.split(/\s+/).slice(0, words - count);
    parts.push(cut.length < words - count ? paragraph : cut.join(' '));
    count += cut.length;
  }
  return parts.join('\n\n');
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(jsonl|txt|md)$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

function textsOf(file: string): string[] {
  const content = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return [content];
  return content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String((JSON.parse(line) as { text?: unknown }).text ?? ''));
}

function corpus(): string[] {
  const sentences = filesBelow('corpus/sentences').flatMap((file) => readSentences(file).map(({ text }) => text));
  const whole = ['corpus/texts', 'corpus/threads', 'corpus/cases']
    .flatMap(filesBelow)
    .filter((file) => !file.endsWith('.jsonl'))
    .flatMap(textsOf);
  return [...sentences, ...whole];
}
