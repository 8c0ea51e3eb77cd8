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

import { InputError } from '@backstage/errors';

/** Git hosts show as many files of a pull request, and more is not reviewed by anybody. */
export const MOST_FILES = 80;
export const MOST_BYTES_PER_FILE = 256 * 1024;
export const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Sees that the texts of files are such, and no more than can be proposed.
 *
 * @throws InputError that names the file
 */
export function checkTexts(files: Iterable<{ path: string; text: string }>) {
  let sum = 0;
  for (const { path, text } of files) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_BYTES_PER_FILE) {
      throw new InputError(
        `${path} has ${bytes} bytes; at most ${MOST_BYTES_PER_FILE} are proposed`,
      );
    }
    // Halves of characters are what a cut makes of one.
    if (/\0|\p{Cs}/u.test(text)) {
      throw new InputError(`${path} is no text`);
    }
    sum += bytes;
  }
  if (sum > MOST_BYTES) {
    throw new InputError(
      `The files have ${sum} bytes together; at most ${MOST_BYTES} are proposed`,
    );
  }
}
