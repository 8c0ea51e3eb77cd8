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
import type { CollectorContext } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeEach } from './describeEach';
import { listAll } from './listAll';
import { sortedBy } from './values';
import { whileCreating } from './whileCreating';

/**
 * Reads what EKS lists by name and describes one by one: all pages of the
 * list, and one call for each name. Ordered by name.
 */
export async function readNamed<TItem extends { name: string }>(
  { controlPlane, signal }: CollectorContext<unknown>,
  calls: {
    list(
      nextToken: string | undefined,
    ): Promise<{ items?: string[]; nextToken?: string }>;
    describe(name: string): Promise<TItem | undefined>;
  },
): Promise<{ described: TItem[]; unreadable: NamedProblem[] }> {
  const listed = await whileCreating(controlPlane, [], () =>
    listAll(calls.list),
  );
  const { described, unreadable } = await describeEach(
    listed,
    signal,
    calls.describe,
  );
  return { described: sortedBy(described, ({ name }) => name), unreadable };
}
