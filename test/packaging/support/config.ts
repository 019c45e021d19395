/** electron-builder.yml as data, with as much of its shape as the tests ask for. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}

export interface SystemConfig {
  readonly files: readonly string[];
  readonly target: readonly Target[];
  readonly [more: string]: unknown;
}

export interface BuilderConfig {
  readonly appId: string;
  readonly files: readonly string[];
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly publish: Readonly<Record<string, unknown>>;
  readonly linux: SystemConfig;
  readonly mac: SystemConfig;
  readonly win: SystemConfig;
  readonly nsis: Readonly<Record<string, unknown>>;
}

export function readYaml(path: string): unknown {
  return parse(readFileSync(new URL(path, `file://${root}`), 'utf8'));
}

export const builderConfig = (): BuilderConfig => readYaml('electron-builder.yml') as BuilderConfig;
