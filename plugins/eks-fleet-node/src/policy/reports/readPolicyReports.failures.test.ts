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
import { toObservationError } from '../../observation/toObservationError';
import { CollectingSink } from '../__testUtils__/CollectingSink';
import {
  kindOf,
  namespaces,
  NOW,
  report,
  reportsOf,
  result,
  workloads,
} from '../__testUtils__/reports';
import {
  forbidding,
  reportColumns,
  startPolicyCluster,
  type Interception,
  type TestKind,
  type TestObject,
} from '../__testUtils__/startPolicyCluster';
import { readPolicyReports } from './readPolicyReports';

type Cluster = Awaited<ReturnType<typeof startPolicyCluster>>;

const REPORTS = '/apis/wgpolicyk8s.io/v1alpha2/policyreports';
const EXPIRED = { code: 410, reason: 'Expired' };

const fails = (more: Record<string, unknown> = {}) =>
  result({ result: 'fail', ...more });
const failing = (count: number) =>
  Array.from({ length: count }, (_, at) => report(`web-${at}`, [fails()]));

const clusterReports = (objects: TestObject[]): TestKind => ({
  api: 'wgpolicyk8s.io/v1alpha2',
  kind: 'ClusterPolicyReport',
  plural: 'clusterpolicyreports',
  objects,
  columns: reportColumns,
});
const onNode = report('node', [fails()], {
  metadata: { name: 'node', uid: 'node', resourceVersion: '1' },
  scope: { apiVersion: 'v1', kind: 'Node', name: 'ip-10-0-0-1' },
});
const kyverno = kindOf('kyverno.io/v1', 'ClusterPolicy');

