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
  RiFlagLine,
  RiForbid2Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { VerdictCounts } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** A verdict on moving a cluster, or that there is nothing to move. */
export type VerdictState = keyof VerdictCounts;

export const verdictStates: {
  [S in VerdictState]: StateLook<`verdict.${S}`>;
} = {
  ready: {
    word: 'verdict.ready',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  blocked: { word: 'verdict.blocked', icon: RiForbid2Line, tone: 'danger' },
  unknown: { word: 'verdict.unknown', icon: RiQuestionLine, tone: 'warning' },
  done: { word: 'verdict.done', icon: RiFlagLine, tone: 'neutral' },
};
