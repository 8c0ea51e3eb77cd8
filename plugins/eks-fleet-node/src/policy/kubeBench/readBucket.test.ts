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
import { failureOf } from '../__testUtils__/readWith';
import { check, printed } from './__testUtils__/printed';
import { startObjects, type TestObject } from './__testUtils__/startObjects';
import { createKubeBenchSource } from './createKubeBenchSource';

const CLUSTER = {
  partition: 'aws' as const,
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'orders',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
  entityRef: 'resource:default/orders',
};
const BUCKET = {
  partition: 'aws' as const,
  accountId: '999988887777',
  region: 'eu-west-1',
  bucket: 'kube-bench',
};
const ONE = 'results/{account}/{region}/{cluster}.json';
const BY_NODE = 'results/{account}/{region}/{cluster}/';

describe('objects that hold what kube-bench printed', () => {
  let stop: () => Promise<void>;

  const start = async (objects: Record<string, TestObject>, key = ONE) => {
    const started = await startObjects(objects);
    stop = started.stop;
    const s3 = jest.fn(() => started.client);
    const source = createKubeBenchSource({
      places: { buckets: [{ ...BUCKET, key }] },
      s3,
    });
    return {
      ...started,
      s3,
      source,
      async read(previous?: string) {
        const sink = new CollectingSink();
        const snapshot = await source.read(CLUSTER, sink, {
          signal: new AbortController().signal,
          now: () => new Date(),
          previous,
        });
        return { sink, snapshot };
      },
    };
  };

  afterEach(() => stop());

  it('reads the one of a cluster, with the role of its account', async () => {
    const { asked, read, s3 } = await start({
      'results/111122223333/eu-west-1/orders.json': {
        text: printed(check('3.2.1', 'FAIL'), check('3.2.2', 'PASS')),
        modifiedAt: '2026-11-28T03:04:05Z',
      },
    });
    const { sink, snapshot } = await read();
    expect(s3).toHaveBeenCalledWith(expect.objectContaining(BUCKET));
    expect(asked).toEqual([
      '/kube-bench/results/111122223333/eu-west-1/orders.json?x-id=GetObject',
    ]);
    expect(sink.given.map(({ policy }) => policy.name)).toEqual(['3.2.1']);
    expect(sink.policies.map(({ name }) => name)).toEqual(['3.2.1', '3.2.2']);
    expect(snapshot).toEqual({
      state: expect.any(String),
      engines: ['kube-bench'],
      passes: 'exact',
      truncated: false,
      evaluatedAt: '2026-11-28T03:04:05.000Z',
      notes: [],
    });
    // The same objects again say nothing new.
    const again = await read(snapshot.state);
    expect(again.snapshot.unchanged).toBe(true);
    expect([again.sink.policies, again.sink.batches]).toEqual([[], []]);
  });

  it('folds those of all nodes, over all pages of the list', async () => {
    const nodes = Array.from({ length: 5 }, (_, index) => `node-${index}`);
    const { read } = await start(
      {
        ...Object.fromEntries(
          nodes.map((node, index) => [
            `results/111122223333/eu-west-1/orders/${node}.json`,
            {
              text: printed(check('3.2.1', index > 2 ? 'FAIL' : 'PASS')),
              modifiedAt: `2026-11-2${index}T00:00:00Z`,
            },
          ]),
        ),
        'results/111122223333/eu-west-1/orders/readme.txt': { text: 'hello' },
        'results/111122223333/eu-west-1/orders-2/node-9.json': {
          text: printed(check('3.2.9', 'FAIL')),
        },
      },
      BY_NODE,
    );
    const { sink, snapshot } = await read();
    expect(
      sink.given.map(({ policy, properties }) => [
        policy.name,
        properties?.nodes,
      ]),
    ).toEqual([['3.2.1', 'node-3, node-4']]);
    expect(snapshot.evaluatedAt).toBe('2026-11-20T00:00:00.000Z');
  });

  it('says that nothing was put there', async () => {
    const one = await start({});
    expect(await failureOf(one.read())).toEqual({
      code: 'notInstalled',
      message:
        "There is no s3://kube-bench/results/111122223333/eu-west-1/orders.json, where kube-bench's results would be put",
    });
    await stop();
    const none = await start({}, BY_NODE);
    expect(await failureOf(none.read())).toMatchObject({
      code: 'notInstalled',
    });
  });

  it('names the object that is broken, and takes nothing from the others', async () => {
    const { source } = await start(
      {
        'results/111122223333/eu-west-1/orders/a.json': {
          text: printed(check('3.2.1', 'FAIL')),
        },
        'results/111122223333/eu-west-1/orders/b.json': {
          text: printed(check('3.2.1', 'FAIL')).slice(0, 50),
        },
      },
      BY_NODE,
    );
    const sink = new CollectingSink();
    const reading = source.read(CLUSTER, sink, {
      signal: new AbortController().signal,
      now: () => new Date(),
    });
    expect(await failureOf(reading)).toEqual({
      code: 'invalid',
      message:
        's3://kube-bench/results/111122223333/eu-west-1/orders/b.json: What kube-bench printed is broken JSON, or breaks off',
    });
    expect(sink.batches).toEqual([]);
  });

  it('reads nothing that is larger than anybody means to put there', async () => {
    const { read } = await start({
      'results/111122223333/eu-west-1/orders.json': {
        text: ' '.repeat(17e6),
      },
    });
    expect(await failureOf(read())).toEqual({
      code: 'invalid',
      message:
        's3://kube-bench/results/111122223333/eu-west-1/orders.json is larger than 16 MB',
    });
  });

  it.each([
    [
      'AccessDenied',
      403,
      'forbidden',
      /^May not read s3:\/\/kube-bench\/results/,
    ],
    ['NoSuchBucket', 404, 'notFound', /^There is no bucket kube-bench$/],
    [
      'PermanentRedirect',
      301,
      'invalid',
      /^The bucket kube-bench is in another Region than `region` says$/,
    ],
    ['SlowDown', 503, 'throttled', /SlowDown/],
    ['InternalError', 500, 'unreachable', /InternalError/],
  ])('says what %s means', async (name, status, code, message) => {
    const { failWith, read } = await start({});
    failWith(name, status);
    expect(await failureOf(read())).toEqual({
      code,
      message: expect.stringMatching(message),
    });
  });
});
