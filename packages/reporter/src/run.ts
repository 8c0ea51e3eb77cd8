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

import { KubernetesClient } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readFile } from 'node:fs/promises';
import { readOptions } from './readOptions';
import { readReport } from './readReport';
import { sendReport } from './sendReport';

/** Reading takes no longer than this: the schedule comes again. */
const READING_TIMEOUT_MS = 4 * 60_000;

/**
 * Reads the cluster that this runs in, once, and reports it.
 *
 * @returns the exit code: 0 when the portal has the report, 2 for a wrong
 *   environment, 1 for anything else
 */
export async function run(
  env: NodeJS.ProcessEnv,
  output: { write(text: string): void },
): Promise<number> {
  let options;
  try {
    options = readOptions(env);
  } catch (error) {
    output.write(`${messageOf(error)}\n`);
    return 2;
  }
  const { api, arn, ownerLabels, portalUrl } = options;
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
    const token = await readToken(options.tokenFile);
    await sendReport(report, { arn, portalUrl, token });
    output.write(`Reported ${arn}\n`);
    return 0;
  } catch (error) {
    output.write(`${messageOf(error)}\n`);
    return 1;
  } finally {
    client?.close();
  }
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