describe('readPolicyReports, where something goes wrong', () => {
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
  const serve = (kinds: TestKind[], intercept?: Interception) =>
    cluster.serve([namespaces(), ...workloads(), ...kinds], intercept);
  const read = async (previous?: string) => {
    const sink = new CollectingSink();
    const snapshot = await readPolicyReports(cluster.client, sink, {
      signal: new AbortController().signal,
      now: () => NOW,
      previous,
    });
    return { sink, snapshot };
  };
  const failureOf = (reading: Promise<unknown>) =>
    reading.then(
      () => 'no failure',
      error => toObservationError(error),
    );

  afterEach(() => cluster.stop());

  it('says that neither API of reports is there', async () => {
    await start([kyverno]);
    expect(await failureOf(read())).toMatchObject({ code: 'notInstalled' });
  });

  it('begins a list anew whose pages expire in the middle', async () => {
    let expired = 0;
    await start([reportsOf(failing(20))], {
      pageSize: 5,
      intercept: (url, response) => {
        const isLate = url.searchParams.get('continue') === '10' && !expired;
        if (isLate) {
          expired += 1;
          answerJson(response, EXPIRED, 410);
        }
        return isLate;
      },
    });
    const { sink } = await read();
    expect(expired).toBe(1);
    expect(sink.given).toHaveLength(20);
  });

  it('reads one by one what a page had that has expired since', async () => {
    await start([reportsOf(failing(20))], {
      pageSize: 5,
      intercept: ({ pathname, searchParams }, response, { headers }) => {
        const isAgain =
          pathname === REPORTS &&
          searchParams.has('continue') &&
          !headers.accept!.includes('as=Table');
        if (isAgain) {
          answerJson(response, EXPIRED, 410);
        }
        return isAgain;
      },
    });
    const { sink, snapshot } = await read();
    expect(sink.given).toHaveLength(20);
    // Of those pages only what fails was read.
    expect(snapshot.passes).not.toBe('exact');
  });

  it('reads the other kinds where one is forbidden, and says so', async () => {
    await start([reportsOf(failing(1)), clusterReports([onNode])], {
      intercept: forbidding('clusterpolicyreports'),
    });
    const { sink, snapshot } = await read();
    expect(sink.given).toHaveLength(1);
    expect(snapshot.passes).toBe('notRecorded');
    expect(snapshot.notes).toEqual([
      'May not list clusterpolicyreports.wgpolicyk8s.io: what is found there is not known.',
    ]);
  });

  it('resolves nothing when a kind that was read is forbidden', async () => {
    const kinds = [reportsOf(failing(1)), clusterReports([onNode])];
    await start(kinds);
    const { snapshot } = await read();
    serve(kinds, forbidding('clusterpolicyreports'));
    expect(await failureOf(read(snapshot.state))).toEqual({
      code: 'forbidden',
      message:
        'May no longer list clusterpolicyreports.wgpolicyk8s.io, of which there were 1',
    });
  });

  it('fails as forbidden where no kind may be listed', async () => {
    await start([reportsOf([])], { intercept: forbidding('policyreports') });
    expect(await failureOf(read())).toMatchObject({ code: 'forbidden' });
  });

  it('fails when the API goes away between two pages', async () => {
    await start([reportsOf(failing(20))], {
      pageSize: 5,
      intercept: ({ searchParams }, response) => {
        const isGone = searchParams.has('continue');
        if (isGone) {
          answerJson(response, { message: 'not found' }, 404);
        }
        return isGone;
      },
    });
    expect(await failureOf(read())).toMatchObject({ code: 'notInstalled' });
  });

  it('resolves nothing when reports go away while they are being read', async () => {
    // More than a page, and few of each that fail: read one by one.
    const many = Array.from({ length: 600 }, (_, at) =>
      report(`web-${at}`, [at % 100 ? result() : fails()]),
    );
    await start([reportsOf(many)]);
    serve([reportsOf(many)], ({ pathname }) => {
      if (pathname.includes('/namespaces/shop/policyreports/')) {
        // The engine takes its APIs with it.
        serve([]);
      }
      return false;
    });
    expect(await failureOf(read())).toEqual({
      code: 'notInstalled',
      message:
        'The API server stopped serving policyreports.wgpolicyk8s.io while they were being read',
    });
  });

  it('resolves nothing when reports are gone with what wrote them', async () => {
    await start([kyverno, reportsOf(failing(3))]);
    const { snapshot } = await read();
    serve([reportsOf([])]);
    expect(await failureOf(read(snapshot.state))).toMatchObject({
      code: 'notInstalled',
      message: expect.stringContaining('of which there were 3'),
    });
    serve([kyverno]);
    expect(await failureOf(read(snapshot.state))).toMatchObject({
      code: 'notInstalled',
    });
  });

  it('believes an engine that is there and finds nothing', async () => {
    await start([kyverno, reportsOf(failing(3))]);
    const { snapshot } = await read();
    serve([kyverno, reportsOf([])]);
    const { sink, snapshot: after } = await read(snapshot.state);
    expect(sink.given).toEqual([]);
    expect(after.unchanged).toBeUndefined();
  });

  it('follows reports from one API to the other', async () => {
    await start([reportsOf(failing(3))]);
    const { snapshot } = await read();
    serve([reportsOf(failing(3), 'openreports.io/v1alpha1')]);
    const { sink } = await read(snapshot.state);
    expect(sink.given).toHaveLength(3);
  });

  describe('where one API of reports goes away after the other', () => {
    const trivy = (name: string) =>
      report(name, [fails({ source: 'Trivy ConfigAudit', policy: 'KSV001' })]);
    const other = 'openreports.io/v1alpha1';

    it('resolves nothing of an engine that wrote to none that is left', async () => {
      await start([reportsOf(failing(3)), reportsOf([trivy('web-9')], other)]);
      const { snapshot } = await read();
      serve([reportsOf([trivy('web-9')], other)]);
      expect(await failureOf(read(snapshot.state))).toEqual({
        code: 'notInstalled',
        message:
          'The API server does not serve policyreports.wgpolicyk8s.io any more, of which there were 3, and no other reports are of the same engine',
      });
      // Nor when that goes too.
      serve([]);
      expect(await failureOf(read(snapshot.state))).toMatchObject({
        code: 'notInstalled',
      });
    });

    it('goes on where the one that is left has what its engine writes', async () => {
      await start([reportsOf(failing(3)), reportsOf(failing(3), other)]);
      const { snapshot } = await read();
      serve([reportsOf(failing(2), other)]);
      const { sink, snapshot: after } = await read(snapshot.state);
      expect(sink.given).toHaveLength(2);
      // What is gone since is not asked for for ever.
      expect((await read(after.state)).snapshot.unchanged).toBe(true);
    });

    it('goes on where the engine that is left finds nothing any more', async () => {
      await start([reportsOf(failing(1))]);
      const { snapshot } = await read();
      serve([reportsOf([report('web-0', [result()])], other)]);
      const { sink } = await read(snapshot.state);
      expect(sink.given).toEqual([]);
    });
  });

  it('reads a page one by one that is too large to be held', async () => {
    const large = Array.from({ length: 20 }, (_, at) =>
      report(`web-${at}`, [fails({ message: '🙈'.repeat(250_000) })]),
    );
    await start([reportsOf(large)]);
    const { sink } = await read();
    expect(sink.given).toHaveLength(20);
    const [{ message = '' }] = sink.given;
    expect(message.length).toBeLessThanOrEqual(2000);
    expect(message.endsWith('🙈…')).toBe(true);
  });

  it('makes text of hostile text, and keeps what it can of odd results', async () => {
    await start([
      reportsOf([
        report('web', [
          fails({
            message: '<script>alert(1)</script>\u0000\u001b[31m\u202e\ud800!',
            severity: undefined,
            source: undefined,
            category: '\u0007Best\u0000',
            timestamp: { seconds: NOW.getTime() / 1000 + 86_400 },
            properties: { __proto__x: 'a', note: '\u0000b', deep: {} },
          }),
          result({ result: 'info', rule: 'informs' }),
          result({ result: 7, rule: 'counts', timestamp: 'never' }),
        ]),
      ]),
    ]);
    const { sink, snapshot } = await read();
    expect(sink.given).toMatchObject([
      {
        policy: { engine: 'other', kind: 'unknown', name: 'require-labels' },
        result: 'fail',
        message: '<script>alert(1)</script>[31m\ufffd!',
        category: 'Best',
        properties: { __proto__x: 'a', note: 'b' },
      },
    ]);
    expect(sink.given[0].severity).toBeUndefined();
    expect(snapshot.evaluatedAt).toBeUndefined();
    expect(snapshot.notes).toEqual([
      '1 results are “7”, which says neither that they pass nor that they do not.',
      '1 results are “info”, which says neither that they pass nor that they do not.',
      'Reports are dated later than now: a clock is wrong.',
    ]);
  });
});
