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

import { startTestBackend } from '@backstage/backend-test-utils';
import { Contract } from '../__testUtils__/contractBackend';
import {
  actionOptions,
  clusterEntity,
  runAction,
  type RunOptions,
} from '../__testUtils__/runAction';
import { createUpgradeAction } from './createUpgradeAction';

jest.setTimeout(60_000);

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod-1';
const INPUT = {
  cluster: 'resource:default/prod-1-1a2b3c4d',
  version: '1.35',
  reason: 'Standard support ends.',
  ticket: 'OPS-1',
};

describe('eks-fleet:upgrade:plan', () => {
  const contract = new Contract();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({ features: [contract.plugin()] });
  });

  beforeEach(() => {
    contract.reset();
  });

  afterAll(async () => {
    await backend.stop();
  });

  const run = (input: object = {}, options: RunOptions = {}) =>
    runAction(
      createUpgradeAction(
        actionOptions(backend.server.port(), [clusterEntity()]),
      ),
      { ...INPUT, ...input },
      options,
    );

  it('plans a rollout of one cell behind an approval, and starts nothing', async () => {
    const { output } = await run();

    const [draft] = contract.bodies('POST /rollouts');
    expect(draft).toMatchObject({
      title: 'prod-1 to 1.35',
      change: { kind: 'kubernetesVersion', version: '1.35' },
      selection: { clusters: [ARN] },
      strategy: { description: 'Standard support ends. (OPS-1)' },
      executor: 'gitops',
    });
    expect(
      draft.strategy.waves.map(({ before }: any) =>
        before.map(({ type }: any) => type),
      ),
    ).toEqual([['readiness', 'freeze', 'alarms', 'approval']]);
    expect(contract.bodies('POST /rollouts/:rollout/act')).toEqual([
      { act: 'plan' },
    ]);
    expect(output).toEqual({
      rolloutId: 'rollout-1',
      link: '/eks-fleet/go?rollout=rollout-1',
      lifecycle: 'planned',
      problems: 0,
    });
  });

  it.each([
    ['was planned', 'planned', 1],
    ['was kept and not planned', 'draft', 2],
  ])('takes up its rollout that %s', async (_, lifecycle, plans) => {
    await run();
    Object.assign(contract.rollouts[0], { lifecycle });
    const { output } = await run();

    expect(output.rolloutId).toBe('rollout-1');
    expect(contract.rollouts).toHaveLength(1);
    expect(contract.bodies('POST /rollouts/:rollout/act')).toHaveLength(plans);
  });

  it('makes another one where the first is under way, or is for another version', async () => {
    await run();
    await run({ version: '1.36' });
    Object.assign(contract.rollouts[0], { lifecycle: 'done' });
    await run();
    expect(contract.rollouts).toHaveLength(3);
  });

  it('only looks in a dry run', async () => {
    const { log, output } = await run({}, { isDryRun: true });
    expect(contract.calls()).toEqual(['POST /rollouts/preview']);
    expect(log).toContain('it would end at 2026-12-01T10:00:00Z');
    expect(output).toEqual({ problems: 0 });
  });

  it.each<[string, Contract['preview'], string]>([
    [
      'a cluster that is there already',
      {
        skipped: [
          {
            arn: ARN,
            name: 'prod-1',
            code: 'alreadyThere',
            reason: 'runs 1.35',
          },
        ],
        cells: [],
      },
      'prod-1: runs 1.35',
    ],
    [
      'a cluster that the reader may not see',
      { cells: [] },
      'There is no such cluster that you may read',
    ],
    [
      'a plan that is wrong',
      {
        problems: [{ code: 'x', severity: 'error', message: 'It cannot be.' }],
      },
      'It cannot be.',
    ],
  ])('refuses %s', async (_, preview, words) => {
    contract.preview = preview;
    await expect(run()).rejects.toThrow(words);
    expect(contract.rollouts).toEqual([]);
  });
});
