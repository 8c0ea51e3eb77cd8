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

import { toError } from '@backstage/errors';
import type {
  PlanProblem,
  RolloutStrategy,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutGates } from './RolloutGates';

/** What a wave asks of gates that are not here, or not so. */
export function lintGates(
  strategy: RolloutStrategy,
  gates: Pick<RolloutGates, 'validate'>,
): PlanProblem[] {
  const specs = [
    ...(strategy.before ?? []),
    ...(strategy.after ?? []),
    ...strategy.waves.flatMap(({ after = [], before = [] }) => [
      ...before,
      ...after,
    ]),
  ];
  const problems = new Map<string, PlanProblem>();
  for (const spec of specs) {
    try {
      gates.validate(spec);
    } catch (error) {
      const message = `Gate ${spec.title ?? spec.type}: ${
        toError(error).message
      }`;
      problems.set(message, {
        code: 'gate.invalid',
        severity: 'error',
        message,
      });
    }
  }
  return [...problems.values()];
}
