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

import knexFactory from 'knex';
import { fleetClusters, readFleet } from './readFleet';

/**
 * Reads policies of each cluster that a portal's SQLite file has into it, in
 * this process.
 *
 * @returns how many clusters and cells it has then
 */
export async function reportSeed(options: {
  file: string;
  findingsPerCluster: number;
}): Promise<{ clusters: number; cells: number }> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: options.file },
    useNullAsDefault: true,
  });
  try {
    const clusters = await fleetClusters(knex);
    await readFleet(knex, clusters, options.findingsPerCluster);
    const [{ cells }] = await knex('policy_cells').count({ cells: '*' });
    return { clusters: clusters.length, cells: Number(cells) };
  } finally {
    await knex.destroy();
  }
}
