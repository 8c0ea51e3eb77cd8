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

import type { Entity } from '@backstage/catalog-model';
import { findingsOfEntity } from './findingsOfEntity';

const anEntity = (part: Partial<Entity>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'api' },
  ...part,
});
const inCheckout = {
  name: 'api',
  annotations: { 'backstage.io/kubernetes-namespace': 'checkout' },
};

it.each([
  [
    'a group',
    anEntity({ kind: 'Group', metadata: { name: 'payments' } }),
    { owner: ['group:default/payments'] },
  ],
  [
    'a component in a namespace',
    anEntity({ metadata: inCheckout, spec: { owner: 'payments' } }),
    { owner: ['group:default/payments'], namespace: ['checkout'] },
  ],
  [
    'a component whose owner is related',
    anEntity({
      spec: { owner: 'other' },
      relations: [{ type: 'ownedBy', targetRef: 'group:ops/payments' }],
    }),
    { owner: ['group:ops/payments'] },
  ],
  [
    'a component that nobody owns',
    anEntity({ metadata: inCheckout }),
    { namespace: ['checkout'] },
  ],
])('of %s', (_, entity, filter) => {
  expect(findingsOfEntity(entity)?.filter).toEqual(filter);
});

it('knows of none where nothing leads there', () => {
  expect(findingsOfEntity(anEntity({}))).toBeUndefined();
  expect(findingsOfEntity(anEntity({ spec: { owner: '' } }))).toBeUndefined();
});
