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
  RiMoneyDollarCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { SupportState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

export const supportStates: {
  [S in SupportState]: StateLook<`support.${S}`>;
} = {
  standard: {
    word: 'support.standard',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  extended: {
    word: 'support.extended',
    icon: RiMoneyDollarCircleLine,
    tone: 'warning',
  },
  unsupported: {
    word: 'support.unsupported',
    icon: RiAlarmWarningLine,
    tone: 'danger',
  },
  unknown: { word: 'support.unknown', icon: RiQuestionLine, tone: 'neutral' },
};
