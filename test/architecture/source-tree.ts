/** Reads the project's own files and what they import, from their syntax trees: comments and strings cannot deceive it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** A path from the project's root for a relative import, otherwise the name as written. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const notOurs = new Set(['node_modules', 'dist', 'out', '.git', 'test-results', 'playwright-report', 'coverage']);

/** All files below `folders` whose name ends with one of `endings`. */
export function readTree(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  const paths = folders.flatMap((folder) => walk(join(root, folder)));
  return paths
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
  });
}

export function parse(file: SourceFile): ReturnType<typeof parseSync> {
  const parsed = parseSync(file.path, file.text);
  if (parsed.errors.length > 0) throw new Error(`${file.path}: ${parsed.errors[0]?.message ?? 'does not parse'}`);
  return parsed;
}

/** Static and dynamic imports, re-exports, `require`, and `import('…')` types. */
export function importsOf(file: SourceFile): readonly Import[] {
  const { module, program } = parse(file);
  const found: Import[] = [];
  const add = (name: string, typeOnly: boolean): void => {
    const target = name.startsWith('.') ? posix.join(posix.dirname(file.path), name) : name;
    found.push({ target, typeOnly });
  };
  const allTypes = (entries: readonly { readonly isType: boolean }[]): boolean =>
    entries.length > 0 && entries.every((entry) => entry.isType);
  for (const { moduleRequest, entries } of module.staticImports) add(moduleRequest.value, allTypes(entries));
  for (const { entries } of module.staticExports) {
    const name = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest?.value;
    if (name !== undefined) add(name, allTypes(entries));
  }
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false);
    },
    TSImportType: ({ source }) => add(source.value, true),
    CallExpression: ({ callee, arguments: [first] }) => {
      const isRequire = callee.type === 'Identifier' && callee.name === 'require';
      if (isRequire && first?.type === 'Literal' && typeof first.value === 'string') add(first.value, false);
    },
  }).visit(program);
  return found;
}
