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
  RiForbidLine,
  RiHourglassLine,
  RiKey2Line,
  RiLinkUnlink,
  RiPauseCircleLine,
  RiQuestionLine,
  RiSpeedLine,
  RiTimeLine,
  RiTimerLine,
  RiWifiOffLine,
} from '@remixicon/react';
import type { TargetState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

type TargetLook<S extends TargetState> = StateLook<`target.${S}`> & {
  /** Key of the sentence that says what it means. */
  reason: `targetReason.${S}`;
  /** Whether somebody has to do something before it gets well. */
  failing: boolean;
};

export const targetStates: { [S in TargetState]: TargetLook<S> } = {
  pending: look('pending', RiHourglassLine, 'info', false),
  fresh: look('fresh', RiCheckboxCircleLine, 'success', false),
  stale: look('stale', RiTimeLine, 'warning', true),
  unmanaged: look('unmanaged', RiLinkUnlink, 'neutral', false),
  unauthenticated: look('unauthenticated', RiKey2Line, 'danger', true),
  forbidden: look('forbidden', RiForbidLine, 'danger', true),
  notAllowed: look('notAllowed', RiForbidLine, 'neutral', false),
  throttled: look('throttled', RiSpeedLine, 'warning', true),
  unreachable: look('unreachable', RiWifiOffLine, 'danger', true),
  timeout: look('timeout', RiTimerLine, 'warning', true),
  notFound: look('notFound', RiQuestionLine, 'danger', true),
  disabled: look('disabled', RiPauseCircleLine, 'neutral', false),
  notInstalled: look('notInstalled', RiPauseCircleLine, 'neutral', false),
  invalid: look('invalid', RiErrorWarningLine, 'danger', true),
};

function look<S extends TargetState>(
  state: S,
  icon: StateLook['icon'],
  tone: StateLook['tone'],
  failing: boolean,
): TargetLook<S> {
  return {
    word: `target.${state}`,
    reason: `targetReason.${state}`,
    icon,
    tone,
    failing,
  };
}

/** The failing states, worst first, then what waits, then what is well. */
const ORDER: TargetState[] = [
  'unauthenticated',
  'forbidden',
  'invalid',
  'notFound',
  'unreachable',
  'timeout',
  'throttled',
  'stale',
  'unmanaged',
  'pending',
  'notAllowed',
  'disabled',
  'fresh',
  'notInstalled',
];

/** Orders target states by how much they need somebody. */
export function compareTargetStates(a: TargetState, b: TargetState): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
