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

import { editText, parseFile } from '../edits/editText';
import { TERRAFORM_NODES } from '../__testUtils__/versionChanges';
import type { ClusterFields } from '../config/types';
import type { VersionChange } from '../provisioners/types';
import { GOLDEN, type GoldenCase } from './__testUtils__/golden';

const UP: VersionChange = { kind: 'controlPlane', from: '1.33', to: '1.34' };

function fieldsOf({ provisioner }: GoldenCase): ClusterFields {
  return provisioner.id === 'terraform' ? TERRAFORM_NODES : {};
}

/** The file with a rollout's change in it, and what it then says. */
function roll(golden: GoldenCase, change: VersionChange) {
  const { context, provisioner, spec, text } = golden;
  const file = parseFile(context.path, text);
  const edits = provisioner.plan(
    file,
    { cluster: spec.name, fields: fieldsOf(golden) },
    change,
  );
  const edited = editText(context.path, text, edits);
  const parsed = provisioner.parse(
    [{ path: context.path, text: edited }],
    context,
  );
  return { edits, edited, parsed };
}

describe.each(GOLDEN)('a rollout in $file', golden => {
  const { provisioner, spec, text, context } = golden;

  it('reads the versions that were asked for', () => {
    const wanted = provisioner.read(parseFile(context.path, text), {
      cluster: spec.name,
      fields: fieldsOf(golden),
    });
    expect(wanted).toEqual({
      version: spec.kubernetesVersion,
      addons: Object.fromEntries(
        spec.addons.map(({ name, version }) => [name, version]),
      ),
      nodegroups: Object.fromEntries(
        spec.compute.nodeGroups.map(each => [
          each.name,
          {
            version: each.kubernetesVersion,
            ...(each.releaseVersion && { releaseVersion: each.releaseVersion }),
          },
        ]),
      ),
    });
  });

  it('moves the control plane by one value', () => {
    const { edits, edited, parsed } = roll(golden, UP);
    expect(edits).toHaveLength(1);
    expect(parsed).toMatchObject({
      spec: { ...spec, kubernetesVersion: '1.34' },
      deviations: [],
    });
    const changed = edited
      .split('\n')
      .filter((line, index) => line !== text.split('\n')[index]);
    expect(changed).toEqual([expect.stringContaining('1.34')]);
  });

  it('moves each add-on', () => {
    spec.addons.forEach((addon, index) => {
      const { edits, parsed } = roll(golden, {
        kind: 'addon',
        name: addon.name,
        from: addon.version!,
        to: 'v9.9.9-eksbuild.9',
      });
      expect(edits).toHaveLength(1);
      expect(parsed.spec!.addons[index].version).toBe('v9.9.9-eksbuild.9');
      expect(parsed.deviations).toEqual([]);
    });
  });

  it('moves each node group, with its release where one is pinned', () => {
    spec.compute.nodeGroups.forEach((group, index) => {
      const { edited } = roll(golden, UP);
      const { parsed } = roll(
        { ...golden, text: edited },
        {
          kind: 'nodegroup',
          name: group.name,
          from: '1.33',
          to: '1.34',
          ...(group.releaseVersion && { releaseVersion: '1.34.2-20261110' }),
        },
      );
      expect(parsed.spec!.compute.nodeGroups[index]).toEqual({
        ...group,
        kubernetesVersion: '1.34',
        ...(group.releaseVersion && { releaseVersion: '1.34.2-20261110' }),
      });
      expect(parsed.deviations).toEqual([]);
    });
  });

  it('refuses to go over a minor', () => {
    expect(() => roll(golden, { ...UP, to: '1.35' })).toThrow(
      '1.33 to 1.35 is not one minor forward',
    );
  });
});
