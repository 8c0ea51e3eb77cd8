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
  isRequestOver,
  REQUEST_LINE,
  type RequestState,
  type RequestStep,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateDuration } from '../store/types';
import type { RecordedStep, RequestRecord } from '../types';

/**
 * The line of states that a request goes along: those that it came to, the one
 * that it is in, and those ahead; where it ended early, the line ends there.
 * Pure.
 */
export function presentSteps(
  { progress, state }: RequestRecord,
  durations: StateDuration[],
): RequestStep[] {
  const reached = new Map(progress.steps.map(step => [step.state, step]));
  const endedEarly = isRequestOver(state) && state !== 'ready';
  const last = Math.max(
    ...REQUEST_LINE.map((each, index) => (reached.has(each) ? index : -1)),
  );
  const line = endedEarly
    ? [...REQUEST_LINE.slice(0, last + 1), state]
    : REQUEST_LINE;
  return line.map((each, index): RequestStep => {
    const step = reached.get(each);
    return {
      state: each,
      ...statusOf(each, { state, step, isBehind: index < last }),
      ...usually(each, durations),
    };
  });
}

function statusOf(
  each: RequestState,
  {
    isBehind,
    state,
    step,
  }: { isBehind: boolean; state: RequestState; step?: RecordedStep },
): Omit<RequestStep, 'state'> {
  if (!step) {
    return { status: isBehind ? 'skipped' : 'ahead' };
  }
  const { at, message, source, until } = step;
  const seen = {
    at,
    source,
    ...(until && { until }),
    ...(message && { message }),
  };
  if (each !== state) {
    return { status: 'done', ...seen };
  }
  if (each === 'ready') {
    return { status: 'done', ...seen };
  }
  return { status: isRequestOver(each) ? 'stopped' : 'now', ...seen };
}

function usually(
  each: RequestState,
  durations: StateDuration[],
): Pick<RequestStep, 'usuallyOf' | 'usuallySeconds'> {
  const found = durations.find(({ state }) => state === each);
  return found
    ? { usuallySeconds: found.seconds, usuallyOf: found.requests }
    : {};
}
