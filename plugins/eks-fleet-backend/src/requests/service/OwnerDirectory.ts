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
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { teamOf } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { membersOf } from '../../rollouts/service/membersOf';
import type { OwnerFacts } from '../preflight';
import type { GroundFor } from './GroundReader';

/** Between two keystrokes nobody joins or leaves a group. */
const KEPT_MS = 30_000;
const MOST_KEPT = 500;

/** What the catalog says of owners and of those who ask for them. */
export class OwnerDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #kept = new Map<
    string,
    { at: number; facts: Promise<Omit<OwnerFacts, 'ref'>> }
  >();
  readonly #now: () => Date;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    now?: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#now = options.now ?? (() => new Date());
  }

  look({ owner, userRef }: GroundFor): Promise<Omit<OwnerFacts, 'ref'>> {
    const key = `${owner}\n${userRef}`;
    const at = this.#now().getTime();
    const kept = this.#kept.get(key);
    if (kept && at - kept.at < KEPT_MS) {
      return kept.facts;
    }
    if (this.#kept.size > MOST_KEPT) {
      this.#kept.clear();
    }
    const facts = this.#read({ owner, userRef });
    this.#kept.set(key, { at, facts });
    return facts;
  }

  async #read({ owner, userRef }: GroundFor): Promise<Omit<OwnerFacts, 'ref'>> {
    const [exists, members, longerTeams] = await Promise.all([
      this.#exists(owner).catch(() => undefined),
      membersOf(this.#catalog, this.#auth, userRef).catch(() => undefined),
      this.#longerTeams(owner).catch(() => undefined),
    ]);
    return {
      exists,
      asksForOwn: members?.has(owner.toLocaleLowerCase('en-US')),
      longerTeams,
    };
  }

  async #exists(owner: string): Promise<boolean> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [owner], fields: ['kind', 'metadata'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items[0] !== undefined;
  }

  /** Groups whose names begin with this one's and a dash. */
  async #longerTeams(owner: string): Promise<string[]> {
    const team = teamOf(owner);
    if (team === undefined) {
      return [];
    }
    const { items } = await this.#catalog.getEntities(
      { filter: { kind: 'Group' }, fields: ['kind', 'metadata'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items
      .map(({ metadata }) => metadata.name.toLocaleLowerCase('en-US'))
      .filter(name => name.startsWith(`${team}-`));
  }
}
