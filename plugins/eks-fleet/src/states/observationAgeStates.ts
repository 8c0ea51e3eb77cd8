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
  RiCheckLine,
  RiErrorWarningLine,
  RiEyeOffLine,
  RiPauseCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ObservationAge } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

type AgeState = ObservationAge['state'];

/** How far one observation of a cluster may be trusted. */
export const observationAgeStates: {
  [S in AgeState]: StateLook<`observationAge.${S}`>;
} = {
  fresh: { word: 'observationAge.fresh', icon: RiCheckLine, tone: 'success' },
  stale: { word: 'observationAge.stale', icon: RiTimeLine, tone: 'warning' },
  failing: {
    word: 'observationAge.failing',
    icon: RiErrorWarningLine,
    tone: 'warning',
  },
  missing: {
    word: 'observationAge.missing',
    icon: RiEyeOffLine,
    tone: 'warning',
  },
  notApplicable: {
    word: 'observationAge.notApplicable',
    icon: RiPauseCircleLine,
    tone: 'neutral',
  },
};
