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
  RiCircleLine,
  RiCloseCircleLine,
  RiDoorLockLine,
  RiDoorOpenLine,
  RiQuestionLine,
  RiTimerLine,
} from '@remixicon/react';
import type { Gate } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

export const gateStates: {
  [S in Gate['state']]: StateLook<`gateState.${S}`>;
} = {
  notStarted: {
    word: 'gateState.notStarted',
    icon: RiCircleLine,
    tone: 'neutral',
  },
  shut: { word: 'gateState.shut', icon: RiDoorLockLine, tone: 'warning' },
  open: { word: 'gateState.open', icon: RiDoorOpenLine, tone: 'success' },
  unknown: { word: 'gateState.unknown', icon: RiQuestionLine, tone: 'warning' },
  rejected: {
    word: 'gateState.rejected',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
  expired: { word: 'gateState.expired', icon: RiTimerLine, tone: 'danger' },
};
