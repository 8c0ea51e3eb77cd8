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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { GitopsDecision } from '../decisions';
import type { GitopsExecutor } from '../GitopsExecutor';

/** At which line a process is killed. */
export type Kill = 'beforeTheCall' | 'afterTheCall';

/**
 * One step of a hop as the engine takes it: looks, decides, writes down, calls,
 * writes down what came of it.
 *
 * @returns the hop as it is recorded then, and what was decided
 */
export async function stepHop(
  executor: GitopsExecutor,
  work: TrackWork,
  options: { now: Date; kill?: Kill },
): Promise<{ work: TrackWork; decision: GitopsDecision }> {
  const { kill, now } = options;
  const context = { now, signal: new AbortController().signal };
  const [observed] = await executor.observe([work], context);
  const decision = executor.next(work, observed, now);
  const memory = decision.notes?.memory ?? work.memory;
  if (decision.kind !== 'act') {
    return { work: { ...work, memory }, decision };
  }
  const { action, key } = decision;
  const intent = { action, key, at: now.toISOString() };
  const intended = { ...work, memory, intent };
  if (kill === 'beforeTheCall') {
    return { work: intended, decision };
  }
  try {
    const notes = await executor.act({ ...work, intent }, observed, context);
    return kill === 'afterTheCall'
      ? { work: intended, decision }
      : {
          work: {
            ...work,
            memory: notes.memory ?? memory,
            intent: undefined,
          },
          decision,
        };
  } catch {
    return { work: intended, decision };
  }
}

/** Takes steps until nothing is done any more; at most so many. */
export async function runHop(
  executor: GitopsExecutor,
  begun: TrackWork,
  options: { now: Date; most?: number },
): Promise<{ work: TrackWork; decision: GitopsDecision; calls: string[] }> {
  let work = begun;
  const calls: string[] = [];
  for (let left = options.most ?? 20; left > 0; left -= 1) {
    const step = await stepHop(executor, work, options);
    work = step.work;
    if (step.decision.kind !== 'act') {
      return { ...step, calls };
    }
    calls.push(step.decision.action);
  }
  throw new Error(`It does not end: ${calls.join(', ')}`);
}
