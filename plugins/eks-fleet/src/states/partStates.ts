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
  RiArrowUpCircleLine,
  RiCheckLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type {
  AddonCompatibility,
  BillOfMaterialsPart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

type Compatible = AddonCompatibility['compatible'];
type Newest = BillOfMaterialsPart['newestState'];

/** Whether an add-on runs with a Kubernetes version. */
export const compatibilityStates: {
  [S in Compatible]: StateLook<`compatible.${S}`>;
} = {
  yes: { word: 'compatible.yes', icon: RiCheckLine, tone: 'success' },
  no: { word: 'compatible.no', icon: RiCloseCircleLine, tone: 'danger' },
  unknown: {
    word: 'compatible.unknown',
    icon: RiQuestionLine,
    tone: 'neutral',
  },
};

/** Whether a part has the newest version that fits. */
export const newestStates: { [S in Newest]: StateLook<`newest.${S}`> } = {
  current: { word: 'newest.current', icon: RiCheckLine, tone: 'success' },
  behind: { word: 'newest.behind', icon: RiArrowUpCircleLine, tone: 'info' },
  unknown: { word: 'newest.unknown', icon: RiQuestionLine, tone: 'neutral' },
};

type PartLook = Omit<StateLook, 'word'>;

/**
 * How a part's status looks; the words are the ones that EKS says, or how many
 * pods are ready.
 */
export function partStatusLook(status: string): PartLook {
  if (status === 'ACTIVE') {
    return { icon: RiCheckboxCircleLine, tone: 'success' };
  }
  const ready = /^(\d+) of (\d+) ready$/.exec(status);
  if (ready) {
    return ready[1] === ready[2]
      ? { icon: RiCheckboxCircleLine, tone: 'success' }
      : { icon: RiCloseCircleLine, tone: 'warning' };
  }
  if (/FAILED$|^DEGRADED$/.test(status)) {
    return { icon: RiCloseCircleLine, tone: 'danger' };
  }
  return /ING$/.test(status)
    ? { icon: RiLoader4Line, tone: 'info' }
    : { icon: RiQuestionLine, tone: 'neutral' };
}
