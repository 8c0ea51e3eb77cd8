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

import { propose, startGithub } from '../github/__testUtils__/startGithub';
import { KRO_FILE, startHub } from '../argocd/__testUtils__/startHub';
import type { Simulator } from './types';

async function control(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
) {
  const response = await fetch(`${simulator.url}/_sim/${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('the control endpoints of the Git host', () => {
  it('let people act on pull requests', async () => {
    const started = await startGithub();
    const { simulator } = started;
    try {
      const act = (fields: object) =>
        control(simulator, 'POST', 'pulls', { user: 'pat', ...fields });
      const { number } = await propose(started, { branch: 'upgrade' });
      await act({ number, action: 'comment', body: 'Looks good.' });
      await act({ number, action: 'approve' });
      const pushed = await act({
        number,
        action: 'forcePush',
        files: { 'clusters/one.json': '{}', 'clusters/two.json': null },
      });
      const merged = await act({ number, action: 'merge' });
      const { body } = await control(simulator, 'GET', 'pulls');
      expect(body.pulls).toMatchObject([
        {
          number,
          state: 'closed',
          head: { sha: pushed.body.sha },
          mergedBy: 'pat',
          mergeCommitSha: merged.body.sha,
          reviews: [{ user: 'pat', state: 'APPROVED' }],
          comments: [{ user: 'pat', body: 'Looks good.' }],
        },
      ]);
      expect(await act({ number, action: 'merge' })).toMatchObject({
        status: 400,
        body: { error: 'Pull Request is not mergeable' },
      });
    } finally {
      await started.stop();
    }
  });

  it('commit past everybody, use up quotas and add webhooks', async () => {
    const started = await startGithub();
    const { simulator, octokit } = started;
    try {
      const { body } = await control(simulator, 'POST', 'commits', {
        user: 'pat',
        files: { 'x.txt': 'x' },
      });
      expect(body.sha).toBe(await simulator.github.head('main'));
      await control(simulator, 'POST', 'quotas', { useUp: 'eks-fleet' });
      await expect(octokit.users.getAuthenticated()).rejects.toMatchObject({
        status: 403,
      });
      await control(simulator, 'DELETE', 'quotas');
      expect((await octokit.users.getAuthenticated()).status).toBe(200);
      await control(simulator, 'POST', 'webhooks', {
        url: 'http://127.0.0.1:1/',
        events: ['push'],
      });
      await simulator.github.commit({ user: 'pat', files: { y: 'y' } });
      await simulator.github.deliveriesSettled();
      expect((await control(simulator, 'GET', 'webhooks')).body).toMatchObject({
        deliveries: [{ event: 'push', status: 0 }],
      });
    } finally {
      await started.stop();
    }
  });

  it.each([
    ['pulls', { action: 'explode' }, /action must be one of merge, close/],
    ['pulls', { action: 'merge', user: 'pat' }, /number must be/],
    ['pulls', { action: 'merge', number: 1 }, /user must be a string/],
    ['pulls', { action: 'comment', number: 1, user: 'pat' }, /body must be/],
    ['pulls', { sha: 'x' }, /sha is not known/],
    ['commits', { user: 'pat' }, /files must be an object/],
    ['webhooks', { events: ['push'] }, /url must be a string/],
    ['quotas', {}, /useUp must be a string/],
    [
      'applications',
      { arn: 'x', fault: 'odd' },
      /fault must be none or one of/,
    ],
    ['applications', { arn: 'x' }, /no fleet repository/],
  ])('refuse %s %j by the name of its field', async (path, body, message) => {
    const started = await startGithub();
    try {
      const answer = await control(started.simulator, 'POST', path, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatch(message);
    } finally {
      await started.stop();
    }
  });
});

describe('the control endpoints of Argo CD', () => {
  it('break an application, mend it and sync it', async () => {
    const hub = await startHub();
    const { simulator, search } = hub;
    try {
      const set = async (fields: object) =>
        (
          await control(simulator, 'POST', 'applications', {
            arn: search.arn,
            ...fields,
          })
        ).body;
      expect(await set({ fault: 'degraded' })).toMatchObject({
        healthStatus: 'Degraded',
      });
      expect(await set({ fault: 'none', automated: false })).toMatchObject({
        healthStatus: 'Healthy',
      });
      await hub.edit(KRO_FILE, "k8sVersion: '1.33'", "k8sVersion: '1.34'");
      await hub.pass(60);
      expect(await set({})).toMatchObject({ syncStatus: 'OutOfSync' });
      await set({ sync: true });
      await hub.pass(30 * 60);
      expect(search.version).toBe('1.34');
      const { body } = await control(simulator, 'GET', 'applications');
      expect(body.applications).toHaveLength(2);
    } finally {
      await simulator.stop();
    }
  });
});
