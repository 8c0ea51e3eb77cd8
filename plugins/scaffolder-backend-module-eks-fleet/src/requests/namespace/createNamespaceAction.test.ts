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

import { existsSync, readFileSync } from 'node:fs';
import {
  createMockDirectory,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { Contract } from '../../__testUtils__/contractBackend';
import {
  actionOptions,
  clusterEntity,
  runAction,
  type RunOptions,
} from '../../__testUtils__/runAction';
import { createNamespaceAction } from './createNamespaceAction';

jest.setTimeout(60_000);

const CLUSTER = {
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'prod-1',
};
const INPUT = {
  owner: 'group:default/payments',
  name: 'payments-dev',
  cluster: 'resource:default/prod-1-1a2b3c4d',
  environment: 'dev',
  quota: {
    cpuRequests: 2,
    memoryRequests: '4Gi',
    memoryLimits: '8Gi',
    pods: 30,
  },
  sourceRepos: ['https://github.com/acme/payments'],
  reason: 'We begin.',
  ticket: 'PAY-17',
};
const KEY = 'namespace/111122223333/eu-west-1/prod-1/payments-dev';

describe('eks-fleet:namespace:request', () => {
  const workspace = createMockDirectory();
  const contract = new Contract();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({ features: [contract.plugin()] });
  });

  beforeEach(() => {
    workspace.clear();
    contract.reset();
  });

  afterAll(async () => {
    await backend.stop();
  });

  const run = (
    input: object = {},
    options: RunOptions = {},
    entities = [clusterEntity()],
  ) =>
    runAction(
      createNamespaceAction(actionOptions(backend.server.port(), entities)),
      { ...INPUT, ...input },
      { workspacePath: workspace.path, ...options },
    );

  it('asks for it in the name of whoever started the template', async () => {
    const { log, output } = await run();

    const [{ body, user }] = contract.asked;
    expect(user).toBe('user:default/mock');
    expect(body).toEqual({
      kind: 'namespace',
      operation: 'create',
      owner: 'group:default/payments',
      reason: 'We begin.',
      ticket: 'PAY-17',
      task: 'task-1',
      idempotencyKey: expect.stringMatching(
        /^scaffolder\/task-1\/request\/[0-9a-f]{16}$/,
      ),
      spec: {
        owner: 'group:default/payments',
        name: 'payments-dev',
        cluster: CLUSTER,
        environment: 'dev',
        podSecurity: { level: 'restricted' },
        quota: {
          cpuRequests: '2',
          memoryRequests: '4Gi',
          memoryLimits: '8Gi',
          pods: 30,
        },
        project: { sourceRepos: ['https://github.com/acme/payments'] },
      },
    });
    expect(output).toEqual({
      requestId: '00000000-0000-4000-8000-000000000001',
      link: '/eks-fleet/go?request=00000000-0000-4000-8000-000000000001',
      state: 'proposed',
      thing: KEY,
      verdict: 'allow',
      needsApproval: false,
      pullRequestUrl: 'https://git.example.com/acme/fleet/pull/1',
    });
    expect(log).toContain('It is allowed');
    expect(log).toContain('Costs a month: 40.00 USD');
  });

  it('makes no second request when it runs again, with or without its checkpoint', async () => {
    const checkpoints = new Map();
    const first = await run({}, { checkpoints });
    const again = await run({}, { checkpoints });
    const lost = await run();

    expect([again.output, lost.output]).toEqual([first.output, first.output]);
    expect(contract.requests.size).toBe(1);
    expect(contract.bodies('POST /requests')).toHaveLength(2);
  });

  it.each<[string, object, RunOptions]>([
    ['for another name', { name: 'payments-test' }, {}],
    ['in another task', {}, { task: 'task-2' }],
  ])('asks anew %s', async (_, input, options) => {
    await run();
    await run(input, options);
    expect(contract.requests.size).toBe(2);
  });

  it('is a success that says so where somebody has to agree', async () => {
    contract.judge = () => ({
      verdict: {
        outcome: 'needsApproval',
        reasons: [
          {
            code: 'production',
            outcome: 'needsApproval',
            field: 'environment',
            message: 'is production',
          },
        ],
      },
    });
    const { log, output } = await run();

    expect(output).toMatchObject({
      state: 'pendingApproval',
      verdict: 'needsApproval',
      needsApproval: true,
    });
    expect(log).toContain(
      'Somebody has to agree first (told: group:default/approvers)',
    );
    expect(log).toContain('To be agreed to: environment: is production');
  });

  it.each<[string, object, string]>([
    [
      'each reason of a denial, with its field',
      {
        verdict: {
          outcome: 'deny',
          reasons: [
            {
              code: 'quotaExceeded',
              outcome: 'deny',
              field: 'quota.cpuRequests',
              message: 'asks for 2, and 1 is left',
            },
            { code: 'nameReserved', outcome: 'deny', message: 'No.' },
            { code: 'note', outcome: 'note', message: 'By the way' },
          ],
        },
      },
      'quota.cpuRequests: asks for 2, and 1 is left\nNo.',
    ],
    [
      'each field that is wrong',
      { problems: [{ field: 'spec.name', message: 'is taken' }] },
      'spec.name: is taken',
    ],
  ])('fails with %s, dry or not', async (_, verdict, words) => {
    contract.judge = () => verdict;

    await expect(run()).rejects.toThrow(
      expect.objectContaining({ name: 'InputError', message: words }),
    );
    await expect(run({}, { isDryRun: true })).rejects.toThrow(words);
    expect(contract.requests.size).toBe(0);
  });

  it.each<[string, Error, string]>([
    [
      'may not',
      new NotAllowedError('This needs the permission eks-fleet.request.create'),
      'does not let you ask for a namespace: This needs the permission',
    ],
    [
      'is late',
      new ConflictError('Another request for it is under way'),
      'Another request for it is under way',
    ],
    ['meets a failure', new Error('Oh'), 'failed: run the task again'],
  ])('says why when somebody %s', async (_, error, words) => {
    contract.failing = { 'POST /requests': error };
    await expect(run()).rejects.toThrow(words);
  });

  it('says that the backend cannot be reached', async () => {
    const action = createNamespaceAction(actionOptions(9));
    await expect(
      runAction(action, { ...INPUT, cluster: CLUSTER }),
    ).rejects.toThrow('cannot be reached');
  });

  it('shows verdict, cost, difference and files in a dry run, and asks for nothing', async () => {
    const { log, output } = await run({}, { isDryRun: true });

    expect(contract.calls()).toEqual([
      'POST /requests/preflight',
      'POST /requests/preview',
    ]);
    expect(output).toEqual({
      thing: KEY,
      verdict: 'allow',
      needsApproval: false,
    });
    for (const words of [
      'Dry run: It is allowed',
      'Dry run: Costs a month: 40.00 USD, from 40.00 to 80.00; before: 0.00',
      'Dry run: Taken to be so: A month has 730 hours.',
      'Dry run: The file is new.',
      '+kind: Namespace',
    ]) {
      expect(log).toContain(words);
    }
    const folder = `${workspace.path}/.eks-fleet/requests/request`;
    expect(readFileSync(`${folder}/namespaces/x/namespace.yaml`, 'utf8')).toBe(
      'kind: Namespace\n',
    );
    expect(readFileSync(`${folder}/request.diff`, 'utf8')).toContain('+kind');
  });

  it('writes no file out of its folder, whatever the backend says', async () => {
    contract.files = [
      { path: '../../../out.yaml', change: 'create', after: 'x' },
    ];
    await expect(run({}, { isDryRun: true })).rejects.toThrow('lead elsewhere');
    expect(existsSync(`${workspace.path}/out.yaml`)).toBe(false);
  });

  it('ends with the task', async () => {
    const signal = AbortSignal.abort(new Error('The task was cancelled'));
    await expect(run({}, { signal })).rejects.toThrow('The task was cancelled');
    expect(contract.asked).toEqual([]);
  });

  it.each<[string, string | typeof CLUSTER]>([
    ['account, Region and name', CLUSTER],
    ['its key', 'cluster/111122223333/eu-west-1/prod-1'],
    ['its ARN', 'arn:aws:eks:eu-west-1:111122223333:cluster/prod-1'],
  ])('takes a cluster by %s', async (_, cluster) => {
    const { output } = await run({ cluster }, {}, []);
    expect(output.thing).toBe(KEY);
  });

  it.each<[string, string, ReturnType<typeof clusterEntity>[], string]>([
    [
      'that somebody registered',
      'resource:default/prod-1-1a2b3c4d',
      [clusterEntity('prod-1', 'url:https://evil.example.com/x.yaml')],
      'is nothing that EKS Fleet found',
    ],
    [
      'that is not there',
      'resource:default/other',
      [],
      'is nothing that EKS Fleet found',
    ],
    ['that is none', '', [], 'is no key, no ARN and no entity reference'],
    ['that is a namespace', KEY, [], 'is no cluster'],
  ])('refuses a cluster %s', async (_, cluster, entities, words) => {
    await expect(run({ cluster }, {}, entities)).rejects.toThrow(words);
    expect(contract.asked).toEqual([]);
  });
});
