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
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { KubernetesAnswer } from './answerCluster';
import type { KubernetesDelivery } from './answerKubernetes';

const compress = promisify(gzip);

/** The API server compresses nothing smaller. */
const COMPRESSED_FROM_BYTES = 128 * 1024;
/** Of what is longer Go's server does not say the length: it sends chunks. */
const KNOWN_LENGTH_BYTES = 2048;

/** Sends an answer, or as much of it as may arrive. */
export async function sendAnswer(
  response: ServerResponse,
  delivery: KubernetesDelivery,
  acceptEncoding: string | undefined,
): Promise<void> {
  if (delivery === 'hang') {
    return;
  }
  if (delivery === 'reset') {
    response.destroy();
    return;
  }
  const { answer, cut } = delivery;
  if (answer.lines) {
    await sendLines(response, answer, cut !== undefined);
    return;
  }
  const plain = Buffer.from(answer.body);
  const compressed =
    plain.length >= COMPRESSED_FROM_BYTES &&
    /\bgzip\b/.test(acceptEncoding ?? '');
  const body = compressed
    ? await compress(plain, { level: constants.Z_BEST_SPEED })
    : plain;
  response.writeHead(answer.status, {
    'cache-control': 'no-cache, private',
    'content-type': answer.contentType,
    ...(body.length <= KNOWN_LENGTH_BYTES && { 'content-length': body.length }),
    ...(compressed && { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }),
    ...answer.headers,
  });
  if (cut) {
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () =>
      response.destroy(),
    );
    return;
  }
  response.end(body);
}

/** Sends lines as they come; where it is cut, none. */
async function sendLines(
  response: ServerResponse,
  answer: KubernetesAnswer,
  cut: boolean,
): Promise<void> {
  const ending = new AbortController();
  response.on('close', () => ending.abort());
  response.writeHead(answer.status, {
    'cache-control': 'no-cache, private',
    'content-type': answer.contentType,
  });
  response.flushHeaders();
  if (cut) {
    response.destroy();
    return;
  }
  for await (const line of answer.lines!(ending.signal)) {
    response.write(line);
  }
  response.end();
}
