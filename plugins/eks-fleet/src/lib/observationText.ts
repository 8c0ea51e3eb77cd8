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
import { earliest } from './time';
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

/** What could not be read for one and the same reason. */
export interface ObservationProblem {
  kinds: string[];
  state: ObservationAge['state'];
  error?: ObservationAge['error'];
  /** The earliest. */
  since?: string;
}

/** The observations whose last reading failed, or that were never read, by reason. */
export function observationProblems(
  observations: ObservationAge[],
): ObservationProblem[] {
  const problems = new Map<string, ObservationProblem>();
  for (const { kind, state, error } of observations) {
    if (!error && state !== 'failing' && state !== 'missing') {
      continue;
    }
    const reason = JSON.stringify([state, error?.code, error?.message]);
    const known = problems.get(reason);
    problems.set(reason, {
      kinds: [...(known?.kinds ?? []), kind],
      state,
      error,
      since: earliest(known?.since, error?.since),
    });
  }
  return [...problems.values()];
}
