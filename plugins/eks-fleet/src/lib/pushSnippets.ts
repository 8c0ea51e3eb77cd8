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

import { shellQuote } from './shell';

/** The values that make Policy Reporter send what does not pass to the portal. */
export function policyReporterValues(options: {
  token: string;
  /** Of the EKS Fleet backend. */
  portalUrl: string;
  arn: string;
}): string {
  const { arn, portalUrl, token } = options;
  return `target:
  webhook:
    host: ${portalUrl}/ingest/policy-reporter
    headers:
      Authorization: Bearer ${token}
    # Without it what was there before it started is not sent.
    skipExistingOnStartup: false
    customFields:
      clusterArn: ${arn}
    keepalive:
      interval: 15m
`;
}

/** The command that sends what kube-bench finds on a node. */
export function kubeBenchCommand(options: {
  token: string;
  portalUrl: string;
}): string {
  const { portalUrl, token } = options;
  return [
    'kube-bench --json | curl --fail --silent --show-error',
    `--header ${shellQuote(`Authorization: Bearer ${token}`)}`,
    "--header 'Content-Type: application/json' --data-binary @-",
    `"${portalUrl}/ingest/kube-bench?node=$NODE_NAME"`,
  ].join(' \\\n  ');
}
