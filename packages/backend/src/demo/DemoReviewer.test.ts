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

import { mockServices } from '@backstage/backend-test-utils';
import {
  DEMO_GITHUB_TOKEN,
  startSimulator,
  type Simulator,
} from '@eks-fleet/simulator';
import { DemoReviewer } from './DemoReviewer';

const MINUTE = 60_000;

describe('DemoReviewer', () => {
  let simulator: Simulator;
  let reviewer: DemoReviewer;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: 'demo' });
    reviewer = new DemoReviewer(simulator.github, {
      user: 'dana',
      logger: mockServices.rootLogger(),
    });
  });

  afterAll(() => simulator.stop());

  it('merges what the portal proposes once it was read and its gates are open', async () => {
    const number = await propose('eks-fleet/one');
    const { createdAt } = pull(number);
    await reviewer.review(new Date(createdAt.getTime() + 1000));
    expect(pull(number)).toMatchObject({ state: 'open' });

    await reviewer.review(new Date(Date.now() + MINUTE));
    expect(pull(number)).toMatchObject({ state: 'open' });

    await call(`/statuses/${pull(number).head.sha}`, {
      context: 'eks-fleet/gates',
      state: 'success',
    });
    await reviewer.review(new Date(Date.now() + MINUTE));
    expect(pull(number)).toMatchObject({ state: 'closed', mergedBy: 'dana' });
  });

  it('leaves alone what somebody else proposes', async () => {
    const number = await propose('dana/tidy-up');
    await call(`/statuses/${pull(number).head.sha}`, {
      context: 'eks-fleet/gates',
      state: 'success',
    });

    await reviewer.review(new Date(Date.now() + MINUTE));

    expect(pull(number)).toMatchObject({ state: 'open' });
  });

  function pull(number: number) {
    return simulator.github.pulls().find(each => each.number === number)!;
  }

  async function propose(branch: string): Promise<number> {
    await simulator.github.commit({
      user: 'pat',
      branch,
      files: { [`notes/${branch.replace('/', '-')}.md`]: 'A note\n' },
    });
    const { number } = await call('/pulls', {
      title: `What ${branch} brings`,
      head: branch,
      base: 'main',
    });
    return number as number;
  }

  async function call(path: string, body: unknown) {
    const response = await fetch(
      `${simulator.github.apiUrl}/repos/acme/fleet${path}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${DEMO_GITHUB_TOKEN}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      },
    );
    expect(response.status).toBe(201);
    return (await response.json()) as Record<string, unknown>;
  }
});
