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

import { parseAllDocuments } from 'yaml';
import {
  checkClusterSpec,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { applyChange } from '../proposals/applyChange';
import { AUTO_MODE_SMALL } from './__testUtils__/exampleSpecs';
import { CASES } from './__testUtils__/provisionerCases';
import { KRO_ADDONS } from './formats/kroSettings';

const KRO = CASES[0];

function kroInstance(spec: ClusterSpec): any {
  const [{ text }] = KRO.provisioner.render(spec, KRO.context);
  return parseAllDocuments(text)[1].toJS();
}

/**
 * What AWS's reference template `eks-cluster-template` (appmod-blueprints) does
 * wrong, as far as it is a matter of what is written into files.
 */
describe('defects of the reference template that these files do not have', () => {
  describe('a: text appended to a file that all clusters share', () => {
    it('writes each cluster into a file of its own', () => {
      const [one, ...more] = KRO.provisioner.render(AUTO_MODE_SMALL, {
        ...KRO.context,
        path: 'clusters/checkout-dev.yaml',
      });
      expect(one.path).toBe('clusters/checkout-dev.yaml');
      expect(more).toEqual([]);
    });

    it('changes nothing when the same is asked for twice', () => {
      for (const { context, fit, provisioner } of CASES) {
        const spec = fit(AUTO_MODE_SMALL);
        const files = provisioner.render(spec, context);
        expect(provisioner.change(spec, spec, files, context)).toEqual([]);
      }
    });

    it.each<[keyof ClusterSpec, string]>([
      ['name', 'a\n  accountId: "999988887777"'],
      ['name', 'a: b'],
      ['owner', 'group:default/a # x'],
      ['environment', 'dev"\nspec: {}'],
      ['kubernetesVersion', '1.33"\n---\nkind: ClusterRoleBinding'],
      ['region', '${schema.spec.name}'],
      ['environment', '{{ .Values.secret }}'],
    ])('lets no YAML in through %s %j', (field, value) => {
      const spec = { ...AUTO_MODE_SMALL, [field]: value };
      for (const { context, fit, provisioner } of CASES) {
        expect(() =>
          provisioner.render(
            { ...fit(AUTO_MODE_SMALL), [field]: value },
            context,
          ),
        ).toThrow(expect.objectContaining({ name: 'ClusterSpecRefusal' }));
      }
      expect(checkClusterSpec(spec)).toHaveProperty('problems');
    });

    it('writes texts that YAML would take for something else as texts', () => {
      const spec = {
        ...AUTO_MODE_SMALL,
        name: 'no',
        environment: 'on',
        owner: 'user:default/1e3',
      };
      expect(kroInstance(spec)).toMatchObject({
        metadata: {
          name: 'no',
          annotations: { 'eks-fleet.io/owner': 'user:default/1e3' },
        },
        spec: { name: 'no', environment: 'on', accountId: '111122223333' },
      });
      const [{ text }] = KRO.provisioner.render(spec, KRO.context);
      const old = parseAllDocuments(text, { version: '1.1' })[1].toJS() as any;
      expect(old.spec).toEqual(kroInstance(spec).spec);
    });
  });

  describe('b: ten of fifteen add-ons are asked for, and then "true" whatever was said', () => {
    it.each(KRO_ADDONS)(
      'switches %s on where it is asked for, and only there',
      addon => {
        const on = kroInstance({ ...AUTO_MODE_SMALL, gitopsAddons: [addon] });
        expect(
          Object.entries(on.spec.addons).filter(
            ([, value]) => value === 'true',
          ),
        ).toEqual([[`enable_${addon}`, 'true']]);
        const off = kroInstance({ ...AUTO_MODE_SMALL, gitopsAddons: [] });
        expect(off.spec.addons[`enable_${addon}`]).toBe('false');
      },
    );

    it('refuses an add-on that there is no switch for', () => {
      expect(() =>
        kroInstance({ ...AUTO_MODE_SMALL, gitopsAddons: ['istio'] }),
      ).toThrow(
        'gitopsAddons[0] is none that EksclusterWithVpc knows; there are',
      );
    });
  });

  describe('c: names, Regions, versions and accounts are free text', () => {
    it.each<[keyof ClusterSpec, unknown]>([
      ['name', 'My Cluster'],
      ['region', 'europe'],
      ['kubernetesVersion', 'latest'],
      ['kubernetesVersion', '1.35.0'],
      ['accountId', 'sandbox'],
      ['accountId', 111122223333],
      ['environment', '../prod'],
      ['owner', 'user:guest'],
    ])('refuses %s %j by its name', (field, value) => {
      expect(() =>
        kroInstance({ ...AUTO_MODE_SMALL, [field]: value } as ClusterSpec),
      ).toThrow(`${field} must be`);
    });
  });

  describe('d: every cluster gets 10.0.0.0/16', () => {
    it('writes the addresses that were given, and subnets within them', () => {
      const { cidr } = kroInstance({
        ...AUTO_MODE_SMALL,
        network: { vpcCidr: '10.96.16.0/20', availabilityZones: 2 },
      }).spec;
      expect(cidr).toEqual({
        vpcCidr: '10.96.16.0/20',
        privateSubnet1Cidr: '10.96.16.0/22',
        privateSubnet2Cidr: '10.96.20.0/22',
        publicSubnet1Cidr: '10.96.28.0/24',
        publicSubnet2Cidr: '10.96.29.0/24',
      });
    });

    it('writes nothing where none were given', () => {
      const { network: _, ...spec } = AUTO_MODE_SMALL;
      expect(() => kroInstance(spec as ClusterSpec)).toThrow(
        'network must have',
      );
    });
  });

  it('does not answer a second request with the first one’s file', () => {
    const files = KRO.provisioner.render(AUTO_MODE_SMALL, KRO.context);
    const change = {
      files: files.map(({ path, text }) => ({ path, create: text })),
    };
    const present = new Map(files.map(({ path, text }) => [path, { text }]));
    expect(() => applyChange(change, present)).toThrow('is there already');
  });
});
