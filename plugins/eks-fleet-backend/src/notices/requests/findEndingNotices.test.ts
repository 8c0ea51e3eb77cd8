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

import { findEndingNotices } from './findEndingNotices';

const NOW = new Date('2026-11-30T15:00:00Z');

const tell = (
  expiresOn: string | undefined,
  part: Partial<Parameters<typeof findEndingNotices>[0]> = {},
  remove = true,
) =>
  findEndingNotices(
    {
      key: 'namespace/111111111111/eu-west-1/alpha/payments-dev',
      kind: 'namespace',
      name: 'payments-dev',
      owner: 'group:default/payments',
      cluster: {
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'alpha',
      },
      lifecycle: 'active',
      expiresOn,
      ...part,
    },
    { now: NOW, warnDays: [14, 3, 1], remove },
  );

describe('findEndingNotices', () => {
  it.each<[string | undefined, string | undefined, string | undefined]>([
    [undefined, undefined, undefined],
    ['2026-12-15', undefined, undefined],
    ['2026-12-14', '2026-12-14 14', 'ends in 14 days'],
    ['2026-12-04', '2026-12-04 14', 'ends in 4 days'],
    ['2026-12-03', '2026-12-03 3', 'ends in 3 days'],
    ['2026-12-01', '2026-12-01 1', 'ends tomorrow'],
    ['2026-11-30', '2026-11-30 0', 'has come to its end'],
    ['2026-10-01', '2026-10-01 0', 'has come to its end'],
  ])('of an end on %s tells %s: %s', (expiresOn, fingerprint, words) => {
    expect(
      tell(expiresOn).map(notice => [notice.fingerprint, notice.title]),
    ).toEqual(
      words ? [[fingerprint, `Namespace payments-dev on alpha ${words}`]] : [],
    );
  });

  it('tells its owner what can be done, and what is done by itself', () => {
    expect(tell('2026-12-01')).toMatchObject([
      {
        owner: 'group:default/payments',
        severity: 'high',
        description:
          'It ends on 2026-12-01. Extend it to keep it; else its removal is asked for by a request, which changes Git by pull requests then.',
        link: '/eks-fleet/go?view=requests',
      },
    ]);
    expect(tell('2026-11-30', {}, false)[0].description).toBe(
      'It was to end on 2026-11-30: somebody has to ask for its removal. Extend it to keep it.',
    );
  });

  it('says nothing of what is being removed', () => {
    expect(tell('2026-11-30', { lifecycle: 'deleting' })).toEqual([]);
  });
});
