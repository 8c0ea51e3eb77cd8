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

import {
  deleteApplicationSet,
  deletedWith,
  prunedBy,
  type LiveApplication,
} from './__testUtils__/controller';
import {
  exampleWorld,
  reconcileAll,
  sourceOf,
  withFiles,
} from './__testUtils__/exampleWorld';
import { marked } from './__testUtils__/checkedContent';
import { applicationSet, manifests } from './__testUtils__/fleet';
import type { World } from './__testUtils__/generators';

const WORLD = exampleWorld();
const { applications: LIVE } = reconcileAll(WORLD);
const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** Applications whose objects are clusters and namespaces. */
const MORTAL = LIVE.filter(({ labels }) =>
  ['cluster', 'namespace', 'namespace-project'].includes(
    labels['eks-fleet.io/kind'],
  ),
);

function namesOf(applications: readonly LiveApplication[]): string[] {
  return applications.map(({ name }) => name).sort();
}

/** The example with what a pattern fits marked for deletion. */
function markedWorld(fits: RegExp) {
  return withFiles(WORLD, (path, text) =>
    fits.test(path) && /(cluster|namespace)\.yaml$|^applications\//.test(path)
      ? marked(path)
      : [path, text],
  );
}

describe('the reference repository, as it is', () => {
  it('has an application for each cluster and namespace, and of each project', () => {
    expect(namesOf(MORTAL)).toEqual([
      'checkout-orders-444455556666-eu-west-1',
      'checkout-shared-111122223333-eu-west-1',
      'orders-444455556666-eu-west-1',
      'orders-orders-444455556666-eu-west-1',
      'project-checkout-orders-444455556666-eu-west-1',
      'project-checkout-shared-111122223333-eu-west-1',
      'project-orders-orders-444455556666-eu-west-1',
      'shared-111122223333-eu-west-1',
    ]);
  });

  it('changes nothing when everything is reconciled again', () => {
    const again = reconcileAll(WORLD, LIVE);
    expect(again.deleted).toEqual([]);
    expect(namesOf(again.applications)).toEqual(namesOf(LIVE));
  });

  it('deletes nothing that is active', () => {
    expect(
      LIVE.filter(({ labels }) =>
        labels['eks-fleet.io/kind'].endsWith('-deletion'),
      ),
    ).toEqual([]);
  });
});

