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
  propose,
  startGithub,
  type StartedGithub,
} from '../__testUtils__/startGithub';

describe('the pages of the Git host', () => {
  let started: StartedGithub;
  let url: string;

  beforeEach(async () => {
    started = await startGithub();
    url = `${started.simulator.github.url}/acme/fleet`;
  });

  afterEach(() => started.stop());

  const act = (path: string, form: Record<string, string>, origin?: string) =>
    fetch(`${url}/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: origin ?? new URL(url).origin },
      body: new URLSearchParams(form),
    });

  it('show a pull request, and take what a person does', async () => {
    const { octokit, simulator } = started;
    expect(await (await fetch(`${url}/pulls`)).text()).toContain(
      'There are no pull requests yet.',
    );
    const { html_url, number } = await propose(started, {
      branch: 'upgrade',
      title: '<script>alert(1)</script> & more',
    });
    const response = await fetch(html_url);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
    const text = await response.text();
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more');
    expect(text).not.toContain('<script>');
    expect(text).toContain('+  &quot;version&quot;: &quot;1.34&quot;');
    await octokit.issues.createComment({
      owner: 'acme',
      repo: 'fleet',
      issue_number: number,
      body: 'Waiting for a gate.',
    });
    await act(`pull/${number}`, { user: 'pat', action: 'approve' });
    const merged = await act(`pull/${number}`, {
      user: 'pat',
      action: 'merge',
    });
    expect(merged.status).toBe(303);
    const after = await (await fetch(html_url)).text();
    expect(after).toContain('Merged');
    expect(after).toContain('merged by pat');
    expect(after).toContain('Waiting for a gate.');
    expect(simulator.github.pulls()[0]).toMatchObject({ mergedBy: 'pat' });
    expect(await (await fetch(`${url}/pulls`)).text()).toContain('Merged');
  });

  it('say why something cannot be done', async () => {
    started.simulator.github.protect('main', {
      requiredStatusChecks: ['eks-fleet/gates'],
    });
    const { number } = await propose(started, { branch: 'upgrade' });
    const refused = await act(`pull/${number}`, {
      user: 'pat',
      action: 'merge',
    });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(
      'Required status check &quot;eks-fleet/gates&quot; is expected.',
    );
  });

  it('take no forms from other pages', async () => {
    const { number } = await propose(started, { branch: 'upgrade' });
    const refused = await act(
      `pull/${number}`,
      { user: 'pat', action: 'merge' },
      'https://evil.example',
    );
    expect(refused.status).toBe(403);
    expect(started.simulator.github.pulls()[0].state).toBe('open');
  });

  it('show files as text, and nothing that is not there', async () => {
    const file = await fetch(`${url}/blob/main/README.md`);
    expect(file.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await file.text()).toBe('# The fleet\n');
    for (const path of ['blob/main/gone', 'pull/99', 'wiki']) {
      expect((await fetch(`${url}/${path}`)).status).toBe(404);
    }
  });
});
