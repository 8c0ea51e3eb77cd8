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

import {
  UpdateAddonCommand,
  UpdateClusterVersionCommand,
  UpdateNodegroupVersionCommand,
  type EKSClient,
  type Update,
} from '@aws-sdk/client-eks';
import type {
  EksFleetAwsService,
  ExecutorAbility,
  RolloutExecutor,
  TrackDecision,
  TrackIntent,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksLooks } from './EksLooks';
import { memoryOf, toNotes } from './memory';
import { nextEksStep } from './nextEksStep';
import { isRefusal, isUnsure } from './refusals';
import { sessionOf } from './sessionOf';
import type { EksLook } from './types';

/** Changes clusters by calls of EKS, with a role that does nothing else. */
export class EksExecutor implements RolloutExecutor<EksLook> {
  readonly id = 'eks';
  readonly title = 'EKS';
  readonly #looks: Pick<EksLooks, 'look' | 'insightsAgainst'>;
  readonly #aws: Pick<EksFleetAwsService, 'eksAs'>;
  /** That it assumes in the account of a cluster. */
  readonly roleName: string;

  constructor(options: {
    looks: Pick<EksLooks, 'look' | 'insightsAgainst'>;
    aws: Pick<EksFleetAwsService, 'eksAs'>;
    roleName: string;
  }) {
    this.#looks = options.looks;
    this.#aws = options.aws;
    this.roleName = options.roleName;
  }

  async abilityFor(): Promise<ExecutorAbility> {
    return { canRollBack: true, nodesApart: true, walksMinorsAlone: false };
  }

  async observe(
    work: TrackWork[],
    { signal }: { signal: AbortSignal; now: Date },
  ): Promise<EksLook[]> {
    return this.#looks.look(work, signal);
  }

  next(
    work: TrackWork,
    observed: EksLook,
    now: Date,
  ): TrackDecision & { notes?: TrackNotes } {
    return nextEksStep(work, observed, now);
  }

  async act(
    work: TrackWork & { intent: TrackIntent },
    observed: EksLook,
    { now, signal }: { signal: AbortSignal; now: Date },
  ): Promise<TrackNotes> {
    const memory = {
      ...memoryOf(work),
      before:
        memoryOf(work).before ??
        (observed.kind === 'seen' ? observed.updateIds : []),
      refused: undefined,
    };
    const client = this.#aws.eksAs(work.cluster, {
      roleName: this.roleName,
      ...sessionOf(work),
    });
    try {
      const { id } = await call(client, work, signal);
      return toNotes({ ...memory, updateId: id });
    } catch (error) {
      if (isRefusal(error)) {
        return toNotes({
          ...memory,
          ...(isUnsure(error) && { isUnsure: true }),
          refused: {
            code: error.name,
            message: await this.#wordRefusal(work, error, signal),
            at: now.toISOString(),
          },
        });
      }
      throw error;
    }
  }

  /** EKS says that insights stand against it; people want to know which. */
  async #wordRefusal(
    work: TrackWork,
    { message, name }: Error,
    signal: AbortSignal,
  ): Promise<string> {
    if (name !== 'InvalidStateException' || work.kind !== 'controlPlane') {
      return message;
    }
    const against = await this.#looks.insightsAgainst(work, signal);
    return against.length > 0
      ? `insights of EKS stand against it: ${against.join('; ')}`
      : message;
  }
}

async function call(
  client: EKSClient,
  work: TrackWork & { intent: TrackIntent },
  abortSignal: AbortSignal,
): Promise<Update> {
  const { cluster, force, intent, kind, name, releaseVersion, to } = work;
  const clientRequestToken = intent.key;
  switch (kind) {
    case 'controlPlane': {
      const { update = {} } = await client.send(
        new UpdateClusterVersionCommand({
          name: cluster.name,
          version: to,
          clientRequestToken,
          ...(force && { force }),
        }),
        { abortSignal },
      );
      return update;
    }
    case 'addon': {
      const { update = {} } = await client.send(
        new UpdateAddonCommand({
          clusterName: cluster.name,
          addonName: name,
          addonVersion: to,
          clientRequestToken,
          resolveConflicts: force ? 'OVERWRITE' : 'PRESERVE',
        }),
        { abortSignal },
      );
      return update;
    }
    default: {
      const { update = {} } = await client.send(
        new UpdateNodegroupVersionCommand({
          clusterName: cluster.name,
          nodegroupName: name,
          ...(releaseVersion === to ? { releaseVersion } : { version: to }),
          clientRequestToken,
          ...(force && { force }),
        }),
        { abortSignal },
      );
      return update;
    }
  }
}
