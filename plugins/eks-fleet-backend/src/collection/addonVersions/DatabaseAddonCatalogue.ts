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

import type { Knex } from 'knex';
import type { AddonCatalogue, AddonOffers, AddonVersions } from '../types';

/** Names one answer of EKS `DescribeAddonVersions`. */
export interface AddonVersionsKey {
  partition: string;
  region: string;
  kubernetesVersion: string;
}

/** Whether an answer was the first, or differs from the one before. */
export type AddonVersionsNews = 'first' | 'changed' | 'none';

interface AddonVersionsRow {
  partition: string;
  region: string;
  kubernetes_version: string;
  document: string;
  observed_at: string;
  attempted_at: string;
}

/** {@link AddonCatalogue} on PostgreSQL or SQLite. */
export class DatabaseAddonCatalogue implements AddonCatalogue, AddonOffers {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async versions(
    partition: string,
    region: string,
    kubernetesVersion: string,
  ): Promise<{ observedAt: string; addons: AddonVersions } | undefined> {
    const row = await this.#rows()
      .where(toWhere({ partition, region, kubernetesVersion }))
      .whereNot('document', '')
      .first('document', 'observed_at');
    return (
      row && {
        observedAt: row.observed_at,
        addons: JSON.parse(row.document),
      }
    );
  }

  async ofPartition(
    partition: string,
  ): Promise<Array<{ kubernetesVersion: string; addons: AddonVersions }>> {
    const rows = await this.#rows()
      .where({ partition })
      .whereNot('document', '')
      .select('kubernetes_version', 'document');
    return rows.map(({ document, kubernetes_version }) => ({
      kubernetesVersion: kubernetes_version,
      addons: JSON.parse(document),
    }));
  }

  /**
   * Whether this process is the one to ask: nobody was told since, and nobody
   * else has tried since.
   */
  async claim(
    key: AddonVersionsKey,
    since: { observed: Date; attempted: Date },
    now: Date,
  ): Promise<boolean> {
    await this.#rows()
      .insert(toWhere(key))
      .onConflict(['partition', 'region', 'kubernetes_version'])
      .ignore();
    const claimed = await this.#rows()
      .where(toWhere(key))
      .where('observed_at', '<=', since.observed.toISOString())
      .where('attempted_at', '<=', since.attempted.toISOString())
      .update({ attempted_at: now.toISOString() });
    return claimed > 0;
  }

  async put(
    key: AddonVersionsKey,
    addons: AddonVersions,
    now: Date,
  ): Promise<AddonVersionsNews> {
    const document = JSON.stringify(addons);
    const before = await this.#rows().where(toWhere(key)).first('document');
    await this.#rows()
      .where(toWhere(key))
      .update({ document, observed_at: now.toISOString() });
    if (!before?.document) {
      return 'first';
    }
    return before.document === document ? 'none' : 'changed';
  }

  #rows() {
    return this.#knex<AddonVersionsRow>('addon_versions');
  }
}

function toWhere({ partition, region, kubernetesVersion }: AddonVersionsKey) {
  return { partition, region, kubernetes_version: kubernetesVersion };
}
