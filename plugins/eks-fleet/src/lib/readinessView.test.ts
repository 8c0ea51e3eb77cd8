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
  changeReadinessView,
  formatReadinessView,
  parseReadinessView,
  toggleVerdict,
  toReadinessQuery,
} from './readinessView';

const parse = (query: string) => parseReadinessView(new URLSearchParams(query));

describe('the view of the Readiness page in the URL', () => {
  it('asks for causes on the way to the next minor by default', () => {
    expect(parse('')).toEqual({
      target: 'next',
      tab: 'causes',
      filter: {},
      text: '',
      verdicts: [],
      sort: { field: 'clusters', direction: 'desc' },
      cause: undefined,
    });
    expect(formatReadinessView(parse('')).toString()).toBe('');
  });

  it.each([
    'target=1.35',
    'target=supported&tab=clusters',
    'tab=clusters&environment=prod&environment=dev&owner=group%3Adefault%2Fpay&q=pay&verdict=blocked&verdict=unknown&sort=blockers%2Cdesc',
    'sort=since%2Casc&cause=addon%3Ametrics-server%3A1.35',
    'label.cost-center=4711',
  ])('is the same after reading and writing %s', query => {
    expect(formatReadinessView(parse(query)).toString()).toBe(query);
  });

  it.each([
    ['target=latest', { target: 'next' }],
    ['target=1.35%20or%201%3D1', { target: 'next' }],
    ['tab=secrets', { tab: 'causes' }],
    ['verdict=done&verdict=constructor', { verdicts: [] }],
    [
      'tab=causes&sort=blockers,asc',
      { sort: { field: 'clusters', direction: 'desc' } },
    ],
    [
      'tab=clusters&sort=waived,asc',
      { sort: { field: 'name', direction: 'asc' } },
    ],
    ['password=x', { filter: {} }],
  ])('leaves out what it does not know in %s', (query, expected) => {
    expect(parse(query)).toMatchObject(expected);
  });

  it('begins another tab with its own order', () => {
    const view = parse('sort=since,asc');
    expect(changeReadinessView(view, { tab: 'clusters' }).sort).toEqual({
      field: 'name',
      direction: 'asc',
    });
    expect(changeReadinessView(view, { text: 'x' }).sort).toEqual(view.sort);
  });
});

describe('toggleVerdict', () => {
  it('shows the clusters of a verdict, and takes it away again', () => {
    expect(toggleVerdict(parse(''), 'blocked')).toEqual({
      tab: 'clusters',
      verdicts: ['blocked'],
    });
    expect(toggleVerdict(parse('verdict=blocked'), 'ready')).toEqual({
      tab: 'clusters',
      verdicts: ['ready', 'blocked'],
    });
    expect(toggleVerdict(parse('verdict=blocked'), 'blocked')).toEqual({
      tab: 'clusters',
      verdicts: [],
    });
  });
});

describe('toReadinessQuery', () => {
  it('asks for what the view shows', () => {
    expect(
      toReadinessQuery(
        parse(
          'target=1.35&tab=clusters&region=eu-west-1&q=%20pay%20&verdict=ready&sort=owner,desc',
        ),
      ),
    ).toEqual({
      target: '1.35',
      filter: { region: ['eu-west-1'] },
      fullTextFilterTerm: 'pay',
      verdict: ['ready'],
      orderField: 'owner,desc',
    });
  });

  it('never hands the order of causes to the list of clusters', () => {
    expect(toReadinessQuery(parse('sort=since,asc')).orderField).toBe(
      'name,asc',
    );
  });
});
