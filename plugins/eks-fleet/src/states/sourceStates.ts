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

import type { SourceState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { sourceReasonMessages } from '../translation/sourceReasons';
import { targetStates } from './targetStates';

const { unmanaged: _unmanaged, ...states } = targetStates;

/** How the states of sources look: as those of targets do. */
export const sourceStates: {
  [S in SourceState]: (typeof targetStates)[S];
} = states;

const { sourceReason } = sourceReasonMessages;
type ReasonKey = `sourceReason.${keyof typeof sourceReason}`;

/**
 * Key of the sentence that says what a state means for a kind of source: what
 * can be said of this kind alone, or else what is said of targets.
 */
export function sourceReasonKey(
  kind: string,
  state: SourceState,
): ReasonKey | (typeof targetStates)[SourceState]['reason'] {
  const own = `${kind}_${state}`;
  return Object.hasOwn(sourceReason, own)
    ? (`sourceReason.${own}` as ReasonKey)
    : sourceStates[state].reason;
}
