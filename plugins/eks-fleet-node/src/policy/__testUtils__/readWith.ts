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
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import type { KubernetesReader } from '../../kubernetes/client/types';
import { toObservationError } from '../../observation/toObservationError';
import type { PolicyReadContext } from '../common/types';
import { CollectingSink } from './CollectingSink';
import { namespaces, NOW, workloads } from './reports';
import {
  startPolicyCluster,
  type Interception,
  type TestKind,
} from './startPolicyCluster';

type Read = (
  reader: KubernetesReader,
  sink: PolicySink,
  context: PolicyReadContext,
) => Promise<PolicySnapshot>;

/** What a source reads of a cluster that has the given kinds. */
export async function readWith(
  read: Read,
  kinds: TestKind[],
  { intercept, previous }: { intercept?: Interception; previous?: string } = {},
) {
  const cluster = await startPolicyCluster(
    [namespaces({ shop: { team: 'storefront' } }), ...workloads(), ...kinds],
    { intercept },
  );
  const sink = new CollectingSink();
  try {
    const snapshot = await read(cluster.client, sink, {
      signal: new AbortController().signal,
      now: () => NOW,
      previous,
    });
    return { sink, snapshot };
  } finally {
    await cluster.stop();
  }
}

/** In the words of the product. */
export const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no failure',
    error => toObservationError(error),
  );
