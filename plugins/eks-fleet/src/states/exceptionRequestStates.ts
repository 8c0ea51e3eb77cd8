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
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiDeleteBinLine,
  RiErrorWarningLine,
  RiForbid2Line,
  RiGitClosePullRequestLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiLoader4Line,
  RiShieldCheckLine,
  RiSkipForwardLine,
  RiTimerLine,
  RiUserFollowLine,
} from '@remixicon/react';
import type { ExceptionRequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ExceptionStepState } from '../lib/exceptionRequestSteps';
import type { StateLook } from './types';

/** How far an exception is that was asked for; along its life, then how else it ends. */
export const exceptionRequestStates: {
  [S in ExceptionRequestState]: StateLook<`exceptionRequestState.${S}`>;
} = {
  pendingApproval: {
    word: 'exceptionRequestState.pendingApproval',
    icon: RiUserFollowLine,
    tone: 'warning',
  },
  proposed: {
    word: 'exceptionRequestState.proposed',
    icon: RiGitPullRequestLine,
    tone: 'info',
  },
  merged: {
    word: 'exceptionRequestState.merged',
    icon: RiGitMergeLine,
    tone: 'info',
  },
  inForce: {
    word: 'exceptionRequestState.inForce',
    icon: RiShieldCheckLine,
    tone: 'success',
  },
  expired: {
    word: 'exceptionRequestState.expired',
    icon: RiTimerLine,
    tone: 'warning',
  },
  removed: {
    word: 'exceptionRequestState.removed',
    icon: RiDeleteBinLine,
    tone: 'neutral',
  },
  rejected: {
    word: 'exceptionRequestState.rejected',
    icon: RiCloseCircleLine,
    tone: 'neutral',
  },
  closed: {
    word: 'exceptionRequestState.closed',
    icon: RiGitClosePullRequestLine,
    tone: 'neutral',
  },
  cancelled: {
    word: 'exceptionRequestState.cancelled',
    icon: RiForbid2Line,
    tone: 'neutral',
  },
  failed: {
    word: 'exceptionRequestState.failed',
    icon: RiErrorWarningLine,
    tone: 'danger',
  },
};

/** How far one step of its life is. */
export const exceptionStepStates: {
  [S in ExceptionStepState]: StateLook<`exceptionStepState.${S}`>;
} = {
  done: {
    word: 'exceptionStepState.done',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  now: { word: 'exceptionStepState.now', icon: RiLoader4Line, tone: 'info' },
  next: {
    word: 'exceptionStepState.next',
    icon: RiCheckboxBlankCircleLine,
    tone: 'neutral',
  },
  skipped: {
    word: 'exceptionStepState.skipped',
    icon: RiSkipForwardLine,
    tone: 'neutral',
  },
  stopped: {
    word: 'exceptionStepState.stopped',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
};
