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

import { aSpec } from '../__testUtils__/requests';
import { specChanges, specFields } from './specChanges';

describe('specChanges', () => {
  it('tells the fields that are otherwise, with what they were and are', () => {
    const before = aSpec();
    const after = aSpec({
      quota: { ...(before.quota as object), memoryRequests: '4Gi', gpus: 1 },
      expiresOn: undefined,
      costCenter: 'cc-1',
    });
    expect(specChanges(before, after)).toEqual([
      { field: 'quota.memoryRequests', before: '16Gi', after: '4Gi' },
      { field: 'quota.gpus', before: '0', after: '1' },
      { field: 'costCenter', before: undefined, after: 'cc-1' },
      { field: 'expiresOn', before: '2026-12-24', after: undefined },
    ]);
  });

  it('tells things in lists by their names, whatever their order', () => {
    const group = (kubernetesGroup: string, level: string) => ({
      kubernetesGroup,
      level,
    });
    expect(
      specChanges(
        { access: [group('a', 'edit'), group('b', 'view')] },
        {
          access: [
            group('new', 'view'),
            group('b', 'edit'),
            group('a', 'edit'),
          ],
        },
      ),
    ).toEqual([
      { field: 'access[new].kubernetesGroup', after: 'new' },
      { field: 'access[new].level', after: 'view' },
      { field: 'access[b].level', before: 'view', after: 'edit' },
    ]);
  });

  it.each([
    [aSpec(), aSpec()],
    [{ labels: {} }, { access: [], tags: undefined, other: null }],
    [undefined, undefined],
  ])('finds nothing where nothing differs', (before, after) => {
    expect(specChanges(before, after)).toEqual([]);
  });

  it('lists every field of a spec', () => {
    expect(
      specFields({ a: [1, 2], b: { c: true }, d: [{ name: 'x', n: 1 }] }),
    ).toEqual([
      { field: 'a', after: '1, 2' },
      { field: 'b.c', after: 'true' },
      { field: 'd[x].name', after: 'x' },
      { field: 'd[x].n', after: '1' },
    ]);
  });
});
