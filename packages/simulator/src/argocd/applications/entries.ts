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
import { parse } from 'yaml';
import { at, entries, list, text } from '../clusters/plans/fields';
import type { NamespacePlace } from '../namespaces/namespaceFiles';

/** An application in one environment, as its path names it. */
export interface EntryPlace {
  path: string;
  team: string;
  application: string;
  environment: string;
}

/** What an entry says; what the sets of applications do not read is left out. */
export interface ApplicationEntry {
  namespace: string;
  clusters: { account: string; region: string; cluster: string }[];
  source: { repoUrl: string; targetRevision: string } & (
    | { path: string }
    | { chart: string }
  );
  parameters: Record<string, string>;
  automated: boolean;
  selfHeal: boolean;
  prune: boolean;
  /** Whether what runs is to go. */
  isDeleting: boolean;
}

const FILE = /^applications\/([^/]+)\/([^/]+)\/([^/]+)\.yaml$/;
const ANY = '*';

export function entryPlace(path: string): EntryPlace | undefined {
  const match = FILE.exec(path);
  return match
    ? {
        path,
        team: match[1],
        application: match[2],
        environment: match[3],
      }
    : undefined;
}

/** An entry that a set can make applications of; nothing where it cannot. */
export function readEntry(content: string): ApplicationEntry | undefined {
  let entry: unknown;
  try {
    entry = parse(content);
  } catch {
    return undefined;
  }
  const field = (...path: string[]) => text(at(entry, ...path));
  const namespace = field('namespace');
  const repoUrl = field('source', 'repoUrl');
  const targetRevision = field('source', 'targetRevision');
  const path = field('source', 'path');
  const chart = field('source', 'chart');
  if (!namespace || !repoUrl || !targetRevision || !(path ?? chart)) {
    return undefined;
  }
  return {
    namespace,
    clusters: list(at(entry, 'clusters')).map(each => ({
      account: text(at(each, 'account')) ?? '',
      region: text(at(each, 'region')) ?? '',
      cluster: text(at(each, 'cluster')) ?? '',
    })),
    source: {
      repoUrl,
      targetRevision,
      ...(chart === undefined ? { path: path! } : { chart }),
    },
    parameters: Object.fromEntries(
      entries(at(entry, 'parameters')).map(([name, value]) => [
        name,
        text(value) ?? '',
      ]),
    ),
    automated: at(entry, 'syncPolicy', 'automated') === true,
    selfHeal: at(entry, 'syncPolicy', 'selfHeal') === true,
    prune: at(entry, 'syncPolicy', 'prune') === true,
    isDeleting: text(at(entry, 'lifecycle')) === 'deleting',
  };
}

/** Whether an application goes to a namespace: its team's, and chosen. */
export function goesTo(
  { team, environment }: EntryPlace,
  { namespace, clusters }: ApplicationEntry,
  place: NamespacePlace,
): boolean {
  const fits = (asked: string, there: string) =>
    asked === ANY || asked === there;
  return (
    place.team === team &&
    place.environment === environment &&
    place.namespace === namespace &&
    clusters.some(
      ({ account, region, cluster }) =>
        fits(account, place.accountId) &&
        fits(region, place.region) &&
        fits(cluster, place.cluster),
    )
  );
}
