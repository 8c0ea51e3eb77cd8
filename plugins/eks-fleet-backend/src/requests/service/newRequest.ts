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

import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import type {
  RequestOperation,
  RequestSource,
  RequestThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { enterState } from '../engine/enterState';
import type { ClaimLocks } from '../store/types';
import {
  RequestRefusal,
  type RequestAssessment,
  type RequestProgress,
  type RequestRecord,
} from '../types';
import type { PreparedAsk } from './RequestAssessor';

/** How a request begins that a person asks for. */
export const ASKED_FOR = {
  source: 'person',
  message: 'Asked for',
} as const;

const TITLES: Record<RequestOperation, (thing: RequestThing) => string> = {
  create: ({ kind, title }) => `${capital(kind)} ${title}`,
  change: ({ kind, title }) => `Change of ${kind} ${title}`,
  delete: ({ kind, title }) => `Deletion of ${kind} ${title}`,
  adopt: ({ kind, title }) => `Adoption of ${kind} ${title}`,
  extend: ({ kind, title }) => `Longer life of ${kind} ${title}`,
};

/** A request as it is made: on its way, or waiting for somebody to agree. */
export function newRecord(
  { ask, facts, handler, owner, where }: PreparedAsk,
  options: {
    id: string;
    at: string;
    by: string;
    assessment: RequestAssessment;
    /** As it was judged. */
    spec: JsonObject;
    reason: string;
    ticket?: string;
    task?: string;
    /** How it came about. */
    began: { source: RequestSource; message: string };
  },
): RequestRecord {
  const { assessment, at, began, by, id, reason, spec, task, ticket } = options;
  const { approval } = assessment;
  const draft: RequestProgress = {
    assessment,
    steps: [{ state: 'draft', at, ...began }],
  };
  const state = approval.needed ? 'pendingApproval' : 'proposed';
  const { progress } = enterState(
    { progress: draft },
    { state, source: 'portal', message: approval.message, at },
  );
  return {
    state,
    asked: {
      id,
      kind: handler.kind,
      operation: ask.operation,
      thing: facts.thing,
      title: TITLES[ask.operation](facts.thing),
      ...facts.place,
      owner,
      requestedBy: by,
      requestedAt: at,
      reason,
      ...(ticket && { ticket }),
      ...(task && { task }),
      spec,
      repository: where.repository.id,
    },
    acts: { decisions: [], comments: [] },
    progress: {
      ...progress,
      message: approval.needed
        ? 'Waits for somebody else to agree to it'
        : 'The pull request is being opened',
      ...(approval.needed && {
        waiting: { code: 'approval' as const, since: at },
      }),
    },
    updatedAt: at,
  };
}

/** What is to be locked while it is judged. */
export function locksOf({ ask, owner }: PreparedAsk): ClaimLocks {
  const { network, owner: specOwner } = ask.spec as {
    network?: { vpcCidr?: unknown };
    owner?: unknown;
  };
  return {
    owners: typeof specOwner === 'string' ? [owner, specOwner] : [owner],
    addresses: typeof network?.vpcCidr === 'string',
  };
}

/** By which the same submit makes one request. */
export function submissionKey(userRef: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([userRef.toLocaleLowerCase('en-US'), key]))
    .digest('hex');
}

/** @throws RequestRefusal with each reason for which it is denied */
export function refuseDenied({ verdict }: RequestAssessment): void {
  if (verdict.outcome === 'deny') {
    throw new RequestRefusal(
      verdict.reasons
        .filter(({ outcome }) => outcome === 'deny')
        .map(({ field, message }) => ({
          field: field ? `spec.${field}` : '',
          message,
        })),
    );
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
