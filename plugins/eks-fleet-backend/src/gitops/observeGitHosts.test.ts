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

import type { GitHostState } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { rememberMetrics } from '../collection/__testUtils__/rememberMetrics';
import { observeGitHosts } from './observeGitHosts';

const STATES: GitHostState[] = [
  {
    host: 'github.com',
    kind: 'github',
    queued: 3,
    inFlight: 2,
    remaining: 4200,
    lastSuccessAt: '2026-11-25T12:00:01Z',
    lastFailure: {
      at: '2026-11-25T12:00:00Z',
      reason: 'timeout',
      message: 'slow',
    },
  },
  {
    host: 'git.example.com',
    kind: 'gitea',
    queued: 0,
    inFlight: 0,
    lastFailure: {
      at: '2026-11-25T12:00:00Z',
      reason: 'unreachable',
      message: 'down',
    },
  },
];

describe('observeGitHosts', () => {
  it.each([
    ['queued', [3, 0]],
    ['in_flight', [2, 0]],
    ['failing', [0, 1]],
  ])('tells eks_fleet.git.%s of each host', async (name, values) => {
    const metrics = rememberMetrics();
    observeGitHosts(metrics.service, () => STATES);
    expect(await metrics.read(`eks_fleet.git.${name}`)).toEqual([
      [values[0], { host: 'github.com' }],
      [values[1], { host: 'git.example.com' }],
    ]);
  });

  it('tells what is left of a quota only where the host says so', async () => {
    const metrics = rememberMetrics();
    observeGitHosts(metrics.service, () => STATES);
    expect(await metrics.read('eks_fleet.git.quota_remaining')).toEqual([
      [4200, { host: 'github.com' }],
    ]);
  });
});
