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
  aLogEntry,
  ALL_RIGHTS,
  NO_RIGHTS,
} from '../__testUtils__/rollouts';
import {
  cellActConsequence,
  forceRequest,
  offeredCellActs,
} from './rolloutCellActs';

const t = createTranslator();
const goesBack = [
  aCellCluster({
    rollback: { state: 'nodesFirst', message: 'Nodes of workers go first.' },
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

it('says before a rollback what goes first', () => {
  const detail = {
    cell: aCell({ state: 'succeeded', clusters: goesBack }),
    log: [],
    may: ALL_RIGHTS,
  };
  expect(cellActConsequence('rollBack', detail, t)).toMatch(
    /dev-1.*Nodes of workers go first\./,
  );
});

describe('forceRequest', () => {
  const id = '6f1c2f6e-1111-4222-8333-444455556666';
  const asked = aLogEntry({
    code: 'cell.forceAsked',
    actor: 'user:default/sam',
    message: `Asks for somebody else to agree to force dev-1 (${id})`,
    reason: 'Stale insight',
  });

  it.each([
    ['nobody asked', [aLogEntry()], undefined],
    [
      'somebody asked',
      [aLogEntry(), asked],
      { id, by: 'user:default/sam', reason: 'Stale insight' },
    ],
    [
      'it was forced since',
      [aLogEntry({ code: 'cell.forced' }), asked],
      undefined,
    ],
  ])('where %s', (_, log, request) => {
    expect(forceRequest(log)).toEqual(request);
  });
});
