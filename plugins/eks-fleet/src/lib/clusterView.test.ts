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
  formatClusterView,
  parseClusterView,
  toClusterQuery,
  toggleFilter,
  type ClusterView,
} from './clusterView';
import { defaultColumns } from './clusterColumns';

const plain: ClusterView = {
  filter: {},
  text: '',
  sort: { field: 'name', direction: 'asc' },
  columns: defaultColumns,
};

describe('the cluster view in the URL', () => {
  it.each<[string, Partial<ClusterView>]>([
    ['nothing chosen', {}],
    [
      'several values of several facets',
      {
        filter: {
          account: ['111122223333', '444455556666'],
          support: ['extended'],
        },
      },
    ],
    ['labels', { filter: { 'label.cost-center': ['a,b=c&d'] } }],
    ['hostile text', { text: '"><script>alert(1)</script> & 100 %' }],
    ['an order', { sort: { field: 'version', direction: 'desc' } }],
    ['columns', { columns: ['name', 'version', 'system'] }],
  ])('comes back the same with %s', (_, part) => {
    const view = { ...plain, ...part };
    const text = formatClusterView(view).toString();
    expect(parseClusterView(new URLSearchParams(text))).toEqual(view);
  });

  it('leaves defaults out of the URL', () => {
    expect(formatClusterView(plain).toString()).toBe('');
  });

  it.each([
    ['unknown facets', 'evil=1&utm_source=x'],
    ['unknown orders', 'sort=drop,desc'],
    ['unknown columns', 'columns=evil'],
    ['empty values', 'account='],
    ['a label without a key', 'label.=x'],
  ])('leaves out %s', (_, text) => {
    expect(parseClusterView(new URLSearchParams(text))).toEqual(plain);
  });

  it('always keeps the name column', () => {
    expect(
      parseClusterView(new URLSearchParams('columns=region')).columns,
    ).toEqual(['name', 'region']);
  });
});

describe('toClusterQuery', () => {
  it('asks with filters, trimmed text and order', () => {
    expect(
      toClusterQuery({
        ...plain,
        filter: { region: ['eu-west-1'] },
        text: ' a ',
      }),
    ).toEqual({
      filter: { region: ['eu-west-1'] },
      fullTextFilterTerm: 'a',
      orderField: 'name,asc',
    });
  });
});

describe('toggleFilter', () => {
  it.each([
    [{}, { region: ['a'] }],
    [{ region: ['b'] }, { region: ['b', 'a'] }],
    [{ region: ['a'] }, {}],
    [
      { region: ['a', 'b'], status: ['x'] },
      { status: ['x'], region: ['b'] },
    ],
  ])('turns %j into %j', (before: Record<string, string[]>, after) => {
    expect(toggleFilter(before, 'region', 'a')).toEqual(after);
  });
});
