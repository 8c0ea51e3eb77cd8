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

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  ObservedPolicy,
  PolicyOutcome,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { startDemoCollectors } from '../../kubernetes/__testUtils__/startDemoCollectors';
import { createConfiguredSources } from './createConfiguredSources';

jest.setTimeout(120_000);

const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';
const aws = { s3: jest.fn() };

const create = (policies: JsonObject) =>
  createConfiguredSources({
    aws,
    config: new ConfigReader({ eksFleet: { policies } }),
  });

describe('createConfiguredSources', () => {
  it('adds those that configuration names places for', () => {
    const [none, ...others] = create({});
    expect(others).toEqual([]);
    expect(none.insteadOf).toEqual(['policyReports']);
    expect(none.appliesTo!({ arn: CLUSTER } as never)).toBe(false);
    const kinds = create({
      policyReporters: [{ cluster: CLUSTER, url: 'https://reporter.example' }],
      kubeBench: {
        buckets: [
          {
            bucket: 'acme-kube-bench',
            accountId: '999988887777',
            region: 'eu-west-1',
            key: '{account}/{region}/{cluster}.json',
          },
        ],
      },
    }).map(({ insteadOf, kind }) => [kind, insteadOf]);
    expect(kinds).toEqual([
      ['policyReporter', ['policyReports']],
      ['policyKubeBench', undefined],
    ]);
  });

  it.each([
    ['README.md', '../../../README.md', 1],
    ['docs/policy-sources.md', '../../../../../docs/policy-sources.md', 2],
  ])('takes what %s says', (_, file, examples) => {
    const text = readFileSync(resolve(__dirname, file), 'utf8');
    const found = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .filter(([, block]) => block.includes('eksFleet:'))
      // Backstage reads the file that is named there.
      .map(([, block]) => parse(block.replace(/^ +ca:\n.*\n/m, '')))
      .filter(data => {
        const { kubeBench, policyReporters } = data?.eksFleet?.policies ?? {};
        return kubeBench || policyReporters;
      });
    expect(found).toHaveLength(examples);
    for (const data of found) {
      const sources = createConfiguredSources({
        aws,
        config: new ConfigReader(data),
        kubernetes: { reaches: () => true, connect: jest.fn() },
      });
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it.each<[JsonObject, string]>([
    [
      {
        policyReporters: [
          {
            cluster: CLUSTER,
            url: 'https://reporter.example',
            readNamespaces: true,
          },
        ],
      },
      'eksFleet.policies.policyReporters[0].readNamespaces: needs `eksFleet.kubernetes.enabled`',
    ],
    [
      { kubeBench: { configMaps: {} } },
      'eksFleet.policies.kubeBench.configMaps: needs `eksFleet.kubernetes.enabled`',
    ],
  ])(
    'refuses %j where clusters are not read from here',
    (policies, message) => {
      expect(() => create(policies)).toThrow(message);
    },
  );
});

describe("the demo's sources of policies", () => {
  let demo: Awaited<ReturnType<typeof startDemoCollectors>>;
  let sources: PolicySource[];

  beforeAll(async () => {
    demo = await startDemoCollectors();
    const text = readFileSync(
      resolve(__dirname, '../../../../../app-config.demo.yaml'),
      'utf8',
    ).replaceAll(
      '${DEMO_CLOUD_HOST:-127.0.0.1:4610}',
      new URL(demo.simulator.url).host,
    );
    const { policies } = parse(text).eksFleet as { policies: JsonObject };
    sources = createConfiguredSources({
      aws,
      config: new ConfigReader({ eksFleet: { policies } }),
      kubernetes: demo.ways,
    });
  });

  afterAll(() => demo.stop());

  async function read(kind: string, name: string) {
    const source = sources.find(each => each.kind === kind)!;
    const { collected } = demo.find(name);
    const controlPlane = await demo.controlPlaneOf(name);
    expect(source.appliesTo!(collected, controlPlane)).toBe(true);
    const outcomes: PolicyOutcome[] = [];
    const policies: ObservedPolicy[] = [];
    const snapshot = await source.read(
      collected,
      {
        policy: policy => policies.push(policy),
        outcomes: async some => void outcomes.push(...some),
        tally: () => {},
        exception: () => {},
      },
      {
        signal: new AbortController().signal,
        controlPlane,
        now: () => new Date(),
      },
    );
    return { outcomes, policies, snapshot };
  }

  it.each(['checkout-eu-staging', 'search-eu'])(
    'read %s by way of its Policy Reporter, with owners',
    async name => {
      const { outcomes, snapshot } = await read('policyReporter', name);
      expect(outcomes.length).toBeGreaterThan(2);
      expect(outcomes.every(({ policy }) => policy.engine === 'kyverno')).toBe(
        true,
      );
      expect(outcomes.some(({ ownerLabel }) => ownerLabel)).toBe(true);
      expect(snapshot).toMatchObject({ passes: 'exact', notes: [] });
    },
  );

  it('read what kube-bench found on nodes', async () => {
    const { outcomes, policies, snapshot } = await read(
      'policyKubeBench',
      'checkout-eu',
    );
    expect(snapshot.evaluatedAt).toMatch(/T02:00:00.000Z$/);
    expect(policies).toHaveLength(11);
    expect(
      outcomes.map(({ policy, result }) => [policy.kind, policy.name, result]),
    ).toEqual([
      ['eks-1.8.0', '3.1.3', 'fail'],
      ['eks-1.8.0', '3.2.4', 'fail'],
      ['eks-1.8.0', '3.2.7', 'warn'],
    ]);
  });

  it('say where kube-bench was told an old profile', async () => {
    const { snapshot } = await read('policyKubeBench', 'checkout-us');
    expect(snapshot.notes).toEqual([
      'kube-bench took eks-1.5.0 for Kubernetes 1.33; eks-1.8.0 is nearer to it (`--benchmark eks-1.8.0`).',
    ]);
  });

  it('are for no other clusters', async () => {
    const { collected } = demo.find('ledger');
    const controlPlane = await demo.controlPlaneOf('ledger');
    expect(
      sources.map(source => source.appliesTo!(collected, controlPlane)),
    ).toEqual([false, false]);
  });
});
