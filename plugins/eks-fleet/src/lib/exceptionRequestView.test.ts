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
  formatExceptionRequestView,
  namesRequests,
  parseExceptionRequestView,
  toExceptionRequestQuery,
} from './exceptionRequestView';

const parse = (text: string) =>
  parseExceptionRequestView(new URLSearchParams(text));

describe('the view of requests for exceptions', () => {
  it.each([
    'tab=requests&state=proposed&state=failed&cluster=arn&mine=true&waits=me&request=r1',
    'tab=requests',
  ])('comes back from %j as it was', text => {
    expect(formatExceptionRequestView(parse(text)).toString()).toBe(text);
  });

  it.each(['state=gone', 'state=active', 'mine=1', 'waits=you', 'evil=1'])(
    'takes nothing from ?%s',
    text => {
      expect(parse(text)).toEqual(parse(''));
    },
  );

  it.each([
    ['tab=requests', true],
    ['request=r1', true],
    ['tab=register', false],
    ['state=expired&open=e1', false],
    ['', false],
  ])('is asked for by ?%s: %s', (text, asked) => {
    expect(namesRequests(new URLSearchParams(text))).toBe(asked);
  });

  it('asks for what is chosen, and for all where nothing is', () => {
    expect(
      toExceptionRequestQuery(parse('state=merged&waits=me&mine=true')),
    ).toEqual({ states: ['merged'], mine: true, waitsForMe: true });
    expect(toExceptionRequestQuery(parse('request=r1'))).toEqual({});
  });
});
