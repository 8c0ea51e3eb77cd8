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

import { parseFile } from '../edits/editText';
import { valueAt } from '../edits/jsonPointer';
import { applyChange } from '../proposals/applyChange';
import { EXISTING_VPC } from './__testUtils__/exampleSpecs';
import { CASES, type ProvisionerCase } from './__testUtils__/provisionerCases';
import type { FileDocument } from './types';

const ACTIVE = { ...EXISTING_VPC, deletionProtection: false };
const DELETING = { ...ACTIVE, lifecycle: 'deleting' as const };

function documentsOf(
  { context, fit, provisioner }: ProvisionerCase,
  spec = ACTIVE,
): FileDocument[] {
  const [{ path, text }] = provisioner.render(fit(spec), context);
  return [...parseFile(path, text).documents] as FileDocument[];
}

function annotations(document: FileDocument): Record<string, string> {
  return (valueAt(document, ['metadata', 'annotations']) ?? {}) as any;
}

const OBJECTS = CASES.filter(({ title }) => title !== 'terraform');
const [, ACK, TERRAFORM, NAMESPACED, CLUSTER_SCOPED] = CASES;

describe('files of a cluster that is to stay', () => {
  it.each(OBJECTS)(
    'keep Argo CD from taking any object of $title away',
    each => {
      for (const document of documentsOf(each)) {
        const options =
          annotations(document)['argocd.argoproj.io/sync-options'];
        expect(options.split(',')).toEqual(
          expect.arrayContaining(['Prune=false', 'Delete=false']),
        );
      }
    },
  );

  it('keep ACK from deleting in AWS what objects stood for', () => {
    const [namespace, ...objects] = documentsOf(ACK);
    expect(objects.length).toBeGreaterThan(4);
    for (const document of objects) {
      expect(annotations(document)['services.k8s.aws/deletion-policy']).toBe(
        'retain',
      );
    }
    expect(annotations(namespace)).toMatchObject({
      'eks.services.k8s.aws/deletion-policy': 'retain',
    });
  });

  it('keep what kro makes through ACK by the namespace that it is in', () => {
    const [namespace] = documentsOf(CASES[0]);
    expect(annotations(namespace)).toMatchObject({
      'ec2.services.k8s.aws/deletion-policy': 'retain',
      'eks.services.k8s.aws/deletion-policy': 'retain',
      'iam.services.k8s.aws/deletion-policy': 'retain',
    });
  });

  it.each([NAMESPACED, CLUSTER_SCOPED])(
    'keep $title from deleting, by leaving Delete out',
    each => {
      const resources = documentsOf(each).filter(
        ({ kind }) => kind !== 'Namespace',
      );
      expect(resources.length).toBeGreaterThan(4);
      for (const document of resources) {
        expect(valueAt(document, ['spec', 'managementPolicies'])).toEqual([
          'Observe',
          'Create',
          'Update',
          'LateInitialize',
        ]);
        expect(valueAt(document, ['spec', 'deletionPolicy'])).toBe(
          each === CLUSTER_SCOPED ? 'Orphan' : undefined,
        );
      }
    },
  );

  it('keep Terraform making it', () => {
    expect(documentsOf(TERRAFORM)[0]).toMatchObject({ create: true });
  });
});

describe('files of a cluster that is to be deleted', () => {
  it.each(CASES)(
    'let go of it with $title, and of nothing by any other change',
    each => {
      const text = JSON.stringify(documentsOf(each, DELETING));
      expect(text).not.toMatch(
        /Prune=false|Delete=false|retain|Orphan|LateInitialize/,
      );
      expect(text).toContain('deleting');
      const others = [
        { ...ACTIVE, expiresOn: '2020-01-01' },
        { ...ACTIVE, environment: 'deleting' },
        { ...ACTIVE, tags: { lifecycle: 'deleting' } },
      ];
      for (const other of others) {
        const kept = JSON.stringify(documentsOf(each, other));
        expect(kept).toMatch(/Prune=false|"create":true/);
        expect(kept).not.toMatch(
          /"create":false|deletion-policy":"delete|"Delete"/,
        );
      }
    },
  );

  it('say so in each object’s own field', () => {
    expect(documentsOf(TERRAFORM, DELETING)[0]).toMatchObject({
      create: false,
    });
    for (const document of documentsOf(ACK, DELETING).slice(1)) {
      expect(annotations(document)['services.k8s.aws/deletion-policy']).toBe(
        'delete',
      );
    }
    for (const document of documentsOf(CLUSTER_SCOPED, DELETING)) {
      expect(document.spec).toMatchObject({
        managementPolicies: ['*'],
        deletionPolicy: 'Delete',
      });
    }
  });

  it.each(OBJECTS)(
    'say so in the first object of $title, which is all that an ApplicationSet sees',
    each => {
      const [first] = documentsOf(each, DELETING);
      expect(annotations(first)['eks-fleet.io/lifecycle']).toBe('deleting');
      const [kept] = documentsOf(each);
      expect(annotations(kept)['eks-fleet.io/lifecycle']).not.toBe('deleting');
    },
  );

  it.each(CASES)('come of a change of $title to that alone', each => {
    const { context, fit, provisioner } = each;
    const [before, after] = [fit(ACTIVE), fit(DELETING)];
    const files = provisioner.render(before, context);
    const change = { files: provisioner.change(before, after, files, context) };
    const present = new Map(files.map(({ path, text }) => [path, { text }]));
    const [edited] = applyChange(change, present).files;
    expect(
      provisioner.parse([{ path: edited.path, text: edited.text! }], context),
    ).toMatchObject({
      spec: after,
      deviations: [],
    });
  });

  it.each(CASES)(
    'are not written by $title while deletion protection is on',
    each => {
      expect(() =>
        each.provisioner.render(
          { ...each.fit(DELETING), deletionProtection: true },
          each.context,
        ),
      ).toThrow('deletionProtection must be false where lifecycle is deleting');
    },
  );
});
