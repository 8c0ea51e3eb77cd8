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
  ScmIntegrations,
  DefaultGithubCredentialsProvider,
} from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { Octokit } from '@octokit/rest';
import {
  BOT_TOKEN,
  propose,
  REPO,
  startGithub,
  type StartedGithub,
} from './__testUtils__/startGithub';

describe('access to the Git host', () => {
  let started: StartedGithub;

  beforeEach(async () => {
    started = await startGithub();
  });

  afterEach(() => started.stop());

  const with_ = (auth?: string) =>
    new Octokit({
      auth,
      baseUrl: started.simulator.github.apiUrl,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });

  it.each([
    ['no token', undefined, 404],
    ['an unknown token', 'nobody', 401],
  ])('is refused to %s', async (_, token, status) => {
    await expect(with_(token).repos.get(REPO)).rejects.toMatchObject({
      status,
    });
  });

  it('is what a fine-grained token says', async () => {
    const { github } = started.simulator;
    github.addToken({
      token: 'narrow',
      login: 'eks-fleet',
      permissions: { contents: 'read', pull_requests: 'write' },
    });
    github.addToken({ token: 'other', login: 'pat', repositories: ['other'] });
    const narrow = with_('narrow');
    expect((await narrow.repos.get(REPO)).data.permissions).toMatchObject({
      push: false,
      pull: true,
    });
    const sha = (await github.head('main'))!;
    const refused = await narrow.git
      .createRef({ ...REPO, ref: 'refs/heads/x', sha })
      .catch(error => error);
    expect(refused).toMatchObject({
      status: 403,
      response: {
        data: { message: 'Resource not accessible by personal access token' },
        headers: { 'x-accepted-github-permissions': 'contents=write' },
      },
    });
    await expect(with_('other').repos.get(REPO)).rejects.toMatchObject({
      status: 404,
    });
    github.removeToken('narrow');
    await expect(narrow.repos.get(REPO)).rejects.toMatchObject({ status: 401 });
  });

  it('lets who may only read propose, and not write', async () => {
    const { number } = await propose(started, { branch: 'upgrade' });
    const eve = started.as('eve');
    await eve.issues.createComment({
      ...REPO,
      issue_number: number,
      body: 'Hm.',
    });
    await expect(
      eve.pulls.merge({ ...REPO, pull_number: number }),
    ).rejects.toMatchObject({ status: 403 });
    expect((await eve.users.getAuthenticated()).data.login).toBe('eve');
  });

  it("is given to Backstage's integration by a token", async () => {
    const integrations = integrationsOf({ token: BOT_TOKEN });
    const url = `${started.simulator.github.url}/acme/fleet`;
    const { token, headers } =
      await DefaultGithubCredentialsProvider.fromIntegrations(
        integrations,
      ).getCredentials({ url });
    expect(headers).toEqual({ Authorization: `Bearer ${token}` });
    expect((await with_(token).repos.get(REPO)).data.default_branch).toBe(
      'main',
    );
  });

  it("is given to Backstage's integration by an app", async () => {
    const { github } = started.simulator;
    const integrations = integrationsOf({
      apps: [
        {
          appId: 4711,
          clientId: 'client',
          clientSecret: 'secret',
          privateKey: await github.appPrivateKey(),
        },
      ],
    });
    const { token, type } =
      await DefaultGithubCredentialsProvider.fromIntegrations(
        integrations,
      ).getCredentials({ url: `${github.url}/acme/fleet` });
    expect(type).toBe('app');
    expect(token).toMatch(/^ghs_/);
    const app = with_(token);
    const { data } = await app.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ name }) => name)).toEqual(['fleet']);
    const { user } = await propose({ octokit: app }, { branch: 'upgrade' });
    expect(user).toMatchObject({ login: 'eks-fleet-app[bot]', type: 'Bot' });
  });

  it('is refused to an app that another key has signed for', async () => {
    const { github } = started.simulator;
    await github.appPrivateKey();
    const forged = [{ alg: 'RS256' }, { iss: 4711, exp: 9e9 }]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    await expect(
      with_(`${forged}.AAAA`).apps.listInstallations(),
    ).rejects.toMatchObject({ status: 401 });
  });

  function integrationsOf(github: object) {
    const { url, apiUrl } = started.simulator.github;
    return ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: new URL(url).host, apiBaseUrl: apiUrl, ...github }],
        },
      }),
    );
  }
});

