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

import type { Readable } from 'node:stream';
import { ObservationFailure } from '../../observation/ObservationFailure';

/**
 * All of a body, as text.
 *
 * @throws ObservationFailure where there is more of it than anybody means to send
 */
export async function readBody(
  body: Readable,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new ObservationFailure(
        'invalid',
        `The answer is larger than ${Math.floor(maxBytes / 1e6)} MB`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A line of metrics is a few hundred characters. */
const MAX_LINE_LENGTH = 100_000;

/** Hands over each line without its end. What is too long to be a line is left out, and told of. */
export async function readLinesOf(
  body: Readable,
  onLine: (line: string) => void,
  onTooLong: () => void = () => {},
): Promise<void> {
  let rest = '';
  let tooLong = false;
  body.setEncoding('utf8');
  for await (const chunk of body) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!tooLong) {
        onLine(line);
      }
      tooLong = false;
    }
    if (rest.length > MAX_LINE_LENGTH) {
      if (!tooLong) {
        onTooLong();
      }
      tooLong = true;
      rest = '';
    }
  }
  if (rest && !tooLong) {
    onLine(rest);
  }
}
