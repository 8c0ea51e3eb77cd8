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

import { answerJson } from '../../kubernetes/__testUtils__/startApiServer';
import { CollectingSink } from '../__testUtils__/CollectingSink';
import { failureOf } from '../__testUtils__/readWith';
import {
  forbidding,
  startPolicyCluster,
  type Interception,
  type TestObject,
} from '../__testUtils__/startPolicyCluster';
import { check, printed } from './__testUtils__/printed';
import { createKubeBenchSource } from './createKubeBenchSource';

const CLUSTER = {
  partition: 'aws' as const,
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'orders',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
  entityRef: 'resource:default/orders',
};
const PLACE = {
  namespace: 'kube-bench',
  labelSelector: 'app=kube-bench',
  key: 'results.json',
};
const PATH = '/api/v1/namespaces/kube-bench/configmaps';

const configMap = (
  node: string | undefined,
  text: string | undefined,
  metadata: Record<string, unknown> = {},
): TestObject => ({
  metadata: {
    name: `kube-bench-${node}`,
    creationTimestamp: '2026-11-20T00:00:00Z',
    managedFields: [{ time: '2026-11-28T03:00:00Z' }],
    ...metadata,
  },
  data: { ...(node && { node }), ...(text && { 'results.json': text }) },
});

const FAILS = printed(check('3.2.1', 'FAIL'));
const PASSES = printed(check('3.2.1', 'PASS'));

describe('ConfigMaps that hold what kube-bench printed', () => {
  let stop: () => Promise<void>;

  const start = async (
    configMaps: TestObject[],
    options: { nodes?: string[]; intercept?: Interception } = {},
  ) => {
    const { intercept, nodes = ['a', 'b'] } = options;
    const cluster = await startPolicyCluster(
      [
        {
          api: 'v1',
          kind: 'Node',
          plural: 'nodes',
          objects: nodes.map(name => ({ metadata: { name } })),
        },
      ],
      {
        intercept: (url, response, request) => {
          if (intercept?.(url, response, request)) {
            return true;
          }
          if (url.pathname === PATH) {
            answerJson(response, { metadata: {}, items: configMaps });
          }
          return url.pathname === PATH;
        },
      },
    );
    stop = cluster.stop;
    const source = createKubeBenchSource({
      places: { configMaps: PLACE, buckets: [] },
      connect: (_, __, use) => use(cluster.client),
      s3: () => {
        throw new Error('No bucket is asked');
      },
    });
    return {
      asked: cluster.asked,
      source,
      async read() {
        const sink = new CollectingSink();
        const snapshot = await source.read(CLUSTER, sink, {
          signal: new AbortController().signal,
          now: () => new Date(),
          controlPlane: {} as never,
        });
        return { sink, snapshot };
      },
    };
  };
  const nodesOf = ({ given }: CollectingSink) =>
    given.map(({ properties }) => properties?.nodes);

  afterEach(() => stop());

  it('are read by their label in their namespace, and folded over nodes', async () => {
    const { asked, read } = await start([
      configMap('a', PASSES),
      configMap('b', FAILS, {
        managedFields: [
          { time: '2026-11-26T03:00:00Z' },
          { time: '2026-11-27T03:00:00Z' },
        ],
      }),
    ]);
    const { sink, snapshot } = await read();
    expect(asked()).toContainEqual(
      expect.stringMatching(
        /^\/api\/v1\/namespaces\/kube-bench\/configmaps\?.*labelSelector=app%3Dkube-bench/,
      ),
    );
    expect(sink.given).toMatchObject([
      { result: 'fail', resource: { kind: 'Cluster' } },
    ]);
    expect(nodesOf(sink)).toEqual(['b']);
    expect(snapshot).toMatchObject({
      engines: ['kube-bench'],
      evaluatedAt: '2026-11-27T03:00:00.000Z',
      notes: [],
    });
  });

  it('do not count where their node is gone', async () => {
    const { read } = await start([
      configMap('a', PASSES),
      configMap('gone', FAILS),
      configMap('undefined', undefined),
    ]);
    const { sink, snapshot } = await read();
    expect(sink.given).toEqual([]);
    expect(snapshot.notes).toEqual([
      '1 ConfigMaps are of nodes that are gone, and do not count.',
    ]);
  });

  it('count where none of their nodes is known by that name', async () => {
    const { read } = await start([configMap('10.0.0.1', FAILS)]);
    const { sink, snapshot } = await read();
    expect(nodesOf(sink)).toEqual(['10.0.0.1']);
    expect(snapshot.notes).toEqual([
      'ConfigMaps name no node that is there; what was found on those that are gone counts.',
    ]);
  });

  it('count, and it is said, where nodes may not be listed', async () => {
    const { read } = await start([configMap('gone', FAILS)], {
      intercept: forbidding('nodes'),
    });
    const { sink, snapshot } = await read();
    expect(nodesOf(sink)).toEqual(['gone']);
    expect(snapshot.notes).toEqual([
      'May not list nodes: what was found on those that are gone counts.',
    ]);
  });

  it('name their node in a label or an annotation as well', async () => {
    const { read } = await start([
      configMap(undefined, FAILS, {
        annotations: { 'kube-bench/node': 'a' },
      }),
      configMap(undefined, FAILS, { labels: { node: 'b' } }),
    ]);
    expect(nodesOf((await read()).sink)).toEqual(['a, b']);
  });

  it.each<[string, TestObject[], string, string]>([
    [
      'there are none',
      [],
      'notInstalled',
      'There are no ConfigMaps app=kube-bench in the namespace kube-bench, where kube-bench would leave what it finds',
    ],
    [
      'none has results',
      [configMap('a', undefined)],
      'notInstalled',
      'None of 1 ConfigMaps app=kube-bench in the namespace kube-bench has results.json',
    ],
    [
      'one breaks off',
      [configMap('a', FAILS), configMap('b', FAILS.slice(0, 70))],
      'invalid',
      'ConfigMap kube-bench-b: What kube-bench printed is broken JSON, or breaks off',
    ],
  ])('say so where %s', async (_, configMaps, code, message) => {
    const { read } = await start(configMaps);
    expect(await failureOf(read())).toEqual({ code, message });
  });

  it('say so where they may not be listed', async () => {
    const { read } = await start([], { intercept: forbidding('configmaps') });
    expect(await failureOf(read())).toEqual({
      code: 'forbidden',
      message: expect.stringContaining('May not list configmaps'),
    });
  });

  it('are for clusters alone that are reached, and in scope', async () => {
    const { source } = await start([]);
    expect(source.appliesTo!(CLUSTER)).toBe(true);
    const scoped = (accounts: string[], canConnect = true) =>
      createKubeBenchSource({
        places: { configMaps: { ...PLACE, match: { accounts } }, buckets: [] },
        connect: jest.fn(),
        canConnect: () => canConnect,
        s3: jest.fn(),
      }).appliesTo!(CLUSTER);
    expect(scoped(['111122223333'])).toBe(true);
    expect(scoped(['111122223333'], false)).toBe(false);
    expect(scoped(['444455556666'])).toBe(false);
  });
});
