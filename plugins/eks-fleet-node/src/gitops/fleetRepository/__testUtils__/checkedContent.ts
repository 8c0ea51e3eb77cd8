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

import { MARKED_CLUSTERS } from './exampleClusters';
import { MARKED_NAMESPACES } from './exampleTeams';
import { readFleet } from './fleet';

export const ORDERS =
  'clusters/prod/444455556666/eu-west-1/orders/cluster.yaml';
export const SHARED = 'clusters/dev/111122223333/eu-west-1/shared/cluster.yaml';
export const SEARCH =
  'clusters/stage/222233334444/eu-west-1/search/cluster.auto.tfvars.json';
export const CHECKOUT =
  'namespaces/payments/dev/111122223333/eu-west-1/shared/checkout';
export const CHECKOUT_PROD =
  'namespaces/payments/prod/444455556666/eu-west-1/orders/checkout';

const FILES = readFleet('applications', 'clusters', 'namespaces', 'argocd');

/** What a file of the reference repository says. */
export function textOf(path: string): string {
  return FILES.get(path)!;
}

/** A file with one text in place of another, which has to be there. */
export function edited(
  path: string,
  from: string | RegExp,
  to: string,
): [string, string] {
  const text = textOf(path);
  const changed = text.replace(from, to);
  if (changed === text) {
    throw new Error(`${path} does not say ${from}`);
  }
  return [path, changed];
}

/** A file that lets go of what it stands for, as the portal writes it. */
export function marked(path: string): [string, string] {
  if (path.startsWith('applications/')) {
    return [path, `${textOf(path)}lifecycle: deleting\n`];
  }
  const { text } = [...MARKED_CLUSTERS, ...MARKED_NAMESPACES].find(
    each => each.path === path,
  )!;
  return [path, text];
}

/** The line of a text in a file. */
export function lineOf(path: string, text: string): number {
  return (
    textOf(path)
      .split('\n')
      .findIndex(line => line.includes(text)) + 1
  );
}