describe('the quota of the Git host', () => {
  let started: StartedGithub;

  beforeAll(async () => {
    started = await startGithub();
  });

  afterAll(() => started.stop());

  it('counts down, is used up, and begins anew by the clock', async () => {
    const { octokit, simulator, clock } = started;
    const { headers } = await octokit.repos.get(REPO);
    expect(headers).toMatchObject({
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '4999',
      'x-ratelimit-used': '1',
      'x-ratelimit-resource': 'core',
    });
    expect((await octokit.rateLimit.get()).data.rate.remaining).toBe(4999);
    simulator.github.useUpRateLimit('eks-fleet');
    const refused = await octokit.repos.get(REPO).catch(error => error);
    expect(refused.status).toBe(403);
    expect(refused.message).toMatch(/API rate limit exceeded/);
    expect(refused.response.headers['x-ratelimit-remaining']).toBe('0');
    const reset = Number(refused.response.headers['x-ratelimit-reset']);
    expect(reset).toBeGreaterThan(clock.now().getTime() / 1000);
    await started.as('pat').repos.get(REPO);
    clock.advance(3600);
    expect((await octokit.repos.get(REPO)).status).toBe(200);
  });

  it.each([
    [{ effect: 'throttle' }, 403, /secondary rate limit/],
    [{ effect: 'error' }, 502, /Server Error/],
    [{ effect: 'deny' }, 403, /not accessible/],
    [{ effect: 'expireCredentials' }, 401, /Bad credentials/],
    [
      { effect: 'reset' },
      500,
      /socket hang up|ECONNRESET|terminated|fetch failed/i,
    ],
    [{ effect: 'reset', at: 'body' }, 500, /./],
  ] as const)('and the host fail by %j', async (fault, status, message) => {
    started.simulator.addFault({
      match: { service: 'github', operation: 'GET /repos/{owner}/{repo}' },
      times: 1,
      ...fault,
    });
    const refused = await started.octokit.repos.get(REPO).catch(error => error);
    expect(refused.status).toBe(status);
    expect(refused.message).toMatch(message);
    expect((await started.octokit.repos.get(REPO)).status).toBe(200);
  });

  it('says when to come back', async () => {
    started.simulator.addFault({
      match: { service: 'github' },
      effect: 'throttle',
      times: 1,
    });
    const refused = await started.octokit.repos.get(REPO).catch(error => error);
    expect(refused.response.headers['retry-after']).toBe('60');
  });

  it('loses the answer of what it has done', async () => {
    const { octokit, simulator } = started;
    simulator.addFault({
      match: { operation: 'POST /repos/{owner}/{repo}/pulls' },
      effect: 'lostAnswer',
      times: 1,
    });
    await expect(propose(started, { branch: 'lost' })).rejects.toThrow();
    const { data } = await octokit.pulls.list({ ...REPO, head: 'acme:lost' });
    expect(data).toHaveLength(1);
  });
});

describe('how much may be created at once', () => {
  let started: StartedGithub;

  beforeEach(async () => {
    started = await startGithub();
  });

  afterEach(() => started.stop());

  const comment = (number: number) =>
    started.octokit.issues.createComment({
      ...REPO,
      issue_number: number,
      body: 'Looked at.',
    });

  it('is eighty in a minute, for each who creates, and says how long to wait', async () => {
    const { clock } = started;
    const { number } = await propose(started, { branch: 'busy' });
    clock.advance(20);
    for (let made = 1; made < 80; made += 1) {
      await comment(number);
    }
    const refused = await comment(number).catch(error => error);
    expect(refused.status).toBe(403);
    expect(refused.message).toMatch(/secondary rate limit/);
    expect(refused.response.headers['retry-after']).toBe('40');
    expect((await started.octokit.repos.get(REPO)).status).toBe(200);
    await started.as('pat').issues.createComment({
      ...REPO,
      issue_number: number,
      body: 'Me too.',
    });
    clock.advance(40);
    expect((await comment(number)).status).toBe(201);
    expect((await comment(number).catch(error => error)).status).toBe(403);
  });

  it('is five hundred in an hour', async () => {
    const { clock } = started;
    const { number } = await propose(started, { branch: 'busier' });
    for (let made = 1; made < 500; made += 1) {
      await comment(number);
      clock.advance(1);
    }
    const refused = await comment(number).catch(error => error);
    expect(refused.response.headers['retry-after']).toBe(String(3600 - 499));
  });
});
