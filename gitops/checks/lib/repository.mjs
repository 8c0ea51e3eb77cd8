import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocuments } from './documents.mjs';
import { placeOf } from './places.mjs';

/** Those beside the rules: a change is not held to what it brings along. */
const SCHEMAS = fileURLToPath(new URL('../../schemas', import.meta.url));

/** Folders that people and the portal write into, and the rules are about. */
const FOLDERS = ['argocd', 'clusters', 'namespaces', 'applications'];

/**
 * All files of the folders, as they are: `{ path, place, documents, problems }`,
 * and `schemas`, by group, kind and version.
 */
export function readRepository(folder) {
  const files = FOLDERS.flatMap(name => listFiles(folder, name)).map(path => {
    const isLink = lstatSync(join(folder, path)).isSymbolicLink();
    return isLink
      ? { ...readFile(path, ''), isLink }
      : readFile(path, readFileSync(join(folder, path), 'utf8'));
  });
  return { files, schemas: path => readSchema(join(SCHEMAS, path)) };
}

/**
 * What a change did since it left a commit: which files it touched, and those
 * that it removed or edited as they were.
 */
export function readChange(folder, base) {
  const git = (...args) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 256e6,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  if (base.startsWith('-')) {
    throw new Error(`${base} is not a commit`);
  }
  const start = git('merge-base', base, 'HEAD').trim();
  const prefix = git('rev-parse', '--show-prefix').trim();
  // A renamed file is one that is gone and one that is new.
  const touched = new Set(
    split(
      git('diff', '--name-only', '--no-renames', '--relative', '-z', start),
    ).concat(split(git('ls-files', '--others', '--exclude-standard', '-z'))),
  );
  const before = new Map(
    split(
      git(
        'ls-tree',
        '-r',
        '-z',
        '--name-only',
        '--full-tree',
        start,
        ...roots(prefix),
      ),
    )
      .map(path => path.slice(prefix.length))
      .filter(path => touched.has(path))
      .map(path => [
        path,
        readFile(path, git('show', `${start}:${prefix}${path}`)),
      ]),
  );
  return { touched, before };
}

function roots(prefix) {
  return FOLDERS.map(name => `${prefix}${name}`);
}

function split(text) {
  return text.split('\0').filter(Boolean);
}

function readFile(path, text) {
  return { path, place: placeOf(path), ...readDocuments(path, text) };
}

function listFiles(folder, name) {
  if (!existsSync(join(folder, name))) {
    return [];
  }
  return readdirSync(join(folder, name), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry =>
      entry.isDirectory()
        ? listFiles(folder, `${name}/${entry.name}`)
        : [`${name}/${entry.name}`],
    );
}

const schemas = new Map();

function readSchema(path) {
  if (!schemas.has(path)) {
    schemas.set(
      path,
      existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined,
    );
  }
  return schemas.get(path);
}
