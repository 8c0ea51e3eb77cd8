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

import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  createPolicySources,
  KubernetesClient,
  type AwsPartition,
  type CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readFile } from 'node:fs/promises';
import { reportPolicies } from './policies/reportPolicies';
import { Portal } from './Portal';
import { readOptions, type ReporterOptions } from './readOptions';
import { readReport } from './readReport';

/** Reading takes no longer than this: the schedule comes again. */
const READING_TIMEOUT_MS = 4 * 60_000;
const POLICIES_TIMEOUT_MS = 8 * 60_000;

type Output = { write(text: string): void };

/**
 * Reads the cluster that this runs in, once, and reports it.
 *
 * @returns the exit code: 0 when the portal has the report, 2 for a wrong
 *   environment, 1 for anything else
 */
export async function run(
  env: NodeJS.ProcessEnv,
  output: Output,
): Promise<number> {
  let options;
  try {
    options = readOptions(env);
  } catch (error) {
    output.write(`${messageOf(error)}\n`);
    return 2;
  }
  const { api, arn, ownerLabels, portalUrl, tokenFile } = options;
  let client: KubernetesClient | undefined;
  try {
    client = KubernetesClient.create({
      endpoint: api.endpoint,
      certificateAuthority: await readFile(api.authorityFile, 'utf8'),
      token: () => readToken(api.tokenFile),
      identity: "the reporter's service account",
      // The kubelet says where the API server is.
      allowLocalAddresses: true,
    });
    const portal = new Portal({
      arn,
      portalUrl,
      token: () => readToken(tokenFile),
    });
    const report = await readReport({
      reader: client,
      ownerLabels,
      version: env.FLEET_REPORTER_VERSION,
      now: new Date(),
      signal: AbortSignal.timeout(READING_TIMEOUT_MS),
    });
    for (const [kind, { code, message }] of Object.entries(
      report.errors ?? {},
    )) {
      output.write(`${kind}: ${code}: ${message}\n`);
    }
    await portal.sendReport(report);
    const isWhole =
      !options.policies ||
      (await sendPolicies(client, portal, options, output));
    output.write(`Reported ${arn}\n`);
    return isWhole ? 0 : 1;
  } catch (error) {
    output.write(`${messageOf(error)}\n`);
    return 1;
  } finally {
    client?.close();
  }
}

/** What engines say, by the same readers that the portal has. */
async function sendPolicies(
  client: KubernetesClient,
  portal: Portal,
  { arn, ownerLabels }: ReporterOptions,
  output: Output,
): Promise<boolean> {
  return reportPolicies({
    cluster: clusterOf(arn),
    sources: createPolicySources({
      ownerLabels,
      connect: (_cluster, _controlPlane, use) => use(client),
    }),
    send: part => portal.sendPart(part),
    onProblem: text => output.write(`${text}\n`),
    signal: AbortSignal.timeout(POLICIES_TIMEOUT_MS),
    now: () => new Date(),
  });
}

/** As much as is known of it from within. */
function clusterOf(arn: string): CollectedCluster {
  const { accountId, clusterName, partition, region } = parseClusterArn(arn)!;
  return {
    entityRef: '',
    arn,
    name: clusterName,
    accountId,
    region,
    partition: partition as AwsPartition,
  };
}

/** Tokens are replaced while this runs: each use reads the file. */
async function readToken(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).trim();
}

function messageOf(error: unknown): string {
  const { cause, message } = (error ?? {}) as Partial<Error>;
  const because = cause instanceof Error ? `: ${cause.message}` : '';
  return `${message ?? error}${because}`;
}
