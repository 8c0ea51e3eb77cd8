/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { renderAll, type Parameters } from './goTemplate';

/** A fleet repository: texts by path. */
export type Files = ReadonlyMap<string, string>;

/** A cluster as its Secret on the hub makes it known. */
export interface KnownCluster {
  name: string;
  server: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** What generators see. */
export interface World {
  /** Nothing where the Git host does not answer. */
  files?: Files;
  clusters: readonly KnownCluster[];
}

const GENERATORS: Record<
  string,
  (settings: any, world: World) => Parameters[]
> = {
  git: (settings, { files }) => {
    if (!files) {
      throw new Error(`failed to fetch ${settings.repoURL}`);
    }
    const { directories, files: patterns, pathParamPrefix, values } = settings;
    const found = patterns
      ? chosen([...files.keys()].sort(), patterns, crossing).map(path => ({
          ...firstDocument(path, files.get(path)!),
          ...pathParameters(posix.dirname(path), {
            filename: posix.basename(path),
          }),
        }))
      : chosen(foldersOf(files), directories, within)
          .map(path => pathParameters(path))
          .map(each => (pathParamPrefix ? { [pathParamPrefix]: each } : each));
    return found.map(each => ({
      ...each,
      ...(values && { values: renderAll(values, each) }),
    }));
  },
  clusters: ({ selector }, { clusters }) =>
    clusters
      .filter(({ labels }) => !selector || matches(selector, labels))
      .map(({ annotations, labels, name, server }) => ({
        name,
        nameNormalized: name.toLowerCase().replace(/[^a-z0-9.-]/g, '-'),
        server,
        metadata: { annotations, labels },
      })),
  matrix: ({ generators: [first, second] }, world) =>
    generate(first, world).flatMap(outer =>
      generate(renderAll(second, outer), world).map(
        inner => merged(inner, outer) as Parameters,
      ),
    ),
};

/**
 * The parameters that a generator of an ApplicationSet makes, as Argo CD 3 does:
 * Git files (of each the first document; `*` crosses slashes), Git directories,
 * clusters, a matrix of two, and a selector over what any of them made.
 *
 * @throws an Error where one cannot be made: the controller then changes nothing
 */
export function generate(generator: any, world: World): Parameters[] {
  const { selector, ...kinds } = generator;
  const [[kind, settings]] = Object.entries<any>(kinds);
  const found = GENERATORS[kind](settings, world);
  return selector
    ? found.filter(each => matches(selector, flatten(each)))
    : found;
}

/** The second's fields go over the first's, at every depth. */
function merged(one: unknown, other: unknown): unknown {
  return isMap(one) && isMap(other)
    ? Object.fromEntries(
        [...Object.keys(one), ...Object.keys(other)].map(key => [
          key,
          key in other ? merged(one[key], other[key]) : one[key],
        ]),
      )
    : other;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstDocument(path: string, text: string): Parameters {
  const documents = parseAllDocuments(text);
  const [first] = Array.isArray(documents) ? documents : [];
  if (first?.errors.length) {
    throw new Error(`unable to process file '${path}': ${first.errors[0]}`);
  }
  return (first?.toJS() as Parameters) ?? {};
}

function pathParameters(path: string, more: Parameters = {}): Parameters {
  return {
    path: {
      path,
      basename: posix.basename(path),
      segments: path.split('/'),
      ...more,
    },
  };
}

function foldersOf(files: Files): string[] {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const parts = path.split('/');
    parts.slice(1).forEach((_, index) => {
      folders.add(parts.slice(0, index + 1).join('/'));
    });
  }
  return [...folders].sort();
}

function chosen(
  paths: string[],
  patterns: { path: string; exclude?: boolean }[],
  toPattern: (glob: string) => RegExp,
): string[] {
  const fits = (path: string, isExcluded: boolean) =>
    patterns.some(
      ({ exclude = false, path: glob }) =>
        exclude === isExcluded && toPattern(glob).test(path),
    );
  return paths.filter(path => fits(path, false) && !fits(path, true));
}

function crossing(glob: string): RegExp {
  return new RegExp(`^${escaped(glob).replaceAll('*', '.*')}$`);
}

function within(glob: string): RegExp {
  return new RegExp(`^${escaped(glob).replaceAll('*', '[^/]*')}$`);
}

function escaped(glob: string): string {
  return glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether labels are what a selector of Kubernetes asks for. */
export function matches(
  { matchExpressions = [], matchLabels = {} }: any,
  labels: Record<string, string>,
): boolean {
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) &&
    matchExpressions.every(({ key, operator, values }: any) => {
      switch (operator) {
        case 'In':
          return values.includes(labels[key]);
        case 'NotIn':
          return !values.includes(labels[key]);
        case 'Exists':
          return key in labels;
        default:
          return !(key in labels);
      }
    })
  );
}

/** Parameters by their dotted paths, which is what selectors see. */
function flatten(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null) {
    return { [prefix]: String(value) };
  }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, each]) =>
      flatten(each, prefix ? `${prefix}.${key}` : key),
    ),
  );
}
