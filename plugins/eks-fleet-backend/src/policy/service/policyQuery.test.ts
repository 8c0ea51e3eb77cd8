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

import {
  parseExceptionQuery,
  parseFindingOrder,
  parseFindingQuery,
  parsePolicyQuery,
} from './policyQuery';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha';

describe('parsePolicyQuery', () => {
  it('tells what is asked of policies from what is asked of clusters', () => {
    expect(
      parsePolicyQuery({
        filter: [
          `engine=kyverno,engine=vap,severity=high,mode=audit,environment=prod,label.tier=gold,cluster=${ARN}`,
        ],
        fullTextFilterTerm: ' budget ',
      }),
    ).toEqual({
      filters: [
        [
          { facet: 'environment', values: ['prod'] },
          { facet: 'label.tier', values: ['gold'] },
          { facet: 'cluster', values: [ARN] },
        ],
      ],
      policyText: 'budget',
      policyIds: undefined,
      names: undefined,
      engines: ['kyverno', 'vap'],
      categories: undefined,
      severities: ['high'],
      modes: ['audit'],
    });
  });

  it('asks of all where nothing is asked', () => {
    expect(parsePolicyQuery({})).toMatchObject({
      filters: [],
      policyText: undefined,
    });
  });

  it('takes an owner to be a cluster’s', () => {
    expect(
      parsePolicyQuery({ filter: ['owner=group:default/a'] }).filters,
    ).toEqual([[{ facet: 'owner', values: ['group:default/a'] }]]);
  });

  it.each([
    [['severity=bad'], 'filter: severity "bad" is none of critical'],
    [['mode=strict'], 'filter: mode "strict" is none of enforce'],
    [['namespace=a'], 'filter: unknown key "namespace"'],
    [['severity'], 'is no key=value pair'],
    [['engine=a', 'engine=b'], 'filter: is taken once here'],
  ])('refuses %j', (filter, message) => {
    expect(() => parsePolicyQuery({ filter })).toThrow(message);
  });
});

describe('parseFindingQuery', () => {
  it('asks for what is open and not exempt, unless told otherwise', () => {
    expect(parseFindingQuery({}, NOW)).toMatchObject({
      state: 'open',
      results: ['fail', 'warn', 'error'],
      filters: [],
    });
    expect(
      parseFindingQuery({ filter: ['result=exempt,state=resolved'] }, NOW),
    ).toMatchObject({ state: 'resolved', results: ['exempt'] });
  });

  it('takes an owner to be the finding’s own', () => {
    expect(
      parseFindingQuery(
        { filter: ['owner=group:default/a,region=eu-west-1'] },
        NOW,
      ),
    ).toMatchObject({
      owners: ['group:default/a'],
      filters: [[{ facet: 'region', values: ['eu-west-1'] }]],
    });
  });

  it.each([
    ['due=overdue', { dueBefore: '2026-11-29T12:00:00.000Z' }],
    ['due=week', { dueBefore: '2026-12-06T12:00:00.000Z' }],
    ['new=day', { firstSeenAfter: '2026-11-28T12:00:00.000Z' }],
    ['new=week', { firstSeenAfter: '2026-11-22T12:00:00.000Z' }],
    [
      'namespace=a,kind=Pod,resource=x,rule=r',
      { namespaces: ['a'], kinds: ['Pod'], resources: ['x'], rules: ['r'] },
    ],
    ['assignee=user:default/ada', { assignees: ['user:default/ada'] }],
  ])('understands %s', (filter, expected) => {
    expect(parseFindingQuery({ filter: [filter] }, NOW)).toMatchObject(
      expected,
    );
  });

  it.each([
    [
      'result=pass',
      'filter: result "pass" is none of fail, warn, error, exempt',
    ],
    ['state=gone', 'filter: state "gone" is none of open, resolved'],
    ['due=soon', 'filter: due "soon" is none of overdue, week'],
    ['mode=audit', 'filter: unknown key "mode"'],
  ])('refuses %s', (filter, message) => {
    expect(() => parseFindingQuery({ filter: [filter] }, NOW)).toThrow(message);
  });
});

describe('parseFindingOrder', () => {
  it.each([
    [undefined, { field: 'severity', direction: 'desc' }],
    ['due', { field: 'due', direction: 'asc' }],
    ['firstSeen,desc', { field: 'firstSeen', direction: 'desc' }],
  ])('understands %s', (order, expected) => {
    expect(parseFindingOrder(order)).toEqual(expected);
  });

  it('refuses others', () => {
    expect(() => parseFindingOrder('message,asc')).toThrow(
      'orderField: "message,asc" is none of severity',
    );
  });
});

describe('parseExceptionQuery', () => {
  it('understands states, flags and text', () => {
    expect(
      parseExceptionQuery({
        filter: ['state=expired,flag=unused,policy=0123456789abcdef'],
        fullTextFilterTerm: 'SEC-1',
      }),
    ).toMatchObject({
      states: ['expired'],
      flags: ['unused'],
      policyIds: ['0123456789abcdef'],
      exceptionText: 'sec-1',
    });
  });

  it('refuses a state that there is not', () => {
    expect(() => parseExceptionQuery({ filter: ['state=old'] })).toThrow(
      'filter: state "old" is none of active, expiring, expired',
    );
  });
});
