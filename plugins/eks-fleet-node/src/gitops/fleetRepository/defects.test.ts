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

import { CheckedRepository } from './__testUtils__/checkedRepository';
import {
  CHECKOUT,
  edited,
  SEARCH,
  textOf,
} from './__testUtils__/checkedContent';
import {
  exampleWorld,
  ORDERS,
  reconcileAll,
  SHARED,
} from './__testUtils__/exampleWorld';
import { applicationSet, manifests, readFleet } from './__testUtils__/fleet';

/**
 * What AWS's reference templates `eks-cluster-template` and `app-deploy`
 * (appmod-blueprints) do wrong, as far as a fleet repository can do it better.
 */
describe('defects of the reference templates that this repository does not have', () => {
  let repository: CheckedRepository;
  beforeEach(() => {
    repository = CheckedRepository.create();
  });
  afterEach(() => repository.close());

  it('a: a file that all share, to which text is appended: one file says one thing, once', () => {
    for (const path of readFleet('clusters').keys()) {
      expect(path).toMatch(
        /^clusters\/[^/]+\/\d{12}\/[^/]+\/[^/]+\/cluster\.(yaml|auto\.tfvars\.json)$/,
      );
    }
    const path = `${CHECKOUT}/namespace.yaml`;
    repository.write(path, `${textOf(path)}metadata:\n  name: checkout\n`);
    const { lines, status } = repository.check();
    expect(status).toBe(1);
    expect(lines.join('\n')).toContain('cannot be read');
  });

  it('d: every cluster with 10.0.0.0/16: two with the same addresses are refused', () => {
    const other = SEARCH.replace('/search/', '/other/');
    repository.write(
      other,
      textOf(SEARCH).replace('"name": "search"', '"name": "other"'),
    );
    expect(repository.check().lines.join('\n')).toContain(
      `10.40.0.0/16 overlaps 10.40.0.0/16 of ${SEARCH}`,
    );
  });

  it('e: a catalog that is told before the merge: nothing here registers anything', () => {
    const texts = [...readFleet('argocd', 'charts', 'clusters', 'namespaces')];
    expect(
      texts.filter(([, text]) =>
        /catalog-info|backstage\.io\/v1|catalog:register/.test(text),
      ),
    ).toEqual([]);
  });

  it('g: a file that is removed orphans its cluster: it cannot be, before it was marked', () => {
    repository.remove('namespaces', 'applications').commit().remove(SEARCH);
    expect(repository.check()).toMatchObject({ status: 1 });
  });

  it('h: an environment that never reaches the destination: here it chooses the cluster', () => {
    const destinations = Object.fromEntries(
      reconcileAll(exampleWorld())
        .applications.filter(
          ({ labels }) => labels['eks-fleet.io/kind'] === 'application',
        )
        .map(({ labels, spec }) => [
          labels.environment,
          [spec.destination.server, spec.project],
        ]),
    );
    expect(destinations).toEqual({
      dev: [SHARED.server, `checkout-${SHARED.name}`],
      prod: [ORDERS.server, `checkout-${ORDERS.name}`],
    });
  });

  it('h: an entry moved to an environment where the team has no namespace runs nowhere', () => {
    const world = exampleWorld();
    const files = new Map(world.files);
    files.set(
      'applications/payments/checkout/stage.yaml',
      files.get('applications/payments/checkout/dev.yaml')!,
    );
    const made = reconcileAll({ ...world, files }).applications;
    expect(
      made.filter(
        ({ labels }) =>
          labels.environment === 'stage' &&
          labels['eks-fleet.io/kind'] === 'application',
      ),
    ).toEqual([]);
  });

  it('h: a cluster whose Secret says another environment gets no application of this one', () => {
    const world = exampleWorld();
    const clusters = [
      { ...SHARED, labels: { ...SHARED.labels, environment: 'prod' } },
      ORDERS,
    ];
    const made = reconcileAll({ ...world, clusters }).applications;
    expect(
      made.filter(
        ({ labels }) =>
          labels['eks-fleet.io/kind'] === 'application' &&
          labels.environment === 'dev',
      ),
    ).toEqual([]);
  });

  it('h: an entry that names clusters is for those alone', () => {
    const world = exampleWorld();
    const path = 'applications/payments/checkout/prod.yaml';
    const withClusters = (account: string) => {
      const files = new Map(world.files);
      files.set(
        path,
        files
          .get(path)!
          .replace(
            /clusters:\n( {2}.*\n)+?(?=\w)/,
            `clusters: [{ account: '${account}', region: eu-west-1, cluster: orders }]\n`,
          ),
      );
      return reconcileAll({ ...world, files }).applications.filter(
        ({ labels }) =>
          labels['eks-fleet.io/kind'] === 'application' &&
          labels.environment === 'prod',
      );
    };
    expect(withClusters('444455556666')).toHaveLength(1);
    expect(withClusters('111122223333')).toHaveLength(0);
  });

  it('h: a project with everything of the whole cluster: teams’ projects have nothing of it', () => {
    repository.write(
      ...edited(
        `${CHECKOUT}/project.yaml`,
        'clusterResourceWhitelist: []',
        "clusterResourceWhitelist: [{ group: '*', kind: '*' }]",
      ),
    );
    expect(repository.check().lines.join('\n')).toContain('must be empty');
    const { project } = applicationSet('namespaces').spec.template.spec;
    const { spec } = manifests('AppProject').find(
      ({ metadata }) => metadata.name === project,
    )!;
    expect(spec.clusterResourceWhitelist).toEqual([
      { group: '', kind: 'Namespace' },
    ]);
  });

  it('i: labels of pod security by other names, and a policy of a group that has none, are refused', () => {
    const path = `${CHECKOUT}/namespace.yaml`;
    const labels = edited(
      path,
      'pod-security.kubernetes.io/warn:',
      'pod-security.kubernetes.io/warning:',
    );
    expect(
      repository
        .write(...labels)
        .check()
        .lines.join('\n'),
    ).toContain(
      'pod-security.kubernetes.io/warning is no label of pod security',
    );
    const group = edited(path, 'networking.k8s.io/v1', 'v1');
    expect(
      repository
        .write(...group)
        .check()
        .lines.join('\n'),
    ).toContain('v1 NetworkPolicy is no kind that this repository has');
  });
});
