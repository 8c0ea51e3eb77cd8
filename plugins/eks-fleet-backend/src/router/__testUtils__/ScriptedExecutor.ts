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

import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  rolloutExecutorsExtensionPoint,
  type RolloutExecutor,
  type TrackDecision,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** Decides for each cluster what a test says; all else succeeds at once. */
export class ScriptedExecutor implements RolloutExecutor<undefined> {
  readonly id = 'scripted';
  readonly title = 'Scripted';
  /** By name of the cluster. */
  readonly script = new Map<string, TrackDecision>();
  /** Names of clusters with which it was asked to go on in spite of what blocks. */
  readonly forced = new Set<string>();

  /** The module that adds it. */
  get feature() {
    return createBackendModule({
      pluginId: 'eks-fleet',
      moduleId: 'scripted-executor',
      register: env =>
        env.registerInit({
          deps: { executors: rolloutExecutorsExtensionPoint },
          init: async ({ executors }) => executors.addExecutor(this),
        }),
    });
  }

  /** Says that a cluster fails, until it is said otherwise. */
  fail(name: string): void {
    this.script.set(name, {
      kind: 'failed',
      retryable: false,
      error: {
        code: 'PodEvictionFailure',
        message: 'Reached max retries while trying to evict pods',
        advice: 'Let its disruption budget allow one more',
      },
    });
  }

  async abilityFor() {
    return { canRollBack: true, nodesApart: true, walksMinorsAlone: false };
  }

  async observe(work: TrackWork[]) {
    return work.map(() => undefined);
  }

  next({ cluster, force, to }: TrackWork): TrackDecision {
    if (force) {
      this.forced.add(cluster.name);
    }
    return (
      this.script.get(cluster.name) ?? {
        kind: 'succeeded',
        now: to,
        message: `${cluster.name} runs ${to}`,
      }
    );
  }

  async act() {
    return {};
  }
}
