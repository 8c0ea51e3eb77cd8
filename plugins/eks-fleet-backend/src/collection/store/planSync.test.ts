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

import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { clusterColumns } from './rows';
import { planSync, type PresentRow } from './planSync';

const NOW = new Date('2026-11-23T12:00:00Z');
const CREATED = '2026-01-01T00:00:00.000Z';
const LATER = '2026-11-01T00:00:00.000Z';
const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/a';

const cluster = (more: Partial<CollectedCluster> = {}): CollectedCluster => ({
  arn: ARN,
  entityRef: 'resource:default/a',
  partition: 'aws',
  accountId: '111111111111',
  region: 'eu-west-1',
  name: 'a',
  createdAt: CREATED,
  version: '1.34',
  ...more,
});
const row = (more: Partial<PresentRow> = {}): PresentRow => ({
  ...clusterColumns(cluster()),
  kind: 'nodegroups',
  source: 'collector',
  next_at: '2026-11-23T12:05:00.000Z',
  attempted_at: '2026-11-23T11:50:00.000Z',
  ...more,
});
const plan = (
  rows: PresentRow[],
  clusters = [cluster()],
  applicable = ['nodegroups'],
) => {
  const made = planSync(
    rows,
    clusters,
    ['nodegroups', 'addons'],
    () => applicable,
    NOW,
  );
  return Object.fromEntries(
    Object.entries(made).filter(([, list]) => list.length > 0),
  );
};
const key = (kind: string) => ({ arn: ARN, kind });

describe('planSync', () => {
  it('changes nothing where nothing has changed', () => {
    expect(plan([row()])).toEqual({});
  });

  it('adds what is missing', () => {
    expect(plan([row()], [cluster()], ['nodegroups', 'addons'])).toEqual({
      add: [{ ...clusterColumns(cluster()), kind: 'addons' }],
    });
  });

  it('forgets clusters that the catalog has no longer', () => {
    expect(plan([row()], [])).toEqual({ forget: [ARN] });
  });

  it('waits for the catalog to have what discovery handed over', () => {
    const handed = row({ entity_ref: '', kind: 'controlPlane' });
    expect(plan([handed], [])).toEqual({});
    expect(
      plan([{ ...handed, attempted_at: '2026-11-23T10:59:00.000Z' }], []),
    ).toEqual({ forget: [ARN] });
  });

  it('empties what was observed of a cluster that was made again', () => {
    const again = cluster({ createdAt: LATER });
    expect(plan([row()], [again])).toMatchObject({
      reset: [clusterColumns(again)],
    });
  });

  it('keeps what is newer than the catalog', () => {
    expect(plan([row({ cluster_created_at: LATER })])).toEqual({});
  });

  it('keeps what was observed when it learns when a cluster was made', () => {
    const made = plan([row({ cluster_created_at: '' })]);
    expect(made).toEqual({ rename: [clusterColumns(cluster())] });
  });

  it.each([
    ['version', { version: '1.35' }],
    ['entity', { entityRef: 'resource:default/b' }],
  ])('follows another %s', (_, more) => {
    expect(plan([row()], [cluster(more)])).toEqual({
      rename: [clusterColumns(cluster(more))],
    });
  });

  it('removes what no longer applies, unless somebody else brings it', () => {
    expect(plan([row({ kind: 'addons' }), row()])).toEqual({
      remove: [key('addons')],
    });
    expect(plan([row({ kind: 'addons', source: 'reporter' }), row()])).toEqual({
      unschedule: [key('addons')],
    });
    expect(
      plan([row({ kind: 'addons', source: 'reporter', next_at: '' }), row()]),
    ).toEqual({});
  });

  it('begins to collect what only others brought', () => {
    expect(plan([row({ source: 'reporter', next_at: '' })])).toEqual({
      schedule: [key('nodegroups')],
    });
  });

  it('leaves kinds alone that another version of the backend collects', () => {
    const unknown = row({ kind: 'unheardOf' });
    expect(plan([row(), unknown])).toEqual({});
    expect(
      plan([row(), { ...unknown, attempted_at: '2026-11-15T00:00:00.000Z' }]),
    ).toEqual({ remove: [key('unheardOf')] });
  });

  it('removes what nobody ever began to collect', () => {
    const never = row({ kind: 'unheardOf', attempted_at: '', source: '' });
    expect(plan([row(), never])).toEqual({});
    expect(
      plan([row(), { ...never, next_at: '2026-11-15T00:00:00.000Z' }]),
    ).toEqual({ remove: [key('unheardOf')] });
  });
});
