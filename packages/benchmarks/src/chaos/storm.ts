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

import { setTimeout as sleep } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import { CHANGE_MS } from './ChaosCloud';
import type { ChaosDatabase } from './ChaosDatabase';
import { nextKill } from './nextKill';
import { readProgress, type Progress } from './readProgress';
import type { Replica } from './Replica';
import { Restarts } from './Restarts';
import type { ChaosOptions, ChaosSubject } from './types';

/** What was done to a rollout. */
export interface Storm {
  kills: number;
  /** How many kills fell while a call that changes something was under way. */
  inCall: number;
  restored: boolean;
}

const LIMIT_MS = 90 * 60_000;
const HOUR_MS = 60 * 60_000;
/** How far the rollout is when its database is backed up. */
const BACKUP_AT = 0.1;

/** Kills replicas again and again until the rollout has ended, or stands. */
export async function raiseStorm(
  options: ChaosOptions,
  context: {
    database: ChaosDatabase;
    id: string;
    random: () => number;
    subject: ChaosSubject;
  },
): Promise<{ storm: Storm; progress: Progress }> {
  const { kills, restore, signal, tell } = options;
  const { database, id, random, subject } = context;
  const { lifeMs, replicas } = subject;
  const storm: Storm = { kills: 0, inCall: 0, restored: false };
  const restarts = new Restarts();
  const limit = performance.now() + LIMIT_MS;
  let backedUpAt: number | undefined;
  const allDead = async (work: () => Promise<void>) => {
    await restarts.settled();
    await Promise.all(replicas.map(replica => replica.kill()));
    await work();
    replicas.forEach(replica => restarts.begin(replica));
  };
  for (;;) {
    signal.throwIfAborted();
    restarts.check();
    const progress = await readProgress(database, id);
    const { done, lifecycle } = progress;
    const awaitsRestore = backedUpAt !== undefined && !storm.restored;
    const ended =
      lifecycle === 'done' ? !awaitsRestore : lifecycle !== 'running';
    if (ended || performance.now() > limit) {
      await restarts.settled();
      return { storm, progress };
    }
    if (restore && backedUpAt === undefined && done >= BACKUP_AT) {
      await allDead(() => database.backUp());
      backedUpAt = Date.now();
      tell(`backed up at ${percent(done)}`);
    }
    if (
      backedUpAt !== undefined &&
      !storm.restored &&
      Date.now() - backedUpAt >= HOUR_MS
    ) {
      await allDead(() => database.restore());
      storm.restored = true;
      const { done: now } = await readProgress(database, id);
      tell(
        `restored the database of an hour ago: ${percent(
          done,
        )} became ${percent(now)}`,
      );
    }
    if (storm.kills >= kills || lifecycle === 'done') {
      await sleep(500, undefined, { signal });
      continue;
    }
    const { afterMs, patienceMs } = nextKill(random, {
      done,
      killed: storm.kills / kills,
      lifeMs,
    });
    await sleep(afterMs, undefined, { signal });
    const victim = await chooseVictim(replicas, {
      patienceMs,
      random,
      check: () => {
        signal.throwIfAborted();
        restarts.check();
      },
    });
    const changing = await victim.kill();
    storm.kills += 1;
    storm.inCall += changing > 0 ? 1 : 0;
    restarts.begin(victim);
    if (storm.kills % 10 === 0) {
      tell(
        `${storm.kills} kills (${storm.inCall} in a call), ${percent(
          done,
        )} done`,
      );
    }
  }
}

/** One that lives, and where there is patience one that has a call under way, if any has soon. */
async function chooseVictim(
  replicas: Replica[],
  options: {
    patienceMs: number;
    random: () => number;
    check: () => void;
  },
): Promise<Replica> {
  const { check, patienceMs, random } = options;
  const patience = performance.now() + patienceMs;
  for (;;) {
    check();
    const ready = replicas.filter(replica => replica.isReady);
    const calling = ready.find(replica => replica.changing > 0);
    if (patienceMs > 0 && calling) {
      await sleep(random() * CHANGE_MS);
      return calling;
    }
    if (ready.length > 0 && performance.now() >= patience) {
      return ready[Math.floor(random() * ready.length)];
    }
    await sleep(5);
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
