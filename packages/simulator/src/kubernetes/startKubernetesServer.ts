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
import { createServer } from 'node:https';
import type { CredentialStore } from '../aws/CredentialStore';
import type { CloudModel } from '../model';
import type { CallLog } from '../server/CallLog';
import type { Faults } from '../server/faults';
import { close, listen } from '../server/listen';
import { answerKubernetes, type KubernetesAnswer } from './answerKubernetes';
import { createCertificate } from './certificate';

export interface KubernetesServer {
  url: string;
  /** PEM in base64, as EKS gives it. */
  certificateAuthority: string;
  stop(): Promise<void>;
}

/** One server for the Kubernetes APIs of all clusters, each under a path of its own. */
export async function startKubernetesServer(options: {
  host: string;
  port: number;
  model: CloudModel;
  credentials: CredentialStore;
  faults: Faults;
  calls: CallLog;
}): Promise<KubernetesServer> {
  const { host, port } = options;
  const certificate = await createCertificate(host);
  const server = createServer(certificate, (message, response) => {
    message.resume();
    answerKubernetes(
      {
        method: message.method ?? 'GET',
        url: message.url ?? '/',
        authorization: message.headers.authorization,
      },
      options,
    ).then(
      answer => send(response, answer),
      () => response.destroy(),
    );
  });
  return {
    url: `https://${host}:${await listen(server, { host, port })}`,
    certificateAuthority: Buffer.from(certificate.cert).toString('base64'),
    stop: () => close(server),
  };
}

function send(
  response: ServerResponse,
  answer: KubernetesAnswer | undefined,
): void {
  if (!answer) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': answer.contentType });
  response.end(answer.body);
}
