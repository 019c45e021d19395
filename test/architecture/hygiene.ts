/** What no file may contain. Pure functions of a file, run on the tree and on samples. */
import { Visitor } from 'vite';
import { parse, type SourceFile } from './source-tree.ts';

export const maxLines = 400;

export function sizeProblems(file: SourceFile): readonly string[] {
  const lines = file.text.trimEnd().split('\n').length;
  return lines > maxLines ? [`${file.path} has ${lines} lines; a file that grows is asking to be two rooms`] : [];
}

/** What reads the world behind the ports' back, as it stands in code: `Date.now`, `new Date()`, a bare `fetch`. */
const bareNames = new Set([
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'XMLHttpRequest',
  'WebSocket',
]);
const members = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** Clocks, timers, randomness and the network outside a port. */
export function worldProblems(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const own = declaredNames(file);
  const bare = (name: string): void => {
    if (bareNames.has(name) && !own.has(name)) found.push(name);
  };
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier') bare(callee.name);
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'Identifier') return;
      bare(callee.name);
      if (callee.name === 'Date' && given.length === 0) found.push('new Date()');
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier' || node.computed) return;
      const { name } = node.property;
      if (['globalThis', 'window'].includes(node.object.name) && (bareNames.has(name) || name === 'Date'))
        found.push(name);
      if (members.has(`${node.object.name}.${name}`)) found.push(`${node.object.name}.${name}`);
    },
  }).visit(parse(file).program);
  return found.map((what) => `${file.path} uses ${what} instead of a port`);
}

/** Names a file gives to something of its own: then `fetch(…)` is the port that was handed in. */
function declaredNames(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (pattern: unknown): void => {
    if (typeof pattern !== 'object' || pattern === null || !('type' in pattern)) return;
    const node = pattern as { type: string; name?: string; properties?: { value?: unknown }[]; left?: unknown };
    if (node.type === 'Identifier' && node.name !== undefined) names.add(node.name);
    if (node.type === 'ObjectPattern') node.properties?.forEach((property) => add(property.value));
    if (node.type === 'AssignmentPattern') add(node.left);
  };
  new Visitor({
    VariableDeclarator: ({ id }) => add(id),
    FunctionDeclaration: ({ id, params }) => [id, ...params].forEach(add),
    FunctionExpression: ({ params }) => params.forEach(add),
    ArrowFunctionExpression: ({ params }) => params.forEach(add),
    ImportSpecifier: ({ local }) => add(local),
  }).visit(parse(file).program);
  return names;
}

export function consoleProblems(file: SourceFile): readonly string[] {
  let uses = 0;
  new Visitor({
    MemberExpression: ({ object }) => {
      if (object.type === 'Identifier' && object.name === 'console') uses += 1;
    },
  }).visit(parse(file).program);
  return uses > 0 ? [`${file.path} uses console`] : [];
}

const colour = String.raw`#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|oklch|oklab|lab|lch)\(`;
const colourWord =
  /:[^;{}]*\b(?:white|black|red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|silver|gold)\b(?!-)/i;

/** Colours as such. Styles name tokens instead, so that both themes and the contrast check hold. */
export function colourProblems(file: SourceFile): readonly string[] {
  const hits = file.path.endsWith('.css') ? colourRows(file.text) : colourStrings(file);
  return hits.map((hit) => `${file.path} has the colour ${hit}`);
}

function colourRows(css: string): readonly string[] {
  const rows = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').split('\n');
  // Only values: `#add { … }` is a selector.
  const values = rows.filter((row) => row.includes(':')).map((row) => row.slice(row.indexOf(':')));
  return values.flatMap((row) => new RegExp(colour, 'i').exec(row)?.[0] ?? colourWord.exec(row)?.[0] ?? []);
}

function colourStrings(file: SourceFile): readonly string[] {
  const hits: string[] = [];
  const whole = new RegExp(`^\\s*(?:${colour})`, 'i');
  const add = (text: string): void => {
    if (whole.test(text)) hits.push(text);
  };
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') add(value);
    },
    TemplateElement: ({ value }) => add(value.raw),
  }).visit(parse(file).program);
  return hits;
}

/** Paths that exist only on somebody's computer, and package registries. Written in pieces so as not to find themselves. */
const machine = new RegExp(
  [
    String.raw`(?<![\w.~-])/(?:home|Users)/[a-z0-9_]+/`,
    String.raw`[A-Z]:\\+Users\\+[a-z0-9_]`,
    String.raw`(?<![\w./~-])/(?:root|work)/[a-z0-9_.]`,
    String.raw`https?://(?:registry|npm)\.[a-z]`,
  ].join('|'),
  'i',
);

export function machineProblems(file: SourceFile): readonly string[] {
  return file.text
    .split('\n')
    .flatMap((row, index) => (machine.test(row) ? [`${file.path}:${index + 1} names a machine: ${row.trim()}`] : []));
}

interface LockEntry {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Download addresses, and dependencies that are named but not held: `npm ci` refuses those on other systems. */
export function lockProblems(packages: Readonly<Record<string, LockEntry>>): readonly string[] {
  return Object.entries(packages).flatMap(([place, entry]) => {
    const needs = Object.keys({ ...entry.optionalDependencies, ...entry.dependencies });
    const missing = needs.filter((name) => !isHeld(packages, place, name)).map((name) => `${place} lacks ${name}`);
    return entry.resolved === undefined ? missing : [...missing, `${place} carries a download address`];
  });
}

/** Walks up from `from` the way Node resolves a bare name. */
function isHeld(packages: Readonly<Record<string, LockEntry>>, from: string, name: string): boolean {
  const cut = from.lastIndexOf('node_modules/');
  if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true;
  return from !== '' && isHeld(packages, cut > 0 ? from.slice(0, cut - 1) : '', name);
}
