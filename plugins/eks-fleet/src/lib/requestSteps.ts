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

import type { RequestStep } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * What is told of a step's time: how long it took, how long it usually takes
 * where it has not begun, or how long is to go of that; `longer` has what is
 * usual.
 */
export interface StepTime {
  kind: 'took' | 'usually' | 'toGo' | 'longer';
  seconds: number;
}

/** What can be told of how long a step takes; nothing where nobody knows. */
export function stepTime(step: RequestStep, now: Date): StepTime | undefined {
  const { at, status, until, usuallySeconds } = step;
  switch (status) {
    case 'done':
      return at && until
        ? { kind: 'took', seconds: secondsBetween(at, Date.parse(until)) }
        : undefined;
    case 'ahead':
      return usuallySeconds === undefined
        ? undefined
        : { kind: 'usually', seconds: usuallySeconds };
    case 'now': {
      if (usuallySeconds === undefined) {
        return undefined;
      }
      if (!at) {
        return { kind: 'usually', seconds: usuallySeconds };
      }
      const left = usuallySeconds - secondsBetween(at, now.getTime());
      return left > 0
        ? { kind: 'toGo', seconds: left }
        : { kind: 'longer', seconds: usuallySeconds };
    }
    default:
      return undefined;
  }
}

function secondsBetween(from: string, to: number): number {
  return Math.max(0, (to - Date.parse(from)) / 1000);
}
