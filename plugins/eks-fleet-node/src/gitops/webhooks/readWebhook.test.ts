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

import { ConfigReader } from '@backstage/config';
import { AuthenticationError, InputError } from '@backstage/errors';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { propose } from '../__testUtils__/propose';
import { startFleetHost } from '../__testUtils__/startFleetHost';
import { readWebhookSecrets } from '../config/readFleetRepositories';
import type { FleetRepository } from '../config/types';
import { readWebhook } from './readWebhook';
import type { GitEvent, WebhookRequest } from './types';

const SECRET = 'it is a secret';

const REPOSITORY: FleetRepository = {
  id: 'fleet',
  url: 'https://git.example.com/acme/fleet',
  branch: 'main',
  clusters: [],
  merge: { automatic: false, method: 'merge' },
};

const GITHUB_PULL = {
  action: 'closed',
  repository: { html_url: 'https://git.example.com/Acme/Fleet' },
  sender: { login: 'pat' },
  pull_request: {
    number: 7,
    state: 'closed',
    merged_at: '2026-11-26T09:00:00Z',
    head: { ref: 'eks-fleet/a', sha: 'abc' },
    base: { ref: 'main' },
  },
};

const PUSH = {
  repository: { html_url: REPOSITORY.url },
  sender: { login: 'pat' },
  ref: 'refs/heads/main',
  before: 'a'.repeat(40),
  after: 'b'.repeat(40),
  forced: true,
};

const GITLAB_PULL = {
  project: { web_url: REPOSITORY.url },
  user: { username: 'pat' },
  object_attributes: {
    iid: 7,
    state: 'opened',
    action: 'update',
    source_branch: 'eks-fleet/a',
    target_branch: 'main',
    last_commit: { id: 'abc' },
  },
};

const GITLAB_PUSH = {
  project: { web_url: REPOSITORY.url },
  user_username: 'pat',
  ref: 'refs/heads/eks-fleet/a',
  after: '0'.repeat(40),
};

function request(
  headers: Record<string, string>,
  payload: unknown,
  sign: (body: string) => Record<string, string>,
): WebhookRequest {
  const body = JSON.stringify(payload);
  return { headers: { ...headers, ...sign(body) }, body: Buffer.from(body) };
}

