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
  formatRequestView,
  isRequestViewFiltered,
  parseRequestView,
  toRequestQuery,
} from './requestView';

const parse = (text: string) => parseRequestView(new URLSearchParams(text));

describe('the view of the Requests page', () => {
  it.each([
    '',
    'show=waiting',
    'show=mine&over=1&state=ready&kind=namespace&owner=group%3Adefault%2Fpayments&q=batch&sort=owner%2Casc',
  ])('comes back from its own address ?%s', text => {
    expect(formatRequestView(parse(text)).toString()).toBe(text);
  });

  it('leaves out what is unknown', () => {
    expect(
      formatRequestView(
        parse('show=evil&state=gone&state=ready&kind=volume&sort=evil,asc'),
      ).toString(),
    ).toBe('state=ready');
  });

  it.each([
    ['', { filter: { active: ['true'] } }],
    ['over=1', { filter: undefined }],
    ['state=proposed', { filter: { state: ['proposed'], active: ['true'] } }],
    // Whoever asks for what failed does not mean only what is under way.
    ['state=failed', { filter: { state: ['failed'] } }],
    ['show=mine', { mine: true, filter: { active: ['true'] } }],
    ['show=waiting', { waitingForMe: true }],
    ['sort=title,asc', { orderField: 'title,asc' }],
    ['q=%20', { fullTextFilterTerm: undefined }],
  ])('asks for ?%s', (text, query) => {
    expect(toRequestQuery(parse(text))).toMatchObject(query);
  });

  it.each([
    ['show=mine&over=1', false],
    ['q=a', true],
    ['thing=namespace%2F1', true],
  ])('knows whether ?%s is filtered', (text, filtered) => {
    expect(isRequestViewFiltered(parse(text))).toBe(filtered);
  });
});
