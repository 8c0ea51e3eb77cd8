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
  isRequestOver,
  type RequestRights,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isSameRef } from '../../proposals/isSameRef';
import type { RequestRecord } from '../types';
import { inRequestScope } from './inRequestScope';
import type { RequestAsker } from './types';

const TAKEN_BACK = ['draft', 'pendingApproval', 'proposed'];

/**
 * Whether it is in Git and goes on no more without somebody: then its owner may
 * have it followed no longer. What is in Git stays there. Pure.
 */
export function isStuck({ asked, progress, state }: RequestRecord): boolean {
  return (
    !TAKEN_BACK.includes(state) &&
    !isRequestOver(state) &&
    asked.operation !== 'delete' &&
    progress.waiting?.code === 'review'
  );
}

/** What somebody may do with a request now, and why not. Pure. */
export function rightsOn(
  record: RequestRecord,
  asker: RequestAsker,
): RequestRights {
  const { acts, asked, state } = record;
  const isPending = state === 'pendingApproval';
  const mayDecide = inRequestScope(record, asker.decidable);
  const isOwn = isSameRef(asked.requestedBy, asker.userRef);
  const hasAmended =
    acts.amended !== undefined && isSameRef(acts.amended.by, asker.userRef);
  const isInvolved =
    isOwn ||
    mayDecide ||
    asker.memberOf.has(asked.owner.toLocaleLowerCase('en-US'));
  const notDecided = whyNotDecide({ isPending, mayDecide, isOwn, hasAmended });
  const notCancelled = whyNotCancel(record, isInvolved);
  return {
    decide: notDecided === undefined,
    amend: isPending && mayDecide,
    comment: true,
    cancel: notCancelled === undefined,
    whyNot: {
      ...(isPending && notDecided && { decide: notDecided }),
      ...(isInvolved && notCancelled && { cancel: notCancelled }),
    },
  };
}

function whyNotDecide(facts: {
  isPending: boolean;
  mayDecide: boolean;
  isOwn: boolean;
  hasAmended: boolean;
}): string | undefined {
  if (!facts.isPending) {
    return 'There is nothing to decide now';
  }
  if (!facts.mayDecide) {
    return 'This needs the permission eks-fleet.request.decide on it';
  }
  if (facts.isOwn) {
    return 'Who asked for it cannot decide it';
  }
  return facts.hasAmended
    ? 'Who amended it last cannot decide it; somebody else has to'
    : undefined;
}

function whyNotCancel(
  record: RequestRecord,
  isInvolved: boolean,
): string | undefined {
  const { acts, state } = record;
  if (!isInvolved) {
    return 'This is for who asked for it, its owner, and who may decide it';
  }
  if (isRequestOver(state)) {
    return 'It has ended already';
  }
  if (acts.cancelled) {
    return 'It is being taken back already';
  }
  return TAKEN_BACK.includes(state) || isStuck(record)
    ? undefined
    : 'It is merged; ask for its deletion instead';
}
