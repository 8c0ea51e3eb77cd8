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
  chooseOne,
  formatFindingView,
  parseFindingView,
  toFindingQuery,
} from './findingView';

const parse = (text: string) => parseFindingView(new URLSearchParams(text));

describe('the view of findings', () => {
  it.each([
    'severity=high&severity=critical&policy=a1&owner=group%3Adefault%2Fpayments&due=overdue&new=week&rule=r&q=api&sort=due%2Casc&open=0000000000000000000000000000000f',
    'state=resolved&resolved=day',
    'cluster=a&sought=policy+no-latest',
    '',
  ])('comes back from %j as it was', text => {
    expect(formatFindingView(parse(text)).toString()).toBe(text);
  });

  it.each([
    'severity=bad',
    'due=never',
    'new=year',
    'state=gone',
    'sort=evil,asc',
    'open=f1',
    'evil=1',
  ])('takes nothing from ?%s', text => {
    expect(parse(text)).toEqual(parse(''));
  });

  it('is asked for by the worst first', () => {
    expect(toFindingQuery(parse('kind=Pod&q=%20'))).toEqual({
      filter: { kind: ['Pod'] },
      orderField: 'severity,desc',
    });
  });
});

it.each([
  [{}, { due: ['week'] }],
  [
    { due: ['overdue'], kind: ['Pod'] },
    { due: ['week'], kind: ['Pod'] },
  ],
  [{ due: ['week'], kind: ['Pod'] }, { kind: ['Pod'] }],
])('chooses one value of a key in %j', (before, after) => {
  expect(chooseOne(before, 'due', 'week')).toEqual(after);
});
