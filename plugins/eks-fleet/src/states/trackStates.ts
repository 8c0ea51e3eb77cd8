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
  RiErrorWarningLine,
  RiFlagLine,
  RiForbid2Line,
  RiGitClosePullRequestLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiNodeTree,
  RiTimerLine,
  RiArrowGoBackLine,
} from '@remixicon/react';
import type {
  PullRequestRef,
  RollbackClock,
  RollbackStep,
  TrackState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cellStates } from './cellStates';
import type { StateLook } from './types';

/** A track is told in the words of cells. */
export const trackStates: {
  [S in TrackState]: StateLook<`cellState.${S}`>;
} = {
  planned: cellStates.planned,
  running: cellStates.running,
  succeeded: cellStates.succeeded,
  failed: cellStates.failed,
  skipped: cellStates.skipped,
  rollingBack: cellStates.rollingBack,
  rolledBack: cellStates.rolledBack,
};

/** How far a step of a guided rollback is. */
export const rollbackStepStates: {
  [S in RollbackStep['state']]: StateLook<`rollbackStepState.${S}`>;
} = {
  open: { ...cellStates.planned, word: 'rollbackStepState.open' },
  done: { ...cellStates.succeeded, word: 'rollbackStepState.done' },
  unknown: { ...cellStates.queued, word: 'rollbackStepState.unknown' },
};

/** Whether a cluster can go back, and until when. */
export const rollbackStates: {
  [S in RollbackClock['state']]: StateLook<`rollbackState.${S}`>;
} = {
  notNeeded: {
    word: 'rollbackState.notNeeded',
    icon: RiFlagLine,
    tone: 'neutral',
  },
  possible: {
    word: 'rollbackState.possible',
    icon: RiArrowGoBackLine,
    tone: 'success',
  },
  nodesFirst: {
    word: 'rollbackState.nodesFirst',
    icon: RiNodeTree,
    tone: 'warning',
  },
  pastPoint: {
    word: 'rollbackState.pastPoint',
    icon: RiForbid2Line,
    tone: 'warning',
  },
  expired: {
    word: 'rollbackState.expired',
    icon: RiTimerLine,
    tone: 'neutral',
  },
  notPossible: {
    word: 'rollbackState.notPossible',
    icon: RiForbid2Line,
    tone: 'danger',
  },
};

export const pullRequestStates: {
  [S in NonNullable<PullRequestRef['state']>]: StateLook<`pullRequest.${S}`>;
} = {
  open: { word: 'pullRequest.open', icon: RiGitPullRequestLine, tone: 'info' },
  merged: { word: 'pullRequest.merged', icon: RiGitMergeLine, tone: 'success' },
  closed: {
    word: 'pullRequest.closed',
    icon: RiGitClosePullRequestLine,
    tone: 'danger',
  },
  conflict: {
    word: 'pullRequest.conflict',
    icon: RiErrorWarningLine,
    tone: 'warning',
  },
};
