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

import type { AttentionItem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { createTranslator } from '../__testUtils__/createTranslator';
import { NOW } from '../__testUtils__/fleet';
import { fleetLinks } from '../hooks/useFleetLinks';
import { describeAttention } from './attention';

const context = {
  t: createTranslator(),
  links: fleetLinks('/eks-fleet'),
  now: NOW,
};
const about = (item: Omit<AttentionItem, 'severity'>) =>
  describeAttention({ severity: 'warning', ...item }, context);

describe('describeAttention', () => {
  it.each<[Omit<AttentionItem, 'severity'>, string, string]>([
    [
      {
        code: 'forcedUpgrade',
        count: 4,
        version: '1.31',
        dueAt: '2026-11-26T12:00:00Z',
      },
      '4 clusters on 1.31 leave extended support in 3 days, then AWS upgrades them',
      '/eks-fleet/clusters?version=1.31&support=extended',
    ],
    [
      { code: 'unsupported', count: 1, version: '1.28' },
      '1 cluster on 1.28 is past all support',
      '/eks-fleet/clusters?version=1.28&support=unsupported',
    ],
    [
      {
        code: 'extendedSoon',
        count: 9,
        version: '1.34',
        dueAt: '2026-12-03T12:00:00Z',
        costUsdPerMonth: 3285,
      },
      '9 clusters on 1.34 enter extended support in 10 days, then 3,285 USD a month more',
      '/eks-fleet/clusters?version=1.34&support=standard',
    ],
    [
      { code: 'extendedCost', count: 12, costUsdPerMonth: 4380 },
      '12 clusters pay for extended support: 4,380 USD a month',
      '/eks-fleet/clusters?support=extended&support=unsupported',
    ],
    [
      { code: 'clusterFailed', count: 1 },
      '1 cluster has failed',
      '/eks-fleet/clusters?status=FAILED',
    ],
    [
      { code: 'heldRemovals', count: 2 },
      '2 removals wait for somebody to accept them',
      '/eks-fleet/sources',
    ],
    [
      {
        code: 'targetFailing',
        count: 2,
        accountId: '444455556666',
        accountName: 'data-prod',
        regions: ['eu-west-1', 'us-east-1'],
        error: {
          code: 'forbidden',
          message: 'no',
          since: '2026-11-23T09:00:00Z',
        },
      },
      'data-prod (444455556666): access denied in eu-west-1, us-east-1 since 3 hr. ago',
      '/eks-fleet/sources?state=failing&q=444455556666',
    ],
  ])('words $code', (item, text, href) => {
    expect(about(item)).toMatchObject({ text, href });
  });

  it('hands hostile names on as they are, for React to escape', () => {
    const { text } = about({
      code: 'targetFailing',
      count: 1,
      accountId: '444455556666',
      accountName: '<img src=x onerror=alert(1)> & {{count}}',
    });
    expect(text).toContain('<img src=x onerror=alert(1)> & {{count}}');
  });
});
