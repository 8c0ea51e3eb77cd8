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
  RiCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiFireLine,
  RiLoader4Line,
  RiLockLine,
} from '@remixicon/react';
import type { WaveLifecycle } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** A wave's lifecycle, and of what is done whether something failed in it. */
export type WaveState = WaveLifecycle | 'doneWithFailures';

export const waveStates: { [S in WaveState]: StateLook<`waveState.${S}`> } = {
  planned: { word: 'waveState.planned', icon: RiCircleLine, tone: 'neutral' },
  gated: { word: 'waveState.gated', icon: RiLockLine, tone: 'warning' },
  running: { word: 'waveState.running', icon: RiLoader4Line, tone: 'info' },
  baking: { word: 'waveState.baking', icon: RiFireLine, tone: 'info' },
  done: {
    word: 'waveState.done',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  doneWithFailures: {
    word: 'waveState.doneWithFailures',
    icon: RiErrorWarningLine,
    tone: 'danger',
  },
  cancelled: {
    word: 'waveState.cancelled',
    icon: RiCloseCircleLine,
    tone: 'neutral',
  },
};
