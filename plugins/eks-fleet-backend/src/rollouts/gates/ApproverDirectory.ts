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

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ApproverLook, Approvers } from './judgeApprovers';

const MAX_LEVELS = 10;
/** As many people are enough for any approval. */
const MAX_PEOPLE = 100;

/** Who approvers are, by the catalog as it is now and by the relations that a decision is held against. */
export class ApproverDirectory implements Approvers {
  readonly #catalog: Pick<CatalogService, 'getEntities' | 'getEntitiesByRefs'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntities' | 'getEntitiesByRefs'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async look(refs: string[]): Promise<ApproverLook[]> {
    if (refs.length === 0) {
      return [];
    }
    const entityRefs = refs.map(lower);
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return Promise.all(
      refs.map(async (ref, index): Promise<ApproverLook> => {
        const own = entityRefs[index];
        const there = items[index] !== undefined;
        if (own.startsWith('user:')) {
          return there
            ? { ref, state: 'present', people: [own] }
            : { ref, state: 'missing', people: [] };
        }
        const people = await this.#membersOf(own);
        const none = there ? 'empty' : 'missing';
        return { ref, state: people.length > 0 ? 'present' : none, people };
      }),
    );
  }

  /** Users of a group and of those below it. */
  async #membersOf(group: string): Promise<string[]> {
    const people = new Set<string>();
    const seen = new Set<string>();
    let level = [group];
    for (let count = 0; count < MAX_LEVELS && level.length > 0; count++) {
      level.forEach(ref => seen.add(ref));
      const users = await this.#related('User', RELATION_MEMBER_OF, level);
      users.forEach(ref => people.add(ref));
      const below = await this.#related('Group', RELATION_CHILD_OF, level);
      level = below.filter(ref => !seen.has(ref));
    }
    return [...people];
  }

  async #related(
    kind: 'User' | 'Group',
    relation: string,
    to: string[],
  ): Promise<string[]> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind, [`relations.${relation}`]: to },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: MAX_PEOPLE,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.map(stringifyEntityRef).map(lower);
  }
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
