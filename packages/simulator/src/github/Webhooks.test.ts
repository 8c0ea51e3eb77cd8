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
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  propose,
  REPO,
  startGithub,
  type StartedGithub,
} from './__testUtils__/startGithub';

interface Delivered {
  headers: Record<string, unknown>;
  body: string;
}

describe('webhooks', () => {
  let started: StartedGithub;
  let server: Server;
  let url: string;
  let delivered: Delivered[];

  beforeEach(async () => {
    started = await startGithub();
    delivered = [];
    server = createServer(async (message, response) => {
      delivered.push({ headers: message.headers, body: await text(message) });
      response.end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });

  afterEach(async () => {
    await started.stop();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('tell what happens, in its order and signed', async () => {
    const { github } = started.simulator;
    github.addWebhook({
      url,
      secret: 'shared',
      events: ['push', 'pull_request', 'status'],
    });
    const { number, head } = await propose(started, { branch: 'upgrade' });
    await started.octokit.repos.createCommitStatus({
      ...REPO,
      sha: head.sha,
      state: 'success',
      context: 'eks-fleet/gates',
    });
    github.comment({ number, user: 'pat', body: 'Nobody asked for this one.' });
    const merged = await github.merge({ number, user: 'pat' });
    await github.deliveriesSettled();

    const events = delivered.map(({ headers, body }) => {
      const { action, ref } = JSON.parse(body);
      return [headers['x-github-event'], action ?? ref].filter(Boolean);
    });
    expect(events).toEqual([
      ['push', 'refs/heads/upgrade'],
      ['push', 'refs/heads/upgrade'],
      ['pull_request', 'opened'],
      ['status'],
      ['push', 'refs/heads/main'],
      ['pull_request', 'closed'],
    ]);
    for (const { headers, body } of delivered) {
      const signature = createHmac('sha256', 'shared')
        .update(body)
        .digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
    }
    expect(JSON.parse(delivered.at(-1)!.body)).toMatchObject({
      number,
      pull_request: {
        merged: true,
        merge_commit_sha: merged,
        merged_by: { login: 'pat' },
        head: { sha: head.sha },
      },
      repository: { full_name: 'acme/fleet' },
      sender: { login: 'pat' },
    });
    expect(JSON.parse(delivered.at(-2)!.body)).toMatchObject({
      ref: 'refs/heads/main',
      after: merged,
      forced: false,
    });
  });

  it('are made, listed and taken away over REST', async () => {
    const { octokit, simulator } = started;
    const { data: hook } = await octokit.repos.createWebhook({
      ...REPO,
      config: { url, secret: 'shared', content_type: 'json' },
      events: ['push'],
    });
    const { data: hooks } = await octokit.repos.listWebhooks(REPO);
    expect(hooks).toMatchObject([{ config: { url, secret: '********' } }]);
    await octokit.repos.deleteWebhook({ ...REPO, hook_id: hook.id });
    await simulator.github.commit({ user: 'pat', files: { x: 'x' } });
    await simulator.github.deliveriesSettled();
    expect(delivered).toEqual([]);
  });

  it('are told once, whether somebody hears it or not', async () => {
    const { github } = started.simulator;
    github.addWebhook({ url: 'http://127.0.0.1:1/', events: ['push'] });
    await github.commit({ user: 'pat', files: { x: 'x' } });
    await github.deliveriesSettled();
    expect(github.deliveries()).toMatchObject([{ event: 'push', status: 0 }]);
  });
});
