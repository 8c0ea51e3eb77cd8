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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  startFleetHost,
  type FleetHost,
} from '../../propose/__testUtils__/startFleetHost';
import { NOTES } from '../../propose/readWorkspace';
import { actionOptions, runAction } from '../../__testUtils__/runAction';
import {
  startRealBackend,
  type RealBackend,
} from '../../__testUtils__/startRealBackend';
import { createNamespaceAction } from '../namespace/createNamespaceAction';
import { createApplicationAction } from './createApplicationAction';

jest.setTimeout(180_000);

const REPOSITORY = 'https://github.com/acme/checkout';
const WHY = { owner: 'group:default/payments', reason: 'To try it' };
const DEPLOY = {
  ...WHY,
  name: 'web',
  environment: 'dev',
  namespace: 'checkout',
  source: { repoUrl: REPOSITORY, path: 'deploy', targetRevision: 'v1.2.0' },
};

describe('the action of applications, over the backend itself', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let host: FleetHost;
  let backend: RealBackend;
  let workspacePath: string;

  beforeAll(async () => {
    jest.useFakeTimers({
      now: new Date(),
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
    host = await startFleetHost();
    backend = await startRealBackend(host, databases);
    workspacePath = mkdtempSync(join(tmpdir(), 'applications-'));
    for (const cluster of ['dev-1', 'prod-1']) {
      await haveNamespace(cluster);
    }
  });

  afterAll(async () => {
    rmSync(workspacePath, { recursive: true });
    await backend?.stop();
    await host?.stop();
    jest.useRealTimers();
  });

  const options = () => actionOptions(backend.port, backend.entities);
  const client = () =>
    options().backendFor({ credentials: mockCredentials.user() }).requests;

  async function haveNamespace(cluster: string): Promise<void> {
    const { output } = await runAction(
      createNamespaceAction(options()),
      {
        ...WHY,
        name: 'checkout',
        cluster: `cluster/111122223333/eu-west-1/${cluster}`,
        environment: cluster.split('-')[0],
        quota: {
          cpuRequests: '2',
          memoryRequests: '4Gi',
          memoryLimits: '8Gi',
          pods: 20,
        },
        sourceRepos: [REPOSITORY],
      },
      { task: `namespace-${cluster}` },
    );
    await finish(output.requestId);
  }

  /** Somebody agrees where that is needed, and merges it; what follows is waited for. */
  async function finish(id: string): Promise<FleetRequest> {
    for (let left = 40; left > 0; left -= 1) {
      const request = await client().getRequest(id);
      if (request.state === 'ready') {
        return request;
      }
      if (request.state === 'pendingApproval') {
        await backend.approve(request);
      }
      const { pullRequest } = request.links ?? {};
      if (pullRequest?.state === 'open') {
        await host.simulator.github.merge({
          number: pullRequest.number,
          user: 'pat',
        });
      }
      jest.setSystemTime(Date.now() + 61_000);
      await backend.run('eks-fleet-requests');
    }
    const { message, state } = await client().getRequest(id);
    throw new Error(`It stays ${state}: ${message}`);
  }

  it('shows the difference in a dry run, and asks for nothing', async () => {
    const { log, output } = await runAction(
      createApplicationAction(options()),
      DEPLOY,
      { isDryRun: true, workspacePath },
    );
    expect(output).toMatchObject({
      thing: 'application/payments/web/dev',
      verdict: 'allow',
    });
    expect(output.requestId).toBeUndefined();
    expect(log).toContain('It runs on dev-1: 1 of 1 cluster of dev.');
    expect(log).toContain('+  targetRevision: v1.2.0');
    const folder = join(workspacePath, NOTES, 'requests', 'request');
    const path = 'applications/payments/web/dev.yaml';
    expect(readFileSync(join(folder, 'request.diff'), 'utf8')).toContain(path);
    expect(readFileSync(join(folder, path), 'utf8')).toContain(
      'namespace: checkout\n',
    );
    expect(host.simulator.github.pulls()).toHaveLength(2);
  });

  it('is refused in words, field by field', async () => {
    await expect(
      runAction(createApplicationAction(options()), {
        ...DEPLOY,
        environment: 'stage',
      }),
    ).rejects.toThrow('There is no cluster of stage');
    await expect(
      runAction(createApplicationAction(options()), {
        ...DEPLOY,
        namespace: 'orders',
      }),
    ).rejects.toThrow('has no namespace orders on any cluster of dev');
  });

  it('deploys, and promotes what Git says of one environment to the next', async () => {
    const { output } = await runAction(
      createApplicationAction(options()),
      DEPLOY,
      { task: 'deploy' },
    );
    expect(output.thing).toBe('application/payments/web/dev');
    await finish(output.requestId);

    const promotion = {
      ...WHY,
      name: 'web',
      environment: 'prod',
      promoteFrom: 'dev',
    };
    const again = { task: 'promote', checkpoints: new Map() };
    const action = createApplicationAction(options());
    const promoted = await runAction(action, promotion, again);
    const retried = await runAction(action, promotion, again);
    expect(retried.output.requestId).toBe(promoted.output.requestId);
    const ready = await finish(promoted.output.requestId);
    expect(ready).toMatchObject({
      operation: 'create',
      environment: 'prod',
      clusters: [{ name: 'prod-1' }],
      spec: {
        source: DEPLOY.source,
        promotedFrom: { environment: 'dev', targetRevision: 'v1.2.0' },
      },
    });
    expect(
      await host.simulator.github.file('applications/payments/web/prod.yaml'),
    ).toContain('promotedFrom:\n  environment: dev\n');
  });
});
