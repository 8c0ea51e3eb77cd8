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

import { NO_CELLS, type CellCounts } from '../../rollouts/records';
import { aGate, aRollout, aWave, AT } from './__testUtils__/aRollout';
import { findRolloutNotices } from './findRolloutNotices';
import type { OwnCounts } from './types';

const PAYMENTS = 'group:default/payments';

const own = (
  counts: Record<number, Partial<CellCounts>>,
  owner = PAYMENTS,
): OwnCounts =>
  new Map([
    [
      owner,
      new Map(
        Object.entries(counts).map(([wave, some]) => [
          Number(wave),
          { ...NO_CELLS, ...some },
        ]),
      ),
    ],
  ]);
const told = (...given: Parameters<typeof findRolloutNotices>) =>
  findRolloutNotices(...given).map(
    ({ description, owner, severity, title }) => ({
      to: owner.split('/')[1],
      text: `${title}. ${description}`,
      severity,
    }),
  );
const done = (first: Partial<CellCounts>, second: Partial<CellCounts>) =>
  aRollout(
    { lifecycle: 'done', endedAt: AT },
    {
      waves: [
        aWave(1, { lifecycle: 'done', endedAt: AT, counts: first }),
        aWave(2, { lifecycle: 'done', endedAt: AT, counts: second }),
      ],
    },
  );

