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

import { parseQuantity } from './quantity';
import type { Container, PodSpec, ResourceList } from './types';

/** What is asked of a node: thousandths of a CPU, and bytes. */
export interface Requests {
  cpuMillis: number;
  memoryBytes: number;
}

type AmountOf = (list: ResourceList | undefined) => number | undefined;

const cpuOf: AmountOf = list => parseQuantity(list?.cpu, 1000);
const memoryOf: AmountOf = list => parseQuantity(list?.memory, 1);

/**
 * What the scheduler reckons a pod with: its containers and sidecars together,
 * or what starting it takes where that is more, and the overhead of its
 * runtime. What is asked for the whole pod goes before the sum.
 */
export function podRequests(spec: PodSpec): Requests {
  return {
    cpuMillis: effective(spec, cpuOf),
    memoryBytes: effective(spec, memoryOf),
  };
}

function effective(spec: PodSpec, amountOf: AmountOf): number {
  const requestOf = ({ resources }: Container) =>
    amountOf(resources?.requests) ?? 0;
  let sidecars = 0;
  let starting = 0;
  for (const container of spec.initContainers ?? []) {
    const request = requestOf(container);
    if (container.restartPolicy === 'Always') {
      sidecars += request;
      starting = Math.max(starting, sidecars);
    } else {
      starting = Math.max(starting, sidecars + request);
    }
  }
  const running = (spec.containers ?? []).reduce(
    (sum, container) => sum + requestOf(container),
    sidecars,
  );
  const whole = amountOf(spec.resources?.requests);
  return (
    (whole ?? Math.max(running, starting)) + (amountOf(spec.overhead) ?? 0)
  );
}
