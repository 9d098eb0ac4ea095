import { nearest } from '../language/nearest';

/** The part of JSON Schema that `rules.schema.json` uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
}

/** What does not fit, in a sentence that says what to write, and the keys that lead to it. */
export interface SchemaFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** Holds a value to a schema. Linear in the size of the value. */
export function schemaFaults(schema: Schema, value: unknown): SchemaFault[] {
  const faults: SchemaFault[] = [];
  visit(schema, value, []);
  return faults;

  function visit(given: Schema, part: unknown, path: readonly string[]): void {
    const say = (message: string) => faults.push({ path, message });
    const rule = resolve(given);
    if (rule.type === 'object') visitObject(rule, part, path);
    else if (rule.anyOf !== undefined) visitChoice(rule.anyOf.map(resolve), part, path);
    else if (rule.enum !== undefined || 'const' in rule) {
      const choices = rule.enum ?? [rule.const];
      if (!choices.includes(part)) say(`Write ${listed(choices.map(String))}${hint(part, choices)}.`);
    } else if (rule.type === 'array') visitList(rule, part, path);
    else if (rule.type === 'boolean' && typeof part !== 'boolean') say('Write true or false.');
    else if (rule.type === 'integer' && !(Number.isInteger(part) && Number(part) >= (rule.minimum ?? 0)))
      say(`Write a whole number of ${rule.minimum ?? 0} or more.`);
    else if (rule.type === 'string') visitText(rule, part, say);
  }

  /** The way that is meant can be told from the sort of the value. */
  function visitChoice(ways: readonly Schema[], part: unknown, path: readonly string[]): void {
    const fitting = ways.find((way) => sortMeant(way) === sortOf(part));
    const isExact = (way: Schema) => way.enum !== undefined || 'const' in way;
    if (fitting !== undefined) visit(fitting, part, path);
    else {
      const words = ways.flatMap((way) => (isExact(way) ? (way.enum ?? [way.const]).map(String) : []));
      const rest = ways.filter((way) => !isExact(way)).map(sentenceOf);
      faults.push({ path, message: `Write ${listed([...words, ...rest])}.` });
    }
  }

  function visitObject(rule: Schema, part: unknown, path: readonly string[]): void {
    if (sortOf(part) !== 'object') {
      faults.push({ path, message: `Write ${sentenceOf(rule)}.` });
      return;
    }
    const members = part as Readonly<Record<string, unknown>>;
    const known = Object.keys(rule.properties ?? {});
    const unknown = rule.additionalProperties === false && Object.keys(members).some((name) => !known.includes(name));
    // A name that is written wrongly is most often the one that is missing.
    if (!unknown) sayMissing(rule, members, path);
    const names = rule.propertyNames?.pattern === undefined ? undefined : new RegExp(rule.propertyNames.pattern, 'u');
    for (const [name, member] of Object.entries(members)) {
      const inner = [...path, name];
      if (rule.properties !== undefined && Object.hasOwn(rule.properties, name))
        visit(rule.properties[name]!, member, inner);
      else if (rule.additionalProperties === false)
        faults.push({ path: inner, message: `There is no “${name}” here${nearest(name, known)}.` });
      else if (names?.test(name) === false)
        faults.push({ path: inner, message: `A name is made of small letters, digits and hyphens; “${name}” is not.` });
      else if (typeof rule.additionalProperties === 'object') visit(rule.additionalProperties, member, inner);
    }
  }

  function sayMissing(rule: Schema, members: object, path: readonly string[]): void {
    for (const name of rule.required ?? [])
      if (!Object.hasOwn(members, name)) faults.push({ path, message: `Here “${name}” is missing.` });
    const ways = rule.anyOf?.map(({ required = [] }) => required);
    if (ways !== undefined && !ways.some((way) => way.every((name) => Object.hasOwn(members, name))))
      faults.push({ path, message: `Here “${ways[0]!.join('” and “')}” is missing.` });
  }

  function visitList(rule: Schema, part: unknown, path: readonly string[]): void {
    const [least, most] = [rule.minItems ?? 0, rule.maxItems ?? Number.POSITIVE_INFINITY];
    if (!Array.isArray(part)) faults.push({ path, message: `Write ${sentenceOf(rule)}.` });
    else if (part.length < least || part.length > most)
      faults.push({
        path,
        message: part.length < least ? 'This list is empty.' : `This list may have ${most} entries.`,
      });
    else if (rule.items !== undefined)
      for (const [at, item] of part.entries()) visit(rule.items, item, [...path, String(at)]);
  }

  function resolve(given: Schema): Schema {
    const name = given.$ref?.split('/').at(-1);
    return name === undefined ? given : resolve(schema.$defs![name]!);
  }
}

function visitText(rule: Schema, part: unknown, say: (message: string) => void): void {
  if (typeof part !== 'string') say('Write a text, in quotes if need be.');
  else if (part.length < (rule.minLength ?? 0)) say(`Write ${rule.minLength} characters or more.`);
  else if (part.length > (rule.maxLength ?? Number.POSITIVE_INFINITY))
    say(`Write ${rule.maxLength} characters at most.`);
  else if (rule.pattern !== undefined && !new RegExp(rule.pattern, 'u').test(part))
    say(`“${part}” is not in the form that is wanted here.`);
}

function sortOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function sortMeant({ type, enum: choices, const: only }: Schema): string {
  if (type !== undefined) return type === 'integer' ? 'number' : type;
  return sortOf(choices?.[0] ?? only);
}

function sentenceOf({ type, required = [] }: Schema): string {
  if (type === 'array') return 'a list, one entry a line after a dash';
  if (type === 'object')
    return required.length > 0 ? `names and values with ${listed(required, 'and')}` : 'names and values, one a line';
  return type === 'boolean' ? 'true or false' : `a ${type === 'string' ? 'text' : type}`;
}

function listed(words: readonly string[], joint = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

function hint(part: unknown, choices: readonly unknown[]): string {
  return typeof part === 'string' && choices.length > 4 ? nearest(part, choices.map(String)) : '';
}
