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

import type { ProcessName } from './types';

/**
 * How much faster than the wall's the time of the cloud and of the replicas
 * goes by. A backend takes longer to start than an engine, and should be away
 * for no more than a minute or two.
 */
const HURRY: Record<ProcessName, number> = { backend: 10, engine: 20 };

/**
 * From now on the clock of this process and of those that it starts is so much
 * faster, which it returns. Timers keep their pace.
 */
export async function startHurry(name: ProcessName): Promise<number> {
  const factor = HURRY[name];
  process.env.CHAOS_HURRY = String(factor);
  process.env.CHAOS_EPOCH = String(Date.now());
  await import('@eks-fleet/benchmarks/bin/chaosClock.js');
  return factor;
}
