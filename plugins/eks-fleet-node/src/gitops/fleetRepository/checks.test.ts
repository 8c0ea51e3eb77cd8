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
  CHECKOUT_PROD,
  edited,
  lineOf,
  ORDERS,
  SEARCH,
  SHARED,
  textOf,
} from './__testUtils__/checkedContent';

let repository: CheckedRepository;
beforeAll(() => {
  repository = CheckedRepository.create();
});
afterAll(() => repository.close());
beforeEach(() => {
  repository.git('reset', '--quiet', '--hard', 'base');
  repository.git('clean', '--quiet', '-d', '--force');
});

/** What a change of these files is refused for. */
function refusals(...files: [string, string][]): string[] {
  files.forEach(each => repository.write(...each));
  const { lines, stderr } = repository.check();
  expect(stderr).toBe('');
  return lines.slice(0, -1);
}

const NAMESPACE = `${CHECKOUT}/namespace.yaml`;
const PROJECT = `${CHECKOUT}/project.yaml`;

describe('the check of the reference repository', () => {
  it('has nothing to say about it as it is', () => {
    expect(repository.checkAll().lines).toEqual(['Nothing to refuse.']);
    expect(repository.check().lines).toEqual(['Nothing to refuse.']);
  });

  it.each<[string, [string, string], string]>([
    [
      'a cluster by another name than its path',
      edited(SHARED, 'spec:\n  name: shared\n', 'spec:\n  name: other\n'),
      'by its path it is "shared"',
    ],
    [
      'an account that is not the path’s',
      edited(
        SEARCH,
        '"account_id": "222233334444"',
        '"account_id": "111122223333"',
      ),
      'says the account "111122223333"; by its path it is "222233334444"',
    ],
    [
      'a field that nobody knows',
      edited(ORDERS, /^ {2}version: /m, '  verison: '),
      'spec.verison is not known here',
    ],
    [
      'a field with a value that it cannot have',
      edited(
        SEARCH,
        '"zonal_shift_config": {',
        '"zonal_shift_config": { "enable": 1,',
      ),
      'zonal_shift_config.enable is not known here',
    ],
    [
      'a kind that is not of this repository',
      [
        SHARED,
        `${textOf(
          SHARED,
        )}---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: x }\n`,
      ],
      'rbac.authorization.k8s.io/v1 ClusterRoleBinding is no kind that this repository has',
    ],
    [
      'a key that is there twice',
      edited(ORDERS, /^ {2}version: /m, "  version: '1.30'\n  version: "),
      'cannot be read: Map keys must be unique',
    ],
    [
      'an alias',
      [SEARCH.replace('.auto.tfvars.json', '.yaml'), 'a: &a [x]\nb: *a\n'],
      'has aliases; write out what they stand for',
    ],
    [
      'a file in the wrong place',
      ['clusters/dev/shared.yaml', 'a: b\n'],
      'does not belong here; clusters has clusters/<environment>/<account>/',
    ],
    [
      'a name in other letters',
      [SHARED.replace('/shared/', '/Shared/'), textOf(SHARED)],
      'does not belong here',
    ],
    [
      'another team’s label',
      edited(
        NAMESPACE,
        'eks-fleet.io/team: payments',
        'eks-fleet.io/team: orders',
      ),
      'by its path the team is "payments"',
    ],
    [
      'another team’s owner',
      edited(NAMESPACE, 'group:default/payments', 'group:default/orders'),
      'eks-fleet.io/owner must be the group payments',
    ],
    [
      'another environment',
      edited(
        NAMESPACE,
        'eks-fleet.io/environment: dev',
        'eks-fleet.io/environment: prod',
      ),
      'by its path the environment is "dev"',
    ],
    [
      'an object in another namespace',
      edited(NAMESPACE, 'namespace: checkout', 'namespace: kube-system'),
      'says "kube-system" at namespace; by its path the namespace is "checkout"',
    ],
    [
      'the project of somebody else',
      edited(PROJECT, /name: checkout-shared.*/, 'name: fleet-clusters'),
      'must be checkout-shared-111122223333-eu-west-1: by its path it is of that namespace',
    ],
    [
      'something cluster-wide in a project',
      edited(
        PROJECT,
        'clusterResourceWhitelist: []',
        "clusterResourceWhitelist: [{ group: '*', kind: '*' }]",
      ),
      'must be empty: nothing of the whole cluster is a team’s',
    ],
    [
      'another cluster as destination',
      edited(PROJECT, 'cluster/shared', 'cluster/*'),
      'must be the namespace checkout of the cluster shared in 111122223333',
    ],
    [
      'another namespace as destination',
      edited(PROJECT, /namespace: checkout$/m, "namespace: '*'"),
      'must be the namespace checkout of the cluster shared',
    ],
    [
      'anybody’s repositories',
      edited(PROJECT, /https:\/\/github.com\/acme\/checkout/, 'https://*'),
      'name a repository, or a folder of them',
    ],
    [
      'a namespace on a cluster that is not there',
      [NAMESPACE.replace('/shared/', '/gone/'), textOf(NAMESPACE)],
      'is on a cluster that is not there: clusters/dev/111122223333/eu-west-1/gone/ has no file',
    ],
    [
      'a namespace of the cluster itself',
      [
        NAMESPACE.replace('/checkout/', '/kube-system/'),
        textOf(NAMESPACE).replaceAll('checkout', 'kube-system'),
      ],
      "kube-system is the cluster's or the platform's own",
    ],
    [
      'an application in a namespace that its team has not',
      edited(
        'applications/payments/checkout/dev.yaml',
        'namespace: checkout',
        'namespace: orders',
      ),
      'the team payments has no namespace "orders" in dev',
    ],
    [
      'an application of another team',
      edited(
        'applications/payments/checkout/dev.yaml',
        'group:default/payments',
        'group:default/orders',
      ),
      'owner must be the group payments',
    ],
  ])('refuses %s', (_, [path, text], says) => {
    expect(refusals([path, text]).join('\n')).toContain(says);
  });

  it('names file and line', () => {
    const line = lineOf(NAMESPACE, 'eks-fleet.io/team');
    expect(
      refusals(
        edited(
          NAMESPACE,
          'eks-fleet.io/team: payments',
          'eks-fleet.io/team: orders',
        ),
      ),
    ).toEqual([
      `${NAMESPACE}:${line}: says "orders" at eks-fleet.io/team; by its path the team is "payments"`,
    ]);
  });

  it('refuses one cluster in two environments', () => {
    const path = SHARED.replace('/dev/', '/stage/');
    const found = refusals([
      path,
      textOf(SHARED).replace('environment: dev', 'environment: stage'),
    ]);
    expect(found.join('\n')).toContain(
      `${path}:1: is the cluster shared in 111122223333 and eu-west-1, as ${SHARED} is`,
    );
  });

  it('refuses one namespace of two teams', () => {
    const swap = (text: string) => text.replaceAll('payments', 'orders');
    const found = refusals(
      [swap(NAMESPACE), swap(textOf(NAMESPACE))],
      [swap(PROJECT), swap(textOf(PROJECT))],
    );
    expect(found.join('\n')).toContain(
      'is the namespace checkout on shared-111122223333-eu-west-1, as',
    );
  });

  it('refuses VPCs that overlap, on both files, in two accounts too', () => {
    const path = SEARCH.replace('222233334444', '111122223333').replace(
      '/search/',
      '/wide/',
    );
    const found = refusals([
      path,
      textOf(SEARCH)
        .replaceAll('222233334444', '111122223333')
        .replace('"name": "search"', '"name": "wide"')
        .replace('"cidr": "10.40.0.0/16"', '"cidr": "10.40.128.0/17"'),
    ]);
    expect(found).toEqual([
      expect.stringContaining(
        `10.40.128.0/17 overlaps 10.40.0.0/16 of ${SEARCH}; take a block`,
      ),
      expect.stringContaining(
        `10.40.0.0/16 overlaps 10.40.128.0/17 of ${path}`,
      ),
    ]);
  });

  it('refuses what edits a cluster past its day, and lets it be extended', () => {
    expect(refusals(edited(SEARCH, '"2027-06-30"', '"2026-11-29"'))).toEqual([
      expect.stringContaining(
        'was to live until 2026-11-29; say a later day, or `lifecycle: deleting`',
      ),
    ]);
    expect(refusals(edited(SEARCH, '"2027-06-30"', '"2026-11-30"'))).toEqual(
      [],
    );
    expect(
      refusals(edited(SEARCH, '"2027-06-30"', '"2027-02-30"')).join('\n'),
    ).toContain('is no date such as 2027-03-31');
  });

  it('notes what is wrong where the change has not been, and refuses nothing for it', () => {
    repository.write(...edited(SEARCH, '"2027-06-30"', '"2026-01-01"'));
    repository.write(
      ...edited(
        PROJECT,
        'clusterResourceWhitelist: []',
        'clusterResourceWhitelist: [{ group: "", kind: Namespace }]',
      ),
    );
    repository.git('commit', '--quiet', '--all', '--message=x');
    const { lines, status } = repository
      .write(...edited(ORDERS, /^ {2}version: '1.34'/m, "  version: '1.35'"))
      .run('--base', 'HEAD', '--today', '2026-11-30');
    expect(status).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/tfvars\.json:\d+: note: was to live until/),
      expect.stringMatching(/project\.yaml:\d+: note: must be empty/),
      expect.stringMatching(/project\.yaml:\d+: note: spec.clusterResource/),
      'Nothing to refuse.',
    ]);
  });

  it('takes away a link', () => {
    repository.link(SHARED.replace('/shared/', '/linked/'), '/etc/passwd');
    expect(repository.check().lines.join('\n')).toContain(
      'is a link; write the file itself',
    );
  });

  it.each<[string, string | RegExp, string, string]>([
    [
      'clusters',
      'applicationsSync: create-update',
      'applicationsSync: sync',
      'applicationsSync must be create-update',
    ],
    [
      'namespaces',
      'preserveResourcesOnDeletion: true',
      'preserveResourcesOnDeletion: false',
      'preserveResourcesOnDeletion must be true',
    ],
    ['clusters', 'prune: false', 'prune: true', 'prune must be false'],
    [
      'namespaces',
      'project: fleet-namespaces',
      'project: default',
      'project must be written out',
    ],
    [
      'namespaces',
      'project: fleet-namespaces',
      "project: '{{ .metadata.labels.team }}'",
      'project must be written out',
    ],
    [
      'clusters',
      / {2}finalizers:\n.*\n.*\n.*\n/,
      '',
      'must have the finalizer',
    ],
  ])(
    'refuses an ApplicationSet %s with %s changed to %s',
    (name, from, to, says) => {
      expect(
        refusals(edited(`argocd/${name}.yaml`, from, to)).join('\n'),
      ).toContain(says);
    },
  );

  it('writes annotations for GitHub, in which no name starts a line of its own', () => {
    repository.write('clusters/dev/a,b:c\n::error::%x.yaml', 'a: b\n');
    const { lines } = repository.check('--format', 'github');
    expect(lines).toEqual([
      expect.stringMatching(
        /^::error file=clusters\/dev\/a%2Cb%3Ac\\u000a%3A%3Aerror%3A%3A%25x\.yaml,line=1::does not belong here/,
      ),
    ]);
  });

  it('writes a code quality report for GitLab', () => {
    repository.write(
      ...edited(
        NAMESPACE,
        'eks-fleet.io/environment: dev',
        'eks-fleet.io/environment: prod',
      ),
    );
    const report = JSON.parse(
      repository.check('--format', 'gitlab').lines.join('\n'),
    );
    expect(report).toEqual([
      {
        description:
          'says "prod" at eks-fleet.io/environment; by its path the environment is "dev"',
        check_name: 'fleet',
        fingerprint: expect.any(String),
        severity: 'blocker',
        location: {
          path: NAMESPACE,
          lines: { begin: lineOf(NAMESPACE, 'eks-fleet.io/environment') },
        },
      },
    ]);
  });

  it.each([
    [['--base', 'no-such-commit']],
    [['--base', '--output=x']],
    [['--format', 'xml']],
    [['--today', 'tomorrow']],
    [['--surprise']],
  ])('ends with 2 where it cannot check: %j', args => {
    const { status, stderr } = repository.run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Cannot check: /);
  });

  it('refuses a project of prod that reaches dev', () => {
    expect(
      refusals(
        edited(
          `${CHECKOUT_PROD}/project.yaml`,
          'eks:eu-west-1:444455556666:cluster/orders',
          'eks:eu-west-1:111122223333:cluster/shared',
        ),
      ).join('\n'),
    ).toContain(
      'must be the namespace checkout of the cluster orders in 444455556666',
    );
  });
});
