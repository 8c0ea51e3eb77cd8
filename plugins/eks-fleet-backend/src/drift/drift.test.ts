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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { condition } from '../__testUtils__/startFleet';
import { startDrift, type DriftWorld } from './__testUtils__/startDrift';

jest.setTimeout(180_000);

describe('drift of a cluster', () => {
  let world: DriftWorld;

  beforeEach(async () => {
    world = await startDrift();
  });

  afterEach(() => world.stop());

  const counts = async () => {
    const { body } = await world.fleet.get('/clusters/facets?facet=drift');
    return Object.fromEntries(
      body.facets.drift.map(({ count, value }: any) => [value, count]),
    );
  };
  /** What somebody does in the console. */
  const changeOutside = () => {
    const cluster = world.cluster();
    cluster.tags = { ...cluster.tags, touched: 'by hand' };
    cluster.nodegroups[0].maxSize += 5;
    cluster.endpointPublicAccess = !cluster.endpointPublicAccess;
  };
  const restore = () => {
    const cluster = world.cluster();
    cluster.tags = { ...world.spec.tags };
    cluster.nodegroups[0].maxSize -= 5;
    cluster.endpointPublicAccess = !cluster.endpointPublicAccess;
  };
  const open = () =>
    world.simulator.github.pulls().filter(({ state }) => state === 'open');
  const ask = async ({ base, owner, spec, thing }: any) => {
    const { body, status } = await world.post('/requests', {
      kind: 'cluster',
      operation: 'change',
      owner,
      thing,
      base,
      spec,
      reason: 'It is better so',
    });
    expect({ body, status }).toMatchObject({ status: 201 });
    const decided = await world.post(
      `/requests/${body.id}/decisions`,
      { verdict: 'approve', specHash: body.specHash },
      'sam',
    );
    expect(decided.status).toBe(200);
    for (let left = 20; left > 0 && open().length === 0; left -= 1) {
      await world.run('eks-fleet-requests');
    }
    await world.simulator.github.merge({
      number: open()[0].number,
      user: 'pat',
    });
  };

  it('is none while EKS has what Git says, and unknown before both were read', async () => {
    expect(await world.drift()).toMatchObject({
      state: 'unknown',
      message: 'What Git says of it was not read yet.',
    });
    const drift = await world.compare();
    expect(drift).toMatchObject({
      state: 'none',
      differences: [],
      git: {
        isWhole: true,
        problems: [],
        path: world.path,
        provisioner: 'Terraform',
        url: expect.stringMatching(
          new RegExp(`/acme/fleet/blob/[0-9a-f]{40}/${world.path}$`),
        ),
      },
    });
    expect(await world.drift('nowhere')).toMatchObject({
      state: 'notInGit',
      message: expect.stringContaining('environment'),
    });
    // The hub's control plane was never read.
    expect(await counts()).toEqual({ none: 1, notInGit: 1, unknown: 1 });
  });

  it('appears once somebody has changed the cluster outside, and goes once it is set back', async () => {
    await world.compare();
    changeOutside();
    const drift = await world.compare();
    const [group] = world.spec.compute.nodeGroups;
    const { public: isPublic } = world.spec.endpointAccess;
    expect(drift.state).toBe('drifted');
    expect(
      drift.differences.map(({ field, inEks, inGit, kind }) => [
        field,
        kind,
        inGit,
        inEks,
      ]),
    ).toEqual([
      ['endpointAccess.public', 'changed', String(isPublic), String(!isPublic)],
      ['tags[touched]', 'onlyInEks', undefined, 'by hand'],
      [
        `compute.nodeGroups[${group.name}].maxSize`,
        'changed',
        String(group.maxSize),
        String(group.maxSize + 5),
      ],
    ]);
    expect(await counts()).toEqual({ drifted: 1, notInGit: 1, unknown: 1 });
    const { body } = await world.fleet.get('/clusters?filter=drift%3Ddrifted');
    expect(body.items.map(({ name }: any) => name)).toEqual([world.name]);
    // Since when does not move with each look.
    const again = await world.compare();
    expect(again.differences).toEqual(drift.differences);
    expect(again.since).toBe(drift.since);

    restore();
    expect(await world.compare()).toMatchObject({
      state: 'none',
      differences: [],
    });
  });

  it('goes once Git has adopted it by a merged request', async () => {
    changeOutside();
    const drift = await world.compare();
    expect(drift.adoption).toMatchObject({
      fields: drift.differences.map(({ field }) => field),
      left: [],
    });
    await ask(drift.adoption);
    expect(await world.compare()).toMatchObject({
      state: 'none',
      differences: [],
    });
    const text = await world.simulator.github.file(world.path);
    expect(text).toContain('"touched": "by hand"');
  });

  it('is brought back by the provisioner, which a merged request makes apply the file again', async () => {
    await world.compare();
    world.cluster().deletionProtection = false;
    const drift = await world.compare();
    expect(drift).toMatchObject({
      state: 'drifted',
      differences: [
        { field: 'deletionProtection', inGit: 'true', inEks: 'false' },
      ],
      bringBack: { left: [] },
    });
    await ask({
      ...drift.bringBack,
      spec: { ...drift.bringBack!.spec, reconcileAt: '2026-11-30T12:00:00Z' },
    });
    const text = await world.simulator.github.file(world.path);
    expect(text).toContain('"reconcile_at": "2026-11-30T12:00:00Z"');
    await world.simulator.argocd.applications();
    for (let left = 40; left > 0; left -= 1) {
      world.simulator.clock.advance!(60);
      world.simulator.model.clusters();
      await world.simulator.argocd.applications();
    }
    expect(world.cluster().deletionProtection).toBe(true);
    expect(await world.compare()).toMatchObject({ state: 'none' });
  });

  it('is told to nobody who may not read the cluster', async () => {
    await world.compare();
    world.fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: condition('IN_ACCOUNT', { accounts: ['999999999999'] }),
      },
    });
    const { status } = await world.fleet.get(
      `/clusters/by-name/default/${world.name}/drift`,
    );
    expect(status).toBe(404);
    expect(await counts()).toEqual({});
    world.fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.ALLOW });
    expect(await counts()).toEqual({ none: 1, notInGit: 1, unknown: 1 });
  });
});
