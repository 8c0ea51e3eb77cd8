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
  RiArrowGoBackLine,
  RiCheckLine,
  RiCircleLine,
  RiCloseLine,
  RiHistoryLine,
  RiLoader4Line,
  RiSkipForwardLine,
  RiTimeLine,
} from '@remixicon/react';
import type { CellState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

export const cellStates: { [S in CellState]: StateLook<`cellState.${S}`> } = {
  planned: { word: 'cellState.planned', icon: RiCircleLine, tone: 'neutral' },
  queued: { word: 'cellState.queued', icon: RiTimeLine, tone: 'neutral' },
  running: { word: 'cellState.running', icon: RiLoader4Line, tone: 'info' },
  succeeded: {
    word: 'cellState.succeeded',
    icon: RiCheckLine,
    tone: 'success',
  },
  failed: { word: 'cellState.failed', icon: RiCloseLine, tone: 'danger' },
  skipped: {
    word: 'cellState.skipped',
    icon: RiSkipForwardLine,
    tone: 'neutral',
  },
  rollingBack: {
    word: 'cellState.rollingBack',
    icon: RiHistoryLine,
    tone: 'warning',
  },
  rolledBack: {
    word: 'cellState.rolledBack',
    icon: RiArrowGoBackLine,
    tone: 'warning',
  },
};

/** What became of cells, in the order of bars and sentences. */
export type OutcomePart =
  | 'succeeded'
  | 'failed'
  | 'rolledBack'
  | 'skipped'
  | 'notReached';

export const outcomeStates: {
  [S in OutcomePart]: StateLook<`outcome.${S}`>;
} = {
  succeeded: { ...cellStates.succeeded, word: 'outcome.succeeded' },
  failed: { ...cellStates.failed, word: 'outcome.failed' },
  rolledBack: { ...cellStates.rolledBack, word: 'outcome.rolledBack' },
  skipped: { ...cellStates.skipped, word: 'outcome.skipped' },
  notReached: { ...cellStates.planned, word: 'outcome.notReached' },
};
