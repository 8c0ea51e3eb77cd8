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

import type { NamedProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { sortedBy } from './values';

/**
 * Describes what a list named. What is gone meanwhile is left out; what cannot
 * be described is named, and the rest is kept.
 *
 * @throws where all of them fail alike: then it is not they that fail
 */
export async function describeEach<TItem>(
  listed: string[],
  signal: AbortSignal,
  describe: (name: string) => Promise<TItem | undefined>,
): Promise<{ described: TItem[]; unreadable: NamedProblem[] }> {
  const described: TItem[] = [];
  const unreadable: NamedProblem[] = [];
  let firstError: unknown;
  await Promise.all(
    [...new Set(listed)].map(async name => {
      try {
        const item = await describe(name);
        if (item !== undefined) {
          described.push(item);
        }
      } catch (error) {
        signal.throwIfAborted();
        if (isGone(error)) {
          return;
        }
        firstError ??= error;
        const { code, message } = toObservationError(error);
        unreadable.push({ name, code, reason: message });
      }
    }),
  );
  const allAlike =
    described.length === 0 &&
    unreadable.length > 0 &&
    unreadable.every(({ code }) => code === unreadable[0].code);
  if (allAlike) {
    throw firstError;
  }
  return { described, unreadable: sortedBy(unreadable, ({ name }) => name) };
}

/** Whether AWS says that there is no such thing any more. */
export function isGone(error: unknown): boolean {
  return (error as Error | undefined)?.name === 'ResourceNotFoundException';
}
