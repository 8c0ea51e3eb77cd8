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

import { ManualClock } from '../clock';
import { PageTokens } from './PageTokens';

describe('PageTokens', () => {
  const items = ['a', 'b', 'c', 'd', 'e'];
  const page = (
    tokens: PageTokens,
    more: { list?: string; items?: string[]; token?: string } = {},
  ) =>
    tokens.page({
      list: 'letters',
      items,
      keyOf: item => item,
      pageSize: 2,
      ...more,
    });

  it('cuts a list into pages, the last without a token', () => {
    const tokens = PageTokens.create(new ManualClock('2026-11-23T09:00:00Z'));
    const found: string[][] = [];
    let token: string | undefined;
    do {
      const next = page(tokens, { token })!;
      found.push(next.items);
      token = next.nextToken;
    } while (token);
    expect(found).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('goes on behind the last item, though it has gone', () => {
    const tokens = PageTokens.create(new ManualClock('2026-11-23T09:00:00Z'));
    const { nextToken: token } = page(tokens)!;
    expect(
      page(tokens, { items: ['a', 'aa', 'c', 'd'], token })!.items,
    ).toEqual(['c', 'd']);
  });

  it('takes no token that is old, changed, of another list or another cloud', () => {
    const clock = new ManualClock('2026-11-23T09:00:00Z');
    const tokens = PageTokens.create(clock);
    const token = page(tokens)!.nextToken!;
    expect(page(tokens, { token })).toBeDefined();
    expect(page(tokens, { token, list: 'numbers' })).toBeUndefined();
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    expect(page(tokens, { token: changed })).toBeUndefined();
    expect(page(tokens, { token: '' })).toBeUndefined();
    expect(page(PageTokens.create(clock), { token })).toBeUndefined();
    clock.advance(15 * 60);
    expect(page(tokens, { token })).toBeUndefined();
  });
});
