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

import { CollectingSink } from '../__testUtils__/CollectingSink';
import {
  kindOf,
  madeBy,
  namespaces,
  NOW,
  report,
  reportsOf,
  result,
  workloads,
} from '../__testUtils__/reports';
import {
  forbidding,
  startPolicyCluster,
  type TestKind,
} from '../__testUtils__/startPolicyCluster';
import { readPolicyReports } from './readPolicyReports';

type Cluster = Awaited<ReturnType<typeof startPolicyCluster>>;

const fails = (more: Record<string, unknown> = {}) =>
  result({ result: 'fail', message: 'label team is required', ...more });
const passes = (more: Record<string, unknown> = {}) => result(more);

describe('readPolicyReports', () => {
  let cluster: Cluster;

  const start = async (
    kinds: TestKind[],
    options?: Parameters<typeof startPolicyCluster>[1],
  ) => {
    cluster = await startPolicyCluster(
      [namespaces(), ...workloads(), ...kinds],
      options,
    );
  };
  const read = async (previous?: string) => {
    const sink = new CollectingSink();
    const snapshot = await readPolicyReports(cluster.client, sink, {
      signal: new AbortController().signal,
      now: () => NOW,
      previous,
    });
    return { sink, snapshot };
  };

  afterEach(() => cluster.stop());

  it('makes findings of what fails, and counts what passes', async () => {
    await start([
      reportsOf([
        report('web', [fails(), passes({ rule: 'check-app' })]),
        report('api', [passes()]),
      ]),
    ]);
    const { sink, snapshot } = await read();
    expect(sink.given).toEqual([
      {
        policy: {
          engine: 'kyverno',
          kind: 'ClusterPolicy',
          name: 'require-labels',
        },
        rule: 'check-team',
        result: 'fail',
        severity: 'medium',
        category: 'Best Practices',
        message: 'label team is required',
        resource: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'web',
        },
      },
    ]);
    expect(sink.tallies).toMatchObject([
      { policy: { name: 'require-labels' }, pass: 2, passes: 'exact', skip: 0 },
    ]);
    expect(snapshot).toMatchObject({
      engines: [],
      passes: 'exact',
      truncated: false,
      evaluatedAt: '2026-11-29T11:50:00.000Z',
      notes: [],
    });
  });

  it('folds pods into what made them', async () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'web',
    };
    const pod = (name: string) => ({
      scope: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name },
    });
    await start([]);
    cluster.serve([
      namespaces({ shop: { team: 'storefront' } }),
      ...workloads({
        pods: [
          madeBy('web-1-a', {
            kind: 'ReplicaSet',
            name: 'web-1',
            apiVersion: 'apps/v1',
          }),
          madeBy('web-1-b', {
            kind: 'ReplicaSet',
            name: 'web-1',
            apiVersion: 'apps/v1',
          }),
        ],
        replicasets: [
          madeBy('web-1', deployment),
          madeBy('web-0', deployment, { desired: 0 }),
        ],
        deployments: [madeBy('web', undefined, { labels: { team: 'web' } })],
      }),
      reportsOf([
        report('web-1-a', [fails()], pod('web-1-a')),
        report('web-1-b', [fails()], pod('web-1-b')),
        report('gone', [fails()], pod('gone')),
        report('web', [passes({ rule: 'autogen-check-team' })]),
        report('web-0', [fails({ policy: 'fixed-since' })], {
          scope: {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            namespace: 'shop',
            name: 'web-0',
          },
        }),
      ]),
    ]);
    const { sink } = await read();
    expect(sink.given).toHaveLength(1);
    expect(sink.given[0]).toMatchObject({
      rule: 'check-team',
      resource: { kind: 'Pod', namespace: 'shop', controller: deployment },
      ownerLabel: { value: 'web', from: 'resource' },
    });
    expect(sink.tallies).toMatchObject([{ pass: 0, passes: 'exact' }]);
  });
});
