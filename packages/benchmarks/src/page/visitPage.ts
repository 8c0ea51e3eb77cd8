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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** What a page's frames and main thread did for a while. */
export interface Watched {
  /** Milliseconds from one frame to the next. */
  frames: number[];
  /** Milliseconds of tasks that kept the page from answering. */
  longTasks: number[];
}

/** Runs a script of `bin/page` in a process of its own; its visits are its last line. */
export async function visitPage<TVisit>(
  script: string,
  asked: unknown,
): Promise<TVisit[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      resolvePackagePath('@eks-fleet/benchmarks', `bin/page/${script}.mjs`),
      JSON.stringify(asked),
    ],
    { maxBuffer: 10_000_000 },
  );
  // The build writes there too.
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
