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
  RiFileUnknowLine,
  RiGitBranchLine,
  RiLoader2Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { DriftState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** How a cluster compares with what Git says of it. */
export const driftStates: {
  [S in DriftState]: StateLook<`clusterDrift.${S}`>;
} = {
  none: { word: 'clusterDrift.none', icon: RiCheckLine, tone: 'success' },
  drifted: {
    word: 'clusterDrift.drifted',
    icon: RiGitBranchLine,
    tone: 'warning',
  },
  changing: {
    word: 'clusterDrift.changing',
    icon: RiLoader2Line,
    tone: 'info',
  },
  notInGit: {
    word: 'clusterDrift.notInGit',
    icon: RiFileUnknowLine,
    tone: 'neutral',
  },
  unknown: {
    word: 'clusterDrift.unknown',
    icon: RiQuestionLine,
    tone: 'neutral',
  },
};
