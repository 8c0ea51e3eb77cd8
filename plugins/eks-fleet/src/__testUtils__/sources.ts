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

import type {
  Source,
  SourceCount,
  SourceList,
  SourcePart,
  SourceQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { paged } from './fakeLists';

export function aSourcePart(part: Partial<SourcePart> = {}): SourcePart {
  return {
    kind: 'nodegroups',
    state: 'fresh',
    observedAt: '2026-11-23T11:56:00Z',
    attemptedAt: '2026-11-23T11:56:00Z',
    nextAttemptAt: '2026-11-23T12:06:00Z',
    ...part,
  };
}

export function aSource(part: Partial<Source> = {}): Source {
  const { kind = 'eks', name = 'alpha' } = part;
  const arn = `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`;
  return {
    id: `${kind}/${arn}`,
    kind,
    name,
    arn,
    entityRef: `resource:default/${name}-1a2b3c4d`,
    accountId: '111122223333',
    region: 'eu-west-1',
    state: 'fresh',
    lastAttemptAt: '2026-11-23T11:56:00Z',
    lastSuccessAt: '2026-11-23T11:56:00Z',
    nextAttemptAt: '2026-11-23T12:06:00Z',
    parts: [aSourcePart()],
    ...part,
  };
}

/** Sources as the backend lists them; given in its order. */
export function listOf(sources: Source[], query: SourceQuery): SourceList {
  const { cursor, limit } = query;
  const asked: SourceQuery = cursor ? JSON.parse(cursor).asked : query;
  const text = asked.fullTextFilterTerm?.toLocaleLowerCase('en-US') ?? '';
  const fits = (source: Source, keys: string[]) =>
    source.name.toLocaleLowerCase('en-US').includes(text) &&
    Object.entries(asked.filter ?? {}).every(
      ([key, values]) =>
        !keys.includes(key) || values.includes(valueOf(source, key)),
    );
  const found = sources.filter(source =>
    fits(source, ['kind', 'state', 'account', 'region', 'cluster']),
  );
  const counts = new Map<string, SourceCount>();
  for (const source of sources) {
    if (fits(source, ['account', 'region', 'cluster'])) {
      const { kind, state } = source;
      const key = `${kind} ${state}`;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { kind, state, count });
    }
  }
  return {
    ...paged(found, { limit, cursor }, asked),
    totalItems: found.length,
    counts: [...counts.values()],
  };
}

function valueOf(source: Source, key: string): string {
  const values: Record<string, string> = {
    kind: source.kind,
    state: source.state,
    account: source.accountId,
    region: source.region,
    cluster: source.arn,
  };
  return values[key];
}
