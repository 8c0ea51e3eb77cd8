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

import { NotFoundError } from '@backstage/errors';
import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW, gateCluster, gateContext } from './__testUtils__/gates';
import type { InsightsAge } from '../insights/InsightsRefresh';
import { createReadinessGate } from './readinessGate';

const minutesAgo = (minutes: number) =>
  new Date(NOW.getTime() - minutes * 60_000).toISOString();

const verdict = (over: Partial<Readiness>): Partial<Readiness> => ({
  verdict: 'ready',
  findings: [],
  inputs: [
    {
      required: true,
      observation: {
        kind: 'insights',
        state: 'fresh',
        observedAt: minutesAgo(90),
      },
    },
    {
      required: false,
      observation: {
        kind: 'subnets',
        state: 'fresh',
        observedAt: minutesAgo(9000),
      },
    },
  ] as never,
  ...over,
});
const finding = (severity: string, message: string, over: object = {}) =>
  ({ severity, message, code: 'some', ...over } as never);

describe('the gate readiness', () => {
  function start(
    verdicts: Record<string, Partial<Readiness> | Error>,
    age?: InsightsAge,
  ) {
    const want = jest.fn().mockResolvedValue(undefined);
    const get = jest.fn(async (_scope: unknown, ref: string) => {
      const one = verdicts[ref.replace('resource:default/', '')];
      if (one instanceof Error) {
        throw one;
      }
      return one as Readiness;
    });
    const gate = createReadinessGate({
      readiness: { get },
      want,
      ...(age && { insights: { askWhereOld: async () => age } }),
    });
    return {
      want,
      get,
      check: (asked: object = {}, context: object = {}) =>
        gate.check(
          gate.parse(asked),
          gateContext({
            clusters: Object.keys(verdicts).map(name => gateCluster(name)),
            ...context,
          }),
        ),
    };
  }

  it.each<
    [string, Record<string, Partial<Readiness> | Error>, object, string, string]
  >([
    [
      'all ready',
      { a: verdict({}), b: verdict({}) },
      {},
      'open',
      '2 of 2 clusters are ready',
    ],
    [
      'one there already',
      { a: verdict({ verdict: 'done' as never }) },
      {},
      'open',
      '1 of 1',
    ],
    [
      'one blocked',
      {
        a: verdict({}),
        b: verdict({
          verdict: 'blocked',
          findings: [
            finding('blocking', 'waived', { waiver: {} }),
            finding('blocking', 'a budget allows nothing'),
          ],
        }),
      },
      {},
      'shut',
      'b: a budget allows nothing',
    ],
    [
      'one unknown',
      {
        a: verdict({
          verdict: 'unknown',
          findings: [finding('unknown', 'insights are denied')],
        }),
      },
      {},
      'unknown',
      'a: insights are denied',
    ],
    [
      'one that is gone',
      { a: new NotFoundError('no such cluster') },
      {},
      'unknown',
      'a: no such cluster',
    ],
    [
      'a drain that nobody could foresee, accepted',
      {
        a: verdict({
          findings: [finding('info', 'x', { code: 'drain-not-assessed' })],
        }),
      },
      {},
      'open',
      '1 of 1',
    ],
    [
      'a drain that nobody could foresee, not accepted',
      {
        a: verdict({
          findings: [finding('info', 'x', { code: 'drain-not-assessed' })],
        }),
      },
      { acceptDrainNotAssessed: false },
      'unknown',
      'nobody could foresee its drain',
    ],
    [
      'what was seen lately enough',
      { a: verdict({}) },
      { notOlderThan: '2h' },
      'open',
      '1 of 1',
    ],
    [
      'what was seen too long ago',
      { a: verdict({}) },
      { notOlderThan: '1h' },
      'unknown',
      'a: was last seen more than 1h ago',
    ],
  ])('judges %s', async (_, verdicts, asked, state, message) => {
    const result = await start(verdicts).check(asked);
    expect(result.state).toBe(state);
    expect(result.message).toContain(message);
  });

  it('names three and counts the others', async () => {
    const blocked = verdict({
      verdict: 'blocked',
      findings: [finding('blocking', 'no')],
    });
    const { message } = await start({
      a: blocked,
      b: blocked,
      c: blocked,
      d: blocked,
      e: blocked,
    }).check();
    expect(message).toBe('a: no; b: no; c: no; and 2 more');
  });

  it('has what was seen too long ago looked at again', async () => {
    const gate = start({ a: verdict({}) });
    await gate.check({ notOlderThan: '1h' });
    expect(gate.want).toHaveBeenCalledWith([gateCluster('a').arn]);
  });

  it('says how old the insights are that it rests on', async () => {
    const gate = start(
      { a: verdict({}) },
      { oldestAt: minutesAgo(150), asked: ['a'] },
    );
    expect(await gate.check()).toMatchObject({
      state: 'open',
      message:
        '1 of 1 clusters are ready. EKS made its insights up to 3h ago, and it was asked to make them anew',
      evidence: { insights: { oldestAt: minutesAgo(150), asked: ['a'] } },
    });
  });

  it('holds while EKS makes insights anew that are older than asked', async () => {
    const old = { oldestAt: minutesAgo(150) };
    const check = (age: InsightsAge) =>
      start({ a: verdict({}) }, age).check({ notOlderThan: '2h' });
    expect(await check({ ...old, asked: ['a'] })).toMatchObject({
      state: 'unknown',
      message:
        'What EKS says of clusters is to be from within 2h: EKS made its insights up to 3h ago, and it was asked to make them anew',
    });
    expect(
      await check({ ...old, asked: [], refused: 'not authorized' }),
    ).toMatchObject({
      state: 'open',
      message: expect.stringContaining(
        'it could not be asked to make them anew: not authorized',
      ),
    });
    expect(await check({ oldestAt: minutesAgo(60), asked: [] })).toMatchObject({
      state: 'open',
    });
  });

  it('says nothing of changes that move no version', async () => {
    const gate = start({ a: verdict({ verdict: 'blocked' }) });
    const { rollout } = gateContext();
    expect(
      await gate.check(
        {},
        {
          rollout: { ...rollout, change: { kind: 'nodeImages' } },
        },
      ),
    ).toMatchObject({ state: 'open' });
    expect(gate.get).not.toHaveBeenCalled();
  });

  it('refuses what is no duration', () => {
    expect(() =>
      createReadinessGate({
        readiness: { get: jest.fn() },
        want: jest.fn(),
      }).parse({ notOlderThan: 'soon' }),
    ).toThrow(
      'with.notOlderThan: "soon" is no duration; write it as in 12h, 90m or 1d12h',
    );
  });
});
