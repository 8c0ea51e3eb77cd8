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

import { NotFoundError } from '@backstage/errors';
import type {
  PullRequestRef,
  Readiness,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord } from '../records';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import { EvidenceReader } from './EvidenceReader';

const SEEN = '2026-11-23T11:00:00.000Z';
const before = { phase: 'before' as const, wave: 1 };

const verdictOf = (more: object) =>
  ({
    verdict: 'ready',
    findings: [],
    inputs: [
      { required: true, observation: { observedAt: SEEN } },
      { required: false, observation: { observedAt: undefined } },
    ],
    ...more,
  } as unknown as Readiness);

function readerOf(
  count: number,
  verdicts: Record<string, Readiness> = {},
  change: (cell: CellRecord) => CellRecord = cell => cell,
) {
  const { cells, snapshot } = rolloutOf('one', count);
  const get = jest.fn(async (_scope: unknown, ref: string) => {
    const verdict = verdicts[ref];
    if (!verdict) {
      throw new NotFoundError(`No cluster ${ref}`);
    }
    return verdict;
  });
  const reader = new EvidenceReader({
    store: {
      clustersOf: async () =>
        cells.flatMap(({ clusters }) =>
          clusters.map(({ cluster }) => ({
            ...cluster,
            entityRef: `resource:default/${cluster.name}`,
          })),
        ),
      cells: async () => ({ cells: cells.map(change), total: count }),
    },
    readiness: { get },
  });
  return { reader, snapshot, get };
}

describe('EvidenceReader', () => {
  it('reads what readiness says of each cluster, and when that was seen', async () => {
    const { reader, snapshot } = readerOf(3, {
      'resource:default/cluster-0': verdictOf({}),
      'resource:default/cluster-1': verdictOf({
        verdict: 'blocked',
        findings: [
          { severity: 'blocking', waiver: {}, message: 'is waived' },
          { severity: 'warning', message: 'is a hint' },
          { severity: 'blocking', message: 'an add-on is too old' },
        ],
      }),
    });
    const { heads, notRead, readiness } = await reader.read(snapshot, before);
    expect(readiness).toEqual([
      { name: 'cluster-0', verdict: 'ready', seenAt: SEEN },
      {
        name: 'cluster-1',
        verdict: 'blocked',
        reason: 'an add-on is too old',
        seenAt: SEEN,
      },
      {
        name: 'cluster-2',
        verdict: 'unknown',
        reason: 'No cluster resource:default/cluster-2',
      },
    ]);
    expect({ heads, notRead }).toEqual({ heads: [], notRead: 0 });
  });

  it('looks at no more than 500 clusters, and says of how many it did not', async () => {
    const { get, reader, snapshot } = readerOf(502);
    const { notRead } = await reader.read(snapshot, before);
    expect([get.mock.calls.length, notRead]).toEqual([500, 2]);
  });

  it.each([
    ['after a wave', { phase: 'after' as const, wave: 1 }, {}],
    ['of add-ons', before, { change: { kind: 'addons' as const } }],
  ])('asks for no readiness %s', async (_, gate, more) => {
    const { get, reader, snapshot } = readerOf(1);
    const seen = await reader.read(
      { rollout: { ...snapshot.rollout, ...more } },
      gate,
    );
    expect(seen.readiness).toBeUndefined();
    expect(get).not.toHaveBeenCalled();
  });

  it('keeps the heads of pull requests that are open', async () => {
    const url = 'https://git.example/pull/1';
    const withPullRequest = (pullRequest: PullRequestRef) =>
      readerOf(1, {}, cell => ({
        ...cell,
        name: 'prod-1',
        clusters: cell.clusters.map(cluster => ({
          ...cluster,
          tracks: cluster.tracks
            .slice(0, 1)
            .map(track => ({ ...track, pullRequest })),
        })),
      }));
    const headsOf = async (pullRequest: PullRequestRef) => {
      const { reader, snapshot } = withPullRequest(pullRequest);
      return (await reader.read(snapshot, before)).heads;
    };
    expect(await headsOf({ url, state: 'open', headSha: 'f00' })).toEqual([
      { name: 'prod-1', head: 'f00', url },
    ]);
    for (const state of ['merged', 'closed'] as const) {
      expect(await headsOf({ url, state, headSha: 'f00' })).toEqual([]);
    }
    expect(await headsOf({ url })).toEqual([]);
  });
});
