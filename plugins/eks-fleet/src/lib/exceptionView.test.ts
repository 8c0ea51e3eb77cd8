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
  formatExceptionView,
  parseExceptionView,
  toExceptionQuery,
} from './exceptionView';

const parse = (text: string) => parseExceptionView(new URLSearchParams(text));

describe('the view of exceptions', () => {
  it.each([
    'state=expired&flag=tooBroad&engine=kyverno&policy=a1&cluster=arn&q=batch&open=e1',
    '',
  ])('comes back from %j as it was', text => {
    expect(formatExceptionView(parse(text)).toString()).toBe(text);
  });

  it.each(['state=gone', 'flag=evil', 'engine=opa', 'evil=1'])(
    'takes nothing from ?%s',
    text => {
      expect(parse(text)).toEqual(parse(''));
    },
  );

  it('asks for all where nothing is chosen', () => {
    expect(toExceptionQuery(parse(''))).toEqual({});
  });
});
