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

import { formatPolicyView, parsePolicyView, toPolicyQuery } from './policyView';

const parse = (text: string) => parsePolicyView(new URLSearchParams(text));

describe('the view of the matrix', () => {
  it.each([
    'by=account&engine=kyverno&engine=vap&severity=high&environment=prod&q=latest&only=failing&clusters=stale&show=table',
    'open=00000000000000a1%40arn%3Aaws%3Aeks%3Aeu-west-1%3A1%3Acluster%2Fa%40b',
    'open=00000000000000a1%40',
    '',
  ])('comes back from %j as it was', text => {
    expect(formatPolicyView(parse(text)).toString()).toBe(text);
  });

  it.each([
    'by=region',
    'engine=opa',
    'severity=urgent',
    'mode=',
    'only=bad',
    'clusters=noengine',
    'show=matrix',
    'open=evil@x',
    'evil=1',
    'view=policies',
  ])('takes nothing from ?%s', text => {
    expect(parse(text)).toEqual(parse(''));
  });

  it('is asked for without what is only shown', () => {
    expect(
      toPolicyQuery(parse('owner=a&q=%20x%20&only=safe&show=table')),
    ).toEqual({
      by: 'cluster',
      filter: { owner: ['a'] },
      fullTextFilterTerm: 'x',
    });
    expect(toPolicyQuery(parse(''))).toEqual({ by: 'cluster' });
  });
});
