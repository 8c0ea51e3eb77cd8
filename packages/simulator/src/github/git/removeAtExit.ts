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

import { rmSync } from 'node:fs';

const folders = new Set<string>();

/** Removes a folder when the process ends, for who never stops the simulator. */
export function removeAtExit(folder: string): void {
  if (folders.size === 0) {
    process.on('exit', removeAll);
  }
  folders.add(folder);
}

export function forgetAtExit(folder: string): void {
  folders.delete(folder);
  if (folders.size === 0) {
    process.off('exit', removeAll);
  }
}

function removeAll(): void {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
}
