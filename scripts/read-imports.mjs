import { parseSync } from 'oxc-parser';

// Where a node holds types only, and what it is called.
const typeKeys = new Set([
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'superTypeArguments',
  'implements',
]);
const typeNodes = new Set([
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
  'TSDeclareFunction',
  'TSModuleDeclaration',
]);

// Names by which code asks for time, chance, a network or the machine. The rest of `Date` and `Math` is arithmetic.
const sideEffects = new Set(
  (
    'performance setTimeout setInterval setImmediate requestAnimationFrame fetch process console localStorage indexedDB navigator ' +
    'XMLHttpRequest WebSocket EventSource crypto globalThis window self global'
  ).split(' '),
);
const arithmetic = { Date: ['UTC', 'parse', 'prototype'], Math: undefined };

/**
 * What a file takes from elsewhere.
 *
 * @param {string} file path, for the parser to know the language
 * @param {string} text TypeScript
 * @returns {{ imports: { target: string, typeOnly: boolean }[], sideEffects: string[], unclear: string[] }} `sideEffects` names each way in which
 *   the file asks for the time, chance, a network or a disk; `unclear` each import whose target is not written down
 */
export function readImports(file, text) {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const found = { imports: [], sideEffects: [], unclear: [] };
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    found.imports.push({ target: moduleRequest.value, typeOnly });
  }
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.imports.push({ target: moduleRequest.value, typeOnly: isType });
  const names = { declared: new Set(), sideEffects: [] };
  visit(program, undefined, '', { ...found, names }, false);
  found.sideEffects = names.sideEffects.filter(({ name }) => !names.declared.has(name)).map(({ what }) => what);
  return found;
}

function visit(node, parent, key, found, inType) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, parent, key, found, inType);
    return;
  }
  if (typeof node?.type !== 'string') return;
  note(node, parent, key, found, inType);
  const below = inType || typeNodes.has(node.type);
  for (const [name, value] of Object.entries(node))
    if (value !== null && typeof value === 'object') visit(value, node, name, found, below || typeKeys.has(name));
}

function note(node, parent, key, found, inType) {
  if (node.type === 'TSImportType') found.imports.push({ target: node.source.value, typeOnly: true });
  if (inType) return;
  for (const name of declaredBy(node)) if (name?.type === 'Identifier') found.names.declared.add(name.name);
  if (node.type === 'ImportExpression') noteTarget(node.source, found);
  else if (node.type === 'TSExternalModuleReference') noteTarget(node.expression, found);
  else if (node.type === 'CallExpression' && node.callee.name === 'require') noteTarget(node.arguments[0], found);
  else if (node.type === 'Identifier' && isReference(node, parent, key)) noteName(node, parent, key, found);
}

function noteTarget(target, found) {
  if (target?.type === 'Literal' && typeof target.value === 'string')
    found.imports.push({ target: target.value, typeOnly: false });
  else found.unclear.push('a module whose name is worked out');
}

/** Whether a name stands for a value, and not for a member or a key. */
function isReference(_, parent, key) {
  if (key === 'property') return parent.computed;
  if (key === 'key') return parent.computed;
  return !['ImportSpecifier', 'ExportSpecifier', 'LabeledStatement', 'BreakStatement'].includes(parent.type);
}

function noteName({ name }, parent, key, found) {
  if (name === 'require' && !(parent.type === 'CallExpression' && key === 'callee'))
    found.unclear.push('“require” under another name');
  if (sideEffects.has(name)) found.names.sideEffects.push({ name, what: name });
  if (!Object.hasOwn(arithmetic, name)) return;
  const member = parent.type === 'MemberExpression' && key === 'object' && !parent.computed && parent.property.name;
  if (name === 'Math' && member && member !== 'random') return;
  if (name === 'Date' && arithmetic.Date.includes(member)) return;
  if (name === 'Date' && parent.type === 'NewExpression' && key === 'callee' && parent.arguments.length > 0) return;
  if (name === 'Date' && parent.type === 'BinaryExpression' && parent.operator === 'instanceof') return;
  found.names.sideEffects.push({ name, what: member ? `${name}.${member}` : describe(name, parent, key) });
}

/** The names that a node gives to the file's own variables and parameters. */
function declaredBy(node) {
  if (node.type === 'VariableDeclarator') return [node.id];
  if (node.type === 'ObjectPattern') return node.properties.map(({ value }) => value);
  if (node.type === 'ArrayPattern') return node.elements;
  if (node.type === 'AssignmentPattern') return [node.left];
  return node.params ?? [];
}

function describe(name, parent, key) {
  if (key === 'callee') return parent.type === 'NewExpression' ? `new ${name} without an argument` : `${name}()`;
  return `${name} under another name`;
}
