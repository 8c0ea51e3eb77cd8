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

import type { CloudModel } from '../../../model';
import { createUpdate } from '../../../model/createUpdate';
import type { UpdateWork } from '../../../model/runs/UpdateRuns';
import type { Cluster } from '../../../model/types';
import type { Update, UpdateError } from '../../../model/updates';
import type { Clock } from '../../../clock';

/** What an update needs of the cloud. */
export interface UpdateContext {
  model: CloudModel;
  clock: Clock;
}

/** Writes an update down and sets it going. */
export function startUpdate(
  { model, clock }: UpdateContext,
  cluster: Cluster,
  options: {
    operation: string;
    type: string;
    params: Record<string, string | undefined>;
    nodegroupName?: string;
    addonName?: string;
    /** The present by default. */
    startedAt?: Date;
    work(startedAt: Date, update: Update, failure?: UpdateError): UpdateWork;
  },
): Update {
  const { operation, type, nodegroupName, addonName, work } = options;
  const startedAt = options.startedAt ?? clock.now();
  const update = createUpdate(
    {
      type,
      status: 'InProgress',
      createdAt: startedAt.toISOString(),
      nodegroupName,
      addonName,
      params: Object.fromEntries(
        Object.entries(options.params).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      ),
    },
    cluster,
  );
  cluster.updates.push(update);
  model.runs.start({
    cluster,
    update,
    operation,
    startedAt,
    work: (at, failure) => work(at, update, failure),
  });
  return update;
}
