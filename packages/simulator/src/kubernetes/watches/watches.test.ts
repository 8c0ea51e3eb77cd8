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

import { READER_CLUSTER_ROLE } from '../clusterRoles';
import {
  startCluster,
  type StartedCluster,
} from '../__testUtils__/startCluster';

jest.setTimeout(30_000);

const REPORTS = '/apis/wgpolicyk8s.io/v1alpha2/policyreports';

interface Event {
  type: string;
  object: {
    kind: string;
    metadata: { name?: string; namespace?: string; resourceVersion: string };
    code?: number;
  };
}

describe('watching a list', () => {
  let started: StartedCluster;

  beforeEach(async () => {
    started = await startCluster({
      kubernetes: {
        usualWorkloads: false,
        usualComponents: false,
        components: [{ name: 'kyverno' }],
        policies: {
          values: { policies: { 'no-latest-tag': { enabled: true } } },
        },
        workloads: [{ namespace: 'shop', name: 'web' }],
        clusterRole: [
          ...READER_CLUSTER_ROLE,
          {
            apiGroups: ['wgpolicyk8s.io'],
            resources: ['policyreports'],
            verbs: ['watch'],
          },
        ],
      },
    });
  });

  afterEach(() => started.simulator.stop());

  const versionNow = async () => {
    const { body } = await started.get(`${REPORTS}?limit=1`);
    return body.metadata.resourceVersion as string;
  };
  /** What is told within a second. */
  const watch = async (query: string, accept?: string): Promise<Event[]> => {
    const { body } = await started.get(
      `${REPORTS}?watch=1&timeoutSeconds=1&${query}`,
      accept ? { headers: { accept } } : {},
    );
    return body;
  };
  const add = (name: string) =>
    started.cluster.kubernetes.workloads!.push({ namespace: 'shop', name });

  it('tells what has changed since a list, and ends with a bookmark', async () => {
    const resourceVersion = await versionNow();
    add('api');
    const events = await watch(
      `resourceVersion=${resourceVersion}&allowWatchBookmarks=true`,
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    );
    expect(events.length).toBeGreaterThan(1);
    expect(events.at(-1)).toMatchObject({
      type: 'BOOKMARK',
      object: { kind: 'PolicyReport' },
    });
    for (const { type, object } of events.slice(0, -1)) {
      expect(type).toBe('ADDED');
      expect(object).toEqual({
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: expect.objectContaining({ namespace: 'shop' }),
      });
    }
  });

  it('tells nothing where nothing changes', async () => {
    expect(await watch(`resourceVersion=${await versionNow()}`)).toEqual([]);
  });

  it('tells what goes', async () => {
    const resourceVersion = await versionNow();
    started.cluster.kubernetes.workloads!.pop();
    const types = (await watch(`resourceVersion=${resourceVersion}`)).map(
      ({ type }) => type,
    );
    expect(new Set(types)).toEqual(new Set(['DELETED']));
  });

  it('goes on from what it told last', async () => {
    const resourceVersion = await versionNow();
    add('api');
    const told = await watch(`resourceVersion=${resourceVersion}`);
    const next = told.at(-1)!.object.metadata.resourceVersion;
    expect(Number(next)).toBeGreaterThanOrEqual(Number(resourceVersion));
    const [answer] = await watch(`resourceVersion=${next}`);
    expect(answer?.type).not.toBe('ERROR');
  });

  it('tells all that there is where it begins nowhere', async () => {
    const { body } = await started.get(REPORTS);
    expect(await watch('')).toHaveLength(body.items.length);
  });

  it('says that a version is too old', async () => {
    expect(await watch('resourceVersion=17')).toEqual([
      {
        type: 'ERROR',
        object: expect.objectContaining({ kind: 'Status', code: 410 }),
      },
    ]);
  });

  it('needs a right of its own, and is counted for itself', async () => {
    started.simulator.resetCalls();
    const { status } = await started.get(
      '/apis/wgpolicyk8s.io/v1alpha2/clusterpolicyreports?watch=1',
    );
    expect(status).toBe(403);
    expect(started.simulator.calls()).toMatchObject([
      {
        operation: 'WATCH /apis/wgpolicyk8s.io/v1alpha2/clusterpolicyreports',
        status: 403,
      },
    ]);
  });
});
