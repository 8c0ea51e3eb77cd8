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

import type {
  RolloutCell,
  RolloutRights,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { createTranslator } from '../__testUtils__/createTranslator';
import {
  aCell,
  aCellCluster,
  ALL_RIGHTS,
  NO_RIGHTS,
} from '../__testUtils__/rollouts';
import {
  cellActConsequence,
  offeredCellActs,
  requestOf,
} from './rolloutCellActs';

const t = createTranslator();
const goesBack = [
  aCellCluster({
    rollback: { state: 'nodesFirst', message: 'Nodes of workers go first' },
  }),
];

describe('offeredCellActs', () => {
  it.each<[Partial<RolloutCell>, Partial<RolloutRights>, boolean, string[]]>([
    [{ state: 'failed' }, {}, false, ['retry', 'skip', 'force']],
    [{ state: 'failed' }, { force: false }, false, ['retry', 'skip']],
    [{ state: 'failed' }, { pause: false }, false, ['force']],
    [{ state: 'failed' }, {}, true, []],
    [{ state: 'planned' }, {}, false, ['skip']],
    [
      {
        state: 'queued',
        waiting: { code: 'cluster.blocked', message: 'Insights.' },
      },
      {},
      false,
      ['skip'],
    ],
    [{ state: 'running' }, {}, false, ['skip']],
    [
      {
        state: 'running',
        waiting: { code: 'cluster.blocked', message: 'Insights.' },
      },
      {},
      false,
      ['skip', 'force'],
    ],
    [{ state: 'skipped' }, {}, false, ['retry']],
    [{ state: 'succeeded', clusters: goesBack }, {}, true, ['rollBack']],
    [{ state: 'rolledBack', clusters: goesBack }, {}, true, []],
    [{ state: 'failed', clusters: goesBack }, NO_RIGHTS, false, []],
  ])('of %j under %j, over: %s, are', (cell, rights, over, acts) => {
    const detail = {
      cell: aCell(cell),
      log: [],
      may: { ...ALL_RIGHTS, ...rights },
    };
    expect(offeredCellActs(detail, over)).toEqual(acts);
  });
});

describe('what a rollback will do', () => {
  const withReadiness = (state: 'passing' | 'blocked' | 'unknown') => ({
    cell: aCell({
      state: 'succeeded',
      clusters: [
        aCellCluster({
          rollback: {
            state: 'possible',
            message: 'It can go back to 1.33.',
            readiness: { state, message: 'EKS sees 1.34 APIs', insights: [] },
          },
        }),
      ],
    }),
    log: [],
    may: ALL_RIGHTS,
  });
  const request = {
    id: '1',
    act: 'rollBack' as const,
    by: 'user:default/sam',
    at: '2026-11-23T12:00:00Z',
    reason: 'It must',
    force: false,
  };

  it('says what goes first, and that somebody else must agree', () => {
    const detail = {
      cell: aCell({ state: 'succeeded', clusters: goesBack }),
      log: [],
      may: ALL_RIGHTS,
    };
    expect(cellActConsequence('rollBack', detail, undefined, t)).toMatch(
      /You ask for dev-1.*second person agrees.*Nodes of workers go first\./,
    );
    expect(cellActConsequence('rollBack', detail, request, t)).toMatch(
      /dev-1 goes back.*You are the second person/,
    );
  });

  it.each(['blocked', 'unknown'] as const)(
    'says what it goes past where insights are %s',
    state => {
      expect(
        cellActConsequence('rollBack', withReadiness(state), undefined, t),
      ).toMatch(/with force.*EKS sees 1\.34 APIs\./);
      expect(
        cellActConsequence('rollBack', withReadiness(state), request, t),
      ).not.toMatch(/with force/);
    },
  );

  it('forces nothing where insights pass', () => {
    expect(
      cellActConsequence('rollBack', withReadiness('passing'), undefined, t),
    ).not.toMatch(/force/);
  });
});

describe('requestOf', () => {
  const request = {
    id: '6f1c2f6e-1111-4222-8333-444455556666',
    by: 'user:default/sam',
    at: '2026-11-23T12:00:00Z',
    reason: 'Stale insight',
  };
  const force = { ...request, act: 'force' as const, force: false };
  const back = { ...request, act: 'rollBack' as const, force: true };

  it.each([
    ['nobody asked', 'force', undefined, undefined],
    ['force was asked for', 'force', [force], force],
    ['only force was asked for', 'rollBack', [force], undefined],
    ['the way back was asked for', 'rollBack', [force, back], back],
    ['nobody has to agree', 'retry', [force, back], undefined],
  ] as const)('where %s', (_, act, requests, expected) => {
    expect(requestOf(act, { requests: requests && [...requests] })).toEqual(
      expected,
    );
  });
});
