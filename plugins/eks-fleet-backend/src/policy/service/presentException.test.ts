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

import type { ExceptionRecord } from '../store/types';
import { presentException } from './presentException';

const NOW = new Date('2026-11-29T12:00:00.000Z');

const exception = (facts: Partial<ExceptionRecord> = {}): ExceptionRecord => ({
  id: 'x',
  engine: 'kyverno',
  kind: 'PolicyException',
  namespace: 'kyverno',
  name: 'legacy',
  policies: [{ name: 'require-requests' }],
  scope: 'Deployment shop/api',
  expiresAt: '2027-06-01T00:00:00.000Z',
  clusters: [],
  exempted: 1,
  policyIds: { 'require-requests': '0123456789abcdef' },
  ...facts,
});

const at = (days: number) =>
  new Date(NOW.getTime() + days * 86_400_000).toISOString();

describe('presentException', () => {
  it.each<[string, Partial<ExceptionRecord>, string, string[]]>([
    ['has long to go', {}, 'active', []],
    ['ends in two weeks', { expiresAt: at(14) }, 'expiring', []],
    [
      'ends this moment',
      { expiresAt: at(0), exempted: 0 },
      'expired',
      ['unused'],
    ],
    [
      'is over and still honoured',
      { expiresAt: at(-3) },
      'expired',
      ['honouredAfterExpiry'],
    ],
    ['has no end', { expiresAt: undefined }, 'active', ['endless']],
    ['exempts nothing', { exempted: 0 }, 'active', ['unused']],
    ['covers too much', { tooBroad: true }, 'active', ['tooBroad']],
    [
      'is Gatekeeper’s, which does not say what it leaves out',
      {
        engine: 'gatekeeper',
        kind: 'constraint',
        exempted: 0,
        expiresAt: undefined,
      },
      'active',
      ['endless'],
    ],
    [
      'is Gatekeeper’s, which knows no end',
      {
        engine: 'gatekeeper',
        kind: 'exception',
        exempted: 0,
        expiresAt: at(-3),
      },
      'expired',
      ['honouredAfterExpiry'],
    ],
  ])('where it %s', (_, facts, state, flags) => {
    expect(presentException(exception(facts), NOW)).toMatchObject({
      state,
      flags,
    });
  });

  it('names its policies with their ids', () => {
    expect(presentException(exception(), NOW).policies).toEqual([
      { name: 'require-requests', id: '0123456789abcdef' },
    ]);
  });
});
