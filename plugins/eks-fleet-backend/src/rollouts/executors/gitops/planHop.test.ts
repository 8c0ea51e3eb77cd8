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

import { hop, place } from './__testUtils__/hops';
import { planHop, type Hop } from './planHop';

const FILE = JSON.stringify({
  kubernetes_version: '1.34',
  groups: {
    plain: { version: '1.33' },
    pinned: { version: '1.33', release: '1.33.5-20261101' },
    releaseOnly: { release: '1.33.5-20261101' },
  },
});

function nodes(over: Partial<Hop>): Hop {
  return { ...hop(), kind: 'nodegroup', from: '1.33', to: '1.34', ...over };
}

describe('planHop', () => {
  it.each<[string, Hop, string | undefined, object[]]>([
    [
      'moves a control plane by one minor',
      { ...hop(), from: '1.34', to: '1.35' },
      undefined,
      [{ pointer: '/kubernetes_version', from: '1.34', to: '1.35' }],
    ],
    [
      'has nothing to do where the file says so',
      { ...hop(), from: '1.33', to: '1.34' },
      undefined,
      [],
    ],
    [
      'moves nodes whose release nobody pins',
      nodes({ name: 'plain' }),
      '1.34.2-20261112',
      [{ pointer: '/groups/plain/version', from: '1.33', to: '1.34' }],
    ],
    [
      'moves a pinned release along, to the newest that is known',
      nodes({ name: 'pinned' }),
      '1.34.2-20261112',
      [
        { pointer: '/groups/pinned/version', from: '1.33', to: '1.34' },
        {
          pointer: '/groups/pinned/release',
          from: '1.33.5-20261101',
          to: '1.34.2-20261112',
        },
      ],
    ],
    [
      'takes the release that was asked for',
      nodes({ name: 'pinned', releaseVersion: '1.34.1-20261020' }),
      '1.34.2-20261112',
      [
        { pointer: '/groups/pinned/version' },
        { pointer: '/groups/pinned/release', to: '1.34.1-20261020' },
      ],
    ],
    [
      'moves an image, and leaves the Kubernetes version',
      nodes({
        name: 'pinned',
        from: '1.33.5-20261101',
        to: '1.33.5-20261112',
        releaseVersion: '1.33.5-20261112',
      }),
      undefined,
      [{ pointer: '/groups/pinned/release', to: '1.33.5-20261112' }],
    ],
    [
      'moves an image where the file has nothing else',
      nodes({
        name: 'releaseOnly',
        from: '1.33.5-20261101',
        to: '1.33.5-20261112',
      }),
      undefined,
      [{ pointer: '/groups/releaseOnly/release', to: '1.33.5-20261112' }],
    ],
  ])('%s', (_, given, newest, edits) => {
    const planned = planHop(given, place(), FILE, newest);
    expect(planned).toHaveLength(edits.length);
    expect(planned).toMatchObject(edits);
  });

  it.each<[string, Hop, string]>([
    [
      'a pinned release of which no newer one is known',
      nodes({ name: 'pinned' }),
      'releaseNeeded',
    ],
    [
      'an image where no release is pinned',
      nodes({ name: 'plain', from: '1.33.5-20261101', to: '1.33.5-20261112' }),
      'notThere',
    ],
    [
      'a base that has changed',
      { ...hop(), from: '1.35', to: '1.36' },
      'changedBase',
    ],
    [
      'two minors at once',
      { ...hop(), from: '1.34', to: '1.36' },
      'notPossible',
    ],
    [
      'a way back that Terraform does not go',
      { ...hop(), direction: 'back', from: '1.34', to: '1.33' },
      'notPossible',
    ],
  ])('refuses %s', (_, given, reason) => {
    expect(() => planHop(given, place(), FILE)).toThrow(
      expect.objectContaining({ name: 'EditRefusal', reason }),
    );
  });
});
