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

import { InputError } from '@backstage/errors';
import type { TimelineList } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterScope } from '../inventory/types';
import type { TimelineStore } from './types';

const DEFAULT_LIMIT = 50;

const position = z
  .object({
    at: z.string().min(1).max(30),
    id: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .strict();

/** What happened to each cluster, for those who may read it. */
export class ClusterTimeline {
  readonly #inventory: ClusterInventory;
  readonly #store: TimelineStore;

  constructor(options: { inventory: ClusterInventory; store: TimelineStore }) {
    this.#inventory = options.inventory;
    this.#store = options.store;
  }

  /** @throws NotFoundError for what is not there and what the scope leaves out */
  async list(
    scope: ClusterScope,
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<TimelineList> {
    const { arn, createdAt, origin } = await this.#inventory.get(scope, {
      entityRef,
    });
    if (origin !== 'eks-fleet' || !arn) {
      return { items: [], pageInfo: {} };
    }
    const { events, hasMore } = await this.#store.list(arn, {
      limit: page.limit ?? DEFAULT_LIMIT,
      after: page.cursor ? decode(page.cursor) : undefined,
      since: createdAt,
    });
    const last = events.at(-1);
    return {
      items: events,
      pageInfo:
        hasMore && last
          ? { nextCursor: encode({ at: last.at, id: last.id }) }
          : {},
    };
  }
}

function encode(cursor: z.infer<typeof position>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decode(cursor: string): z.infer<typeof position> {
  try {
    return position.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
  } catch {
    throw new InputError('cursor: not one that this list gave out');
  }
}
