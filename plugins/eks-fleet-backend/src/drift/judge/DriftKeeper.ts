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

import { chunks } from '../../database/chunks';
import { sha256 } from '../../database/sha256';
import type { ObservationReader } from '../../collection/types';
import type { ClusterRecord } from '../../inventory/types';
import type {
  DriftRecord,
  DriftStore,
  StatementStore,
  UnderWay,
} from '../types';
import { judgeDrift } from './judgeDrift';

/** What clusters are compared by. */
export const DRIFT_KINDS = ['controlPlane', 'nodegroups', 'addons', 'updates'];

const NOTHING: UnderWay = { rollout: false, requested: [] };
const PER_TURN = 100;

/** Judges each cluster anew once anything has changed that its judgement follows from. */
export class DriftKeeper {
  readonly #store: DriftStore;
  readonly #statements: StatementStore;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #marks: () => Promise<Map<string, string>>;
  readonly #underWay: (
    clusters: ClusterRecord[],
  ) => Promise<Map<string, UnderWay>>;
  readonly #clusters: () => Promise<ClusterRecord[]>;
  readonly #now: () => Date;

  constructor(options: {
    store: DriftStore;
    statements: StatementStore;
    observations: Pick<ObservationReader, 'ofMany'>;
    /** By ARN, a text that is another once an observation is. */
    marks: () => Promise<Map<string, string>>;
    /** By ARN, of clusters that somebody changes. */
    underWay: (clusters: ClusterRecord[]) => Promise<Map<string, UnderWay>>;
    clusters: () => Promise<ClusterRecord[]>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#statements = options.statements;
    this.#observations = options.observations;
    this.#marks = options.marks;
    this.#underWay = options.underWay;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  async judge(signal?: AbortSignal): Promise<void> {
    const clusters = await this.#clusters();
    const [said, seen, underWay, fingerprints] = await Promise.all([
      this.#statements.marks(),
      this.#marks(),
      this.#underWay(clusters),
      this.#store.fingerprints(),
    ]);
    const due = clusters.flatMap(cluster => {
      const { arn, createdAt } = cluster;
      const fingerprint = sha256(
        JSON.stringify([
          createdAt,
          said.get(arn)?.hash,
          seen.get(arn),
          underWay.get(arn),
        ]),
      );
      return fingerprints.get(arn) === fingerprint
        ? []
        : [{ cluster, fingerprint }];
    });
    for (const part of chunks(due, PER_TURN)) {
      signal?.throwIfAborted();
      const arns = part.map(({ cluster }) => cluster.arn);
      const [statements, observed, before] = await Promise.all([
        this.#statements.ofMany(arns),
        this.#observations.ofMany(arns, DRIFT_KINDS),
        this.#store.ofMany(arns),
      ]);
      const now = this.#now();
      await this.#store.put(
        part.map(
          ({ cluster: { arn, createdAt }, fingerprint }): DriftRecord => {
            const last = before.get(arn);
            const same = last?.createdAt === createdAt ? last : undefined;
            const verdict = judgeDrift({
              statement: statements.get(arn),
              observed: observed.get(arn) ?? {},
              underWay: underWay.get(arn) ?? NOTHING,
              before: same,
              now,
            });
            return {
              arn,
              createdAt,
              fingerprint,
              judgedAt: now.toISOString(),
              since:
                same?.state === verdict.state ? same.since : now.toISOString(),
              ...verdict,
            };
          },
        ),
      );
    }
    await this.#store.retain(clusters.map(({ arn }) => arn));
  }
}
