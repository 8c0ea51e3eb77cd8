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

import { ManualClock } from '../clock';
import { startSimulator } from '../server/startSimulator';
import type { Simulator } from '../server/types';

const START = new Date('2026-11-24T12:00:00Z');

describe('the simulated Alertmanager', () => {
  let clock: ManualClock;
  let simulator: Simulator;

  beforeEach(async () => {
    clock = new ManualClock(START);
    simulator = await startSimulator({ fleet: 'demo', clock });
  });

  afterEach(() => simulator.stop());

  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${simulator.alertmanagerUrl}${path}`, init);
    return { status: response.status, body: await response.json() };
  };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    call('/api/v2/alerts', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const names = async (query = '') => {
    const { body } = await call(`/api/v2/alerts${query}`);
    return body
      .map(({ labels }: { labels: { alertname: string } }) => labels.alertname)
      .sort();
  };

  it('tells what fires in the story, in its own words', async () => {
    const { body, status } = await call('/api/v2/alerts');

    expect(status).toBe(200);
    expect(
      body.find(
        ({ labels }: any) => labels.alertname === 'KubePodCrashLooping',
      ),
    ).toEqual({
      annotations: {
        summary: 'A pod of payments/reconciliation keeps crashing',
        runbook_url: 'https://runbooks.example.com/alerts/KubePodCrashLooping',
      },
      endsAt: '2026-11-24T12:05:00.000Z',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      receivers: [{ name: 'on-call' }],
      startsAt: '2026-11-23T12:00:00.000Z',
      status: {
        inhibitedBy: [],
        mutedBy: [],
        silencedBy: [expect.any(String)],
        state: 'suppressed',
      },
      updatedAt: '2026-11-24T12:00:00.000Z',
      generatorURL: 'https://prometheus.example.com/graph',
      labels: {
        alertname: 'KubePodCrashLooping',
        severity: 'warning',
        cluster: 'payments-eu',
        namespace: 'payments',
        pod: 'reconciliation-7d9c5b6f4-x2x8q',
      },
    });
  });

  it('leaves out what is not asked for', async () => {
    expect(await names('?silenced=false')).not.toContain('KubePodCrashLooping');
    expect(await names('?active=false')).toEqual(['KubePodCrashLooping']);
  });

  it('lets what was sent fire until it ends, or nobody sends it any more', async () => {
    const labels = { alertname: 'Fresh', severity: 'critical' };
    expect((await post([{ labels }])).status).toBe(200);
    expect(await names()).toContain('Fresh');
    clock.advance(300);
    expect(await names()).not.toContain('Fresh');

    await post([{ labels, endsAt: '2026-11-25T00:00:00Z' }]);
    clock.advance(3600);
    expect(await names()).toContain('Fresh');
    await post([{ labels, endsAt: clock.now().toISOString() }]);
    expect(await names()).not.toContain('Fresh');
  });

  it.each([
    [{}, 'the body must be an array of alerts'],
    [[{ labels: {} }], '[0].labels must have an alertname'],
    [[{ labels: { alertname: 1 } }], '[0].labels.alertname must be a string'],
    [
      [{ labels: { alertname: 'A' }, endsAt: 'soon' }],
      '[0].endsAt must be a time in ISO 8601',
    ],
  ])('refuses %j', async (body, message) => {
    expect(await post(body)).toEqual({ status: 400, body: message });
  });

  it('takes nothing from web pages', async () => {
    const { status } = await post([], { origin: 'https://evil.example' });
    expect(status).toBe(403);
  });
});
