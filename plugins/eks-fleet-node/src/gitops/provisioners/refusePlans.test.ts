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

import { ACK_YAML, TFVARS } from '../__testUtils__/goldenFiles';
import {
  CNI,
  NODES,
  plan,
  provisioner,
  RELEASE,
  TERRAFORM_NODES,
  UP,
} from '../__testUtils__/versionChanges';
import type { ClusterFields } from '../config/types';
import { parseFile } from '../edits/editText';
import type { VersionChange } from './types';

describe('plan', () => {
  it.each<[string, VersionChange, ClusterFields, boolean | undefined, string]>([
    [
      'two minors at once',
      { ...UP, to: '1.35' },
      {},
      undefined,
      'notPossible: 1.33 to 1.35 is not one minor forward',
    ],
    [
      'a patch version',
      { ...UP, to: '1.34.2' },
      {},
      undefined,
      'notUnderstood: /kubernetes_version is 1.33 and is to be 1.34.2; only versions such as 1.34 are understood',
    ],
    [
      'another version than expected',
      { ...UP, from: '1.34', to: '1.35' },
      {},
      undefined,
      'changedBase: /kubernetes_version is 1.33 now, not 1.34',
    ],
    [
      'a way back',
      { ...UP, to: '1.32', direction: 'back' },
      {},
      undefined,
      'notPossible: What provisions this cluster cannot take it back to an older version',
    ],
    [
      'two minors back',
      { ...UP, to: '1.31', direction: 'back' },
      {},
      true,
      'notPossible: 1.33 to 1.31 is not one minor back',
    ],
    [
      'a step back that is called forward',
      { ...UP, to: '1.32' },
      {},
      true,
      'notPossible: 1.33 to 1.32 is not one minor forward',
    ],
    [
      'an add-on that is not there',
      { ...CNI, name: 'coredns' },
      {},
      undefined,
      'notThere: The file says nothing of a version of add-on coredns',
    ],
    [
      'nodes that follow',
      NODES,
      {},
      undefined,
      'notThere: The file says nothing of a version of node group general; its nodes follow the control plane',
    ],
    [
      'a release that is not named',
      NODES,
      TERRAFORM_NODES,
      undefined,
      'releaseNeeded: The file pins a release of node group general; the change must name the new one',
    ],
    [
      'a release that is not pinned',
      { ...RELEASE, name: 'spot-1' },
      { nodegroups: { version: '/name' + '{name}' } },
      undefined,
      'notThere: The file says nothing of a version of node group spot-1; its nodes follow the control plane',
    ],
    [
      'a version that is no text',
      UP,
      { version: '/eks_managed_node_groups/spot-1/min_size' },
      undefined,
      'otherType: /eks_managed_node_groups/spot-1/min_size is the number 0; a version is a text and needs quotes, or 1.30 becomes 1.3',
    ],
    [
      'a version that is a group',
      UP,
      { version: '/addons' },
      undefined,
      'otherType: /addons is not a text',
    ],
    [
      'a version that is nowhere',
      UP,
      { version: '/version' },
      undefined,
      'notThere: The file says nothing of a Kubernetes version of this cluster',
    ],
  ])('terraform refuses %s', (_, change, fields, canRollBack, message) => {
    const [reason, ...words] = message.split(': ');
    const refused = () =>
      plan('terraform', 'a.tfvars', TFVARS, change, fields, canRollBack);
    expect(refused).toThrow(
      expect.objectContaining({ reason, message: words.join(': ') }),
    );
  });

  it('goes back where configuration says that it can', () => {
    const back = { ...UP, to: '1.32', direction: 'back' } as const;
    expect(plan('terraform', 'a.tfvars', TFVARS, back, {}, true)).toEqual([
      { pointer: '/kubernetes_version', from: '1.33', to: '1.32' },
    ]);
  });

  it('leaves the manifests of other clusters alone', () => {
    const planOther = () =>
      provisioner('ack').plan(
        parseFile('a.yaml', ACK_YAML),
        { cluster: 'billing', fields: {} },
        UP,
      );
    expect(planOther).toThrow(
      'The file says nothing of a Kubernetes version of this cluster',
    );
  });
});
