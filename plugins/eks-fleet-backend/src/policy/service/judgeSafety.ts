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
  PolicyCell,
  PolicyEngine,
  SafeToEnforce,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DAY_MS } from '../store/codes';
import type { QuietRecord } from '../store/types';

/** What looks at clusters, and keeps nobody from anything. */
const ONLY_LOOK: ReadonlySet<PolicyEngine> = new Set([
  'falco',
  'kube-bench',
  'security-hub',
  'trivy',
]);

/** Whether an engine only looks at what is there, and refuses nothing. */
export function onlyLooks(engine: PolicyEngine): boolean {
  return ONLY_LOOK.has(engine);
}

/**
 * Whether a policy may be switched to enforce on a cluster: it was evaluated
 * there, and nothing that is not exempt has failed for that many days.
 */
export function judgeSafety(options: {
  engine: PolicyEngine;
  cell: PolicyCell;
  quiet?: QuietRecord;
  days: number;
  now: Date;
}): SafeToEnforce {
  const { cell, days, engine, now, quiet } = options;
  if (onlyLooks(engine)) {
    return {
      verdict: 'unknown',
      message: 'It only looks: it cannot be made to refuse anything.',
    };
  }
  if (cell.state === 'deployed' && cell.mode === 'enforce') {
    return { verdict: 'enforced', message: 'It is enforced already.' };
  }
  const doubt = doubtOf(cell);
  if (doubt) {
    return { verdict: 'unknown', message: doubt };
  }
  const failing = (cell.fail ?? 0) + (cell.warn ?? 0) + (cell.error ?? 0);
  if (failing > 0) {
    return {
      verdict: 'failing',
      message: `${cell.atLeast ? 'At least ' : ''}${failing} ${
        failing === 1 ? 'resource breaks' : 'resources break'
      } it and would be refused.`,
    };
  }
  if (!quiet) {
    return { verdict: 'unknown', message: 'It was never evaluated here.' };
  }
  const quietSince = quiet.lastFailedAt ?? quiet.knownSince;
  const safeAt = Date.parse(quietSince) + days * DAY_MS;
  return safeAt <= now.getTime()
    ? {
        verdict: 'safe',
        message: `Nothing unexempted has failed for ${days} days.`,
        quietSince,
      }
    : {
        verdict: 'notYet',
        message: `Nothing fails, but not for ${days} days yet.`,
        quietSince,
        safeAt: new Date(safeAt).toISOString(),
      };
}

/** Why nothing can be said; no failure that is seen is not yet none. */
function doubtOf(cell: PolicyCell): string | undefined {
  if (cell.state !== 'deployed') {
    return 'The policy was not seen on this cluster.';
  }
  if (cell.stale) {
    return 'What is known is too old.';
  }
  if (cell.ready === false) {
    return 'The engine does not evaluate it: it is not ready.';
  }
  if (cell.passes === 'notRecorded') {
    return 'The engine keeps no passes, so nothing shows that it was evaluated.';
  }
  const results =
    (cell.pass ?? 0) +
    (cell.fail ?? 0) +
    (cell.warn ?? 0) +
    (cell.error ?? 0) +
    (cell.exempt ?? 0);
  return results > 0
    ? undefined
    : 'Nothing was evaluated by it, so nothing can be said.';
}
