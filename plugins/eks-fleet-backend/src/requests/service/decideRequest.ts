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

import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  RequestDecision,
  RequestDecisionAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cleanText } from '../../proposals/cleanText';
import { enterState } from '../engine/enterState';
import type { RequestAct } from '../store/types';
import type { RequestRecord } from '../types';
import { rightsOn } from './rightsOn';
import type { RequestAsker } from './types';

/**
 * Approves or rejects a request, exactly as it was looked at. Pure.
 *
 * @throws NotAllowedError for who may not, ConflictError where there is nothing to decide, or something else than was looked at
 */
export function decideRequest(
  record: RequestRecord,
  { comment, specHash, verdict }: RequestDecisionAsk,
  { asker, now }: { asker: RequestAsker; now: Date },
): RequestAct {
  refuseOther(record, specHash);
  const rights = rightsOn(record, asker);
  if (!rights.decide) {
    throw new NotAllowedError(
      rights.whyNot?.decide ?? 'This cannot be decided',
    );
  }
  const by = asker.userRef;
  const at = now.toISOString();
  const decision: RequestDecision = {
    verdict,
    by,
    at,
    specHash,
    ...(cleanText(comment) && { comment: cleanText(comment) }),
  };
  const isApproved = verdict === 'approve';
  const { events, progress } = enterState(record, {
    state: isApproved ? 'proposed' : 'rejected',
    source: 'person',
    message: isApproved ? `${by} agreed to it` : `${by} refused it`,
    at,
    by,
  });
  return {
    state: isApproved ? 'proposed' : 'rejected',
    acts: {
      ...record.acts,
      decisions: [...record.acts.decisions, decision],
    },
    progress: {
      ...progress,
      ...(isApproved && {
        message: 'The pull request is being opened',
        proposal: undefined,
      }),
    },
    events,
  };
}

/** @throws ConflictError where there is nothing to decide, or something else than was looked at */
export function refuseOther(record: RequestRecord, specHash: string): void {
  if (record.state !== 'pendingApproval') {
    throw new ConflictError(
      `There is nothing to decide: it is ${record.state}`,
    );
  }
  if (record.progress.assessment.specHash !== specHash) {
    throw new ConflictError(
      'It asks for something else than was looked at; look again',
    );
  }
}
