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

import {
  clustersOfPolicyReporterMessage,
  readPolicyReporterMessage,
} from './readPolicyReporterMessage';

/** As core 3.9 posts it. */
const MESSAGE = {
  message: 'validation error: requests are missing. rule containers failed',
  policy: 'require-requests',
  rule: 'autogen-containers',
  status: 'fail',
  severity: 'high',
  category: 'Best Practices',
  scored: true,
  properties: { cluster: 'orders', process: 'background scan', team: 'shop' },
  resource: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'cart',
    namespace: 'shop',
    uid: 'dd2f0e4b-1111-4222-8333-444455556666',
  },
  creationTimestamp: '2031-01-01T00:00:00Z',
  source: 'kyverno',
};

const outcomeOf = (part: object) => {
  const read = readPolicyReporterMessage({ ...MESSAGE, ...part });
  return read?.kind === 'result' ? read.outcome : undefined;
};

describe('readPolicyReporterMessage', () => {
  it('makes of a result what a report would make of it', () => {
    expect(readPolicyReporterMessage(MESSAGE)).toEqual({
      kind: 'result',
      outcome: {
        policy: {
          engine: 'kyverno',
          kind: 'ClusterPolicy',
          name: 'require-requests',
        },
        rule: 'containers',
        result: 'fail',
        severity: 'high',
        category: 'Best Practices',
        message: MESSAGE.message,
        properties: { team: 'shop' },
        resource: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'cart',
        },
      },
    });
  });

  it.each([
    ['warn', 'warn'],
    ['error', 'error'],
    ['FAIL', 'fail'],
  ])('reads the status %s', (status, result) => {
    expect(outcomeOf({ status })).toMatchObject({ result });
  });

  it.each(['pass', 'skip', 'info'])('keeps nothing of %s', status => {
    expect(readPolicyReporterMessage({ ...MESSAGE, status })).toEqual({
      kind: 'result',
    });
  });

  it('takes a result without resource, severity or source', () => {
    expect(
      outcomeOf({
        resource: { apiVersion: '', kind: '', name: '', uid: '' },
        severity: undefined,
        source: undefined,
      }),
    ).toMatchObject({
      policy: { engine: 'other', kind: 'unknown' },
      resource: { kind: 'Cluster' },
    });
  });

  it('does not read a result that is not scored for one that only warns', () => {
    expect(outcomeOf({ scored: false })).toMatchObject({ result: 'fail' });
  });

  it('cuts what is long, and takes out what is not text', () => {
    const outcome = outcomeOf({
      message: `<script>alert(1)</script>\u0000\u202e${'x'.repeat(1_000_000)}`,
      properties: { note: { a: 1 }, __proto__: 'x', html: '<b>\u0007</b>' },
    })!;
    expect(outcome.message).toHaveLength(2_000);
    expect(outcome.message).toMatch(/^<script>alert\(1\)<\/script>xxx/);
    expect(outcome.properties).toEqual({ html: '<b></b>' });
  });

  it('knows a sign of life', () => {
    expect(
      readPolicyReporterMessage({ event: 'heartbeat', time: 'whenever' }),
    ).toEqual({ kind: 'heartbeat' });
  });

  it.each([
    ['text', 'fail'],
    ['a list', [MESSAGE]],
    ['nothing', null],
    ['an object of something else', { alerts: [] }],
    ['a result without a policy', { ...MESSAGE, policy: '', rule: ' ' }],
    ['a result without a status', { ...MESSAGE, status: undefined }],
  ])('takes %s for neither', (_, body) => {
    expect(readPolicyReporterMessage(body)).toBeUndefined();
  });
});

describe('clustersOfPolicyReporterMessage', () => {
  it('finds how custom fields name the cluster', () => {
    expect(clustersOfPolicyReporterMessage(MESSAGE)).toEqual(['orders']);
    expect(
      clustersOfPolicyReporterMessage({
        event: 'heartbeat',
        clusterArn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
      }),
    ).toEqual(['arn:aws:eks:eu-west-1:111122223333:cluster/orders']);
    expect(
      clustersOfPolicyReporterMessage({
        ...MESSAGE,
        properties: { cluster: 7, region: 'eu-west-1' },
      }),
    ).toEqual([]);
  });
});
