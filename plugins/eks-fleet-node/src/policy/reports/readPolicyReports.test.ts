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
    // A report that says the same keeps its time, however often it is made.
    expect(snapshot.evaluatedAt).toBeUndefined();
    expect(snapshot).toMatchObject({
      engines: [],
      passes: 'exact',
      truncated: false,
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

  it('finds on the same workload what its renamed pods break', async () => {
    const subjectOf = async (pod: string) => {
      cluster.serve([
        namespaces(),
        ...workloads({
          pods: [
            madeBy(pod, {
              kind: 'ReplicaSet',
              name: 'web-1',
              apiVersion: 'apps/v1',
            }),
          ],
          replicasets: [
            madeBy('web-1', {
              kind: 'Deployment',
              name: 'web',
              apiVersion: 'apps/v1',
            }),
          ],
        }),
        reportsOf([
          report(pod, [fails()], {
            scope: {
              apiVersion: 'v1',
              kind: 'Pod',
              namespace: 'shop',
              name: pod,
            },
          }),
        ]),
      ]);
      const { sink } = await read();
      return sink.given.map(({ policy, rule, resource }) => ({
        policy,
        rule,
        on: resource.controller,
      }));
    };
    await start([]);
    const before = await subjectOf('web-1-a');
    expect(before).toMatchObject([{ on: { kind: 'Deployment', name: 'web' } }]);
    expect(await subjectOf('web-1-b')).toEqual(before);
  });

  it('counts once what both report APIs say, and the worse of it', async () => {
    await start([
      reportsOf([report('web', [fails(), passes({ rule: 'check-app' })])]),
      reportsOf(
        [
          report('web', [
            result({ result: 'warn' }),
            passes({ rule: 'check-app' }),
          ]),
        ],
        'openreports.io/v1alpha1',
      ),
    ]);
    const { sink } = await read();
    expect(sink.given.map(each => each.result)).toEqual(['fail']);
    expect(sink.tallies).toMatchObject([{ pass: 1, passes: 'exact' }]);
  });

  it('reads nothing but tables where nothing has changed', async () => {
    const reports = ['web', 'api', 'cart'].map(name => report(name, [fails()]));
    await start([reportsOf(reports)]);
    const { snapshot: first } = await read();
    cluster.serve([
      namespaces(),
      ...workloads(),
      reportsOf([...reports].reverse()),
    ]);
    cluster.forget();
    const { sink, snapshot } = await read(first.state);
    expect(snapshot).toEqual({
      unchanged: true,
      state: first.state,
      engines: [],
    });
    expect(sink.batches).toEqual([]);
    expect(sink.tallies).toEqual([]);
    const lists = cluster.requests.filter(({ url }) =>
      url.includes('policyreports?'),
    );
    expect(lists).toHaveLength(1);
    expect(lists[0].headers.accept).toContain('as=Table');

    const [changed, ...others] = reports;
    cluster.serve([
      namespaces(),
      ...workloads(),
      reportsOf([
        {
          ...changed,
          metadata: { ...changed.metadata, resourceVersion: '2' },
        },
        ...others,
      ]),
    ]);
    expect((await read(first.state)).snapshot.unchanged).toBeUndefined();
  });

  it('keeps its state short', async () => {
    await start([reportsOf([report('web', [fails()])])]);
    const { snapshot } = await read();
    expect(snapshot.state!.length).toBeLessThan(500);
  });

  it('reads labels of owners anew when a namespace gets one', async () => {
    await start([reportsOf([report('web', [fails()])])]);
    const { snapshot } = await read();
    cluster.serve([
      namespaces({ shop: { 'backstage.io/owner': 'storefront' } }),
      ...workloads(),
      reportsOf([report('web', [fails()])]),
    ]);
    const { sink } = await read(snapshot.state);
    expect(sink.given).toMatchObject([
      { ownerLabel: { value: 'storefront', from: 'namespace' } },
    ]);
  });

  it('has no passes where none is recorded', async () => {
    await start([reportsOf([report('web', [fails()])])]);
    const { sink, snapshot } = await read();
    expect(snapshot.passes).toBe('notRecorded');
    expect(sink.tallies[0]).toMatchObject({ passes: 'notRecorded' });
    expect(sink.tallies[0].pass).toBeUndefined();
  });

  it('believes a writer that says what it leaves out', async () => {
    await start([
      reportsOf(
        [
          report('web', [fails(), passes({ rule: 'left-from-before' })], {
            configuration: {
              limits: { maxResults: 2, statusFilter: ['fail'] },
            },
          }),
        ],
        'wgpolicyk8s.io/v1beta1',
      ),
    ]);
    const { snapshot } = await read();
    expect(snapshot).toMatchObject({ passes: 'notRecorded', truncated: true });
  });

  it('takes a server that makes no tables', async () => {
    const { columns: _, ...kind } = reportsOf([
      report('web', [fails()]),
      report('api', [passes()]),
    ]);
    await start([kind]);
    const { sink } = await read();
    expect(sink.given).toHaveLength(1);
    expect(sink.tallies).toMatchObject([{ pass: 1, passes: 'exact' }]);
  });

  it('reads pods only where something is found on one, and folds nothing where it may not', async () => {
    const pod = {
      scope: {
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: 'shop',
        name: 'web-1-a',
      },
    };
    await start([reportsOf([report('web', [fails()])])]);
    await read();
    expect(cluster.asked().some(url => url.startsWith('/api/v1/pods'))).toBe(
      false,
    );
    cluster.serve(
      [
        namespaces(),
        ...workloads(),
        reportsOf([report('web-1-a', [fails()], pod)]),
      ],
      forbidding('pods'),
    );
    const { sink, snapshot } = await read();
    expect(sink.given).toMatchObject([
      { resource: { kind: 'Pod', name: 'web-1-a' } },
    ]);
    expect(snapshot.notes).toEqual([
      'May not list pods: what is found of them stays with each of them.',
    ]);
  });
});
