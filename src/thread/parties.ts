import parties from './parties.yaml';

interface PartyWords {
  readonly publicDomains: readonly string[];
  readonly mailers: readonly string[];
  readonly bots: readonly string[];
  readonly thirdParties: readonly string[];
  readonly titles: readonly string[];
  readonly offices: readonly string[];
  readonly selfNames: readonly string[];
  readonly odds: Readonly<
    Record<'firstWriter' | 'newestText' | 'unsignedText' | 'absent' | 'unwritten' | 'office' | 'chasing', number>
  >;
  readonly sure: number;
}

const content = parties as PartyWords;

export const { odds, sure } = content;

const titles = new Set(content.titles);
const bots = new Set(content.bots);
const thirdParties = new Set(content.thirdParties);
const offices = new Set(content.offices);
const selfNames = new Set(content.selfNames);
const mailers = new Set(content.mailers);
const publicDomains = new Set(content.publicDomains);

/** The words of a name in lower case, the given name first, without titles and what stands in brackets. */
export function nameWords(name: string): string[] {
  const [before, after] = name.split(',');
  const turned = after !== undefined && /^\s*\p{L}+(?:\s+\p{L}\.?)?\s*$/u.test(after) ? `${after} ${before}` : name;
  return wordsIn(turned.replace(/\([^()]*\)|<[^<>]*>|\[[^[\]]*\]/g, ' ')).filter((word) => !titles.has(word));
}

/** Does the name say a part in the matter ("Claims - Jo", "Max (the plumber)", "Sales @ Brim") and not only who it is? */
export function namesOffice(name: string): boolean {
  return (
    /\([^()]{2,}\)|\s[@|–—-]\s|\svia\s/.test(name) ||
    wordsIn(name).some((word) => offices.has(word) || titles.has(word))
  );
}

/** A line beside a name, as pages show it: "Member", "Owner". */
export function isOffice(line: string): boolean {
  return offices.has(line.trim().toLowerCase());
}

export function isBot(name: string, addresses: Iterable<string>): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}[\]]+/u);
  if (words.some((word) => bots.has(word) || word.endsWith('[bot]'))) return true;
  return [...addresses].some((address) => bots.has(localPart(address)));
}

export function isThirdParty(name: string): boolean {
  return wordsIn(name).some((word) => thirdParties.has(word));
}

/** Is it what a page calls whoever looks at it, and no name? */
export function isSelfName(name: string): boolean {
  return selfNames.has(name.trim().toLowerCase());
}

/** Does the address send for many people, as those of trackers and help desks do? */
export function isMailer(address: string): boolean {
  const local = localPart(address);
  return mailers.has(local) || mailers.has(local.split(/[+._]/)[0]!);
}

/** The domain of an address where it says for whom somebody works. */
export function houseOf(address: string): string | undefined {
  const house = address.split('@')[1];
  return house === undefined || publicDomains.has(house.split('.')[0]!) ? undefined : house;
}

export function localPart(address: string): string {
  return address.split('@')[0]!.toLowerCase();
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
