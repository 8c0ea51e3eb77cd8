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

import type { ServerResponse } from 'node:http';

/** Turns what a CGI program prints, headers first, into a response. */
export class CgiOutput {
  readonly #response: ServerResponse;
  #head: Buffer | undefined = Buffer.alloc(0);

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  write(chunk: Buffer): void {
    if (!this.#head) {
      this.#response.write(chunk);
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    const end = this.#head.indexOf('\r\n\r\n');
    if (end < 0) {
      return;
    }
    const lines = this.#head.subarray(0, end).toString().split('\r\n');
    const headers = lines.map(line => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
    const { status, ...others } = Object.fromEntries(headers);
    this.#response.writeHead(Number(status?.split(' ')[0] ?? 200), others);
    this.#response.write(this.#head.subarray(end + 4));
    this.#head = undefined;
  }

  end(): void {
    if (this.#head) {
      this.#response.writeHead(500);
    }
    this.#response.end();
  }
}
