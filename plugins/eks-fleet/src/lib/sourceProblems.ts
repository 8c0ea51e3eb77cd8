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

import type {
  SourcePart,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { earliest } from './time';

/** One thing that is wrong with the parts of a source. */
export interface SourceProblem {
  kinds: string[];
  state: SourceState;
  message?: string;
  /** The earliest. */
  since?: string;
  /** The earliest of what is shown in spite of it. */
  observedAt?: string;
  /** Whether nothing was ever seen of one of them. */
  unseen: boolean;
  /** The next. */
  nextAttemptAt?: string;
}

/** What is wrong, in the order of the parts: one reason for many is told once. */
export function sourceProblems(parts: SourcePart[]): SourceProblem[] {
  const problems = new Map<string, SourceProblem>();
  for (const part of parts) {
    const { error, kind, nextAttemptAt, observedAt, state } = part;
    if (state === 'fresh') {
      continue;
    }
    const key = JSON.stringify([state, error?.message]);
    const known = problems.get(key);
    problems.set(key, {
      kinds: [...(known?.kinds ?? []), kind],
      state,
      message: error?.message,
      since: earliest(known?.since, error?.since),
      observedAt: earliest(known?.observedAt, observedAt),
      unseen: (known?.unseen ?? false) || observedAt === undefined,
      nextAttemptAt: earliest(known?.nextAttemptAt, nextAttemptAt),
    });
  }
  return [...problems.values()];
}
