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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Cluster } from '@eks-fleet/simulator';
import {
  anApplication,
  REPOSITORY,
  startApplications,
  type Applications,
} from './__testUtils__/startApplications';

jest.setTimeout(300_000);

const APPROVALS = [
  { match: { kinds: ['namespace'] }, approval: 'automatic' },
  {
    match: { kinds: ['application'], environments: ['sandbox'] },
    approval: 'automatic',
  },
];
const FILE = 'applications/payments/web/sandbox.yaml';
const KEY = 'application/payments/web/sandbox';

describe('a request for an application', () => {
  let world: Applications;

  beforeAll(async () => {
    world = await startApplications({ requests: { approvals: APPROVALS } });
    for (const cluster of [...world.sandbox, ...world.dev.slice(0, 1)]) {
      await world.haveNamespace(cluster);
    }
    await world.haveNamespace(world.sandbox[0], 'search', 'lin');
  });

  afterAll(() => world?.stop());

  const nameOn = ({ accountId, name, region, tags }: Cluster) =>
    `web-${tags.environment}-${name}-${accountId}-${region}`;
  const isState = (state: string) => (request: FleetRequest) =>
    request.state === state;
  /** Lets Argo CD make an application of what was merged, before the portal looks. */
  async function seen(cluster: Cluster): Promise<void> {
    for (let left = 10; left > 0; left -= 1) {
      const all = await world.simulator.argocd.applications();
      if (all.some(({ name }) => name === nameOn(cluster))) {
        return;
      }
      jest.setSystemTime(Date.now() + 1000);
    }
    throw new Error(`${nameOn(cluster)} never comes`);
  }
  const stateOn = (cluster: Cluster) =>
    world.simulator.argocd.application(nameOn(cluster));

  it('goes from the ask to all clusters of its environment, to the next one, and away', async () => {
    const [first, second] = world.sandbox;

    const { body: options } = await world.get(
      '/requests/options?owner=group%3Adefault%2Fpayments',
    );
    expect(options.applications.places).toMatchObject([
      { environment: 'dev', namespace: 'checkout', clusters: [{}] },
      {
        environment: 'sandbox',
        namespace: 'checkout',
        clusters: [{ name: first.name }, { name: second.name }],
        sourceRepos: [REPOSITORY],
      },
    ]);
    const { reason: _, ...shown } = anApplication();
    const { body: preflight } = await world.post('/requests/preflight', shown);
    expect(preflight).toMatchObject({
      problems: [],
      verdict: { outcome: 'allow' },
      thing: { kind: 'application', key: KEY, title: 'web in sandbox' },
    });
    expect(preflight.verdict.reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'clustersSelected',
          message: `It runs on ${first.name} and ${second.name}: 2 of 3 clusters of sandbox.`,
        }),
      ]),
    );
    const { body: preview } = await world.post('/requests/preview', shown);
    expect(preview.files).toMatchObject([{ path: FILE, change: 'create' }]);
    expect(preview.diff).toContain('+namespace: checkout');

    const asked = await world.ask(anApplication());
    expect(asked).toMatchObject({
      state: 'proposed',
      title: 'Application web in sandbox',
      environment: 'sandbox',
      clusters: [{ name: first.name }, { name: second.name }],
    });
    expect(asked.cluster).toBeUndefined();
    expect(asked.clusters![0].entityRef).toBe(
      `resource:default/${first.name}-${first.accountId}`,
    );
    await world.merge(asked);
    await seen(second);
    await world.simulator.argocd.setFault(nameOn(second), 'degraded');
    const waits = await world.until(asked, ({ message }) =>
      Boolean(message?.includes('Degraded')),
    );
    expect(waits.message).toContain(
      `1 of 2 clusters have it; ${second.name}: application ${nameOn(
        second,
      )} is Degraded`,
    );
    await world.simulator.argocd.setFault(nameOn(second), 'progressing');
    const comes = await world.until(asked, isState('provisioning'));
    expect(
      (
        await world.until(comes, ({ message }) =>
          Boolean(message?.includes('1 of 2')),
        )
      ).message,
    ).toBe(`It is Healthy on 1 of 2 clusters; not yet on ${second.name}`);
    await world.simulator.argocd.setFault(nameOn(second), undefined);
    const ready = await world.until(asked, isState('ready'));
    expect(
      ready.steps.map(({ state, status }) => [state, status]),
    ).toContainEqual(['synced', 'done']);
    for (const cluster of world.sandbox) {
      expect(await stateOn(cluster)).toMatchObject({
        syncStatus: 'Synced',
        healthStatus: 'Healthy',
      });
    }
    expect(await world.simulator.github.file(FILE)).toContain(
      `request: ${asked.id}`,
    );

    await changed();
    await promoted();
    await deleted();
  });

  /** A change is brought to all of them, and is not ready before. */
  async function changed() {
    const { body: current } = await world.get(`/requests/current?thing=${KEY}`);
    expect(current).toMatchObject({
      environment: 'sandbox',
      operations: ['change', 'delete'],
      spec: { source: { targetRevision: 'v1' } },
    });
    const change = await world.ask(
      anApplication({
        operation: 'change',
        thing: KEY,
        spec: undefined,
        base: { specHash: current.specHash, commit: current.commit },
        patch: { source: { targetRevision: 'v2' } },
      }),
    );
    await world.until(
      change,
      ({ links }) => links?.pullRequest?.state === 'open',
    );
    const { body: diff } = await world.get(`/requests/${change.id}/diff`);
    expect(diff.diff).toContain('-  targetRevision: v1');
    expect(diff.diff).toContain('+  targetRevision: v2');
    await world.merge(change);
    await world.until(change, isState('ready'));
    const { body: after } = await world.get(`/requests/${change.id}/diff`);
    expect(after).toMatchObject({ isMerged: true, diff: diff.diff });
    const { body: stale } = await world.post(
      '/requests',
      anApplication({
        operation: 'change',
        thing: KEY,
        spec: undefined,
        base: { specHash: current.specHash, commit: current.commit },
        patch: { source: { targetRevision: 'v3' } },
      }),
    );
    expect(stale.error.message).toContain('has changed since');
  }

  /** What one environment has comes to the next one by a pull request of its own. */
  async function promoted() {
    const [cluster] = world.dev;
    const promotedFrom = { environment: 'sandbox', targetRevision: 'v2' };
    const promotion = (from: object) =>
      anApplication(
        {},
        {
          environment: 'dev',
          source: {
            ...(anApplication().spec!.source as object),
            targetRevision: 'v2',
          },
          promotedFrom: { ...promotedFrom, ...from },
        },
      );
    const nowhere = await world.post(
      '/requests',
      promotion({ environment: 'staging' }),
    );
    expect(nowhere.status).toBe(400);
    const request = await world.ask(promotion({}));
    // The owner of the cluster that it comes to is told, as nobody else is named.
    expect(request).toMatchObject({
      state: 'pendingApproval',
      clusters: [{ name: cluster.name }],
      approval: { approvers: ['group:default/platform'] },
    });
    await world.approve(request);
    await world.merge(request);
    await world.until(request, isState('ready'));
    expect(await stateOn(cluster)).toMatchObject({ healthStatus: 'Healthy' });
    expect(
      await world.simulator.github.file('applications/payments/web/dev.yaml'),
    ).toContain('promotedFrom:\n  environment: sandbox\n');
  }

  /** First what runs goes, by a mark; then its file does. */
  async function deleted() {
    const { spec: _, ...gone } = anApplication({
      operation: 'delete',
      thing: KEY,
      reason: 'Nobody uses it',
    });
    const request = await world.ask(gone);
    await world.merge(request);
    const removing = await world.until(
      request,
      ({ message }) => message?.startsWith('It is gone') ?? false,
    );
    const names = (await world.simulator.argocd.applications()).map(
      ({ name }) => name,
    );
    expect(names.filter(name => name.startsWith('web-'))).toEqual([
      nameOn(world.dev[0]),
    ]);
    expect(await world.simulator.github.file(FILE)).toContain(
      'lifecycle: deleting',
    );
    await world.merge(removing);
    await world.until(request, isState('ready'));
    expect(await world.simulator.github.file(FILE)).toBeUndefined();
    const { status } = await world.get(`/requests/current?thing=${KEY}`);
    expect(status).toBe(404);
  }

  it.each<[string, object, string, string]>([
    [
      'in a namespace of another team',
      { namespace: 'search' },
      'spec.namespace',
      'is of group:default/search, not of group:default/payments',
    ],
    [
      'in an environment without clusters',
      { environment: 'prod' },
      'spec.environment',
      'There is no cluster of prod',
    ],
    [
      'from a repository that its namespace does not take',
      {
        source: {
          repoUrl: 'https://github.com/acme/other',
          path: '.',
          targetRevision: 'v1',
        },
      },
      'spec.source.repoUrl',
      'may not come from https://github.com/acme/other',
    ],
    ...['../x', 'a\nb: c', '{{ .x }}', '${x}', 'é', 'A'].map(
      (name): [string, object, string, string] => [
        `called ${JSON.stringify(name)}`,
        { name },
        'spec.name',
        'spec.name: must ',
      ],
    ),
    [
      'with a field that nobody knows',
      { project: 'default' },
      'spec.project',
      '',
    ],
  ])('is refused %s', async (_, spec, field, message) => {
    const { reason, ...shown } = anApplication({}, { name: 'other', ...spec });
    const asked = await world.post('/requests', { ...shown, reason });
    expect({ ...asked.body, status: asked.status }).toMatchObject({
      status: 400,
      error: { message: expect.stringContaining(message) },
    });
    const { body: preflight } = await world.post('/requests/preflight', shown);
    const fields = [
      ...preflight.problems.map(({ field: at }: { field: string }) => at),
      ...(preflight.verdict?.reasons ?? []).map(
        ({ field: at }: { field?: string }) => `spec.${at}`,
      ),
    ];
    expect(fields).toContain(field);
  });
});
