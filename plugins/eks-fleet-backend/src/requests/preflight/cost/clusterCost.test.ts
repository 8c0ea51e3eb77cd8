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

import { aGround } from '../__testUtils__/grounds';
import { aClusterSpec, aNodeGroup } from '../__testUtils__/specs';
import { clusterCost } from './clusterCost';

const priced = (spec: object, requests: object = {}) =>
  clusterCost(
    { operation: 'create', spec: aClusterSpec(spec) },
    aGround({ requests: requests as never }),
  );

/** `<kind> <name>: <minimum> <expected> <maximum>` of each part. */
const parts = (estimate: ReturnType<typeof priced>) =>
  estimate.parts.map(
    ({ after, kind, name = '' }) =>
      `${kind} ${name}: ${after.minimum} ${after.expected} ${after.maximum}`,
  );

describe('clusterCost', () => {
  it('adds up the parts, with the least, the meant and the most', () => {
    const estimate = priced({});
    expect(parts(estimate)).toEqual([
      'controlPlane : 73 73 73',
      'nodeGroup general: 73 146 219',
      'volumes general: 2 4 6',
      'natGateways : 109.5 109.5 109.5',
      'loadBalancers : 21.9 21.9 21.9',
    ]);
    expect(estimate).toMatchObject({
      currency: 'USD',
      before: { minimum: 0, expected: 0, maximum: 0 },
      after: { minimum: 279.4, expected: 354.4, maximum: 429.4 },
      unknown: [],
    });
  });

  it('says what it takes to be so', () => {
    expect(
      priced({
        compute: {
          nodeGroups: [aNodeGroup({ capacityType: 'SPOT' })],
          autoMode: {},
        },
      }).assumptions,
    ).toEqual([
      'Prices are those of the configuration, alike in each Region.',
      'Spot instances cost 40 % of the on-demand price.',
      'A node whose group does not say has a disk of 20 GiB.',
      'Auto Mode runs 1 to 4 nodes, 2 as meant, of m7g.large.',
      'There are 3 NAT gateways; what goes through is not in the sum.',
      'There is 1 load balancer; what goes through is not in the sum.',
    ]);
  });

  it.each<[string, object, object, string[]]>([
    [
      'extended support by itself',
      { kubernetesVersion: '1.33' },
      {},
      ['controlPlane : 73 73 73', 'extendedSupport : 365 365 365'],
    ],
    [
      'spot by its share',
      {
        compute: { nodeGroups: [aNodeGroup({ capacityType: 'SPOT' })] },
      },
      {},
      ['nodeGroup general: 29.2 58.4 87.6'],
    ],
    [
      'the dearest of several types, but for the least',
      {
        compute: {
          nodeGroups: [
            aNodeGroup({ instanceTypes: ['m7g.large', 'm7g.xlarge'] }),
          ],
        },
      },
      {},
      ['nodeGroup general: 73 292 438'],
    ],
    [
      'a disk by its size',
      { compute: { nodeGroups: [aNodeGroup({ diskSizeGib: 100 })] } },
      {},
      ['volumes general: 10 20 30'],
    ],
    [
      'Auto Mode with its surcharge',
      { compute: { autoMode: {} } },
      {},
      ['autoMode : 73 146 292', 'autoModeSurcharge : 8.76 17.52 35.04'],
    ],
    [
      'one NAT gateway where there is one',
      {},
      { costs: { natGateways: 'one', natGatewayUsdPerHour: 0.05 } },
      ['natGateways : 36.5 36.5 36.5'],
    ],
  ])('prices %s', (_, spec, requests, expected) => {
    expect(parts(priced(spec, requests))).toEqual(
      expect.arrayContaining(expected),
    );
  });

  it('makes no VPC where there is one', () => {
    const kinds = priced({
      network: {
        vpcId: 'vpc-0a1b2c3d4e5f60718',
        subnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
      },
    }).parts.map(({ kind }) => kind);
    expect(kinds).not.toContain('natGateways');
  });

  it.each<[string, object, object, string, string]>([
    [
      'nodes of a type without a price',
      {
        compute: { nodeGroups: [aNodeGroup({ instanceTypes: ['x8g.large'] })] },
      },
      {},
      'node group general: 1 to 3 nodes, 2 as meant, of x8g.large',
      'the price of x8g.large, in eksFleet.prices.instances',
    ],
    [
      'one of several types without a price',
      {
        compute: {
          nodeGroups: [
            aNodeGroup({ instanceTypes: ['m7g.large', 'x8g.large'] }),
          ],
        },
      },
      {},
      'node group general: 1 to 3 nodes, 2 as meant, of m7g.large or x8g.large',
      'the price of x8g.large, in eksFleet.prices.instances',
    ],
    [
      'spot that nobody gave a share',
      { compute: { nodeGroups: [aNodeGroup({ capacityType: 'SPOT' })] } },
      { costs: {} },
      'node group general: 1 to 3 nodes, 2 as meant, of m7g.large',
      'what spot instances cost, in eksFleet.requests.costs.spotPercent',
    ],
    [
      'Auto Mode of which nobody said what it runs',
      { compute: { autoMode: {} } },
      { costs: {} },
      'nodes that Auto Mode runs',
      'eksFleet.requests.costs.autoMode',
    ],
    [
      "Auto Mode's surcharge",
      { compute: { autoMode: {} } },
      {
        costs: {
          autoMode: {
            instanceType: 'm7g.large',
            minimumNodes: 1,
            expectedNodes: 1,
            maximumNodes: 1,
          },
        },
      },
      "Auto Mode's surcharge",
      'eksFleet.requests.costs.autoModeSurchargePercent',
    ],
    [
      'NAT gateways',
      {},
      { costs: {} },
      '3 NAT gateways',
      'eksFleet.requests.costs.natGatewayUsdPerHour',
    ],
    [
      'disks',
      {},
      { costs: {} },
      'disks of 20 GiB of node group general',
      'eksFleet.requests.costs.volumeUsdPerGibMonth',
    ],
    [
      'support that nobody knows the end of',
      { region: 'cn-north-1', kubernetesVersion: '1.99' },
      {},
      'extended support of Kubernetes 1.99',
      'the days on which its support ends',
    ],
  ])('names %s', (_, spec, requests, name, missing) => {
    const { after, unknown } = priced(spec, requests);
    expect(unknown).toContainEqual(
      expect.objectContaining({ name, missing, unchanged: false }),
    );
    expect(Object.values(after).every(Number.isFinite)).toBe(true);
  });

  it('tells what a change adds and takes away', () => {
    const estimate = clusterCost(
      {
        operation: 'change',
        base: aClusterSpec(),
        spec: aClusterSpec({
          compute: {
            nodeGroups: [aNodeGroup({ name: 'other', maxSize: 2 })],
          },
        }),
      },
      aGround(),
    );
    expect(estimate.before.maximum).toBe(429.4);
    expect(estimate.after.maximum).toBe(354.4);
    expect(
      estimate.parts
        .filter(({ kind }) => kind === 'nodeGroup')
        .map(({ after, before, name }) => [
          name,
          before.maximum,
          after.maximum,
        ]),
    ).toEqual([
      ['other', 0, 146],
      ['general', 219, 0],
    ]);
  });

  it('leaves what nobody knew as it was', () => {
    const base = aClusterSpec({
      compute: { nodeGroups: [aNodeGroup({ instanceTypes: ['x8g.large'] })] },
    });
    expect(
      clusterCost(
        { operation: 'change', base, spec: { ...base, zonalShift: true } },
        aGround(),
      ).unknown,
    ).toEqual([expect.objectContaining({ unchanged: true })]);
  });

  it('costs nothing once it is gone', () => {
    expect(
      clusterCost({ operation: 'delete', spec: aClusterSpec() }, aGround()),
    ).toMatchObject({
      before: { maximum: 429.4 },
      after: { minimum: 0, expected: 0, maximum: 0 },
      unknown: [],
    });
  });
});
