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
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const REPORTS = '/apis/wgpolicyk8s.io/v1alpha2/policyreports';

describe('tables of the Kubernetes API', () => {
  let started: StartedCluster;

  const start = async () => {
    started = await startCluster({
      tags: { team: 'orders' },
      kubernetes: {
        components: [{ name: 'kyverno', version: '1.19.0' }],
        workloads: [
          {
            namespace: 'orders',
            name: 'shell',
            images: { shell: 'busybox' },
            requests: 'none',
          },
        ],
        policies: {},
      },
    });
  };
  const table = async (path: string, accept = TABLE) =>
    (await started.get(path, { headers: { accept } })).body;

  afterEach(() => started.simulator.stop());

  it('have the columns of policy reports, with the counts of each', async () => {
    await start();
    const { kind, apiVersion, columnDefinitions, rows } = await table(REPORTS);
    expect([kind, apiVersion]).toEqual(['Table', 'meta.k8s.io/v1']);
    expect(
      columnDefinitions.map(({ name, type }: any) => `${name}:${type}`),
    ).toEqual([
      'Name:string',
      'Kind:string',
      'Name:string',
      'Pass:integer',
      'Fail:integer',
      'Warn:integer',
      'Error:integer',
      'Skip:integer',
      'Age:date',
    ]);
    const { body: list } = await started.get(REPORTS);
    expect(rows).toHaveLength(list.items.length);
    list.items.forEach((report: any, index: number) => {
      const { summary, scope, metadata } = report;
      expect(rows[index].cells.slice(0, 8)).toEqual([
        metadata.name,
        scope.kind,
        scope.name,
        summary.pass,
        summary.fail,
        summary.warn,
        summary.error,
        summary.skip,
      ]);
      expect(rows[index].object).toEqual({
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
      });
    });
    const shell = rows.find(({ cells }: any) => cells[2] === 'shell');
    expect(shell.cells.slice(3, 5)).toEqual([3, 2]);
  });

  it('come in pages as lists do', async () => {
    await start();
    const all = await table(REPORTS);
    const first = await table(`${REPORTS}?limit=4`);
    expect(first.rows).toHaveLength(4);
    expect(first.metadata.remainingItemCount).toBe(all.rows.length - 4);
    const next = encodeURIComponent(first.metadata.continue);
    const rest = await table(`${REPORTS}?limit=1000&continue=${next}`);
    expect([...first.rows, ...rest.rows]).toEqual(all.rows);
  });

  it('carry whole objects or none where that is asked for', async () => {
    await start();
    const [whole] = (await table(`${REPORTS}?includeObject=Object`)).rows;
    expect(whole.object).toMatchObject({
      kind: 'PolicyReport',
      apiVersion: 'wgpolicyk8s.io/v1alpha2',
      results: expect.any(Array),
    });
    const [none] = (await table(`${REPORTS}?includeObject=None`)).rows;
    expect(none).toEqual({ cells: expect.any(Array) });
  });

  it('show one object, and names and ages of what has no columns of its own', async () => {
    await start();
    const { body: list } = await started.get(REPORTS);
    const { name, namespace } = list.items[0].metadata;
    const one = await table(
      `/apis/wgpolicyk8s.io/v1alpha2/namespaces/${namespace}/policyreports/${name}`,
    );
    expect(one.rows).toHaveLength(1);
    const nodes = await table('/api/v1/nodes');
    expect(nodes.columnDefinitions.map((column: any) => column.name)).toEqual([
      'Name',
      'Age',
    ]);
    expect(nodes.rows[0].cells[1]).toMatch(/^\d+[dhmsy]$/);
  });

  it('are not given to who does not ask for them first', async () => {
    await start();
    for (const accept of [
      'application/json',
      'application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json',
      'application/json,application/json;as=Table;v=v1;g=meta.k8s.io',
    ]) {
      expect((await table(REPORTS, accept)).kind).toBe('PolicyReportList');
    }
  });

  it('get too old like lists', async () => {
    await start();
    started.simulator.addFault({
      match: { service: 'kubernetes', operation: `GET ${REPORTS}` },
      effect: 'expireToken',
      times: 1,
    });
    const first = await table(`${REPORTS}?limit=2`);
    const next = encodeURIComponent(first.metadata.continue);
    const path = `${REPORTS}?limit=2&continue=${next}`;
    const { status, body } = await started.get(path, {
      headers: { accept: TABLE },
    });
    expect([status, body.reason]).toEqual([410, 'Expired']);
    expect((await table(path)).rows).toHaveLength(2);
  });
});
