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

import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isSameRef } from '../../../proposals/isSameRef';
import type { ExceptionRecord } from '../types';

/** What somebody may do with a request as it is. Pure. */
export function rightsOn(
  record: ExceptionRecord,
  who: { userRef: string; approvable: ReadonlySet<string> },
): ExceptionRequest['rights'] {
  const { acts, asked, clusters, progress, state } = record;
  const isOwn = isSameRef(asked.requestedBy, who.userRef);
  const mayApprove = clusters.every(({ arn }) => who.approvable.has(arn));
  const mayEnd = isOwn || mayApprove;
  return {
    decide:
      state === 'pendingApproval' &&
      asked.approval === 'required' &&
      !isOwn &&
      mayApprove,
    cancel:
      mayEnd &&
      (state === 'pendingApproval' || state === 'proposed') &&
      !acts.cancelled,
    remove:
      mayEnd &&
      (((state === 'merged' || state === 'inForce') && !acts.endedEarly) ||
        (state === 'expired' &&
          progress.removal?.pullRequest?.state === 'closed')),
  };
}
