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

import type { EksClusterLook } from './EksClusterLooks';
import { judgeCluster } from './judgeCluster';
import type { RequestSighting } from './types';

type Delivery = RequestSighting['delivery'];

const SYNCED: Delivery = { state: 'synced', isSettled: true };
const COMING: Delivery = { state: 'synced', isSettled: false };
const BEHIND: Delivery = { state: 'behind' };
const FAILED: Delivery = { state: 'failed', message: 'it cannot' };
const MISSING: Delivery = { state: 'missing' };
const NOT_READ: Delivery = { state: 'notRead' };

const is = (status: string, issues: string[] = []): EksClusterLook => ({
  state: 'there',
  status,
  issues,
});
const ABSENT: EksClusterLook = { state: 'absent' };
const NOT_ASKED: EksClusterLook = { state: 'notAsked' };
const UNREAD: EksClusterLook = { state: 'unread', message: 'forbidden' };

describe('judgeCluster', () => {
  it.each([
    ['create', ABSENT, SYNCED, 'coming'],
    ['create', is('CREATING'), SYNCED, 'coming'],
    ['create', is('ACTIVE'), SYNCED, 'there'],
    // Its nodes and add-ons belong to it.
    ['create', is('ACTIVE'), COMING, 'coming'],
    ['create', is('ACTIVE'), FAILED, 'coming'],
    ['create', is('ACTIVE'), NOT_READ, 'there'],
    // What provisions it may be no business of Argo CD's.
    ['create', is('ACTIVE'), MISSING, 'there'],
    ['create', is('FAILED'), SYNCED, 'stuck'],
    ['create', NOT_ASKED, SYNCED, 'there'],
    ['create', NOT_ASKED, COMING, 'coming'],
    ['create', UNREAD, SYNCED, 'unknown'],
    // It was there before: only a change that was delivered is one.
    ['change', is('ACTIVE'), BEHIND, 'coming'],
    ['change', is('ACTIVE'), MISSING, 'coming'],
    ['change', is('ACTIVE'), SYNCED, 'there'],
    ['change', is('ACTIVE'), NOT_READ, 'there'],
    ['change', is('UPDATING'), SYNCED, 'coming'],
    ['extend', is('ACTIVE'), SYNCED, 'there'],
    ['adopt', is('ACTIVE'), MISSING, 'there'],
    ['delete', is('ACTIVE'), SYNCED, 'coming'],
    ['delete', is('DELETING'), MISSING, 'coming'],
    ['delete', is('FAILED'), SYNCED, 'coming'],
    ['delete', ABSENT, SYNCED, 'absent'],
    // Nobody who did not look knows that it is gone.
    ['delete', UNREAD, MISSING, 'unknown'],
    ['delete', NOT_ASKED, SYNCED, 'coming'],
    ['delete', NOT_ASKED, MISSING, 'absent'],
  ] as const)(
    'of a %s with %o and %o is %s',
    (operation, look, delivery, state) => {
      expect(judgeCluster(look, { operation, delivery })).toMatchObject({
        state,
      });
    },
  );

  it('says in the words of EKS why there is none', () => {
    const look = is('FAILED', ['InsufficientFreeAddresses: No room.']);
    expect(
      judgeCluster(look, { operation: 'create', delivery: SYNCED }).message,
    ).toBe(
      'EKS could not make the cluster: InsufficientFreeAddresses: No room.',
    );
  });
});
