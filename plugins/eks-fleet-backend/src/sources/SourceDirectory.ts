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
  ObservationError,
  Source,
  SourceList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { hideOtherAccounts } from '../inventory/hideOtherAccounts';
import type { ClusterScope } from '../inventory/types';
import {
  decodeSourceCursor,
  encodeSourceCursor,
  parseSourceQuery,
  type RawSourceQuery,
  type SourceCursor,
} from './sourceQuery';
import { summarizeSource } from './sourceState';
import type { SourceRecord, SourceSelection, SourceStore } from './types';

const DEFAULT_LIMIT = 50;

/** Answers by which paths clusters are seen, under the asker's scope. */
export class SourceDirectory {
  readonly #sources: SourceStore;

  constructor(sources: SourceStore) {
    this.#sources = sources;
  }

  async list(
    scope: ClusterScope,
    query: RawSourceQuery & { limit?: number; cursor?: string },
  ): Promise<SourceList> {
    const cursor: SourceCursor = query.cursor
      ? decodeSourceCursor(query.cursor)
      : parseSourceQuery(query);
    const { after, before, ...asked } = cursor;
    const selection = { ...asked, scope, now: new Date() };
    const { first, groups, hasMore, last, sources, totalItems } =
      await this.#sources.list(selection, {
        limit: query.limit ?? DEFAULT_LIMIT,
        after,
        before,
      });
    const hasNext = before !== undefined || hasMore;
    const hasPrevious = after !== undefined || (before && hasMore);
    return {
      items: sources.map(source => presentSource(source, selection)),
      totalItems,
      counts: groups,
      pageInfo: {
        nextCursor:
          hasNext && last
            ? encodeSourceCursor({ ...asked, after: last })
            : undefined,
        prevCursor:
          hasPrevious && first
            ? encodeSourceCursor({ ...asked, before: first })
            : undefined,
      },
    };
  }
}

function presentSource(
  source: SourceRecord,
  { scope, now }: SourceSelection,
): Source {
  const visible = new Set([source.accountId]);
  const hide = (error: ObservationError | undefined) =>
    error && {
      ...error,
      message: hideOtherAccounts(error.message, scope, visible),
    };
  const { arn, entityRef, kind, name, accountId, region } = source;
  const { error, parts, state, ...times } = summarizeSource(source.parts, now);
  return {
    id: `${kind}:${arn}`,
    kind,
    name,
    arn,
    entityRef,
    accountId,
    region,
    state,
    error: hide(error),
    ...times,
    parts: parts.map(part => ({ ...part, error: hide(part.error) })),
  };
}
