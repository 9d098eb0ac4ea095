import { parseSync } from 'oxc-parser';

/**
 * The places where a file shows words that no translator can reach: written into the code instead of taken from `vscode.l10n.t`, the page's
 * strings or the playbook.
 *
 * @param {{ path: string, text: string }[]} files TypeScript of the editor and the page
 * @returns {string[]} one line for each place
 */
export function textFaults(files) {
  return files.flatMap(({ path, text }) => {
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    const found = new Map();
    const at = ({ start }) => text.slice(0, start).split('\n').length;
    const fault = (node, words) => found.set(node.start, `${path}:${at(node)} shows “${words}” in English only`);
    const context = { constants: constantsOf(program), fault };
    visit(program, undefined, (node, parent) => {
      for (const shown of shownBy(node, path)) followWords(shown, context, new Set());
      if (isLocalized(node) && fixedText(node.arguments[0]) === undefined)
        found.set(node.start, `${path}:${at(node)} asks for the translation of a text that is worked out`);
      const words = fixedText(node) ?? textWithHoles(node);
      if (words !== undefined && isSentence(words) && !isForDevelopers(parent)) fault(node, words);
    });
    return [...found.values()];
  });
}

const shownKeys = new Set(
  (
    'label title placeHolder placeholder prompt tooltip detail description textContent innerText innerHTML text ariaLabel aria-label ' +
    'aria-description alt message documentation openLabel saveLabel validationMessage'
  ).split(' '),
);
/** Calls that show some of their arguments. */
const shownArguments = {
  showInformationMessage: [0, 1, 2, 3],
  showWarningMessage: [0, 1, 2, 3],
  showErrorMessage: [0, 1, 2, 3],
  showQuickPick: [0],
  setStatusBarMessage: [0],
  appendMarkdown: [0],
  appendText: [0],
  Diagnostic: [1],
  CodeAction: [0],
  MarkdownString: [0],
  tellDone: [0],
  announce: [0],
  setText: [1],
  button: [0, 2],
  replaceChildren: [0, 1, 2],
  createTextNode: [0],
};

/** The expressions by which a node puts words in front of the user. */
function shownBy(node, path) {
  if (node.type === 'Property' && shownKeys.has(keyOf(node))) return [node.value];
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
    return shownKeys.has(node.left.property.name ?? node.left.property.value) ? [node.right] : [];
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const name = nameOf(node.callee);
  if (name === 'setAttribute') {
    const index = node.arguments.findIndex((one) => shownKeys.has(fixedText(one)));
    return index < 0 ? [] : node.arguments.slice(index + 1);
  }
  if (name === 'element') return node.arguments.slice(2);
  // The editor appends to kinds of code actions too, by their ids.
  if (name === 'append' && path.startsWith('media/')) return node.arguments;
  return (Object.hasOwn(shownArguments, name) ? shownArguments[name] : []).map((index) => node.arguments[index]);
}

/** Follows an expression to the words in it; what a call gives back is looked at where that is written. */
function followWords(node, context, seen) {
  if (node === undefined || node === null || seen.has(node)) return;
  seen.add(node);
  const follow = (one) => followWords(one, context, seen);
  const words = fixedText(node);
  if (words !== undefined) {
    if (isWord(words)) context.fault(node, words);
    return;
  }
  switch (node.type) {
    case 'TemplateLiteral':
      for (const { value } of node.quasis) if (isWord(value.cooked)) context.fault(node, value.cooked);
      return node.expressions.forEach(follow);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].forEach(follow);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '+' || node.type === 'LogicalExpression'
        ? [node.left, node.right].forEach(follow)
        : undefined;
    case 'ArrayExpression':
      return node.elements.forEach(follow);
    case 'SpreadElement':
      return follow(node.argument);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'AwaitExpression':
      return follow(node.expression ?? node.argument);
    case 'MemberExpression':
      if (node.object.type === 'ObjectExpression') for (const one of node.object.properties) follow(one.value);
      return;
    case 'CallExpression':
      // `'Line'.concat(…)`, `['Line', …].join(' ')`
      return node.callee.type === 'MemberExpression' ? follow(node.callee.object) : undefined;
    case 'Identifier':
      return follow(context.constants.get(node.name));
  }
}

/** The constants of a file that hold words, by name. */
function constantsOf(program) {
  const constants = new Map();
  visit(program, undefined, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || node.init === null) return;
    if (fixedText(node.init) !== undefined || ['TemplateLiteral', 'ConditionalExpression'].includes(node.init.type))
      constants.set(node.id.name, node.init);
  });
  return constants;
}

/** Calls whose words go to the log, to a stack or to the translators. */
const forDevelopers = new Set('guarded onCommand logError logWarning Error RangeError TypeError t'.split(' '));

function isForDevelopers(parent) {
  return (
    parent !== undefined &&
    (parent.type === 'CallExpression' || parent.type === 'NewExpression') &&
    forDevelopers.has(nameOf(parent.callee))
  );
}

function isLocalized(node) {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return node.callee.property.name === 't' && nameOf(node.callee.object) === 'l10n';
}

/** The text of a literal or of a template without holes. */
function fixedText(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}

/** A template with a letter in each hole. */
function textWithHoles(node) {
  if (node.type !== 'TemplateLiteral') return undefined;
  const between = node.quasis.map(({ value }) => value.cooked);
  return between.some(isWord) ? between.join('x') : undefined;
}

/** Words that are the same in every language. */
function isWord(text) {
  const rest = text
    .replace(/\$\([a-z0-9~-]+\)/g, '')
    .replaceAll('Common Ground', '')
    .replace(/\\[a-z]/g, '');
  return /\p{L}{2}/u.test(rest);
}

/** Two words or more that begin with a capital, as only people read them. */
function isSentence(text) {
  return /^\p{Lu}\p{Ll}*[’']?\p{Ll}*,? \p{L}/u.test(text.replace(/^Common Ground:? ?/, ''));
}

function keyOf({ key, computed }) {
  return computed ? fixedText(key) : (key.name ?? key.value);
}

function nameOf(callee) {
  return (
    callee.name ??
    callee.property?.name ??
    fixedText(callee.property) ??
    (callee.expression ? nameOf(callee.expression) : undefined)
  );
}

function visit(node, parent, act) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, parent, act);
    return;
  }
  if (typeof node?.type !== 'string' || node.type.startsWith('TSType') || node.type === 'TSInterfaceDeclaration')
    return;
  act(node, parent);
  for (const value of Object.values(node)) if (value !== null && typeof value === 'object') visit(value, node, act);
}
