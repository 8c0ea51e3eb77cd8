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

/** One word for each state of rollouts and alerts, the same on every page. */
export const rolloutStateMessages = {
  rolloutState: {
    draft: 'draft',
    planned: 'planned',
    running: 'running',
    paused: 'paused',
    stopping: 'stopping',
    done: 'done',
    doneWithFailures: 'done with failures',
    doneInPart: 'done in part',
    cancelled: 'cancelled',
  },
  waveState: {
    planned: 'not begun',
    gated: 'at its gates',
    running: 'running',
    baking: 'baking',
    done: 'done',
    doneWithFailures: 'done with failures',
    cancelled: 'cancelled',
  },
  cellState: {
    planned: 'not begun',
    queued: 'waiting for a slot',
    running: 'under way',
    succeeded: 'succeeded',
    failed: 'failed',
    skipped: 'skipped',
    rollingBack: 'rolling back',
    rolledBack: 'rolled back',
  },
  outcome: {
    succeeded: 'succeeded',
    failed: 'failed',
    rolledBack: 'rolled back',
    skipped: 'skipped',
    notReached: 'to go',
  },
  gateState: {
    notStarted: 'not asked yet',
    shut: 'shut',
    open: 'open',
    unknown: 'cannot be told',
    rejected: 'rejected',
    expired: 'expired',
  },
  rollbackState: {
    notNeeded: 'nothing to roll back',
    possible: 'can be rolled back',
    nodesFirst: 'nodes must go back first',
    pastPoint: 'past the point of no return',
    expired: 'too late to roll back',
    notPossible: 'cannot be rolled back',
  },
  rollbackStepState: {
    open: 'to do',
    done: 'done',
    unknown: 'not known',
  },
  pullRequest: {
    open: 'open',
    merged: 'merged',
    closed: 'closed unmerged',
    conflict: 'in conflict',
  },
  logLevel: {
    info: 'for information',
    warning: 'warning',
    error: 'failure',
  },
  alertState: {
    firing: 'firing',
    unknown: 'not read of late',
    silenced: 'silenced',
    resolved: 'resolved',
  },
  alertSeverity: {
    critical: 'critical',
    warning: 'warning',
    unknown: 'severity unknown',
    info: 'for information',
  },
} as const;
