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

import { createHmac } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import { startFleet } from '../__testUtils__/startFleet';
import { spec } from '../schema/generated/openapi';

jest.setTimeout(60_000);

const SECRET = 'a-secret-of-the-webhook';
const URL = 'https://github.com/acme/fleet';

const CONFIG: JsonObject = {
  integrations: { github: [{ host: 'github.com', token: 'github_pat_x' }] },
  eksFleet: {
    fleetRepositories: [
      { id: 'fleet', url: URL, branch: 'main', webhookSecret: SECRET },
    ],
  },
};

const push = JSON.stringify({
  ref: 'refs/heads/main',
  before: 'a'.repeat(40),
  after: 'b'.repeat(40),
  forced: false,
  deleted: false,
  repository: { html_url: URL },
  sender: { login: 'pat' },
});

const sign = (body: string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('the webhook of Git hosts', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  afterEach(() => fleet.stop());

  /** What readers of the API are told to expect. */
  const described = Object.keys(spec.paths['/git/webhook'].post.responses);

  const send = (body: string, headers: Record<string, string> = {}) =>
    fleet
      .post('/git/webhook')
      .set('Authorization', '')
      .set('Content-Type', 'application/json')
      .set({
        'X-GitHub-Event': 'push',
        'X-Hub-Signature-256': sign(body),
        ...headers,
      })
      .send(body);

  it('takes what is signed with the secret of a repository', async () => {
    fleet = await startFleet({ config: CONFIG });
    expect((await send(push)).status).toBe(204);
    expect((await send(push, { 'X-GitHub-Event': 'ping' })).status).toBe(204);
  });

  it.each<[string, string, Record<string, string>, number]>([
    [
      'another secret',
      push,
      { 'X-Hub-Signature-256': sign(push, 'guessed') },
      401,
    ],
    [
      'a signature of another body',
      push.replace('pat', 'eve'),
      { 'X-Hub-Signature-256': sign(push) },
      401,
    ],
    ['no signature', push, { 'X-Hub-Signature-256': '' }, 401],
    ['another repository', push.replace('acme/fleet', 'acme/other'), {}, 401],
    ['no sign of a Git host', push, { 'X-GitHub-Event': '' }, 401],
    ['no JSON', 'ref=main', {}, 400],
  ])('refuses %s', async (_, body, headers, status) => {
    fleet = await startFleet({ config: CONFIG });
    const { body: answer, status: answered } = await send(body, headers);
    expect(answered).toBe(status);
    expect(described).toContain(String(answered));
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  it('reads no more than it wants to know', async () => {
    fleet = await startFleet({ config: CONFIG });
    const { status } = await send(' '.repeat(6_000_000));
    expect(status).toBe(413);
  });

  it('is not there where no repository is', async () => {
    fleet = await startFleet({});
    expect((await send(push)).status).toBe(404);
  });
});
