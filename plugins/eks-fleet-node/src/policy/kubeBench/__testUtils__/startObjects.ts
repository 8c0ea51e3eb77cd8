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

import { S3Client } from '@aws-sdk/client-s3';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object of the test's bucket. */
export interface TestObject {
  text: string;
  modifiedAt?: string;
}

/** A bucket `kube-bench` that answers as S3 does, and the SDK's own client of it. */
export async function startObjects(objects: Record<string, TestObject>) {
  let failure: { code: string; status: number } | undefined;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://s3');
    asked.push(decodeURIComponent(request.url!));
    const key = decodeURIComponent(pathname.replace(/^\/kube-bench\/?/, ''));
    if (failure) {
      answerError(response, failure.code, failure.status);
    } else if (searchParams.get('list-type') === '2') {
      answerList(response, Object.keys(objects), searchParams);
    } else if (Object.hasOwn(objects, key)) {
      const { modifiedAt = '2026-11-28T03:00:00Z', text } = objects[key];
      response.writeHead(200, {
        'content-length': Buffer.byteLength(text),
        'last-modified': new Date(modifiedAt).toUTCString(),
      });
      response.end(text);
    } else {
      answerError(response, 'NoSuchKey', 404);
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  return {
    client,
    /** Paths with queries, as they were asked. */
    asked,
    failWith(code: string, status: number) {
      failure = { code, status };
    },
    async stop() {
      client.destroy();
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}

const KEYS_A_PAGE = 2;

function answerList(
  response: ServerResponse,
  all: string[],
  query: URLSearchParams,
): void {
  const keys = all.filter(key => key.startsWith(query.get('prefix') ?? ''));
  const from = Number(query.get('continuation-token') ?? 0);
  const page = keys.slice(from, from + KEYS_A_PAGE);
  const next = from + page.length;
  const more = next < keys.length;
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${
      more ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
    }${page
      .map(key => `<Contents><Key>${key}</Key></Contents>`)
      .join('')}</ListBucketResult>`,
  );
}

function answerError(
  response: ServerResponse,
  code: string,
  status: number,
): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  );
}
