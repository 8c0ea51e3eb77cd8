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

import { podRequests } from './podRequests';
import type { Container, PodSpec } from './types';

const asks = (
  cpu: string | undefined,
  memory: string | undefined,
  more: Container = {},
): Container => ({ resources: { requests: { cpu, memory } }, ...more });
const sidecar = { restartPolicy: 'Always' };

describe('podRequests', () => {
  it.each<[string, PodSpec, number, number]>([
    ['nothing', {}, 0, 0],
    ['containers that ask for nothing', { containers: [{}, {}] }, 0, 0],
    [
      'the sum of its containers',
      { containers: [asks('100m', '1Ki'), asks('1', '1Ki')] },
      1100,
      2048,
    ],
    [
      'an init container that takes more than what runs after it',
      {
        initContainers: [asks('2', '1Ki'), asks('1', '4Ki')],
        containers: [asks('500m', '2Ki')],
      },
      2000,
      4096,
    ],
    [
      'init containers that take less, each after the other',
      {
        initContainers: [asks('300m', '1Ki'), asks('300m', '1Ki')],
        containers: [asks('500m', '2Ki')],
      },
      500,
      2048,
    ],
    [
      'a sidecar beside the containers',
      {
        initContainers: [asks('200m', '1Ki', sidecar)],
        containers: [asks('500m', '2Ki')],
      },
      700,
      3072,
    ],
    [
      'a sidecar beside the init containers that come after it only',
      {
        initContainers: [
          asks('900m', '1Ki'),
          asks('200m', '1Ki', sidecar),
          asks('1', '1Ki'),
        ],
        containers: [asks('500m', '1Ki')],
      },
      1200,
      2048,
    ],
    [
      'the overhead of its runtime',
      {
        containers: [asks('500m', '2Ki')],
        overhead: { cpu: '250m', memory: '1Ki' },
      },
      750,
      3072,
    ],
    [
      'what is asked for the whole pod instead of the sum, and the overhead',
      {
        resources: { requests: { cpu: '1' } },
        containers: [asks('300m', '2Ki'), asks('300m', '2Ki')],
        overhead: { cpu: '250m' },
      },
      1250,
      4096,
    ],
    [
      'nothing for what cannot be read',
      { containers: [asks('lots', '1Ki')] },
      0,
      1024,
    ],
  ])('reckons with %s', (_, spec, cpuMillis, memoryBytes) => {
    expect(podRequests(spec)).toEqual({ cpuMillis, memoryBytes });
  });
});
