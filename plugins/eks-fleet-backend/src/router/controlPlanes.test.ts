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
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  ControlPlaneDocument,
  ControlPlaneReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import express, { type Router } from 'express';
import request from 'supertest';
import { catalogHeader } from '../__testUtils__/startFleet';
import type { ReportedObservation } from '../collection/store/types';
import { spec } from '../schema/generated/openapi';
import type { TargetRecord } from '../targets/types';
import { addControlPlaneRoutes, toObservations } from './controlPlanes';
import { parseJson } from './parseJson';

jest.setTimeout(60_000);

const ACCOUNT = '111111111111';
const KEY = { provider: 'main', accountId: ACCOUNT, region: 'eu-west-1' };
const OBSERVED_AT = '2026-11-23T12:00:00.000Z';

const controlPlane = (
  more: Partial<ControlPlaneDocument> = {},
): ControlPlaneDocument => ({
  name: 'alpha',
  version: '1.34',
  status: 'ACTIVE',
  createdAt: '2026-01-01T00:00:00.000Z',
  healthIssues: [],
  subnetIds: ['subnet-1'],
  securityGroupIds: [],
  publicAccessCidrs: [],
  logTypes: [],
  autoMode: false,
  autoModeNodePools: [],
  hybridNodes: false,
  ...more,
});
const report = (clusters = [controlPlane()]): ControlPlaneReport => ({
  observedAt: OBSERVED_AT,
  clusters,
});
const target = (more: Partial<TargetRecord>): TargetRecord =>
  ({
    ...KEY,
    partition: 'aws',
    lastSuccessAt: '2026-11-23T11:00:00.000Z',
    freshUntil: '2026-11-23T11:40:00.000Z',
    ...more,
  } as TargetRecord);

describe('toObservations', () => {
  it('makes the ARN from the target, and keeps what was said', () => {
    expect(toObservations(KEY, target({}), report())).toEqual([
      {
        cluster: {
          arn: `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/alpha`,
          partition: 'aws',
          accountId: ACCOUNT,
          region: 'eu-west-1',
          name: 'alpha',
          createdAt: '2026-01-01T00:00:00.000Z',
          version: '1.34',
        },
        kind: 'controlPlane',
        source: 'discovery',
        observedAt: new Date(OBSERVED_AT),
        freshUntil: new Date('2026-11-23T12:40:00.000Z'),
        document: controlPlane(),
      },
    ]);
  });

  it('keeps what kept a cluster from being described, under its ARN', () => {
    const error = { code: 'forbidden' as const, message: 'not you' };
    expect(
      toObservations(KEY, target({}), {
        ...report([]),
        failures: [{ name: 'beta', error }],
      }),
    ).toEqual([
      {
        cluster: {
          arn: `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/beta`,
          partition: 'aws',
          accountId: ACCOUNT,
          region: 'eu-west-1',
          name: 'beta',
        },
        kind: 'controlPlane',
        source: 'discovery',
        observedAt: new Date(OBSERVED_AT),
        error,
      },
    ]);
    expect(() =>
      toObservations(KEY, undefined, {
        ...report([]),
        failures: [{ name: 'a/b', error }],
      }),
    ).toThrow('body/failures/0/name');
  });

  it.each([
    ['is not known yet', undefined, 'eu-west-1', 'aws'],
    ['is in China', undefined, 'cn-north-1', 'aws-cn'],
    [
      'was never read',
      target({ lastSuccessAt: '', freshUntil: '' }),
      'eu-west-1',
      'aws',
    ],
  ])(
    'counts half an hour as fresh where the target %s',
    (_, known, region, partition) => {
      const [{ cluster, ...one }] = toObservations(
        { ...KEY, region },
        known,
        report(),
      );
      expect(cluster.partition).toBe(partition);
      expect(one).toMatchObject({
        freshUntil: new Date('2026-11-23T12:30:00.000Z'),
      });
    },
  );

  it.each([['a/b'], [''], ['-a'], ['a:b'], ['a'.repeat(101)]])(
    'refuses a cluster with the name %j',
    name => {
      expect(() =>
        toObservations(KEY, undefined, report([controlPlane({ name })])),
      ).toThrow('body/clusters/0/name');
    },
  );

  it('refuses what is no Region', () => {
    expect(() =>
      toObservations({ ...KEY, region: 'atlantis-1' }, undefined, report()),
    ).toThrow('atlantis-1 is no Region');
  });
});

describe('PUT /control-planes/:provider/:account/:region', () => {
  const taken: ReportedObservation[] = [];

  const app = () => {
    const api = createValidatedOpenApiRouter(spec) as unknown as Router;
    addControlPlaneRoutes(api, {
      httpAuth: mockServices.httpAuth({ pluginId: 'eks-fleet' }),
      targets: { get: async () => target({}) } as never,
      collection: {
        intake: {
          put: async (reports: ReportedObservation[]) => {
            taken.push(...reports);
          },
        },
      } as never,
    });
    return express().use(parseJson).use(api).use(mockErrorHandler());
  };
  const put = (
    body: object,
    options: { path?: string; header?: string } = {},
  ) => {
    const { path = `main/${ACCOUNT}/eu-west-1`, header = catalogHeader() } =
      options;
    return request(app())
      .put(`/control-planes/${path}`)
      .set('Authorization', header)
      .send(body);
  };

  beforeEach(() => {
    taken.length = 0;
  });

  it('takes what discovery says', async () => {
    await put(report([controlPlane(), controlPlane({ name: 'beta' })])).expect(
      204,
    );
    expect(taken.map(({ cluster }) => cluster.name)).toEqual(['alpha', 'beta']);
  });

  it.each([
    ['a user', mockCredentials.user.header()],
    [
      'another plugin',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:scaffolder'),
        targetPluginId: 'eks-fleet',
      }),
    ],
  ])('takes nothing from %s', async (_, header) => {
    const { body } = await put(report(), { header });
    expect(body.error.name).toMatch(/^(NotAllowed|Authentication)Error$/);
    expect(taken).toEqual([]);
  });

  it('takes more than other routes do', async () => {
    const certificateAuthority = 'a'.repeat(20_000);
    await put(
      report(
        Array.from({ length: 100 }, (_, index) =>
          controlPlane({ name: `c${index}`, certificateAuthority }),
        ),
      ),
    ).expect(204);
    expect(taken).toHaveLength(100);
  });

  it.each([
    ['without a version', { name: 'a', status: 'ACTIVE' }],
    ['with a name too long', controlPlane({ name: 'a'.repeat(2001) })],
  ])('refuses a cluster %s', async (_, cluster) => {
    await put({ observedAt: OBSERVED_AT, clusters: [cluster] }).expect(400);
    expect(taken).toEqual([]);
  });

  it('refuses a failure in words that nobody knows', async () => {
    const failures = [{ name: 'a', error: { code: 'odd', message: 'x' } }];
    await put({ ...report([]), failures }).expect(400);
    expect(taken).toEqual([]);
  });
});