describe('findRolloutNotices', () => {
  it('says that all succeeded only where all did', () => {
    expect(told(done({ succeeded: 2 }, { succeeded: 38 }), new Map())).toEqual([
      {
        to: 'dana',
        text: '1.34 autumn has succeeded. 40 succeeded.',
        severity: 'normal',
      },
      {
        to: 'sam',
        text: '1.34 autumn is over. How it went is on its page.',
        severity: 'normal',
      },
    ]);
  });

  it.each<[Partial<CellCounts>, string, string]>([
    [
      { succeeded: 9, failed: 1 },
      'is over, with failures. 9 succeeded, 1 failed.',
      'high',
    ],
    [
      { succeeded: 9, skipped: 1 },
      'is over. 9 succeeded, 1 was skipped.',
      'normal',
    ],
    [
      { succeeded: 8, rolledBack: 2 },
      'is over. 8 succeeded, 2 were rolled back.',
      'normal',
    ],
    [
      { succeeded: 1, planned: 2 },
      'is over. 1 succeeded, 2 were not reached.',
      'normal',
    ],
    [{}, 'is over. It had no cells.', 'normal'],
  ])('of an end with %j says that it %s', (counts, text, severity) => {
    expect(told(done(counts, {}), new Map())[0]).toEqual({
      to: 'dana',
      text: `1.34 autumn ${text}`,
      severity,
    });
  });

  it("tells an owner of that owner's clusters alone", () => {
    const notices = told(
      done({ succeeded: 2, failed: 3 }, { succeeded: 35 }),
      own({ 1: { succeeded: 1 }, 2: { succeeded: 2 } }),
    );
    expect(notices.find(({ to }) => to === 'payments')).toEqual({
      to: 'payments',
      text: '1.34 autumn has succeeded. Of your clusters: 3 succeeded.',
      severity: 'normal',
    });
  });

  it('tells who planned it once, and not again as one of the owners', () => {
    const [forOwner] = findRolloutNotices(
      done({ succeeded: 1 }, {}),
      own({ 1: { succeeded: 1 } }),
    ).filter(({ owner }) => owner === PAYMENTS);
    expect(forOwner.except).toEqual(['user:default/dana', 'user:default/sam']);
    const itself = findRolloutNotices(
      done({ succeeded: 1 }, {}),
      own({ 1: { succeeded: 1 } }, 'user:default/dana'),
    );
    expect(itself.map(({ owner }) => owner)).toEqual([
      'user:default/dana',
      'user:default/sam',
    ]);
  });

  it('tells of the wave that was done last, to owners who had clusters in it', () => {
    const snapshot = aRollout(
      {},
      {
        waves: [
          aWave(1, {
            lifecycle: 'done',
            endedAt: AT,
            counts: { succeeded: 1 },
          }),
          aWave(2, {
            lifecycle: 'done',
            endedAt: AT,
            counts: { succeeded: 4, failed: 1 },
          }),
          aWave(3),
        ],
      },
    );
    const notices = findRolloutNotices(
      snapshot,
      new Map([
        ...own({ 1: { succeeded: 1 }, 3: { planned: 4 } }, 'group:default/a'),
        ...own({ 2: { succeeded: 1 } }, 'group:default/b'),
      ]),
      '/fleet',
    );
    expect(notices.map(({ owner, title }) => [owner, title])).toEqual([
      ['user:default/dana', '1.34 autumn: wave wave-2 is over, with failures'],
      ['user:default/sam', '1.34 autumn: wave wave-2 is over'],
      ['group:default/b', '1.34 autumn: wave wave-2 is over'],
    ]);
    expect(notices[0]).toMatchObject({
      severity: 'high',
      link: '/fleet/go?rollout=r1&wave=2',
      thread: 'eks-fleet/rollout/r1/standing',
    });
  });

  it('says nothing of a wave that somebody skipped', () => {
    const skipped = { by: 'user:default/sam', at: AT, reason: '' };
    const wave = aWave(1, {
      lifecycle: 'done',
      endedAt: AT,
      state: { stage: 'first', skipped },
    });
    expect(told(aRollout({}, { waves: [wave, aWave(2)] }), new Map())).toEqual(
      [],
    );
  });

  it('says why it has paused by itself, and to owners without names of clusters', () => {
    const snapshot = aRollout(
      {
        lifecycle: 'paused',
        control: {
          paused: {
            code: 'alarm.pause',
            message: 'KubeAPIDown fires on prod-1',
            by: 'eks-fleet',
            at: AT,
          },
        },
      },
      { waves: [aWave(1, { lifecycle: 'running' })] },
    );
    const notices = told(snapshot, own({ 1: { running: 1 } }));
    expect(notices.map(({ text }) => text)).toEqual([
      '1.34 autumn has paused by itself. KubeAPIDown fires on prod-1. It stands until somebody resumes it.',
      '1.34 autumn has paused by itself. An alarm fires on a cluster that it changed. It stands until somebody resumes it.',
      '1.34 autumn has paused by itself. An alarm fires on a cluster that it changed. It stands until somebody resumes it.',
    ]);
    expect(new Set(notices.map(({ severity }) => severity))).toEqual(
      new Set(['high']),
    );
  });

  it('tells nobody of a pause by hand, of a draft, or of a plan that was dropped', () => {
    const by = 'user:default/sam';
    const paused = { code: 'paused' as const, message: 'later', by, at: AT };
    for (const rollout of [
      aRollout({ lifecycle: 'paused', control: { paused } }),
      aRollout({ lifecycle: 'draft', startedAt: undefined }),
      aRollout({ lifecycle: 'cancelled', startedAt: undefined, endedAt: AT }),
    ]) {
      expect(told(rollout, own({ 1: { planned: 1 } }))).toEqual([]);
    }
  });

  describe('of an approval', () => {
    const asked = (
      more: Parameters<typeof aGate>[0] = {},
      counts = new Map(),
    ) => findRolloutNotices(aRollout({}, { gates: [aGate(more)] }), counts);

    it('asks those whom the gate names, but nobody who has a part in it', () => {
      expect(asked()).toEqual([
        expect.objectContaining({
          title: '1.34 autumn: wave wave-1 waits for your approval',
          description:
            'It waits for an approval of sre, until 2026-11-30 12:00 UTC.',
          owner: 'group:default/sre',
          others: [],
          except: ['user:default/dana', 'user:default/sam'],
          topic: 'approval',
          link: '/eks-fleet/go?rollout=r1&wave=1',
        }),
      ]);
    });

    it('asks several at once, and leaves out what is no user or group', () => {
      const from = ['user:default/ann', 'sre', 'group:default/sre', 'api:a/b'];
      const [notice] = asked({ asked: { from } });
      expect([notice.owner, ...notice.others!]).toEqual([
        'group:default/sre',
        'user:default/ann',
      ]);
    });

    it("asks the owners of the wave's clusters where the gate names nobody", () => {
      const [notice, ...rest] = asked(
        { asked: {} },
        new Map([
          ...own({ 1: { planned: 1 } }),
          ...own({ 2: { planned: 1 } }, 'group:default/later'),
        ]),
      );
      expect(rest).toEqual([]);
      expect([notice.owner, ...notice.others!]).toEqual([PAYMENTS]);
    });

    it('asks again once what was decided is void, or once it is asked anew', () => {
      const decision = {
        by: 'user:default/ann',
        decision: 'approve' as const,
        comment: '',
        at: AT,
        planHash: 'hash',
      };
      const rounds = [
        asked(),
        asked({ decisions: [decision] }),
        asked({ decisions: [{ ...decision, voidedBecause: 'New commit' }] }),
        asked({ since: '2026-11-24T12:00:00.000Z' }),
      ].map(([{ fingerprint }]) => fingerprint);
      expect(rounds[1]).toBe(rounds[0]);
      expect(new Set(rounds).size).toBe(3);
    });

    it.each([
      ['of a gate that nobody looked at yet', { since: undefined }],
      ['of one that is open', { state: 'open' as const }],
      ['of a later wave', { wave: 2 }],
      ['of what people cannot decide', { type: 'schedule' }],
    ])('asks nobody because %s', (_, more) => {
      expect(asked(more)).toEqual([]);
    });

    it('tells who planned it that nobody is left to ask, instead of asking nobody', () => {
      const notices = asked({
        waiting: {
          code: 'approver.missing',
          message: 'Nobody is left who could approve it: sre is gone',
          since: AT,
        },
      });
      expect(notices).toEqual([
        expect.objectContaining({
          title: '1.34 autumn: nobody is left who could approve wave wave-1',
          description: 'Nobody is left who could approve it: sre is gone.',
          owner: 'user:default/dana',
          others: ['user:default/sam'],
        }),
      ]);
    });

    it.each([
      ['rejected', '1.34 autumn: wave wave-1 was rejected'],
      ['expired', '1.34 autumn: nobody approved wave wave-1 in time'],
    ] as const)(
      'tells who planned and started it that it was %s',
      (state, title) => {
        const [notice] = asked({ state });
        expect(notice).toMatchObject({
          title,
          owner: 'user:default/dana',
          others: ['user:default/sam'],
          severity: 'high',
        });
      },
    );
  });
});
