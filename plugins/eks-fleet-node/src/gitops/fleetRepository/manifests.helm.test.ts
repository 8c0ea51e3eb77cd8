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

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { describeIf } from '../../policy/chart/__testUtils__/describeIf';
import { HELM, runHelm } from '../../policy/chart/__testUtils__/helm';
import { desiredApplications } from './__testUtils__/controller';
import { marked } from './__testUtils__/checkedContent';
import { exampleWorld, withFiles } from './__testUtils__/exampleWorld';
import { applicationSet, FLEET, manifests } from './__testUtils__/fleet';
import { generate, type World } from './__testUtils__/generators';
import type { Parameters } from './__testUtils__/goTemplate';

/** What Go's own templates make of a text, once for each set of parameters. */
function byGo(template: string, parameters: Parameters[]): any[] {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  try {
    mkdirSync(join(folder, 'templates'));
    const write = (path: string, text: string) =>
      writeFileSync(join(folder, path), text);
    write(
      'Chart.yaml',
      stringify({ apiVersion: 'v2', name: 'x', version: '0.1.0' }),
    );
    write('values.yaml', stringify({ all: parameters }));
    write(
      'templates/all.yaml',
      `{{ range $each := .Values.all }}{{ with $each }}\n---\n${template}\n{{ end }}{{ end }}`,
    );
    return runHelm(['template', 'x', folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parametersOf(name: string, world: World = exampleWorld()) {
  return applicationSet(name).spec.generators.flatMap((each: any) =>
    generate(each, world),
  );
}

/** The example with everything marked, so that what deletes has its turn too. */
function markedWorld(): World {
  return withFiles(exampleWorld(), (path, text) =>
    /(cluster|namespace)\.yaml$|^applications\//.test(path)
      ? marked(path)
      : [path, text],
  );
}

describeIf('helm', HELM, 'templates of ApplicationSets, by Go', () => {
  it.each(manifests('ApplicationSet').map(({ metadata }) => metadata.name))(
    '%s comes out as it does here',
    name => {
      const world = name.endsWith('-deletions')
        ? markedWorld()
        : exampleWorld();
      const set = applicationSet(name);
      const parameters = parametersOf(name, world);
      expect(parameters.length).toBeGreaterThan(0);
      const made = byGo(
        stringify(set.spec.template, { lineWidth: 0 }),
        parameters,
      );
      expect(made).toEqual(
        desiredApplications(set, world).map(each => ({
          metadata: {
            name: each.name,
            labels: each.labels,
            ...(Object.keys(each.annotations).length > 0 && {
              annotations: each.annotations,
            }),
          },
          spec: each.spec,
        })),
      );
    },
  );

  it('give applications their source and how they sync, whatever texts are in them', () => {
    const { spec } = applicationSet('applications');
    const [first] = parametersOf('applications');
    const made = byGo(spec.templatePatch, [
      first,
      {
        ...first,
        source: {
          repoUrl: 'https://charts.example.com',
          chart: 'checkout',
          targetRevision: '1.4.2',
        },
        parameters: { 'image.tag': 'a: "b"\n{{ .x }}', replicas: '1e3' },
        syncPolicy: { automated: false, selfHeal: false, prune: false },
      },
    ]);
    const syncOptions = ['ServerSideApply=true', 'FailOnSharedResource=true'];
    expect(made).toEqual([
      {
        spec: {
          source: {
            repoURL: 'https://github.com/acme/checkout',
            path: 'deploy/dev',
            targetRevision: 'main',
          },
          syncPolicy: {
            automated: { prune: false, selfHeal: true },
            syncOptions,
          },
        },
      },
      {
        spec: {
          source: {
            repoURL: 'https://charts.example.com',
            chart: 'checkout',
            targetRevision: '1.4.2',
            helm: {
              parameters: [
                {
                  name: 'image.tag',
                  value: 'a: "b"\n{{ .x }}',
                  forceString: true,
                },
                { name: 'replicas', value: '1e3', forceString: true },
              ],
            },
          },
          syncPolicy: { syncOptions },
        },
      },
    ]);
  });
});

describeIf('helm', HELM, 'charts of the hub, by Helm', () => {
  const chart = (name: string, ...args: string[]) =>
    runHelm([
      'template',
      'release',
      join(FLEET, 'charts', name),
      '--namespace=argocd',
      ...args,
    ]) as any[];

  it('fleet-deletion may touch the applications that it names, and nothing else', () => {
    const objects = chart(
      'fleet-deletion',
      '--set=applications={shared-111122223333-eu-west-1,secret-shared-111122223333-eu-west-1}',
    );
    const { rules } = objects.find(({ kind }) => kind === 'Role');
    expect(rules).toEqual([
      {
        apiGroups: ['argoproj.io'],
        resources: ['applications'],
        resourceNames: [
          'shared-111122223333-eu-west-1',
          'secret-shared-111122223333-eu-west-1',
        ],
        verbs: ['get', 'list', 'watch', 'patch', 'delete'],
      },
    ]);
    expect(objects.map(({ kind }) => kind).sort()).toEqual([
      'Job',
      'Role',
      'RoleBinding',
      'ServiceAccount',
    ]);
    const { initContainers } = objects.find(({ kind }) => kind === 'Job').spec
      .template.spec;
    expect(initContainers.map((each: any) => each.env[0].value)).toEqual(
      rules[0].resourceNames,
    );
  });

  it.each(['', '{}', '{a,b,c}', '{a,a}', '{A}', '{*}', '{a b}', '{../x}'])(
    'fleet-deletion refuses %j as what it deletes',
    applications => {
      expect(() =>
        chart('fleet-deletion', `--set=applications=${applications}`),
      ).toThrow(/applications/);
    },
  );

  const place = [
    '--set-string=environment=prod',
    '--set-string=accountId=444455556666',
    '--set-string=region=eu-west-1',
    '--set-string=clusterName=orders',
    '--set=addons.kyverno=true,addons.metrics_server=false',
    '--set-string=tenant=payments',
    '--set-string=labels.kubernetes_version=1.34',
    '--set-string=annotations.aws_vpc_id=vpc-0a1b2c3d',
  ];
  const labels = {
    'argocd.argoproj.io/secret-type': 'cluster',
    fleet_member: 'spoke',
    environment: 'prod',
    tenant: 'payments',
    aws_account_id: '444455556666',
    aws_region: 'eu-west-1',
    aws_cluster_name: 'orders',
    enable_kyverno: 'true',
    enable_metrics_server: 'false',
    kubernetes_version: '1.34',
  };
  const annotations = {
    aws_account_id: '444455556666',
    aws_region: 'eu-west-1',
    aws_cluster_name: 'orders',
    aws_vpc_id: 'vpc-0a1b2c3d',
  };

  it('cluster-secret makes a Secret with an ARN and nothing secret', () => {
    expect(chart('cluster-secret', ...place)).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'orders-444455556666-eu-west-1',
          namespace: 'argocd',
          labels,
          annotations,
        },
        type: 'Opaque',
        stringData: {
          name: 'orders-444455556666-eu-west-1',
          server: 'arn:aws:eks:eu-west-1:444455556666:cluster/orders',
        },
      },
    ]);
  });

  it('cluster-secret makes an ExternalSecret that keeps what it made', () => {
    const [external, ...more] = chart(
      'cluster-secret',
      ...place,
      '--set-string=registration=external',
    );
    expect(more).toEqual([]);
    expect(external).toMatchObject({
      kind: 'ExternalSecret',
      spec: {
        target: {
          deletionPolicy: 'Retain',
          template: {
            metadata: { labels, annotations },
            data: { server: '{{ .server }}', config: '{{ .config }}' },
          },
        },
        dataFrom: [{ extract: { key: 'fleet/444455556666/eu-west-1/orders' } }],
      },
    });
  });

  it('sync-checks has hooks only, that read and change nothing', () => {
    const objects = chart('sync-checks', '--set-string=release=kyverno');
    const hooks = Object.fromEntries(
      objects.map(({ kind, metadata }) => [
        `${kind} ${metadata.name}`,
        metadata.annotations['argocd.argoproj.io/hook'],
      ]),
    );
    expect(hooks).toEqual({
      'ServiceAccount sync-checks-kyverno': 'PreSync',
      'ClusterRole sync-checks-kyverno': 'PreSync',
      'ClusterRoleBinding sync-checks-kyverno': 'PreSync',
      'Job sync-checks-kyverno-before': 'PreSync',
      'Job sync-checks-kyverno-after': 'PostSync',
    });
    const { rules } = objects.find(({ kind }) => kind === 'ClusterRole');
    expect(new Set(rules.flatMap((each: any) => each.verbs))).toEqual(
      new Set(['get', 'list', 'watch']),
    );
  });
});
