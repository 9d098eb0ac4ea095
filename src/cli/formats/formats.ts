import type { Rule } from '../../wording/compile';
import { githubFormat } from './githubFormat';
import { jsonFormat, jsonlFormat } from './jsonFormat';
import { rdjsonFormat } from './rdjsonFormat';
import type { ResultFormat } from './resultFormat';
import { sarifFormat } from './sarifFormat';
import { textFormat } from './textFormat';

const formats = {
  text: textFormat,
  json: jsonFormat,
  jsonl: jsonlFormat,
  sarif: sarifFormat,
  github: githubFormat,
  rdjson: rdjsonFormat,
} as const;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** @param rulesOf reads the rules of these ids */
export function createFormat(name: FormatName, rulesOf: (ids: ReadonlySet<string>) => readonly Rule[]): ResultFormat {
  return formats[name](rulesOf);
}
