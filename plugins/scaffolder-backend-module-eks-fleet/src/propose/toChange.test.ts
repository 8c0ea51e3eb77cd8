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

import { toChange } from './toChange';
import type { ProposeInput } from './types';

const INPUT: ProposeInput = {
  repository: 'fleet',
  name: 'orders-quota',
  title: ' Give orders 4 CPUs ',
};
const FILES = [{ path: 'a', create: 'a' }];
const change = (input: Partial<ProposeInput> = {}, by = {}) =>
  toChange({ ...INPUT, ...input }, FILES, {
    base: 'main',
    clusters: [{ path: 'clusters/{cluster}.yaml' }],
    ...by,
  });

describe('toChange', () => {
  it('says who asks, and with which template', () => {
    expect(
      change(
        { description: 'For *all*' },
        { actor: 'user:default/ann', template: 'template:default/quota' },
      ),
    ).toEqual({
      key: 'proposal orders-quota',
      subject: 'proposal orders-quota',
      base: 'main',
      files: FILES,
      title: 'Give orders 4 CPUs',
      body: 'For \\*all\\*\n\n---\n\nAsked for by user\\:default/ann with the template template\\:default/quota in the portal.',
      status: {
        context: 'eks-fleet/gates',
        description: 'A template proposed it; whoever merges this agrees to it',
      },
      actor: 'user:default/ann',
    });
    expect(change().body).toBe('Asked for in the portal.');
  });

  it('has no status that lets clusters change beside their rollouts', () => {
    const file = { path: 'clusters/orders.yaml', write: 'version: 1.35' };
    const { status } = toChange(INPUT, [...FILES, file], {
      base: 'main',
      clusters: [{ path: 'clusters/{cluster}.yaml' }],
    });
    expect(status).toBeUndefined();
  });

  it('is about the name alone', () => {
    const { key, subject } = change({ title: 'Other', description: 'Other' });
    expect({ key, subject }).toEqual({
      key: change().key,
      subject: change().subject,
    });
  });

  it.each(['a\nb', '  ', 'a\u0000'])('refuses the title %j', title => {
    expect(() => change({ title })).toThrow('title: must be one line of text');
  });
});
