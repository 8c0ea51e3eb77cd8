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

import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import {
  againstCrd,
  againstSchema,
  againstSchemaFile,
  hasCrds,
} from '../clusterFiles/__testUtils__/schemas';
import { describeIf } from '../../policy/chart/__testUtils__/describeIf';
import type { KubeObject } from './__testUtils__/controller';
import {
  exampleWorld,
  ORDERS,
  reconcileAll,
  SHARED,
} from './__testUtils__/exampleWorld';
import {
  applicationSet,
  documentsOf,
  FLEET,
  manifests,
  readFleet,
} from './__testUtils__/fleet';

const KUBECONFORM = spawnSync('kubeconform', ['-v']).status === 0;
const ALL = [...readFleet('argocd').values()].flatMap(documentsOf);
const PROJECTS = [...readFleet('namespaces')]
  .filter(([path]) => path.endsWith('/project.yaml'))
  .flatMap(([, text]) => documentsOf(text));
const { applications: APPLICATIONS } = reconcileAll(exampleWorld());

/** What reads the repository may have more than what a team gets. */
function againstOwn(document: KubeObject): string[] {
  return againstSchemaFile(
    `argocd/${document.kind.toLowerCase()}_v1alpha1.json`,
    document,
  );
}

describe('argocd/', () => {
  it('has no field but those of the strict schemas, as projects of namespaces have', () => {
    expect(ALL.length).toBeGreaterThan(15);
    expect(PROJECTS.length).toBeGreaterThan(1);
    expect(ALL.flatMap(againstOwn)).toEqual([]);
    expect(PROJECTS.flatMap(againstSchema)).toEqual([]);
    for (const kind of ['Application', 'ApplicationSet', 'AppProject']) {
      const one = structuredClone(ALL.find(each => each.kind === kind)!);
      one.spec.surprise = true;
      expect(againstOwn(one)).not.toEqual([]);
    }
  });

  it('makes applications that are valid themselves', () => {
    const objects = APPLICATIONS.map(({ annotations, labels, name, spec }) => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name, labels, annotations },
      spec,
    }));
    expect(objects.length).toBeGreaterThan(15);
    expect(objects.flatMap(againstOwn)).toEqual([]);
  });

  it('has every application in a project that is there, written out', () => {
    const names = new Set(
      [...manifests('AppProject'), ...PROJECTS].map(
        ({ metadata }) => metadata.name,
      ),
    );
    const used = [
      ...APPLICATIONS.map(({ spec }) => spec.project),
      ...manifests('Application').map(({ spec }) => spec.project),
    ];
    expect(used.filter(name => !names.has(name))).toEqual([]);
    expect(used).not.toContain('default');
  });

  it('has every application at a destination that its project permits', () => {
    const projects = new Map(
      [...manifests('AppProject'), ...PROJECTS].map(each => [
        each.metadata.name,
        each.spec,
      ]),
    );
    const fits = (pattern: string | undefined, value: string | undefined) =>
      pattern !== undefined &&
      value !== undefined &&
      new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`).test(value);
    for (const { name, spec } of APPLICATIONS) {
      const { destinations, sourceRepos } = projects.get(spec.project)!;
      const permitted = destinations.some(
        (each: any) =>
          fits(each.namespace, spec.destination.namespace) &&
          (fits(each.server, spec.destination.server) ||
            fits(each.name, spec.destination.name)),
      );
      expect({ name, permitted }).toEqual({ name, permitted: true });
      for (const { repoURL } of [spec.sources ?? spec.source ?? []].flat()) {
        expect(sourceRepos.some((each: string) => fits(each, repoURL))).toBe(
          true,
        );
      }
    }
  });

  it('permits nothing in the project that applications get without one', () => {
    expect(
      manifests('AppProject').find(
        ({ metadata }) => metadata.name === 'default',
      )?.spec,
    ).toMatchObject({ sourceRepos: [], destinations: [] });
  });
});

describe('add-ons', () => {
  it('take their values layer over layer: default, environment, cluster, tenant', () => {
    const world = {
      ...exampleWorld(),
      clusters: [
        { ...ORDERS, labels: { ...ORDERS.labels, tenant: 'payments' } },
      ],
    };
    const { applications } = reconcileAll(world);
    const kyverno = applications.find(({ name }) =>
      name.startsWith('kyverno-'),
    );
    expect(kyverno?.spec.sources[0].helm.valueFiles).toEqual([
      '$fleet/addons/default/kyverno/values.yaml',
      '$fleet/addons/environments/prod/kyverno/values.yaml',
      '$fleet/addons/clusters/444455556666/eu-west-1/orders/kyverno/values.yaml',
      '$fleet/addons/tenants/payments/default/kyverno/values.yaml',
      '$fleet/addons/tenants/payments/environments/prod/kyverno/values.yaml',
      '$fleet/addons/tenants/payments/clusters/444455556666/eu-west-1/orders/kyverno/values.yaml',
    ]);
  });

  it('are on clusters whose Secret asks for them, and on no other', () => {
    const { enable_kyverno: _, ...labels } = SHARED.labels;
    const { applications } = reconcileAll({
      ...exampleWorld(),
      clusters: [{ ...SHARED, labels }, ORDERS],
    });
    const names = applications
      .filter(({ labels: each }) => each['eks-fleet.io/kind'] === 'addon')
      .map(({ name }) => name)
      .sort();
    expect(names).toEqual([
      `kyverno-${ORDERS.name}`,
      `metrics-server-${ORDERS.name}`,
      `metrics-server-${SHARED.name}`,
    ]);
  });

  it('go through each environment in turn, none left out, and do not sync by themselves', () => {
    const { spec } = applicationSet('addons');
    const steps = spec.strategy.rollingSync.steps.map(
      (each: any) => each.matchExpressions[0].values,
    );
    expect(steps).toEqual([['dev'], ['stage'], ['prod']]);
    const environments = [...readFleet('clusters').keys()].map(
      path => path.split('/')[1],
    );
    expect(steps.flat()).toEqual(expect.arrayContaining(environments));
    // RollingSync turns it off, with a warning for each application.
    expect(spec.template.spec.syncPolicy.automated).toBeUndefined();
  });

  it('have a check before and a test after each sync beside them', () => {
    const { sources } = applicationSet('addons').spec.template.spec;
    expect(sources.map((each: any) => each.path)).toContain(
      'charts/sync-checks',
    );
  });
});

describeIf('kubeconform', KUBECONFORM, 'argocd/, by kubeconform', () => {
  it('finds a schema for each document, and each valid', () => {
    const printed = execFileSync('kubeconform', [
      '-strict',
      '-output=json',
      '-summary',
      `-schema-location=${resolve(
        FLEET,
        'schemas',
      )}/argocd/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`,
      resolve(FLEET, 'argocd'),
    ]);
    const { summary } = JSON.parse(String(printed));
    expect(summary).toMatchObject({
      valid: ALL.length,
      invalid: 0,
      errors: 0,
      skipped: 0,
    });
  });
});

describeIf(
  'argocd-crds',
  hasCrds('argoproj.io'),
  'argocd/, held to Argo CD’s own definitions',
  () => {
    it('has nothing that they do not know', () => {
      for (const document of [...ALL, ...PROJECTS]) {
        expect(againstCrd(document)).toEqual([]);
      }
      const [one] = structuredClone(manifests('ApplicationSet'));
      one.spec.template.spec.surprise = true;
      expect(againstCrd(one)).not.toEqual([]);
    }, 120_000); // Argo CD's definitions have a million characters.
  },
);

function escape(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
