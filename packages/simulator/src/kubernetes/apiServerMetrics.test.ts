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

const FLOW_SCHEMAS = {
  group: 'flowcontrol.apiserver.k8s.io',
  version: 'v1beta3',
  resource: 'flowschemas',
  removedRelease: '1.32',
};
const SERIES =
  'apiserver_requested_deprecated_apis{group="flowcontrol.apiserver.k8s.io",removed_release="1.32",resource="flowschemas",subresource="",version="v1beta3"} 1';

describe('the metrics of API servers', () => {
  let started: StartedCluster;

  afterEach(() => started.simulator.stop());

  const scrape = async (): Promise<string[]> => {
    const { status, headers, body } = await started.get('/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    return body.split('\n');
  };
  const startTime = (lines: string[]) =>
    lines.find(line => line.startsWith('process_start_time_seconds '));

  it('know of a request on one of two servers only, which take turns', async () => {
    started = await startCluster({
      version: '1.31',
      kubernetes: { deprecatedApis: [FLOW_SCHEMAS] },
    });
    const scrapes = [await scrape(), await scrape(), await scrape()];
    expect(scrapes.map(lines => lines.includes(SERIES))).toEqual([
      false,
      true,
      false,
    ]);
    const [first, second, third] = scrapes.map(startTime);
    expect(first).toBe(third);
    expect(first).not.toBe(second);
  });

  it('know of it on both where both met it', async () => {
    started = await startCluster({
      kubernetes: { deprecatedApis: [{ ...FLOW_SCHEMAS, seenBy: 'both' }] },
    });
    expect(await scrape()).toContain(SERIES);
    expect(await scrape()).toContain(SERIES);
  });

  it('take turns cluster by cluster, and begin anew with another cluster', async () => {
    started = await startCluster({
      kubernetes: { deprecatedApis: [FLOW_SCHEMAS] },
    });
    await started.get('/api/v1/nodes');
    expect(await scrape()).not.toContain(SERIES);
  });

  it('say nothing where nothing deprecated was asked for, amid all the rest', async () => {
    started = await startCluster();
    const lines = [...(await scrape()), ...(await scrape())];
    expect(lines.filter(line => line.includes('deprecated_apis'))).toEqual([]);
    expect(lines.length).toBeGreaterThan(200);
    const sample = /^[a-z_]+(\{([a-z_]+="(\\.|[^"\\])*",?)*\})? [0-9.e+-]+$/;
    expect(
      lines.filter(line => line && !line.startsWith('#') && !sample.test(line)),
    ).toEqual([]);
  });

  it('are not for everybody', async () => {
    started = await startCluster({
      kubernetes: {
        clusterRole: [
          { apiGroups: [''], resources: ['nodes'], verbs: ['list'] },
        ],
      },
    });
    expect((await started.get('/api/v1/nodes')).status).toBe(200);
    expect(await started.get('/metrics')).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/cannot get path "\/metrics"$/) },
    });
  });
});
