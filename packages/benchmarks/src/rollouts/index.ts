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

import { benchDatabases } from '../inventory/benchDatabases';
import { runParts, type Parts } from '../measurement/runParts';
import type { Record } from '../measurement/types';
import { measurePlan } from './measurePlan';
import { measureReconcile } from './measureReconcile';

/** Rollouts of a large fleet: what is planned, and what is carried out. */
export async function measureRollouts(
  record: Record,
  only: string,
): Promise<void> {
  const parts: Parts = { plan: measurePlan };
  for (const database of benchDatabases()) {
    parts[`reconcile on ${database.name}`] = each =>
      measureReconcile(database, each);
  }
  await runParts(parts, record, only);
}
