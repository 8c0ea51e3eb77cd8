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
import type { Delivery } from './AwsFrontDoor';

/** Sends an answer, or as much of it as may arrive. */
export function deliver(
  response: ServerResponse,
  { answer, cut }: Delivery,
): void {
  if (cut === 'hang') {
    return;
  }
  if (cut === 'start') {
    response.destroy();
    return;
  }
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': body.length,
  });
  if (cut === 'body') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
      response.destroy(),
    );
    return;
  }
  response.end(body);
}
