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
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiForbid2Line,
  RiGitClosePullRequestLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiHistoryLine,
  RiLockLine,
  RiLockUnlockLine,
  RiQuestionLine,
  RiRefreshLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import type {
  PolicyEditEffect,
  PolicyEditOutcome,
  PolicyEditState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** How far switching a policy is; along its life, then how else it ends. */
export const policyEditStates: {
  [S in PolicyEditState]: StateLook<`policyEditState.${S}`>;
} = {
  proposed: {
    word: 'policyEditState.proposed',
    icon: RiGitPullRequestLine,
    tone: 'info',
  },
  merged: {
    word: 'policyEditState.merged',
    icon: RiGitMergeLine,
    tone: 'info',
  },
  inForce: {
    word: 'policyEditState.inForce',
    icon: RiShieldCheckLine,
    tone: 'success',
  },
  superseded: {
    word: 'policyEditState.superseded',
    icon: RiHistoryLine,
    tone: 'neutral',
  },
  closed: {
    word: 'policyEditState.closed',
    icon: RiGitClosePullRequestLine,
    tone: 'neutral',
  },
  failed: {
    word: 'policyEditState.failed',
    icon: RiErrorWarningLine,
    tone: 'danger',
  },
};

/** What switching a policy does on a cluster. */
export const policyEditEffects: {
  [S in PolicyEditEffect]: StateLook<`policyEditEffect.${S}`>;
} = {
  changes: {
    word: 'policyEditEffect.changes',
    icon: RiRefreshLine,
    tone: 'info',
  },
  same: {
    word: 'policyEditEffect.same',
    icon: RiCheckboxCircleLine,
    tone: 'neutral',
  },
  overridden: {
    word: 'policyEditEffect.overridden',
    icon: RiForbid2Line,
    tone: 'warning',
  },
  unknown: {
    word: 'policyEditEffect.unknown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
};

type Outcome = PolicyEditOutcome['code'];

/** What becomes of findings. */
export const policyEditOutcomes: {
  [S in Outcome]: StateLook<`policyEditOutcome.${S}`>;
} = {
  refused: {
    word: 'policyEditOutcome.refused',
    icon: RiLockLine,
    tone: 'warning',
  },
  findingsGo: {
    word: 'policyEditOutcome.findingsGo',
    icon: RiForbid2Line,
    tone: 'warning',
  },
  letIn: {
    word: 'policyEditOutcome.letIn',
    icon: RiLockUnlockLine,
    tone: 'warning',
  },
  notKnown: {
    word: 'policyEditOutcome.notKnown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
  judgedAnew: {
    word: 'policyEditOutcome.judgedAnew',
    icon: RiRefreshLine,
    tone: 'warning',
  },
  unchanged: {
    word: 'policyEditOutcome.unchanged',
    icon: RiCheckboxCircleLine,
    tone: 'neutral',
  },
  nothing: {
    word: 'policyEditOutcome.nothing',
    icon: RiCheckboxCircleLine,
    tone: 'neutral',
  },
};
