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

import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ReadinessService } from '../../readiness/ReadinessService';
import { limited } from '../engine/limited';
import { oldestInput } from '../gates/oldestInput';
import type { CellRecord, GateRecord, RolloutSnapshot } from '../records';
import type { RolloutStore } from '../store/types';
import type {
  ProposedHead,
  ReadinessLook,
  Surroundings,
} from './freezeEvidence';

/** Of a larger wave, as many are looked at; the evidence says how many were not. */
const MAX_CLUSTERS = 500;
const AT_ONCE = 8;

/** Reads what is frozen with a decision, besides what is recorded of the rollout. */
export class EvidenceReader {
  readonly #store: Pick<RolloutStore, 'cells' | 'clustersOf'>;
  readonly #readiness: Pick<ReadinessService, 'get'>;

  constructor(options: {
    store: Pick<RolloutStore, 'cells' | 'clustersOf'>;
    readiness: Pick<ReadinessService, 'get'>;
  }) {
    this.#store = options.store;
    this.#readiness = options.readiness;
  }

  async read(
    { rollout }: Pick<RolloutSnapshot, 'rollout'>,
    { phase, wave }: Pick<GateRecord, 'phase' | 'wave'>,
  ): Promise<Surroundings> {
    const { kind, version } = rollout.change;
    const asksReadiness =
      phase === 'before' && kind === 'kubernetesVersion' && version;
    const clusters = asksReadiness
      ? await this.#store.clustersOf(rollout.id, { wave })
      : [];
    const readiness: ReadinessLook[] = [];
    await limited(AT_ONCE, clusters.slice(0, MAX_CLUSTERS), async cluster => {
      readiness.push(await this.#lookAt(cluster, version!));
    });
    const { cells } = await this.#store.cells(
      rollout.id,
      { wave, clusters: 'all' },
      { limit: MAX_CLUSTERS },
    );
    return {
      readiness: asksReadiness ? readiness : undefined,
      notRead: clusters.length - readiness.length,
      heads: cells.flatMap(headsOf),
    };
  }

  async #lookAt(
    { entityRef, name }: RolloutCluster,
    version: string,
  ): Promise<ReadinessLook> {
    try {
      const verdict = await this.#readiness.get('all', entityRef, version);
      const [worst] = verdict.findings.filter(
        ({ severity, waiver }) =>
          !waiver && (severity === 'blocking' || severity === 'unknown'),
      );
      const seen = oldestInput(verdict);
      return {
        name,
        verdict: verdict.verdict,
        ...(worst && { reason: worst.message }),
        ...(seen > 0 &&
          Number.isFinite(seen) && { seenAt: new Date(seen).toISOString() }),
      };
    } catch (error) {
      return { name, verdict: 'unknown', reason: (error as Error).message };
    }
  }
}

/** Heads of the pull requests that are open for a cell. */
function headsOf({ clusters, name }: CellRecord): ProposedHead[] {
  return clusters.flatMap(({ tracks }) =>
    tracks.flatMap(({ pullRequest }) =>
      pullRequest?.headSha &&
      pullRequest.state !== 'merged' &&
      pullRequest.state !== 'closed'
        ? [{ name, head: pullRequest.headSha, url: pullRequest.url }]
        : [],
    ),
  );
}
