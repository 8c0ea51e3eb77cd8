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

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { CredentialStore } from '../aws/CredentialStore';
import type { Clock } from '../clock';
import type { CloudModel } from '../model';
import type { Cluster } from '../model/types';
import type { CallLog } from '../server/CallLog';
import type { Faults } from '../server/faults';
import { close, listen } from '../server/listen';
import { answerKubernetes, type KubernetesCloud } from './answerKubernetes';
import { ApiServerMetrics } from './apiServerMetrics';
import { createCertificate } from './certificate';
import { sendAnswer } from './sendAnswer';
import { ServiceAccountTokens } from './serviceAccountTokens';
import { WatchHistory } from './watches/WatchHistory';

/** How `DescribeCluster` says that a cluster is reached and proven. */
export interface ClusterConnection {
  endpoint: string;
  /** PEM in base64, as EKS gives it. */
  certificateAuthority: string;
  /** Of service-account tokens. */
  issuer: string;
}

export interface KubernetesServer {
  url: string;
  /** PEM of what signed the server's certificate. */
  certificateAuthority: string;
  tokens: ServiceAccountTokens;
  connectionOf(cluster: Cluster): ClusterConnection;
  stop(): Promise<void>;
}

/** One server for the Kubernetes APIs of all clusters, each under a path of its own. */
export async function startKubernetesServer(options: {
  host: string;
  port: number;
  model: CloudModel;
  clock: Clock;
  credentials: CredentialStore;
  faults: Faults;
  calls: CallLog;
  oidcIssuers: 'aws' | 'simulator';
  guestOf?: KubernetesCloud['guestOf'];
  /** Answers what is no cluster's API, under the same certificate. */
  other?: (
    message: IncomingMessage,
    response: ServerResponse,
  ) => boolean | undefined;
}): Promise<KubernetesServer> {
  const { host, port, oidcIssuers } = options;
  const [certificate, stranger] = await Promise.all([
    createCertificate(host),
    createCertificate(host),
  ]);
  const server = createServer(certificate);
  const url = `https://${host}:${await listen(server, { host, port })}`;
  const tokens = ServiceAccountTokens.create({
    baseUrl: oidcIssuers === 'simulator' ? url : undefined,
  });
  const cloud: KubernetesCloud = {
    ...options,
    metrics: new ApiServerMetrics(),
    history: new WatchHistory(),
    tokens,
  };
  server.on('request', (message, response) => {
    message.resume();
    if (options.other?.(message, response)) {
      return;
    }
    const { method = 'GET', url: target = '/', headers } = message;
    answerKubernetes(
      {
        method,
        url: target,
        authorization: headers.authorization,
        accept: headers.accept,
      },
      cloud,
    )
      .then(delivery =>
        sendAnswer(response, delivery, headers['accept-encoding']?.toString()),
      )
      .catch(() => response.destroy());
  });
  const inBase64 = (pem: string) => Buffer.from(pem).toString('base64');
  return {
    url,
    certificateAuthority: certificate.cert,
    tokens,
    connectionOf: cluster => ({
      endpoint: `${url}/clusters/${cluster.id}`,
      certificateAuthority: inBase64(
        cluster.kubernetes.certificateMismatch
          ? stranger.cert
          : certificate.cert,
      ),
      issuer: tokens.issuerOf(cluster),
    }),
    stop: () => close(server),
  };
}
