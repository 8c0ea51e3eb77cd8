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

import { planAddon } from './planAddon';

const plan = (options: {
  name?: string;
  installed: string;
  lists: Record<string, string[]>;
  hops?: string[];
  current?: string;
}) =>
  planAddon({
    name: 'coredns',
    current: '1.32',
    hops: ['1.33', '1.34', '1.35'],
    listed: version => options.lists[version],
    ...options,
  });

describe('planAddon', () => {
  it('leaves alone what is listed for each hop', () => {
    const all = ['v3', 'v2', 'v1'];
    expect(
      plan({
        installed: 'v1',
        lists: { 1.32: all, 1.33: all, 1.34: all, 1.35: all },
      }),
    ).toEqual({ moves: [] });
  });

  it('prefers one move that serves all hops to the newest version now', () => {
    expect(
      plan({
        installed: 'v1.1',
        lists: {
          1.32: ['v1.4', 'v1.3', 'v1.2', 'v1.1'],
          1.33: ['v1.4', 'v1.3', 'v1.2'],
          1.34: ['v1.3', 'v1.2'],
          1.35: ['v1.3'],
        },
      }).moves,
    ).toEqual([{ hop: '1.33', when: 'before', from: 'v1.1', to: 'v1.3' }]);
  });

  it('moves again only where no version spans the rest', () => {
    const result = plan({
      installed: 'v1.1',
      lists: {
        1.32: ['v1.2', 'v1.1'],
        1.33: ['v1.3', 'v1.2', 'v1.1'],
        1.34: ['v1.4', 'v1.3'],
        1.35: ['v1.4'],
      },
    });
    expect(result.incompatibleAt).toBe('1.34');
    expect(result.moves.map(({ hop, to }) => [hop, to])).toEqual([
      ['1.34', 'v1.3'],
      ['1.35', 'v1.4'],
    ]);
  });

  it('moves after the hop where no version serves both sides', () => {
    expect(
      plan({
        installed: 'v1.1',
        hops: ['1.33'],
        lists: { 1.32: ['v1.1'], 1.33: ['v1.3', 'v1.2'] },
      }).moves,
    ).toEqual([{ hop: '1.33', when: 'after', from: 'v1.1', to: 'v1.3' }]);
  });

  it('moves the VPC CNI one minor at a time', () => {
    const all = [
      'v1.20.1-eksbuild.3',
      'v1.19.6-eksbuild.1',
      'v1.19.2-eksbuild.1',
      'v1.18.5-eksbuild.1',
    ];
    expect(
      plan({
        name: 'vpc-cni',
        installed: 'v1.17.1-eksbuild.1',
        hops: ['1.33'],
        lists: {
          1.32: [...all, 'v1.17.1-eksbuild.1'],
          1.33: ['v1.20.1-eksbuild.3'],
        },
      }).moves.map(({ to }) => to),
    ).toEqual([
      'v1.18.5-eksbuild.1',
      'v1.19.6-eksbuild.1',
      'v1.20.1-eksbuild.3',
    ]);
  });

  it('says where there is no version, and where nobody asked', () => {
    expect(
      plan({ installed: 'v1', lists: { 1.33: ['v1'], 1.34: [] } }),
    ).toEqual({ moves: [], impossibleAt: '1.34' });
    expect(
      plan({ installed: 'v1', lists: { 1.33: ['v1'], 1.35: ['v1'] } }),
    ).toEqual({ moves: [], unknownAt: '1.34' });
  });

  it('goes back to an older version only where there is no newer one', () => {
    expect(
      plan({
        installed: 'v1.2',
        hops: ['1.33'],
        lists: { 1.32: ['v1.2', 'v1.1'], 1.33: ['v1.1'] },
      }).moves,
    ).toMatchObject([{ from: 'v1.2', to: 'v1.1' }]);
  });
});
