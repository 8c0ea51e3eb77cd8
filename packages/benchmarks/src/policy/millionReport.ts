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

import { setTimeout as wait } from 'node:timers/promises';
import { benchDatabases } from '../inventory/benchDatabases';
import { startInventory, type Inventory } from '../inventory/startInventory';
import { timed } from '../measurement/time';
import { DatabasePolicyStore, SupportCalendar } from './internals';
import { policyQuestions } from './policyQueries';
import { fleetClusters, readFleet } from './readFleet';
import { watchMemory, type MemoryUse } from './watchMemory';

const OFTEN = { warmUp: 5, rounds: 60 };
const PROBE_EVERY_MS = 400;

export interface MillionReport {
  findings: number;
  cells: number;
  first: { seconds: number; memory: MemoryUse };
  again: { seconds: number; rowsWritten: number };
  /** Milliseconds of each question, with what it found. */
  questions: Array<{ name: string; times: number[]; found: number }>;
  /** The same, while findings are read in. */
  meanwhile: Array<{ name: string; times: number[] }>;
}

/** Reads the findings of a fleet in, twice, and asks for them, in this process. */
export async function reportMillion(options: {
  clusters: number;
  findingsPerCluster: number;
}): Promise<MillionReport> {
  const postgres = benchDatabases().find(({ name }) => name === 'PostgreSQL');
  if (!postgres) {
    throw new Error('This is measured on PostgreSQL only');
  }
  const inventory = await startInventory(postgres, options.clusters);
  try {
    const { knex } = inventory;
    const clusters = await fleetClusters(knex);
    const read = () => readFleet(knex, clusters, options.findingsPerCluster);

    const memory = watchMemory();
    const probes = probe(inventory);
    const first = await timed(read);
    const meanwhile = await probes.stop();
    const use = memory();

    const written = await countWritten(inventory);
    const again = await timed(read);
    const rowsWritten = await written();

    // As PostgreSQL does by itself a minute after so much was written.
    await knex.raw(
      'vacuum analyze findings, finding_texts, finding_exceptions, policy_cells, policy_counts, policy_words, policies, policy_trend',
    );
    const [{ count }] = await knex('findings').count({ count: '*' });
    const [{ cells }] = await knex('policy_cells').count({ cells: '*' });
    return {
      findings: Number(count),
      cells: Number(cells),
      first: { seconds: first.milliseconds / 1000, memory: use },
      again: { seconds: again.milliseconds / 1000, rowsWritten },
      questions: await askAll(inventory),
      meanwhile,
    };
  } finally {
    await inventory.stop();
  }
}

/**
 * How many rows of findings are written from now on, exactly: each row knows
 * the transaction that wrote it. Statistics of PostgreSQL come late.
 */
async function countWritten({
  knex,
}: Inventory): Promise<() => Promise<number>> {
  const tables = ['findings', 'finding_texts'];
  const ask = async (sql: string, bindings: number[] = []) =>
    Number((await knex.raw(sql, bindings)).rows[0].answer);
  const count = async (table: string) =>
    ask(`select count(*) as answer from ${table}`);
  const counts = await Promise.all(tables.map(count));
  const next = await ask(
    'select pg_snapshot_xmax(pg_current_snapshot())::text as answer',
  );
  return async () => {
    let written = 0;
    for (const [index, table] of tables.entries()) {
      const added = await ask(
        `select count(*) as answer from ${table} where xmin::text::bigint >= ?`,
        [next % 2 ** 32],
      );
      written += added + Math.abs((await count(table)) - counts[index]);
    }
    return written;
  };
}

async function askAll(
  inventory: Inventory,
): Promise<MillionReport['questions']> {
  const { knex } = inventory;
  const store = new DatabasePolicyStore(knex);
  const [finding] = await knex('finding_texts as texts')
    .join('policy_feeds as feeds', 'feeds.id', 'texts.feed_id')
    .join('policy_clusters as known', 'known.id', 'feeds.cluster_id')
    .join('clusters', 'clusters.arn', 'known.arn')
    .select('texts.fingerprint', 'clusters.arn', 'clusters.account_id')
    .limit(1);
  const policies = await knex('policies').orderBy('name').pluck('key');
  const questions = policyQuestions({
    arn: finding.arn,
    accountId: finding.account_id,
    fingerprint: finding.fingerprint,
    policyId: policies[0],
    lastPolicyId: policies[policies.length - 1],
  });
  return [
    {
      name: 'the matrix, whole over HTTP',
      ...(await inventory.timesOf('policies/matrix', OFTEN)),
    },
    {
      name: 'findings, the first page over HTTP',
      ...(await inventory.timesOf('findings?limit=50', OFTEN)),
    },
    ...(await inTurn(questions, ({ ask, name }) =>
      measure(name, () => ask(store)),
    )),
  ];
}

async function measure(
  name: string,
  ask: () => Promise<number>,
): Promise<MillionReport['questions'][number]> {
  const times: number[] = [];
  let found = 0;
  for (let round = -OFTEN.warmUp; round < OFTEN.rounds; round++) {
    const { milliseconds, result } = await timed(ask);
    if (round >= 0) {
      times.push(milliseconds);
      found = result;
    }
  }
  return { name, times, found };
}

async function inTurn<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(await work(item));
  }
  return results;
}

/** Looks at pages now and then, as people do while findings are read in. */
function probe(inventory: Inventory) {
  const store = new DatabasePolicyStore(inventory.knex);
  const selection = {
    scope: 'all' as const,
    filters: [],
    calendar: new SupportCalendar(),
    now: new Date(),
  };
  const looks: Array<[string, () => Promise<unknown>]> = [
    ['/clusters', () => inventory.list('')],
    ['matrix', () => store.matrix(selection, 'cluster')],
  ];
  const times = looks.map(([name]) => ({ name, times: [] as number[] }));
  let isStopped = false;
  const looking = (async () => {
    while (!isStopped) {
      for (const [index, [, look]] of looks.entries()) {
        const { milliseconds } = await timed(look);
        times[index].times.push(milliseconds);
        await wait(PROBE_EVERY_MS);
      }
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await looking;
      return times;
    },
  };
}
