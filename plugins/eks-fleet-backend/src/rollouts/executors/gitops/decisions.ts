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
  TrackDecision,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { hasReached } from '../../engine/hops';
import { wordHop } from './describeChange';
import { toNotes, wantedSince } from './memory';
import type { GitopsMemory, GitopsObserved } from './types';

export type GitopsDecision = TrackDecision & { notes?: TrackNotes };

/** All that the next step of a hop is decided from, once its file is found. */
export interface StepContext {
  work: TrackWork;
  observed: Exclude<GitopsObserved, { notLocated: string }>;
  memory: GitopsMemory;
  now: Date;
}

/** Whether its nodes follow the control plane, so that nothing is proposed for them. */
export function followsAlone({ observed, work }: StepContext): boolean {
  return work.kind === 'nodegroup' && !observed.place.ability.nodesApart;
}

/** Whether EKS itself says that it is there, and done with it. */
export function hasArrived({ observed, work }: StepContext): boolean {
  const { part } = observed;
  if (part.kind !== 'seen' || part.isChanging) {
    return false;
  }
  return work.direction === 'back'
    ? part.now === work.to
    : hasReached(work.kind, part.now, work.to);
}

/** What a part runs, as far as it is known. */
export function versionNow({ observed, work }: StepContext): string {
  return observed.part.kind === 'seen' ? observed.part.now : work.from;
}

export function arrived(context: StepContext): GitopsDecision {
  const { memory, work } = context;
  const now = versionNow(context);
  return wantedSince(memory) || followsAlone(context)
    ? {
        kind: 'succeeded',
        now,
        message: `${wordHop(work)}: EKS says that ${now} is there`,
      }
    : {
        kind: 'movedOutside',
        now,
        message: `${work.cluster.name} runs ${now} already, and nobody proposed that here`,
        notes: toNotes(memory),
      };
}

export function failed(
  code: string,
  message: string,
  options: {
    advice?: string;
    resourceIds?: string[];
    retryable?: boolean;
  } = {},
): Extract<TrackDecision, { kind: 'failed' }> {
  const { advice, resourceIds, retryable = false } = options;
  return {
    kind: 'failed',
    retryable,
    error: {
      code,
      message,
      ...(advice && { advice }),
      ...(resourceIds?.length && { resourceIds }),
    },
  };
}
