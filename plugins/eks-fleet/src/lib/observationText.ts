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

import type { ObservationAge } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { targetStates } from '../states';
import type { Translate } from '../translation';
import { observedMessages } from '../translation/observed';

type KnownKind = keyof typeof observedMessages.observed;

/** What is observed, in words; kinds that other modules add keep their name. */
export function observationKindText(kind: string, t: Translate): string {
  return Object.hasOwn(observedMessages.observed, kind)
    ? t(`observed.${kind as KnownKind}`)
    : kind;
}

/** What keeps an observation from being read, as `access denied: …`. */
export function observationErrorText(
  { error }: Pick<ObservationAge, 'error'>,
  t: Translate,
): string | undefined {
  return error && `${t(targetStates[error.code].word)}: ${error.message}`;
}

/** The observations whose last reading failed, or that were never read. */
export function observationProblems(
  observations: ObservationAge[],
): ObservationAge[] {
  return observations.filter(
    ({ state, error }) =>
      error !== undefined || state === 'failing' || state === 'missing',
  );
}
