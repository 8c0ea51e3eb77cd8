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

import { judgeAlarms } from './judgeAlarms';
import type { ClusterAlert } from './types';

const NOW = new Date('2026-11-25T12:00:00Z');
const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha';

const alert = (over: Partial<ClusterAlert> = {}): ClusterAlert => ({
  sourceId: 'prod',
  fingerprint: 'f1',
  arn: ARN,
  name: 'KubeAPIErrorBudgetBurn',
  severity: 'warning',
  state: 'firing',
  labels: { alertname: 'KubeAPIErrorBudgetBurn', team: 'payments' },
  startsAt: '2026-11-25T11:00:00Z',
  endsAt: '',
  ...over,
});
const ended = (endsAt: string) => alert({ state: 'resolved', endsAt });
const deaf = { id: 'prod', reason: 'has lost its Watchdog' };

describe('judgeAlarms', () => {
  it.each<
    [string, Parameters<typeof judgeAlarms>[0], (typeof deaf)[], object, string]
  >([
    ['nothing', [], [], {}, 'quiet'],
    ['a warning', [alert()], [], {}, 'hold'],
    ['what nobody graded', [alert({ severity: 'unknown' })], [], {}, 'hold'],
    ['what is for information', [alert({ severity: 'info' })], [], {}, 'quiet'],
    ['a critical one', [alert({ severity: 'critical' })], [], {}, 'pause'],
    [
      'a warning beside a critical one',
      [alert(), alert({ severity: 'critical' })],
      [],
      {},
      'pause',
    ],
    [
      'a critical one that somebody silenced',
      [alert({ severity: 'critical', state: 'silenced' })],
      [],
      {},
      'quiet',
    ],
    [
      'a warning that a rule makes pause',
      [alert()],
      [],
      { rules: [{ match: { team: 'payments' }, then: 'pause' }] },
      'pause',
    ],
    [
      'a critical one that a rule ignores',
      [alert({ severity: 'critical' })],
      [],
      { rules: [{ match: { team: 'payments' }, then: 'ignore' }] },
      'quiet',
    ],
    [
      'a rule that does not fit',
      [alert()],
      [],
      { rules: [{ match: { team: 'others' }, then: 'ignore' }] },
      'hold',
    ],
    [
      'one that ended 9 minutes ago',
      [ended('2026-11-25T11:51:00Z')],
      [],
      {},
      'hold',
    ],
    [
      'one that ended 10 minutes ago',
      [ended('2026-11-25T11:50:00Z')],
      [],
      {},
      'quiet',
    ],
    [
      'one that ended 3 minutes ago where 2 are asked for',
      [ended('2026-11-25T11:57:00Z')],
      [],
      { quiet: '2m' },
      'quiet',
    ],
    ['a source that nobody hears', [], [deaf], {}, 'unknown'],
    [
      'an alarm beside a source that nobody hears',
      [alert()],
      [deaf],
      {},
      'hold',
    ],
    [
      'one that ended beside such a source',
      [ended('2026-11-25T11:59:00Z')],
      [deaf],
      {},
      'unknown',
    ],
  ])('says of %s: %s', (_, alerts, sources, rules, state) => {
    expect(judgeAlarms(alerts, sources, () => 'alpha', rules, NOW).state).toBe(
      state,
    );
  });

  it('says when a hold ends by itself, and what held', () => {
    expect(
      judgeAlarms(
        [ended('2026-11-25T11:51:00Z'), ended('2026-11-25T11:55:00Z')],
        [],
        () => 'alpha',
        undefined,
        NOW,
      ),
    ).toEqual({
      state: 'hold',
      message:
        'KubeAPIErrorBudgetBurn on alpha ended, and it must be quiet for 10 minutes',
      until: '2026-11-25T12:05:00.000Z',
      alerts: [
        { fingerprint: 'f1', name: 'KubeAPIErrorBudgetBurn', arn: ARN },
        { fingerprint: 'f1', name: 'KubeAPIErrorBudgetBurn', arn: ARN },
      ],
    });
  });
});
