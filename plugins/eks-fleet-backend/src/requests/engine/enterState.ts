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
  type RequestSource,
  type RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RequestEventRecord,
  RequestProgress,
  RequestRecord,
} from '../types';

/**
 * What is written down when a request comes to a state: when it went on from
 * the one before, by what, and what happens now. Pure.
 */
export function enterState(
  { progress }: Pick<RequestRecord, 'progress'>,
  entered: {
    state: RequestState;
    source: RequestSource;
    message: string;
    at: string;
    /** Who did it, where somebody did. */
    by?: string;
  },
): { progress: RequestProgress; events: RequestEventRecord[] } {
  const { at, by, message, source, state } = entered;
  const over = isRequestOver(state);
  const steps = progress.steps.map((step, index) =>
    index === progress.steps.length - 1 ? { ...step, until: at } : step,
  );
  const { waiting: _, ...rest } = progress;
  return {
    progress: {
      ...rest,
      steps: [...steps, { state, at, source, message }],
      message,
      // Those that are let through wait for their turn at the Git host.
      ...(state === 'proposed' && {
        waiting: { code: 'gitHost' as const, since: at },
      }),
      ...(over && state === 'ready' && { problem: undefined }),
    },
    events: [{ at, ...(by && { by }), source, state, message }],
  };
}
