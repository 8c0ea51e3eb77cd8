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

import { planInput, planningCluster } from './__testUtils__/planning';
import { planTracks } from './planTracks';
import { TrackContext } from './TrackContext';
import { wordWay } from './__testUtils__/wordWay';

describe('planTracks of node images', () => {
  const NEW = '1.33.5-20261110';
  const OLD = '1.33.5-20261001';
  const fleet = [
    planningCluster('newest', { nodegroups: [{ releaseVersion: NEW }] }),
    planningCluster('bottlerocket', {
      nodegroups: [
        { amiType: 'BOTTLEROCKET_x86_64', releaseVersion: '1.49.0-00000001' },
        {
          name: 'b',
          amiType: 'BOTTLEROCKET_x86_64',
          releaseVersion: '1.50.0-00000000',
        },
      ],
    }),
    planningCluster('older', {
      version: '1.32',
      nodegroups: [{ version: '1.32', releaseVersion: '1.32.9-20261111' }],
    }),
    planningCluster('windows', {
      nodegroups: [
        {
          amiType: 'WINDOWS_CORE_2022_x86_64',
          releaseVersion: '1.33-2026.10.13',
        },
      ],
    }),
  ];
  it.each<[string, Array<Record<string, unknown>>, string, string | string[]]>([
    [
      'pins the newest release that the fleet knows',
      [{ releaseVersion: OLD }],
      'latest',
      [`workers ${OLD} → ${NEW}`],
    ],
    [
      'pins by kind of image, and orders Bottlerocket by its version',
      [{ amiType: 'BOTTLEROCKET_x86_64', releaseVersion: '1.9.2-ffffffff' }],
      'latest',
      ['workers 1.9.2-ffffffff → 1.50.0-00000000'],
    ],
    [
      'pins by Kubernetes version',
      [{ version: '1.32', releaseVersion: '1.32.9-20261001' }],
      'latest',
      ['workers 1.32.9-20261001 → 1.32.9-20261111'],
    ],
    [
      'takes a release that is asked for',
      [{ releaseVersion: OLD }],
      '1.33.5-20261020',
      [`workers ${OLD} → 1.33.5-20261020`],
    ],
    [
      'stays away where it is there',
      [{ releaseVersion: NEW }],
      'latest',
      'alreadyThere: No node group has to move',
    ],
    [
      'stays away where there are none',
      [],
      'latest',
      'alreadyThere: It has no node groups',
    ],
    [
      'stays away where it is newer',
      [{ releaseVersion: NEW }],
      OLD,
      `tooNew: The node group workers runs ${NEW}, which is newer`,
    ],
    [
      'stays away from images of its own',
      [{ amiType: 'CUSTOM', releaseVersion: undefined }],
      'latest',
      'alreadyThere: No node group has to move; The node group workers has an image of its own: move it by its launch template',
    ],
    [
      'stays away from another kind of image',
      [{ amiType: 'BOTTLEROCKET_x86_64', releaseVersion: '1.9.2-ffffffff' }],
      NEW,
      `alreadyThere: No node group has to move; The node group workers has another kind of image than ${NEW}`,
    ],
    [
      'stays away from another Kubernetes version',
      [{ version: '1.32', releaseVersion: '1.32.9-20261001' }],
      NEW,
      `alreadyThere: No node group has to move; The node group workers runs 1.32, and ${NEW} is of 1.33`,
    ],
  ])('%s', (_, nodegroups, releaseVersion, expected) => {
    const cluster = planningCluster('payments', { nodegroups });
    const input = {
      clusters: [...fleet, cluster],
      change: { kind: 'nodeImages' as const, releaseVersion },
    };
    expect(wordWay(cluster, input)).toEqual(expected);
  });

  it('writes the release down as such', () => {
    const cluster = planningCluster('payments', {
      nodegroups: [{ releaseVersion: OLD }],
    });
    const plan = planTracks(
      cluster,
      new TrackContext(
        planInput({
          change: { kind: 'nodeImages', releaseVersion: NEW },
          clusters: [cluster],
        }),
      ),
    );
    expect('skip' in plan ? [] : plan.tracks).toEqual([
      {
        kind: 'nodegroup',
        name: 'workers',
        from: OLD,
        to: NEW,
        hops: [NEW],
        order: [1],
        releaseVersion: NEW,
      },
    ]);
  });
});
