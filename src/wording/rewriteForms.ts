import type { Hit } from '../language/matcher';
import { wordAt } from '../language/tokens';
import type { Surroundings } from './conditions';
import type { Shapes } from './rewriteShapes';

/**
 * Fills the forms of parts in a template: `<verb:plain>` and `<verb:participle>` of the verb found, `<thing:was>` and `<thing:has>` as the
 * number of the thing asks.
 *
 * @returns nothing where a form is not known
 */
export function withForms(template: string, ready: Shapes, around: Surroundings, { parts }: Hit): string | undefined {
  let isKnown = true;
  const filled = template.replace(forms, (_, name: string, form: Form) => {
    const part = parts[name];
    const word = part === undefined ? undefined : formOf(form, part, ready, around);
    if (word === undefined) isKnown = false;
    return word ?? '';
  });
  return isKnown ? filled : undefined;
}

type Form = 'plain' | 'participle' | 'was' | 'has';

const forms = /<([a-z]+):(plain|participle|was|has)>/g;

function formOf(
  form: Form,
  [first, end]: readonly [number, number],
  { plainForms, participles, isIn }: Shapes,
  around: Surroundings,
): string | undefined {
  if (form === 'plain') return plainForms.get(wordAt(around.tokens, first));
  if (form === 'participle') {
    const plain = plainForms.get(wordAt(around.tokens, first));
    return plain === undefined ? undefined : participles.get(plain);
  }
  let head = first + 1;
  while (head < end && !isIn('ends-noun', wordAt(around.tokens, head))) head++;
  const many = isMany(wordAt(around.tokens, head - 1)) || isIn('many', wordAt(around.tokens, first));
  if (form === 'was') return many ? 'were' : 'was';
  return many ? 'have' : 'has';
}

function isMany(noun: string): boolean {
  return /[^suia]s$|ies$|oes$/.test(noun) || noun === 'people' || noun === 'children';
}
