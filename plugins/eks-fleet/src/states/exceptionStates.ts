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
  RiAlarmWarningLine,
  RiCheckboxCircleLine,
  RiTimerLine,
} from '@remixicon/react';
import type {
  PolicyException,
  PolicyExceptionState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** How far an exception is from its end; what is past it first. */
export const exceptionStates: {
  [S in PolicyExceptionState]: StateLook<`exceptionState.${S}`>;
} = {
  expired: {
    word: 'exceptionState.expired',
    icon: RiAlarmWarningLine,
    tone: 'danger',
  },
  expiring: {
    word: 'exceptionState.expiring',
    icon: RiTimerLine,
    tone: 'warning',
  },
  active: {
    word: 'exceptionState.active',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
};

type Flag = PolicyException['flags'][number];

/** What is wrong with an exception, in a word and in a sentence; the gravest first. */
export const exceptionFlags: {
  [F in Flag]: { word: `exceptionFlag.${F}`; reason: `exceptionReason.${F}` };
} = {
  honouredAfterExpiry: flag('honouredAfterExpiry'),
  tooBroad: flag('tooBroad'),
  endless: flag('endless'),
  unused: flag('unused'),
};

function flag<F extends Flag>(
  name: F,
): { word: `exceptionFlag.${F}`; reason: `exceptionReason.${F}` } {
  return { word: `exceptionFlag.${name}`, reason: `exceptionReason.${name}` };
}
