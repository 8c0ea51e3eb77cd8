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

import { aCluster, aGround, type GroundParts } from '../__testUtils__/grounds';
import { aNamespaceSpec } from '../__testUtils__/specs';
import { namespaceCost } from './namespaceCost';

const priced = (quota: object, parts: GroundParts = {}) =>
  namespaceCost(
    { operation: 'create', spec: aNamespaceSpec({ quota }) },
    aGround(parts),
  );

describe('namespaceCost', () => {
  it("goes by the operator's price of a core and a GiB", () => {
    expect(priced({})).toMatchObject({
      after: { minimum: 96, expected: 96, maximum: 96 },
      parts: [
        {
          kind: 'namespaceShare',
          detail:
            '4 vCPUs and 8 GiB of memory, at $20 a vCPU and $2 a GiB and month',
        },
      ],
      unknown: [],
      assumptions: [
        'The namespace takes all that its quota sets aside, all of the time.',
      ],
    });
  });

  it('else by its share of what the nodes cost, by what is scarcer', () => {
    const { after, parts } = priced(
      { cpuRequests: '6', memoryRequests: '48Gi', memoryLimits: '48Gi' },
      { requests: { costs: {} } },
    );
    // A fifth of 240 GiB, a tenth of 60 cores, of $2,000.
    expect(after.expected).toBe(400);
    expect(parts[0].detail).toBe(
      '6 vCPUs and 48 GiB of memory, 20 % of the nodes of shared',
    );
  });

  it('adds storage and load balancers that may be used', () => {
    expect(
      priced({
        storage: '100Gi',
        persistentVolumeClaims: 4,
        loadBalancers: 1,
      }).parts.map(({ after, kind }) => [kind, after.minimum, after.maximum]),
    ).toEqual([
      ['namespaceShare', 96, 96],
      ['namespaceStorage', 0, 10],
      ['loadBalancers', 0, 21.9],
    ]);
  });

  it.each<[string, object, GroundParts, string[]]>([
    [
      'nodes that nobody could price',
      {},
      {
        clusters: [aCluster({ computeUsdPerMonth: undefined })],
        requests: { costs: {} },
      },
      ['4 vCPUs and 8 GiB of memory'],
    ],
    [
      'nodes that there are none of',
      {},
      {
        clusters: [
          aCluster({
            capacity: {
              allocatable: { vcpu: 0, memoryGib: 0 },
              observedAt: '2026-11-23T12:00:00Z',
              grows: true,
            },
          }),
        ],
        requests: { costs: {} },
      },
      ['4 vCPUs and 8 GiB of memory'],
    ],
    [
      'storage, load balancers and GPUs',
      {
        storage: '100Gi',
        persistentVolumeClaims: 4,
        loadBalancers: 2,
        gpus: 4,
      },
      { requests: { costs: {} } },
      ['100 GiB of storage', '4 GPUs', '2 load balancers'],
    ],
  ])('names %s', (_, quota, parts, names) => {
    const { after, unknown } = priced(quota, parts);
    expect(unknown.map(({ name }) => name)).toEqual(names);
    expect(Number.isFinite(after.maximum)).toBe(true);
  });
});
