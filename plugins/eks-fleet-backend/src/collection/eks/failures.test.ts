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

import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startCloud, type Cloud } from '../__testUtils__/startCloud';
import { addonsCollector } from './addons';
import { capabilitiesCollector } from './capabilities';
import { fargateProfilesCollector } from './fargateProfiles';
import { insightsCollector } from './insights';
import { nodegroupsCollector } from './nodegroups';

jest.setTimeout(60_000);

/** What is alike in all collectors that list and describe. */
const KINDS = [
  {
    kind: 'nodegroups',
    create: nodegroupsCollector,
    field: 'nodegroups',
    list: 'ListNodegroups',
    describe: 'DescribeNodegroup',
    input: 'nodegroupName',
  },
  {
    kind: 'addons',
    create: addonsCollector,
    field: 'addons',
    list: 'ListAddons',
    describe: 'DescribeAddon',
    input: 'addonName',
  },
  {
    kind: 'fargateProfiles',
    create: fargateProfilesCollector,
    field: 'profiles',
    list: 'ListFargateProfiles',
    describe: 'DescribeFargateProfile',
    input: 'fargateProfileName',
  },
  {
    kind: 'capabilities',
    create: capabilitiesCollector,
    field: 'capabilities',
    list: 'ListCapabilities',
    describe: 'DescribeCapability',
    input: 'capabilityName',
  },
  {
    kind: 'insights',
    create: insightsCollector,
    field: 'insights',
    list: 'ListInsights',
    describe: 'DescribeInsight',
    input: 'id',
  },
];

describe.each(KINDS)('what goes wrong with $kind', one => {
  let cloud: Cloud;
  let collector: ClusterCollector<any>;

  beforeEach(async () => {
    cloud = await startCloud({
      cluster: {
        nodegroups: ['a', 'b', 'c'].map(name => ({ name })),
        addons: ['coredns', 'kube-proxy', 'vpc-cni'].map(name => ({ name })),
        fargateProfiles: ['a', 'b', 'c'].map(name => ({
          name,
          selectors: [{ namespace: name }],
        })),
        capabilities: [
          { name: 'ack', type: 'ACK', version: 'v1' },
          { name: 'argocd', type: 'ARGOCD', version: 'v3' },
          { name: 'kro', type: 'KRO', version: 'v0' },
        ],
        insights: ['one', 'two', 'three'].map(name => ({
          name,
          status: 'WARNING',
        })),
      },
    });
    collector = one.create(cloud) as ClusterCollector<any>;
  });

  afterEach(() => cloud.stop());

  const deny = (operation: string, times?: number) =>
    cloud.simulator.addFault({
      match: { service: 'eks', operation },
      effect: 'deny',
      times,
    });
  const size = (document: any) => document[one.field].length;
  const failure = () =>
    cloud.collect(collector).then(
      () => undefined,
      error => toObservationError(error).code,
    );

  it('keeps the rest when one cannot be described', async () => {
    const whole = await cloud.collect(collector);
    deny(one.describe, 1);
    const document = await cloud.collect(collector);
    expect(document.unreadable).toEqual([
      {
        name: expect.any(String),
        code: 'forbidden',
        reason: expect.stringContaining('not authorized'),
      },
    ]);
    // An insight is still listed.
    const lost = one.kind === 'insights' ? 0 : 1;
    expect(size(document)).toBe(size(whole) - lost);
  });

  it('leaves out what is gone between the list and the description', async () => {
    const whole = await cloud.collect(collector);
    const [{ id, name }] = whole[one.field].filter(
      (item: { status: string }) => item.status !== 'PASSING',
    );
    const gone = id ?? name;
    cloud.before(one.describe, input => {
      if (input[one.input] === gone) {
        input[one.input] = 'not-there-any-more';
      }
    });
    const document = await cloud.collect(collector);
    expect(document.unreadable).toEqual([]);
    expect(size(document)).toBe(size(whole) - 1);
    expect(JSON.stringify(document)).not.toContain(`"${gone}"`);
  });

  it('fails where none can be described', async () => {
    deny(one.describe);
    expect(await failure()).toBe('forbidden');
  });

  it('fails where the list is denied', async () => {
    deny(one.list);
    expect(await failure()).toBe('forbidden');
  });

  it('waits and goes on when it is throttled', async () => {
    cloud.simulator.addFault({
      match: { operation: one.list },
      effect: 'throttle',
      times: 1,
    });
    expect(size(await cloud.collect(collector))).toBeGreaterThan(0);
    expect(cloud.calls()[one.list]).toBe(2);
  });

  it('asks again when half an answer comes', async () => {
    cloud.simulator.addFault({
      match: { operation: one.describe },
      effect: 'reset',
      at: 'body',
      times: 1,
    });
    const document = await cloud.collect(collector);
    expect(document.unreadable).toEqual([]);
  });

  it('ends at once when its time is up', async () => {
    const ending = new AbortController();
    cloud.before(one.describe, () => ending.abort());
    await expect(
      cloud.collect(collector, { signal: ending.signal }),
    ).rejects.toThrow(/abort/i);
  });

  it('has nothing of a cluster that is being made, and does not fail', async () => {
    cloud.before(one.list, input => {
      input.clusterName = 'not-yet-there';
    });
    expect(await failure()).toBe('notFound');
    const document = await cloud.collect(collector, {
      controlPlane: cloud.controlPlane({ status: 'CREATING' }),
    });
    expect(document).toEqual({ [one.field]: [], unreadable: [] });
  });

  it('gives the same for the same facts', async () => {
    const [first, second] = [
      await cloud.collect(collector),
      await cloud.collect(collector),
    ];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });
});
