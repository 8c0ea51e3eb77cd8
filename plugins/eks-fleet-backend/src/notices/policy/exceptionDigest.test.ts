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

import type { ExceptionRecord } from '../../policy/store/types';
import { exceptionDigest } from './exceptionDigest';

const now = new Date('2026-11-29T12:00:00Z');
const day = (days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString();
const ORDERS = 'group:default/orders';
const SHOP = 'group:default/shop';
const SECURITY = 'group:default/security';

function exception(
  id: string,
  facts: Partial<ExceptionRecord> = {},
  owners = [ORDERS],
): ExceptionRecord {
  return {
    id,
    engine: 'kyverno',
    kind: 'PolicyException',
    namespace: 'kyverno',
    name: id,
    policies: [],
    scope: '',
    clusters: owners.map(owner => ({ owner })) as ExceptionRecord['clusters'],
    exempted: 1,
    policyIds: {},
    ...facts,
  };
}

const digest = (exceptions: ExceptionRecord[], approvers: string[] = []) =>
  exceptionDigest(exceptions, { now, approvers });

describe('exceptionDigest', () => {
  it('tells an owner of all that end soon at once', () => {
    expect(
      digest([
        exception('a', { expiresAt: day(3) }, [ORDERS, ORDERS, SHOP]),
        exception('b', { expiresAt: day(13) }),
        exception('c', { expiresAt: day(15) }),
        exception('d'),
      ]),
    ).toMatchObject([
      {
        scope: `eks-fleet/policy/exceptions/expiring/${ORDERS}`,
        owner: ORDERS,
        topic: 'policy',
        severity: 'low',
        title: '2 exceptions from policies end within 14 days',
        description: 'kyverno/a, kyverno/b.',
        link: '/eks-fleet/go?view=exceptions&owner=group%3Adefault%2Forders&state=expiring',
      },
      {
        owner: SHOP,
        title: '1 exception from a policy ends within 14 days',
      },
    ]);
  });

  it('tells the platform too what is over and still honoured, over all owners', () => {
    const over = { expiresAt: day(-1) };
    const notices = digest(
      [
        exception('a', over),
        exception('b', { ...over, engine: 'gatekeeper', exempted: 0 }, [SHOP]),
        // Nothing is let pass by it any more.
        exception('c', { ...over, exempted: 0 }),
      ],
      [SECURITY],
    );
    expect(notices.map(({ owner, title }) => [owner, title])).toEqual([
      [ORDERS, '1 exception from a policy is over and still honoured'],
      [SECURITY, '2 exceptions from policies are over and still honoured'],
      [SHOP, '1 exception from a policy is over and still honoured'],
    ]);
    expect(notices[1].link).toBe(
      '/eks-fleet/go?view=exceptions&flag=honouredAfterExpiry',
    );
  });

  it('is the same for the same exceptions, in whatever order', () => {
    const some = ['a', 'b', 'c'].map(id =>
      exception(id, { expiresAt: day(2) }),
    );
    const [one] = digest(some);
    expect(digest([...some].reverse())).toEqual([one]);
    expect(digest(some.slice(1))[0].fingerprint).not.toBe(one.fingerprint);
  });

  it('is silent where nobody owns a cluster, and where nothing ends', () => {
    expect(digest([exception('a', { expiresAt: day(2) }, [''])])).toEqual([]);
    expect(digest([exception('a')])).toEqual([]);
  });
});
