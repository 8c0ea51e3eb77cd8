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
  type Interception,
  type TestKind,
} from '../__testUtils__/startPolicyCluster';
import { readPolicyReports } from './readPolicyReports';

const skipped = (properties?: object) =>
  result({
    result: 'skip',
    message: 'rule is skipped due to policy exception',
    ...(properties && { properties }),
  });
const exceptionOf = (name: string, namespace: string, spec: object = {}) => ({
  metadata: { name, namespace },
  spec,
});
const legacy = (...objects: ReturnType<typeof exceptionOf>[]) =>
  kindOf('kyverno.io/v2', 'PolicyException', objects);

/** More than are read whole. */
const many = (make: (at: number) => ReturnType<typeof report>) =>
  Array.from({ length: 600 }, (_, at) => make(at));
const passing = (at: number) =>
  report(`web-${at}`, [result({ rule: 'check-app' })]);

describe('readPolicyReports, where there are exceptions', () => {
  const read = async (kinds: TestKind[], intercept?: Interception) => {
    const cluster = await startPolicyCluster(
      [namespaces(), ...workloads(), ...kinds],
      { intercept },
    );
    const sink = new CollectingSink();
    const snapshot = await readPolicyReports(cluster.client, sink, {
      signal: new AbortController().signal,
      now: () => NOW,
    });
    await cluster.stop();
    return { sink, snapshot };
  };

  it('finds what an exception covers, and names it with its namespace', async () => {
    const { sink } = await read([
      legacy(exceptionOf('old-web', 'platform')),
      reportsOf(
        many(at =>
          at === 300
            ? report('old', [skipped({ exceptions: 'old-web' })])
            : passing(at),
        ),
      ),
    ]);
    expect(sink.given).toMatchObject([
      {
        result: 'exempt',
        rule: 'check-team',
        resource: { name: 'old' },
        exceptions: ['platform/old-web'],
      },
    ]);
    expect(sink.given[0].properties).toBeUndefined();
  });

  it('does not guess which of two exceptions it is', async () => {
    const { sink } = await read([
      legacy(exceptionOf('legacy', 'a'), exceptionOf('legacy', 'b')),
      reportsOf([report('old', [skipped({ exceptions: 'legacy' })])]),
    ]);
    expect(sink.given[0].exceptions).toEqual(['legacy']);
  });

  it('does not read what skips where no exception is, and does where it may not know', async () => {
    const reports = reportsOf(
      many(at =>
        at === 300
          ? report('old', [skipped({ exceptions: 'gone' }), result()])
          : passing(at),
      ),
    );
    const nothing = await read([legacy(), reports]);
    expect(nothing.sink.given).toEqual([]);
    const unknown = await read(
      [legacy(exceptionOf('gone', 'platform')), reports],
      forbidding('policyexceptions'),
    );
    expect(unknown.sink.given).toMatchObject([
      { result: 'exempt', exceptions: ['gone'] },
    ]);
  });

  it('reads what passes where an exception makes it pass', async () => {
    const cel = (reportResult: string) =>
      kindOf('policies.kyverno.io/v1', 'PolicyException', [
        exceptionOf('old-web', 'platform', { reportResult }),
      ]);
    const reports = reportsOf(
      many(at =>
        at === 300
          ? report('old', [
              result({
                source: 'KyvernoValidatingPolicy',
                rule: 'exception',
                message:
                  'rule is passed due to policy exception: platform/old-web',
              }),
            ])
          : passing(at),
      ),
    );
    const { sink, snapshot } = await read([cel('pass'), reports]);
    expect(sink.given).toMatchObject([
      {
        policy: { kind: 'ValidatingPolicy' },
        result: 'exempt',
        exceptions: ['platform/old-web'],
      },
    ]);
    expect(sink.given[0].rule).toBeUndefined();
    expect(snapshot.passes).toBe('exact');
  });
});
