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

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * What a file says that a value is, since somebody looked at it and found it
 * good. `EKS_FLEET_UPDATE_GOLDEN=1` writes the file anew, to be looked at.
 */
export function goldenOf(path: string, value: unknown): unknown {
  const file = join(__dirname, '..', 'golden', path);
  if (process.env.EKS_FLEET_UPDATE_GOLDEN) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      stringify(value, { aliasDuplicateObjects: false, singleQuote: true }),
    );
  }
  return parse(readFileSync(file, 'utf8'));
}
