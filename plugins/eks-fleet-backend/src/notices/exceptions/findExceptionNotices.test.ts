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

import { aRecord, ID } from '../../policy/exceptions/__testUtils__/content';
import type { ExceptionRecord } from '../../policy/exceptions/types';
import { bundle } from '../bundle';
import { findExceptionNotices } from './findExceptionNotices';

const ADA = 'user:default/ada';
const SAM = 'user:default/sam';
const ORDERS = 'group:default/orders';
const SECURITY = 'group:default/security';

function told(
  part: Partial<ExceptionRecord> = {},
  options: { owners?: string[]; approvers?: string[]; day?: string } = {},
) {
  const { approvers = [], day = '2026-11-24', owners = [ORDERS] } = options;
  return findExceptionNotices(
    aRecord(part),
    { owners, approvers },
    { now: new Date(`${day}T12:00:00Z`) },
  );
}

describe('findExceptionNotices', () => {
  it('asks the owners of the clusters, and not who asked', () => {
    expect(told()).toEqual([
      {
        scope: `eks-fleet/exception/${ID}/waits/${ORDERS}`,
        fingerprint: '2026-11-23T12:00:00.000Z',
        thread: `eks-fleet/exception/${ID}/standing`,
        owner: ORDERS,
        except: [ADA],
        family: 'exception/waits',
        topic: 'approval',
        severity: 'high',
        title:
          'An exception from no-latest-tag, Deployment web in shop waits for your approval',
        description:
          'ada asks for it until 2027-01-31: The vendor ships no other tag.',
        link: `/eks-fleet/go?view=exceptions&request=${ID}`,
        together: {
          what: 'exceptions',
          title: 'they wait for your approval',
          link: '/eks-fleet/go?view=exceptions&tab=requests&waits=me',
        },
      },
    ]);
  });

  const expired: Partial<ExceptionRecord> = { state: 'expired' };
  it.each<[string, ReturnType<typeof told>, string[]]>([
    [
      'asks whom the configuration names',
      told({}, { approvers: [SECURITY] }),
      [SECURITY],
    ],
    ['asks nobody to agree to what is theirs', told({}, { owners: [ADA] }), []],
    [
      'tells who asked what was decided',
      told({
        state: 'rejected',
        acts: {
          decision: {
            verdict: 'reject',
            by: SAM,
            at: '2026-11-24',
            comment: 'No',
          },
        },
      }),
      [ADA],
    ],
    [
      'tells owners too that it ends',
      told({ state: 'inForce' }, { day: '2027-01-25' }),
      [ADA, ORDERS],
    ],
    [
      'tells owners too that it is over',
      told(expired, { day: '2027-02-01' }),
      [ADA, ORDERS],
    ],
    [
      'tells the platform too that it is still honoured',
      told(expired, { day: '2027-02-09', approvers: [SECURITY] }),
      [ADA, ORDERS, SECURITY],
    ],
  ])('%s', (_, notices, recipients) => {
    expect(notices.map(({ owner }) => owner)).toEqual(recipients);
  });

  it('says who refused and why', () => {
    const [{ description, title }] = told({
      state: 'rejected',
      acts: {
        decision: {
          verdict: 'reject',
          by: SAM,
          at: '2026-11-24',
          comment: 'Pin the\u0000 tag.',
        },
      },
    });
    expect(title).toBe(
      'The exception from no-latest-tag, Deployment web in shop was refused',
    );
    expect(description).toBe('By sam: Pin the  tag.');
  });

  it('is told at once where there are many, and never to who asked for all of them', () => {
    const many = ['a', 'b', 'c', 'd'].flatMap(id => {
      const { asked } = aRecord();
      return told({ asked: { ...asked, id } });
    });
    expect(bundle(many).map(({ message }) => message)).toEqual([
      expect.objectContaining({
        recipients: [ORDERS],
        except: [ADA],
        title: '4 exceptions: they wait for your approval',
        link: '/eks-fleet/go?view=exceptions&tab=requests&waits=me',
      }),
    ]);
  });

  it('leaves nobody out of many who asked for one of them', () => {
    const many = [ADA, SAM, ADA, ADA].flatMap((requestedBy, index) => {
      const { asked } = aRecord();
      return told({ asked: { ...asked, id: `${index}`, requestedBy } });
    });
    expect(bundle(many)[0].message.except).toBeUndefined();
  });
});
