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
  RiLinkUnlink,
  RiTimeLine,
} from '@remixicon/react';
import type { ClusterObservation } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

export type ObservationState = ClusterObservation['state'];

export const observationStates: {
  [S in ObservationState]: StateLook<`observation.${S}`>;
} = {
  fresh: { word: 'observation.fresh', icon: RiCheckLine, tone: 'success' },
  stale: { word: 'observation.stale', icon: RiTimeLine, tone: 'warning' },
  failing: {
    word: 'observation.failing',
    icon: RiErrorWarningLine,
    tone: 'warning',
  },
  unmanaged: {
    word: 'observation.unmanaged',
    icon: RiLinkUnlink,
    tone: 'neutral',
  },
  unknown: {
    word: 'observation.unknown',
    icon: RiEyeOffLine,
    tone: 'neutral',
  },
};
