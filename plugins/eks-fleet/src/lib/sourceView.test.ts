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

import { formatSourceView, parseSourceView, toSourceQuery } from './sourceView';

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/alpha';

describe('the view of sources', () => {
  it.each([
    [''],
    ['kind=kubernetes'],
    ['sourceState=timeout'],
    ['kind=eks&sourceState=all&cluster=pay&account=1&region=eu-west-1'],
    [`source=${encodeURIComponent(`kubernetes/${ARN}`)}`],
  ])('comes back from the address: %s', query => {
    const params = new URLSearchParams(query);
    expect(
      formatSourceView(
        parseSourceView(params),
        new URLSearchParams(),
      ).toString(),
    ).toBe(params.toString());
  });

  it('leaves what it does not know in the address', () => {
    const params = new URLSearchParams('state=failing&kind=eks');
    expect(formatSourceView({ text: '' }, params).toString()).toBe(
      'state=failing',
    );
  });

  it.each(['sourceState=nonsense', 'sourceState=constructor', 'source=x'])(
    'takes no notice of %s',
    query => {
      expect(parseSourceView(new URLSearchParams(query))).toEqual({ text: '' });
    },
  );

  it('names the source that is open', () => {
    const params = new URLSearchParams({ source: `reporter/${ARN}` });
    expect(parseSourceView(params).open).toEqual({
      kind: 'reporter',
      arn: ARN,
    });
  });
});

describe('toSourceQuery', () => {
  it('asks for what is not fresh, unless told otherwise', () => {
    const { filter } = toSourceQuery({ text: '' });
    expect(filter?.state).toContain('forbidden');
    expect(filter?.state).toContain('pending');
    expect(filter?.state).not.toContain('fresh');
  });

  it('asks for all without a filter', () => {
    expect(toSourceQuery({ text: '', state: 'all' })).toEqual({
      filter: undefined,
      fullTextFilterTerm: undefined,
    });
  });

  it('asks for all that is chosen', () => {
    expect(
      toSourceQuery({
        text: 'pay',
        kind: 'eks',
        state: 'stale',
        account: '111122223333',
        region: 'eu-west-1',
      }),
    ).toEqual({
      filter: {
        kind: ['eks'],
        state: ['stale'],
        account: ['111122223333'],
        region: ['eu-west-1'],
      },
      fullTextFilterTerm: 'pay',
    });
  });
});
