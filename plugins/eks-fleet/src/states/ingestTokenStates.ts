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
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiForbid2Line,
  RiTimerLine,
} from '@remixicon/react';
import type { IngestToken } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** What a token is worth. */
export const ingestTokenStates: {
  [S in IngestToken['state']]: StateLook<`ingestTokenState.${S}`>;
} = {
  valid: {
    word: 'ingestTokenState.valid',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  expiresSoon: {
    word: 'ingestTokenState.expiresSoon',
    icon: RiTimerLine,
    tone: 'warning',
  },
  expired: {
    word: 'ingestTokenState.expired',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
  revoked: {
    word: 'ingestTokenState.revoked',
    icon: RiForbid2Line,
    tone: 'neutral',
  },
  ofFormerCluster: {
    word: 'ingestTokenState.ofFormerCluster',
    icon: RiAlertLine,
    tone: 'neutral',
  },
};
