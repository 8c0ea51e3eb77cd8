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

import { clusterTabPath, parseClusterTab } from './clusterTab';

describe('parseClusterTab', () => {
  it.each([
    ['', 'overview'],
    ['view=bom', 'bom'],
    ['view=readiness', 'readiness'],
    ['view=timeline', 'timeline'],
    ['view=alerts', 'alerts'],
    ['view=policy', 'policy'],
    ['view=request', 'overview'],
    ['view=constructor', 'overview'],
  ])('reads %j as %s', (query, tab) => {
    expect(parseClusterTab(new URLSearchParams(query))).toBe(tab);
  });
});

it('leads to a tab of the entity page', () => {
  expect(
    clusterTabPath(
      '/catalog/default/resource/a/',
      new URLSearchParams({ view: 'bom' }),
    ),
  ).toBe('/catalog/default/resource/a/eks-cluster?view=bom');
});