describe.each<[string, World]>([
  [
    'clusters/ and namespaces/ deleted',
    withFiles(WORLD, (path, text) =>
      /^(clusters|namespaces)\//.test(path) ? undefined : [path, text],
    ),
  ],
  [
    'clusters/ renamed',
    withFiles(WORLD, (path, text) => [
      path.replace(/^clusters\//, 'our-clusters/'),
      text,
    ]),
  ],
  [
    'an environment renamed',
    withFiles(WORLD, (path, text) => [path.replace('/prod/', '/live/'), text]),
  ],
  [
    'all files gone from the branch',
    { ...WORLD, files: new Map<string, string>() },
  ],
  ['a Git host that does not answer', { ...WORLD, files: undefined }],
  [
    'files that cannot be read',
    withFiles(WORLD, (path, text) => [
      path,
      path.endsWith('.yaml') ? `a: [${text}` : text,
    ]),
  ],
  ['files that are empty', withFiles(WORLD, path => [path, ''])],
  ['all Secrets of clusters gone', { ...WORLD, clusters: [] }],
])('with %s', (_, world) => {
  const after = reconcileAll(world, LIVE);

  it('every application that was there stays', () => {
    expect(after.deleted).toEqual([]);
    expect(namesOf(after.applications)).toEqual(
      expect.arrayContaining(namesOf(LIVE)),
    );
  });

  it('nothing of a cluster or a namespace is pruned', () => {
    for (const application of MORTAL) {
      const now = after.applications.find(
        ({ name }) => name === application.name,
      )!;
      const live = sourceOf(application, WORLD.files);
      expect(live.length).toBeGreaterThan(0);
      const wanted =
        world.files && !after.errors.length ? sourceOf(now, world.files) : [];
      expect(prunedBy(now, live, wanted)).toEqual([]);
    }
  });

  it('nothing is marked for deletion by it', () => {
    expect(
      namesOf(after.applications).filter(name => name.startsWith('delete-')),
    ).toEqual([]);
  });
});

describe('a generator that is broken', () => {
  it('stops its ApplicationSet, which says why, and keeps what is there', () => {
    const world = withFiles(WORLD, (path, text) => [
      path,
      path.startsWith('clusters/dev/') ? '{ not yaml' : text,
    ]);
    const after = reconcileAll(world, LIVE);
    expect(after.errors).toEqual(
      expect.arrayContaining([expect.stringContaining('clusters/dev/')]),
    );
    expect(after.deleted).toEqual([]);
    expect(namesOf(after.applications)).toEqual(namesOf(LIVE));
  });
});

describe('an ApplicationSet that is deleted', () => {
  it.each(
    manifests('ApplicationSet')
      .map(({ metadata }) => metadata.name as string)
      .filter(name => !name.endsWith('-deletions')),
  )('%s leaves its applications, and they have no owner', name => {
    const after = deleteApplicationSet(applicationSet(name), LIVE);
    expect(after.deleted).toEqual([]);
    const own = LIVE.filter(({ owner }) => owner === name);
    expect(own.length).toBeGreaterThan(0);
    for (const { name: each } of own) {
      expect(
        after.applications.find(application => application.name === each),
      ).toMatchObject({ owner: undefined });
    }
  });

  it('would take them with it without the finalizer, or without create-update', () => {
    const clusters = applicationSet('clusters');
    const { finalizers: _, ...metadata } = clusters.metadata;
    expect(
      deleteApplicationSet({ ...clusters, metadata }, LIVE).deleted,
    ).toHaveLength(2);
    const { syncPolicy, ...spec } = clusters.spec;
    expect(syncPolicy).toBeDefined();
    expect(
      deleteApplicationSet({ ...clusters, spec }, LIVE).deleted,
    ).toHaveLength(2);
  });
});

describe('an application that is deleted', () => {
  it('leaves what it made, as it has no finalizer', () => {
    for (const application of LIVE) {
      const objects = MORTAL.includes(application)
        ? sourceOf(application, WORLD.files)
        : [{ metadata: { name: 'anything' } }];
      expect(application.finalizers).toEqual([]);
      expect(deletedWith(application, objects)).toEqual([]);
    }
  });

  it('leaves a cluster, and a Namespace, even with the finalizer', () => {
    for (const application of MORTAL) {
      const kind = application.labels['eks-fleet.io/kind'];
      const objects = sourceOf(application, WORLD.files).filter(
        each => kind === 'cluster' || each.kind === 'Namespace',
      );
      expect(
        deletedWith({ ...application, finalizers: [FINALIZER] }, objects),
      ).toEqual([]);
    }
  });
});

describe('lifecycle: deleting', () => {
  const CLUSTER = 'shared-111122223333-eu-west-1';
  const world = markedWorld(/^clusters\/dev\/.*\/shared\//);
  const after = reconcileAll(world, LIVE);

  it('brings one application that deletes, for that name', () => {
    const deletions = after.applications.filter(({ name }) =>
      name.startsWith('delete-'),
    );
    expect(namesOf(deletions)).toEqual([`delete-${CLUSTER}`]);
    expect(deletions[0].spec).toMatchObject({
      project: 'fleet-deletions',
      source: {
        path: 'charts/fleet-deletion',
        helm: {
          valuesObject: { applications: [CLUSTER, `secret-${CLUSTER}`] },
        },
      },
    });
  });

  it('leaves the cluster’s application as it is, to sync the file', () => {
    const before = LIVE.find(({ name }) => name === CLUSTER)!;
    expect(after.deleted).toEqual([]);
    expect(after.applications.find(({ name }) => name === CLUSTER)).toEqual(
      before,
    );
    expect(before.spec.syncPolicy.automated).toBeDefined();
  });

  it('lets go of every object of that cluster, and of no other', () => {
    for (const application of MORTAL) {
      const objects = sourceOf(application, world.files).filter(
        each =>
          application.labels['eks-fleet.io/kind'] === 'cluster' ||
          each.kind === 'Namespace',
      );
      expect(
        deletedWith({ ...application, finalizers: [FINALIZER] }, objects),
      ).toHaveLength(application.name === CLUSTER ? objects.length : 0);
    }
  });

  it('makes the application no more once it is deleted, so that nothing comes back', () => {
    const without = after.applications.filter(
      ({ name }) => name !== CLUSTER && name !== `secret-${CLUSTER}`,
    );
    const later = reconcileAll(world, without);
    expect(namesOf(later.applications)).not.toContain(CLUSTER);
    expect(namesOf(later.applications)).not.toContain(`secret-${CLUSTER}`);
  });

  it('takes away what deletes when the file goes, and nothing else', () => {
    const gone = withFiles(world, (path, text) =>
      path.includes('/shared/cluster.yaml') ? undefined : [path, text],
    );
    expect(namesOf(reconcileAll(gone, after.applications).deleted)).toEqual([
      `delete-${CLUSTER}`,
    ]);
  });

  it('is called off by taking it back', () => {
    const back = reconcileAll(WORLD, after.applications);
    expect(namesOf(back.deleted)).toEqual([`delete-${CLUSTER}`]);
    expect(namesOf(back.applications)).toEqual(namesOf(LIVE));
  });

  it('of a namespace deletes its application, then its project', () => {
    const name = 'checkout-shared-111122223333-eu-west-1';
    const { applications, deleted } = reconcileAll(
      markedWorld(/^namespaces\/payments\/dev\//),
      LIVE,
    );
    expect(deleted).toEqual([]);
    expect(
      applications.find(each => each.name === `delete-${name}`)?.spec.source
        .helm.valuesObject,
    ).toEqual({ applications: [name, `project-${name}`] });
  });

  it('of an application deletes what it is on each cluster, and nothing else', () => {
    const name = 'checkout-dev-shared-111122223333-eu-west-1';
    const going = markedWorld(/^applications\/payments\/checkout\/dev/);
    const { applications, deleted } = reconcileAll(going, LIVE);
    expect(deleted).toEqual([]);
    const deletions = applications.filter(each =>
      each.name.startsWith('delete-'),
    );
    expect(namesOf(deletions)).toEqual([`delete-${name}`]);
    expect(deletions[0].spec.source.helm.valuesObject).toEqual({
      applications: [name],
    });
    // What the job has deleted is not made anew, and goes with no file.
    const without = applications.filter(each => each.name !== name);
    expect(namesOf(reconcileAll(going, without).applications)).not.toContain(
      name,
    );
    const gone = withFiles(WORLD, (path, text) =>
      path.startsWith('applications/') ? undefined : [path, text],
    );
    expect(reconcileAll(gone, LIVE).deleted).toEqual([]);
  });
});
