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

import { celMode, kyvernoMode } from './policyModes';
import { celReady, kyvernoReady } from './policyReady';
import { endOfLife } from './timeToLive';

const rule = (failureAction?: string, more: object = {}) => ({
  validate: { ...(failureAction && { failureAction }), ...more },
});
const enforceIn = { failureActionOverrides: [{ action: 'Enforce' }] };

describe('kyvernoMode', () => {
  it.each([
    ['audit', { rules: [rule()] }],
    ['audit', { rules: [rule('Audit')] }],
    ['enforce', { rules: [rule('Enforce')] }],
    ['enforce', { rules: [rule()], validationFailureAction: 'enforce' }],
    ['audit', { rules: [rule('Audit')], validationFailureAction: 'Enforce' }],
    ['mixed', { rules: [rule('Audit'), rule('Enforce')] }],
    ['mixed', { rules: [rule('Audit', enforceIn)] }],
    ['enforce', { rules: [rule('Enforce', enforceIn)] }],
    [
      'mixed',
      {
        rules: [rule()],
        validationFailureActionOverrides: [{ action: 'Enforce' }],
      },
    ],
    ['warn', { rules: [rule('Audit')], emitWarning: true }],
    ['audit', { rules: [rule('Enforce')], admission: false }],
    ['enforce', { rules: [{ verifyImages: [{ failureAction: 'Enforce' }] }] }],
    // It changes what comes, and refuses nothing.
    ['enforce', { rules: [{}] }],
    ['off', { rules: [] }],
    ['off', undefined],
  ])('is %s of %j', (mode, spec) => {
    expect(kyvernoMode({ spec })).toBe(mode);
  });
});

describe('celMode', () => {
  const off = { enabled: false };
  it.each([
    ['enforce', 'ValidatingPolicy', { validationActions: ['Deny'] }],
    ['enforce', 'ValidatingPolicy', { validationActions: ['Audit', 'Deny'] }],
    ['warn', 'ValidatingPolicy', { validationActions: ['Warn', 'Audit'] }],
    ['audit', 'ImageValidatingPolicy', { validationActions: ['Audit'] }],
    ['enforce', 'NamespacedValidatingPolicy', {}],
    [
      'audit',
      'ValidatingPolicy',
      { validationActions: ['Deny'], evaluation: { admission: off } },
    ],
    [
      'off',
      'ValidatingPolicy',
      { evaluation: { admission: off, background: off } },
    ],
    ['enforce', 'MutatingPolicy', undefined],
  ])('is %s of a %s with %j', (mode, kind, spec) => {
    expect(celMode(kind, { spec })).toBe(mode);
  });
});

describe('readiness', () => {
  it('is what the status says, and nothing where it says nothing', () => {
    const ready = (status: string, message?: string) =>
      kyvernoReady({
        status: { conditions: [{ type: 'Ready', status, message }] },
      });
    expect(ready('True', 'Ready')).toEqual({ ready: true });
    expect(ready('False', 'no webhook')).toEqual({
      ready: false,
      notReadyBecause: 'no webhook',
    });
    expect(kyvernoReady({})).toEqual({});
    expect(celReady({ status: { conditionStatus: { ready: true } } })).toEqual({
      ready: true,
    });
    expect(
      celReady({
        status: {
          conditionStatus: {
            ready: false,
            message: '',
            conditions: [
              { status: 'True' },
              { status: 'False', message: 'no RBAC' },
            ],
          },
        },
      }),
    ).toEqual({ ready: false, notReadyBecause: 'no RBAC' });
    expect(celReady({})).toEqual({});
  });
});

describe('endOfLife', () => {
  it.each([
    ['4h', '2026-11-29T04:00:00.000Z'],
    ['1d12h', '2026-11-30T12:00:00.000Z'],
    ['2026-12-24', '2026-12-24T00:00:00.000Z'],
    ['2026-12-24T103000Z', '2026-12-24T10:30:00.000Z'],
    ['2026-99-99', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
    [`${'9'.repeat(30)}w`, undefined],
  ])('is of %s %s', (ttl, end) => {
    expect(endOfLife(ttl, '2026-11-29T00:00:00Z')).toBe(end);
  });

  it('is not known of what is not known to have begun', () => {
    expect(endOfLife('4h', undefined)).toBeUndefined();
  });
});
