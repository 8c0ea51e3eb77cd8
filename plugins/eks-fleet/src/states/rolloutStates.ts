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
  RiCloseCircleLine,
  RiDraftLine,
  RiErrorWarningLine,
  RiIndeterminateCircleLine,
  RiLoader4Line,
  RiPauseCircleLine,
  RiRoadMapLine,
  RiStopCircleLine,
} from '@remixicon/react';
import type { RolloutLifecycle } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/**
 * How a rollout is told: its lifecycle, and of what is done how it ended, so
 * that an end with failures never looks like a good one.
 */
export type RolloutState =
  | Exclude<RolloutLifecycle, 'done'>
  | 'done'
  | 'doneWithFailures'
  | 'doneInPart';

export const rolloutStates: {
  [S in RolloutState]: StateLook<`rolloutState.${S}`>;
} = {
  draft: { word: 'rolloutState.draft', icon: RiDraftLine, tone: 'neutral' },
  planned: {
    word: 'rolloutState.planned',
    icon: RiRoadMapLine,
    tone: 'neutral',
  },
  running: { word: 'rolloutState.running', icon: RiLoader4Line, tone: 'info' },
  paused: {
    word: 'rolloutState.paused',
    icon: RiPauseCircleLine,
    tone: 'warning',
  },
  stopping: {
    word: 'rolloutState.stopping',
    icon: RiStopCircleLine,
    tone: 'warning',
  },
  done: {
    word: 'rolloutState.done',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  doneWithFailures: {
    word: 'rolloutState.doneWithFailures',
    icon: RiErrorWarningLine,
    tone: 'danger',
  },
  doneInPart: {
    word: 'rolloutState.doneInPart',
    icon: RiIndeterminateCircleLine,
    tone: 'warning',
  },
  cancelled: {
    word: 'rolloutState.cancelled',
    icon: RiCloseCircleLine,
    tone: 'neutral',
  },
};
