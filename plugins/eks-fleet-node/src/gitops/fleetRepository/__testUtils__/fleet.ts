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

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from './controller';

/** The reference fleet repository. */
export const FLEET = resolve(__dirname, '../../../../../../gitops');

/** Its files below some folders, by their paths. */
export function readFleet(...folders: string[]): Map<string, string> {
  return new Map(
    folders.flatMap(folder =>
      readdirSync(join(FLEET, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ name, parentPath }): [string, string] => {
          const path = join(parentPath, name);
          return [path.slice(FLEET.length + 1), readFileSync(path, 'utf8')];
        }),
    ),
  );
}

/** The documents of a file. */
export function documentsOf(text: string): KubeObject[] {
  return parseAllDocuments(text)
    .map(each => each.toJS())
    .filter(Boolean);
}

/** All of `argocd/`, of a kind. */
export function manifests(kind: string): KubeObject[] {
  return [...readFleet('argocd').values()]
    .flatMap(documentsOf)
    .filter(each => each.kind === kind);
}

/** One of the ApplicationSets. */
export function applicationSet(name: string): KubeObject {
  return manifests('ApplicationSet').find(
    ({ metadata }) => metadata.name === name,
  )!;
}
