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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterEntity } from '../__testUtils__/entities';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const TOKEN = 'a-token-of-the-webhook';
const ACCOUNT = '111111111111';

const message = (...alerts: object[]) => ({
  version: '4',
  status: 'firing',
  receiver: 'portal',
  alerts: alerts.map(alert => ({
    status: 'firing',
    labels: {
      alertname: 'KubePodCrashLooping',
      severity: 'critical',
      cluster: 'alpha',
    },
    annotations: {
      summary: 'Pods crash',
      runbook_url: 'data:text/html,alert',
    },
    startsAt: '2026-11-25T11:00:00Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.example.com/graph',
    fingerprint: 'abc',
    ...alert,
  })),
});

describe('alerts over HTTP', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeEach(async () => {
    fleet = await startFleet({
      entities: [
        clusterEntity({
          name: 'alpha',
          accountId: ACCOUNT,
          owner: 'group:default/payments',
        }),
        clusterEntity({ name: 'beta', accountId: ACCOUNT }),
      ],
      config: {
        eksFleet: {
          alerts: {
            alertmanagers: [{ id: 'prod', webhookToken: TOKEN }],
            runbooks: [
              {
                match: { alertname: 'KubePodCrashLooping' },
                url: 'https://runbooks.example.com/crash',
              },
            ],
          },
        },
      },
    });
    await fleet.ready();
  });

  afterEach(() => fleet.stop());

  const send = (body: object, token = TOKEN, source = 'prod') =>
    fleet
      .post(`/alerts/${source}/webhook`, body)
      .set('Authorization', `Bearer ${token}`);

  it('takes in what Alertmanager sends, and shows it with its cluster and runbook', async () => {
    const { status } = await send(message({}));
    expect(status).toBe(204);
    const { body } = await fleet.get('/alerts');
    expect(body).toMatchObject({
      totalItems: 1,
      counts: { severity: { critical: 1 }, state: { firing: 1 } },
      sources: [{ kind: 'alertmanager', id: 'prod', state: 'fresh' }],
      items: [
        {
          name: 'KubePodCrashLooping',
          severity: 'critical',
          state: 'firing',
          summary: 'Pods crash',
          ambiguous: false,
          joinedBy: 'label cluster',
          clusters: [
            {
              name: 'alpha',
              entityRef: 'resource:default/alpha-1111',
              owner: 'group:default/payments',
            },
          ],
          runbook: {
            url: 'https://runbooks.example.com/crash',
            origin: 'configured',
          },
          links: [
            {
              title: 'Prometheus',
              url: 'https://prometheus.example.com/graph',
            },
          ],
        },
      ],
    });
  });

  it('no longer lists what has ended, unless it is asked for', async () => {
    await send(message({}));
    await send(message({ status: 'resolved', endsAt: '2026-11-25T11:30:00Z' }));
    expect((await fleet.get('/alerts')).body.totalItems).toBe(0);
    const { body } = await fleet.get('/alerts?filter=state=resolved');
    expect(body.items).toEqual([
      expect.objectContaining({
        state: 'resolved',
        endsAt: '2026-11-25T11:30:00.000Z',
      }),
    ]);
  });

  it('shows one alert to who may read its cluster, and to nobody else', async () => {
    await send(message({}));
    const one = await fleet.get('/alerts/prod/abc');
    expect(one.body).toMatchObject({ fingerprint: 'abc', changes: [] });
    fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: condition('IS_OWNER', { claims: ['group:default/others'] }),
      },
    });
    expect((await fleet.get('/alerts/prod/abc')).status).toBe(404);
    expect((await fleet.get('/alerts')).body).toMatchObject({
      totalItems: 0,
      counts: { severity: {}, state: {} },
    });
    fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.DENY });
    expect((await fleet.get('/alerts')).status).toBe(403);
  });

  it.each([
    ['a wrong token', 'not-the-token-at-all', 'prod'],
    ['a source that is none', TOKEN, 'nobody'],
    ['no token', '', 'prod'],
  ])('turns away %s', async (_, token, source) => {
    const { status } = await send(message({}), token, source);
    expect(status).toBe(401);
    expect((await fleet.get('/alerts')).body.totalItems).toBe(0);
  });

  it.each([
    ['another version', { ...message({}), version: '3' }, 'version'],
    ['no alerts', { version: '4' }, 'alerts'],
    [
      'an alert without a fingerprint',
      message({ fingerprint: undefined }),
      'fingerprint',
    ],
  ])('says what is wrong with %s', async (_, body, field) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
  });

  it.each([
    ['filter=colour=red', 'unknown key "colour"'],
    ['cursor=nonsense', 'cursor: not one that this list gave out'],
  ])('says what is wrong with %s', async (query, reason) => {
    const response = await fleet.get(`/alerts?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(reason);
  });
});