const hmac = (body: string, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('hex');

const byGithub = (event: string, payload: unknown, secret = SECRET) =>
  request({ 'x-github-event': event }, payload, body => ({
    'x-hub-signature-256': `sha256=${hmac(body, secret)}`,
  }));
const byGitea = (event: string, payload: unknown) =>
  request(
    { 'x-gitea-event': event, 'x-github-event': event },
    payload,
    body => ({ 'x-gitea-signature': hmac(body) }),
  );
const byGitlab = (event: string, payload: unknown, token = SECRET) =>
  request({ 'x-gitlab-event': event }, payload, () => ({
    'x-gitlab-token': token,
  }));

const read = (
  message: WebhookRequest,
  secrets = new Map([['fleet', SECRET]]),
) => readWebhook(message, [REPOSITORY], secrets);

describe('readWebhook', () => {
  const merged: GitEvent = {
    kind: 'pullRequest',
    repository: 'fleet',
    by: 'pat',
    number: 7,
    state: 'merged',
    action: 'closed',
    head: { branch: 'eks-fleet/a', sha: 'abc' },
    base: { branch: 'main' },
  };
  const pushed: GitEvent = {
    kind: 'push',
    repository: 'fleet',
    by: 'pat',
    branch: 'main',
    sha: 'b'.repeat(40),
    isForced: true,
  };

  it.each<[string, WebhookRequest, GitEvent | undefined]>([
    ['a merge on GitHub', byGithub('pull_request', GITHUB_PULL), merged],
    ['a push on GitHub', byGithub('push', PUSH), pushed],
    [
      'a tag on GitHub',
      byGithub('push', { ...PUSH, ref: 'refs/tags/v1' }),
      undefined,
    ],
    [
      'a ping of GitHub',
      byGithub('ping', { repository: PUSH.repository }),
      undefined,
    ],
    ['a merge on Gitea', byGitea('pull_request', GITHUB_PULL), merged],
    [
      'a new commit on Gitea',
      byGitea('pull_request_sync', { ...GITHUB_PULL, action: 'synchronized' }),
      { ...merged, action: 'synchronized' } as GitEvent,
    ],
    [
      'a push on Gitea',
      byGitea('push', { ...PUSH, forced: undefined }),
      { ...pushed, isForced: false } as GitEvent,
    ],
    [
      'a merge request of GitLab',
      byGitlab('Merge Request Hook', GITLAB_PULL),
      { ...merged, state: 'open', action: 'update' } as GitEvent,
    ],
    [
      'a branch that goes on GitLab',
      byGitlab('Push Hook', GITLAB_PUSH),
      {
        kind: 'push',
        repository: 'fleet',
        by: 'pat',
        branch: 'eks-fleet/a',
        isForced: false,
      },
    ],
    [
      'a pipeline of GitLab',
      byGitlab('Pipeline Hook', { project: GITLAB_PUSH.project }),
      undefined,
    ],
  ])('reads %s', (_, message, event) => {
    expect(read(message)).toEqual(event);
  });

  const signed = byGithub('push', PUSH);

  it.each<[string, WebhookRequest]>([
    ['with another secret', byGithub('push', PUSH, 'guess')],
    [
      'without a signature',
      { ...signed, headers: { 'x-github-event': 'push' } },
    ],
    [
      'with two signatures',
      {
        ...signed,
        headers: { ...signed.headers, 'x-hub-signature-256': ['a', 'b'] },
      },
    ],
    [
      'whose body was changed',
      { ...signed, body: Buffer.concat([signed.body, Buffer.from(' ')]) },
    ],
    [
      'of another host’s kind',
      {
        ...signed,
        headers: { 'x-gitlab-event': 'Push Hook', 'x-gitlab-token': 'x' },
      },
    ],
    ['of no host', { ...signed, headers: {} }],
    ['with another token', byGitlab('Push Hook', GITLAB_PUSH, 'guess')],
    [
      'about another repository',
      byGithub('push', {
        ...PUSH,
        repository: { html_url: 'https://git.example.com/acme/other' },
      }),
    ],
    ['about none', byGithub('push', {})],
  ])('refuses a request %s', (_, message) => {
    expect(() => read(message)).toThrow(AuthenticationError);
  });

  it('refuses everything about a repository without a secret', () => {
    expect(() => read(signed, new Map())).toThrow(AuthenticationError);
    expect(() =>
      read(byGithub('push', PUSH, ''), new Map([['fleet', '']])),
    ).toThrow(AuthenticationError);
  });

  it.each(['', 'payload=%7B%7D', '"text"', 'null'])(
    'refuses the body %j',
    body => {
      expect(() => read({ ...signed, body: Buffer.from(body) })).toThrow(
        InputError,
      );
    },
  );

  it('finds the secrets in configuration', () => {
    const config = new ConfigReader({
      eksFleet: {
        fleetRepositories: [{ id: 'a', webhookSecret: 's' }, { id: 'b' }],
      },
    });
    expect([...readWebhookSecrets(config)]).toEqual([['a', 's']]);
  });
});

describe('a webhook of GitHub', () => {
  it('lets the follower look at once', async () => {
    const host = await startFleetHost();
    const service = host.startService({ webhookSecret: SECRET });
    const events: Array<GitEvent | undefined> = [];
    const portal = createServer(async (message, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) {
        chunks.push(chunk);
      }
      const { headers } = message;
      events.push(
        service.receiveWebhook({ headers, body: Buffer.concat(chunks) }),
      );
      response.end();
    });
    await new Promise<void>(resolve => {
      portal.listen(0, '127.0.0.1', resolve);
    });
    try {
      await propose(service.repository('fleet', 'test'));
      await service.follower('fleet').look([1]);
      host.simulator.github.addWebhook({
        url: `http://127.0.0.1:${(portal.address() as AddressInfo).port}/`,
        secret: SECRET,
        events: ['pull_request', 'push'],
      });

      await host.simulator.github.merge({ number: 1, user: 'pat' });
      await host.simulator.github.deliveriesSettled();

      expect(events).toContainEqual(
        expect.objectContaining({
          kind: 'pullRequest',
          number: 1,
          state: 'merged',
          by: 'pat',
        }),
      );
      expect(events).toContainEqual(
        expect.objectContaining({ kind: 'push', branch: 'main' }),
      );
      const seen = await service.follower('fleet').look([1]);
      expect(seen.get(1)).toMatchObject({ state: 'merged', mergedBy: 'pat' });
    } finally {
      portal.close();
      await host.stop();
    }
  });
});
