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
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  resourceEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';

const policies = [new SchemaValidEntityPolicy(), new FieldFormatEntityPolicy()];

/**
 * Holds an entity against what the catalog will ask of it. The catalog takes
 * an invalid entity from a provider and drops it later, out of sight.
 *
 * @throws an error that says what is wrong
 */
export async function validateEntity(entity: Entity): Promise<void> {
  for (const policy of policies) {
    await policy.enforce(entity);
  }
  await resourceEntityV1alpha1Validator.check(entity);
}
